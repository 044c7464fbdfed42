export const id = 267;
export const ids = [267];
export const modules = {

/***/ 56267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createIssuing: () => (/* binding */ createIssuing)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/x509/alternative-names.ts
var alternative_names = __webpack_require__(60938);
// EXTERNAL MODULE: ./src/x509/chain.ts
var x509_chain = __webpack_require__(48713);
// EXTERNAL MODULE: ./src/x509/format.ts
var format = __webpack_require__(87181);
// EXTERNAL MODULE: ./src/x509/subject.ts
var x509_subject = __webpack_require__(49656);
;// CONCATENATED MODULE: ./src/issuer/answer.ts





const SKEW_MS = 10 * 60_000;
const TOLERANCE_MS = format/* DAY */.d_;
function checkAnswer(given, request, { known, now }) {
    const leaf = given.find((certificate) => certificate.spki.equals(request.publicSpki));
    if (leaf === undefined)
        throw fault('issuer.wrong-key', 'what the issuer gave is for another key than the one that was made');
    const problem = problemOf(leaf, request, now);
    if (problem !== undefined)
        throw fault(...problem);
    const { chain, end } = (0,x509_chain/* orderChain */.k$)(leaf, [...given, ...known], now);
    return { leaf, chain, end, findings: remarks(leaf, request, now) };
}
const fault = (code, message) => new errors/* CodedError */.AK(code, message);
function problemOf(leaf, { subject, names }, now) {
    if (leaf.isCa)
        return ['issuer.wrong-usage', 'the issuer made the certificate a CA'];
    if (leaf.extendedKeyUsage?.includes(x509_chain/* CLIENT_AUTH */.ZE) !== true) {
        return ['issuer.wrong-usage', 'the certificate may not be used by a TLS client: its extended key usage lacks clientAuth'];
    }
    if (!(0,x509_subject/* hasSubject */.Fg)(leaf, subject)) {
        return ['issuer.wrong-subject', `the certificate is for ${leaf.subject}, where ${(0,x509_subject/* subjectText */.yq)(subject)} was asked for`];
    }
    if (!(0,alternative_names/* hasNames */.P3)(leaf.alternativeNames, subject.CN, names)) {
        const [has, asked] = [leaf.alternativeNames, names].map((list) => list.join(', ') || 'none');
        return ['issuer.wrong-names', `the certificate has the alternative names ${has ?? ''}, where asked for: ${asked ?? ''}`];
    }
    if (leaf.notAfter <= now)
        return ['issuer.validity', `the certificate expired on ${(0,format/* formatTime */.fU)(leaf.notAfter)} already`];
    if (leaf.notBefore.getTime() > now.getTime() + SKEW_MS) {
        return ['issuer.validity', `the certificate is not valid before ${(0,format/* formatTime */.fU)(leaf.notBefore)}`];
    }
    return undefined;
}
function remarks(leaf, { validityMs }, now) {
    if (validityMs === undefined)
        return [];
    const days = (ms) => Math.round(ms / format/* DAY */.d_);
    const lasts = leaf.notAfter.getTime() - now.getTime();
    const beyond = Math.abs(lasts - validityMs) - TOLERANCE_MS;
    if (beyond <= validityMs / 10)
        return [];
    const isFar = lasts < validityMs / 2 || lasts > validityMs * 2;
    const message = `the issuer gave a certificate for ${days(lasts)} days, where ${days(validityMs)} were asked for`;
    return [{ code: 'issuer.validity', severity: isFar ? 'error' : 'warning', message }];
}

// EXTERNAL MODULE: ./src/issuer/keys.ts
var keys = __webpack_require__(80279);
// EXTERNAL MODULE: ./src/issuer/certificate.ts
var certificate = __webpack_require__(7764);
;// CONCATENATED MODULE: ./src/issuer/self-signed.ts



const VALIDITY_MS = 365 * format/* DAY */.d_;
function selfSigned(request, key, now) {
    return (0,certificate/* makeCertificate */.W)(request, { key: (0,keys/* keyObjectOf */._z)(key), now, validityMs: request.validityMs ?? VALIDITY_MS });
}

// EXTERNAL MODULE: ./src/keystore/canonical.ts + 4 modules
var canonical = __webpack_require__(60262);
// EXTERNAL MODULE: ./src/keystore/keystore.ts
var keystore = __webpack_require__(85190);
// EXTERNAL MODULE: ./src/keystore/read.ts + 1 modules
var read = __webpack_require__(90379);
// EXTERNAL MODULE: ./src/plan/findings.ts
var findings = __webpack_require__(77913);
// EXTERNAL MODULE: ./src/wanted/facts.ts
var facts = __webpack_require__(75208);
// EXTERNAL MODULE: ./src/wanted/known-key.ts
var known_key = __webpack_require__(98442);
// EXTERNAL MODULE: ./src/x509/roots.ts
var roots = __webpack_require__(16629);
;// CONCATENATED MODULE: ./src/commands/issuing.ts















function createIssuing(spec, wanted, ports, confirmed) {
    const issued = [];
    const problems = [];
    return {
        issued,
        problems,
        issue: async (step) => {
            const built = wanted.toIssue.get(step.name);
            const issuer = built && spec.issuers.get(built.spec.source.issuer);
            if (built === undefined || issuer === undefined)
                throw new errors/* CodedError */.AK('internal', `${step.item} is not issued`);
            if (step.copies !== undefined) {
                const { content, chain, leaf } = await again(step.copies, built, ports);
                const stored = () => void issued.push({ name: step.name, leaf: (0,facts/* factsOf */.xS)(leaf), chain });
                return { content, sha256: step.copies, notAfter: (0,format/* formatTime */.fU)(leaf.notAfter), stored };
            }
            refuseUnknownRoot(step, confirmed);
            const [signer, key] = await Promise.all([ports.createIssuer(issuer), (0,keys/* newKey */.uM)(built.spec.source.keyAlgorithm)]);
            (0,known_key/* makeKnown */.S)(key, step.name, ports.values);
            const { accepted, notes } = await ask(signer, key, built, ports);
            refuseNoRenewal(accepted, step);
            const now = new Date(Math.max(ports.now().getTime(), accepted.leaf.notBefore.getTime()));
            const found = [...accepted.findings, ...(0,x509_chain/* checkChain */.uy)(accepted.chain, { now, end: accepted.end })];
            const weighedFindings = [...found, ...notes.map(noted)].map((finding) => (0,findings/* weighed */.a7)(finding, true, built.wanted.accept, { expired: 'error', expiring: 'warning' }));
            const [error] = weighedFindings.filter(({ severity }) => severity === 'error');
            if (error !== undefined)
                throw new errors/* CodedError */.AK(error.code, error.message);
            refuseRoot(accepted, step.root, confirmed, wanted);
            problems.push(...weighedFindings.map((finding) => (0,errors/* problemOf */.Zw)(finding, step.item, built.wanted.at)));
            const { type, alias } = built.spec;
            const made = await (0,canonical/* canonicalKeystore */.l)({ key, certificates: accepted.chain }, { type, alias, password: built.password });
            ports.values.derived(made.bytes, `keystore ${step.name}`);
            const leaf = (0,facts/* factsOf */.xS)(accepted.leaf);
            const sha256 = (0,external_node_crypto_.hash)('sha256', made.bytes, 'hex');
            const stored = () => void issued.push({ name: step.name, leaf, chain: accepted.chain });
            return { content: made.bytes, sha256, notAfter: leaf.notAfter, stored };
        },
    };
}
async function again(sha256, { contents, password, spec: { name } }, ports) {
    const content = contents.get(sha256);
    if (content === undefined)
        throw new errors/* CodedError */.AK('internal', `the keystore ${sha256} of ${name} was not looked into`);
    ports.values.derived(content, `keystore ${name}`);
    const { chain } = (0,keystore/* privateKeyEntryOf */.q)(await (0,read/* readKeystore */.J)(content, { store: password }, { decryptKeys: false }));
    const [leaf] = chain;
    if (leaf === undefined)
        throw new errors/* CodedError */.AK('keystore.no-key', `the keystore ${sha256} of ${name} has no certificate`);
    return { content, chain, leaf };
}
async function ask(signer, key, { spec: { source }, known }, ports) {
    const { subject, names, validityMs } = source;
    const asked = { publicSpki: key.publicSpki, subject, names, validityMs };
    const check = (given) => checkAnswer(given, asked, { known, now: ports.now() });
    if (signer === 'self-signed')
        return { accepted: check([await selfSigned(asked, key, ports.now())]), notes: [] };
    const request = { ...asked, csr: await requestFor(key, subject, names) };
    const { certificates, notes } = await signer.issue(request);
    return { accepted: check(certificates), notes };
}
const requestFor = (key, subject, names) => (0,keys/* makeRequest */.In)(key, { subject: (0,x509_subject/* writeSubject */.ED)(subject), names });
const noted = (message) => ({ code: 'issuer.unknown-profile', severity: 'warning', message });
function refuseNoRenewal({ leaf }, { outlives }) {
    if (outlives === undefined || leaf.notAfter > new Date(outlives))
        return;
    const until = `${(0,format/* formatTime */.fU)(leaf.notAfter)}, no later than the one in use`;
    throw new errors/* CodedError */.AK('issuer.validity', `the issuer gave a certificate that ends on ${until}`);
}
function refuseRoot({ chain, leaf }, root, confirmed, { openedChains }) {
    const top = chain.at(-1);
    if (root === undefined || confirmed || top === undefined)
        return;
    if (leaf.isSelfSigned)
        return;
    const opened = [...openedChains.values()].flat();
    const inUse = opened.find(({ fingerprint256 }) => fingerprint256 === root);
    if ((0,roots/* leadsTo */.R)(chain, root, inUse))
        return;
    throw new errors/* CodedError */.AK('guard.root', `the new certificate of ${(0,x509_subject/* subjectText */.yq)({ CN: leaf.commonName ?? '' })} is from ${top.toString()}, another root than the one in use`);
}
function refuseUnknownRoot({ name, root }, confirmed) {
    if (root !== '' || confirmed)
        return;
    const message = `the keystore of ${name} in use does not open: whether a new certificate is from the same root cannot be told`;
    throw new errors/* CodedError */.AK('guard.root', message);
}


/***/ }),

/***/ 7764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ makeCertificate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97127);
/* harmony import */ var _x509_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49656);
/* harmony import */ var _x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75670);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80279);





const MINUTE = 60_000;
const BEFORE_MS = 5 * MINUTE;
function newSerialNumber() {
    const serial = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16);
    serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
    return serial;
}
async function makeCertificate(request, terms) {
    const { key, issuer, now, validityMs } = terms;
    const wanted = new Date(now.getTime() + validityMs);
    const holder = { subject: (0,_x509_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSubject */ .ED)(request.subject), names: request.names, publicSpki: request.publicSpki };
    const toBeSigned = (0,_x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_3__/* .certificateToBeSigned */ .SW)(holder, {
        serialNumber: newSerialNumber(),
        notBefore: new Date(now.getTime() - BEFORE_MS),
        notAfter: terms.notAfter !== undefined && terms.notAfter < wanted ? terms.notAfter : wanted,
        algorithm: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .signingAlgorithm */ .d)(key).identifier,
        ...(issuer !== undefined && { issuer }),
    });
    return _x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .Certificate */ .u.fromDer(await (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .signWith */ .Ez)(key, toBeSigned));
}


/***/ }),

/***/ 80279:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ signWith),
/* harmony export */   In: () => (/* binding */ makeRequest),
/* harmony export */   _z: () => (/* binding */ keyObjectOf),
/* harmony export */   d: () => (/* binding */ signingAlgorithm),
/* harmony export */   uM: () => (/* binding */ newKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _x509_algorithms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95952);
/* harmony import */ var _x509_private_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93491);
/* harmony import */ var _x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75670);






const generate = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPair);
const signAsync = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign);
async function newKey(algorithm) {
    const size = algorithm.slice(algorithm.indexOf('-') + 1);
    const { privateKey } = algorithm.startsWith('rsa-')
        ? await generate('rsa', { modulusLength: Number(size) })
        : await generate('ec', { namedCurve: size.toUpperCase().replace('P', 'P-') });
    return _x509_private_key_js__WEBPACK_IMPORTED_MODULE_4__/* .PrivateKey */ .Z.fromKeyObject(privateKey);
}
const keyObjectOf = (key) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: key.pkcs8, format: 'der', type: 'pkcs8' });
function signingAlgorithm(key) {
    const algorithm = (0,_x509_algorithms_js__WEBPACK_IMPORTED_MODULE_3__/* .signingAlgorithmOf */ .I3)(key);
    if (algorithm !== undefined)
        return algorithm;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CodedError */ .AK('issuer.key', 'the key is of a kind that does not sign certificates here: RSA, EC P-256, P-384, P-521 or Ed25519');
}
async function signWith(key, toBeSigned) {
    const { digest, identifier } = signingAlgorithm(key);
    return (0,_x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_5__/* .signed */ .x8)(toBeSigned, identifier, await signAsync(digest, toBeSigned, key));
}
async function makeRequest(key, holder) {
    const request = (0,_x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_5__/* .requestToBeSigned */ .gu)({ ...holder, publicSpki: key.publicSpki });
    return (0,_x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_5__/* .requestPem */ ._y)(await signWith(keyObjectOf(key), request));
}


/***/ }),

/***/ 75208:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Le: () => (/* binding */ shownBy),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   kP: () => (/* binding */ readPublic),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _x509_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87181);
/* harmony import */ var _x509_pem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64786);



function factsOf(certificate) {
    const { subject, issuer, serialNumber, fingerprint256, notBefore, notAfter } = certificate;
    return { subject, issuer, serialNumber, fingerprint256, notBefore: (0,_x509_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTime */ .fU)(notBefore), notAfter: (0,_x509_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTime */ .fU)(notAfter) };
}
async function shownBy(open) {
    try {
        return await open();
    }
    catch (error) {
        return { kind: 'unreadable', why: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toCoded */ .rA)(error).message };
    }
}
async function readPublic(reference, values) {
    const bytes = await values.publicBytes(reference);
    try {
        return (0,_x509_pem_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificates */ .jZ)(bytes);
    }
    catch (error) {
        const { code, message, hint } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toCoded */ .rA)(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK(code, `${labelOf(reference)}${message}`, { hint, cause: error, at: reference.at });
    }
}
const labelOf = (reference) => 'file' in reference ? `${reference.file}: ` : 'secret' in reference ? `secret ${reference.secret}: ` : '';


/***/ }),

/***/ 98442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ makeKnown)
/* harmony export */ });
/* harmony import */ var _x509_armor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86747);

const SHORTEST = 16;
function makeKnown(key, name, values) {
    values.derived(key.pkcs8, `key of ${name}`);
    const lines = (0,_x509_armor_js__WEBPACK_IMPORTED_MODULE_0__/* .armor */ .yE)('PRIVATE KEY', key.pkcs8).trim().split('\n').slice(1, -1);
    const isSecret = (line) => line.length >= SHORTEST && !key.publicSpki.includes(Buffer.from(line, 'base64'));
    for (const line of lines.filter(isSecret))
        values.made(line, `key of ${name}`);
}


/***/ }),

/***/ 64786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jZ: () => (/* binding */ readCertificates),
/* harmony export */   sg: () => (/* binding */ toPem)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _armor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86747);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97127);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28647);
/* harmony import */ var _pkcs7_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74864);







const MAX_CERTIFICATES = 200;
const CERTIFICATE_LABELS = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']);
const PKCS7_LABELS = new Set(['PKCS7', 'PKCS #7 SIGNED DATA', 'CMS']);
function toPem(certificate) {
    return (0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .armor */ .yE)('CERTIFICATE', certificate.der);
}
function readCertificates(bytes) {
    refusePrivate(bytes);
    const blocks = coded(() => (0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .blocksOf */ .SH)(bytes));
    for (const block of blocks)
        if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .isPrivate */ .G)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(block.bytes)))
            throw privateInPublic('a private key or a keystore');
    const found = blocks.flatMap((block) => coded(() => certificatesOf(block)));
    if (found.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('certificate.unreadable', `file holds no certificate${insteadOf(blocks)}`);
    if (found.length > MAX_CERTIFICATES) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('certificate.unreadable', `file holds more than ${MAX_CERTIFICATES} certificates`);
    }
    return found.map((der) => _certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .Certificate */ .u.fromDer(der));
}
function refusePrivate(bytes) {
    if (/BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File/.test((0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(bytes)))
        throw privateInPublic('a private key');
    const kind = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes);
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .isPrivate */ .G)(kind))
        throw privateInPublic(kind.endsWith('ks') || kind === 'pkcs12' ? 'a keystore' : 'a private key');
}
const privateInPublic = (what) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('value.private-in-public', `${what} stands where only certificates are meant`);
function certificatesOf({ label, bytes }) {
    if (PKCS7_LABELS.has(label) || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes) === 'pkcs7')
        return (0,_pkcs7_js__WEBPACK_IMPORTED_MODULE_5__/* .readSignedData */ .f)(bytes);
    if (label === 'TRUSTED CERTIFICATE')
        return [(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readFirst */ .vv)(bytes).bytes];
    return CERTIFICATE_LABELS.has(label) || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes) === 'certificate' || label === '' ? [bytes] : [];
}
function insteadOf(blocks) {
    const names = new Set(blocks.map(({ label }) => label).filter((label) => label !== ''));
    return names.size === 0 ? '' : `, but ${[...names].join(', ')}`;
}
function coded(read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof _armor_js__WEBPACK_IMPORTED_MODULE_2__/* .PemError */ .fd || error instanceof _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('certificate.unreadable', `certificate cannot be read: ${error.message}`);
    }
}


/***/ }),

/***/ 74864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readSignedData),
/* harmony export */   u: () => (/* binding */ certsOnly)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75320);


const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
function certsOnly(certificates) {
    const distinct = certificates.filter((one, index) => certificates.findIndex((other) => other.equals(one)) === index);
    const sorted = distinct.map(({ der }) => der).sort((a, b) => a.compare(b));
    const signedData = (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(1), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .set */ .hZ)(), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(DATA)), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O)(0, Buffer.concat(sorted)), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .set */ .hZ)());
    return (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(SIGNED_DATA), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O)(0, signedData));
}
function readSignedData(bytes) {
    const [type, content] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readOne */ .JF)(bytes, { ber: true }));
    if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asOid */ .jm)(type) !== SIGNED_DATA || !(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isContext */ .aE)(content, 0))
        throw new _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4('it is not signed data');
    const [version, ...parts] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(content)[0]);
    (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSmallInteger */ .Gp)(version);
    const certificates = parts.find((part) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isContext */ .aE)(part, 0));
    if (certificates === undefined)
        return [];
    return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(certificates)
        .filter((part) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(part, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.sequence))
        .map(({ bytes: der }) => der);
}


/***/ }),

/***/ 16629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ leadsTo)
/* harmony export */ });
function leadsTo(chain, root, top) {
    if (chain.some(({ fingerprint256 }) => fingerprint256 === root))
        return true;
    const own = chain.at(-1);
    if (top?.isCa !== true || own?.isCa !== true)
        return false;
    if (top.isIssuedBy(own) || chain.some((certificate) => certificate.isIssuedBy(top)))
        return true;
    return own.spki.equals(top.spki) && own.subjectDer.equals(top.subjectDer);
}


/***/ }),

/***/ 49656:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ writeSubject),
/* harmony export */   Fg: () => (/* binding */ hasSubject),
/* harmony export */   yq: () => (/* binding */ subjectText)
/* harmony export */ });
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75320);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58153);


const SUBJECT_ATTRIBUTES = ['C', 'ST', 'L', 'STREET', 'O', 'OU', 'UID', 'CN'];
function writeSubject(subject) {
    const attributes = SUBJECT_ATTRIBUTES.flatMap((attribute) => {
        const value = subject[attribute];
        return value === undefined ? [] : [{ attribute, value }];
    });
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2(...attributes.map(({ attribute, value }) => _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .set */ .hZ(writeAttribute(attribute, value))));
}
function writeAttribute(attribute, value) {
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .oid */ .jq(_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ATTRIBUTE_TYPES */ .Pp[attribute]), attribute === 'C' ? _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$(value) : _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8 */ .As(value));
}
function hasSubject(certificate, wanted) {
    const written = SUBJECT_ATTRIBUTES.flatMap((attribute) => {
        const value = wanted[attribute];
        return value === undefined ? [] : [`${_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ATTRIBUTE_TYPES */ .Pp[attribute]}=${folded(value)}`];
    });
    return sorted(written) === sorted(textsOf(certificate.subjectName));
}
const textsOf = (name) => (0,_name_js__WEBPACK_IMPORTED_MODULE_1__/* .attributeTexts */ .F_)(name).map(({ type, text }) => `${type}=${folded(text)}`);
const sorted = (texts) => JSON.stringify([...texts].sort());
const folded = (text) => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
function subjectText(subject) {
    return SUBJECT_ATTRIBUTES.toReversed()
        .flatMap((attribute) => {
        const value = subject[attribute];
        return value === undefined ? [] : [`${attribute}=${value}`];
    })
        .join(',');
}


/***/ }),

/***/ 75670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SW: () => (/* binding */ certificateToBeSigned),
/* harmony export */   _y: () => (/* binding */ requestPem),
/* harmony export */   gu: () => (/* binding */ requestToBeSigned),
/* harmony export */   x8: () => (/* binding */ signed),
/* harmony export */   xd: () => (/* binding */ issuerNamesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35016);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75320);
/* harmony import */ var _alternative_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60938);
/* harmony import */ var _armor_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86747);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48713);






function requestToBeSigned(holder) {
    const extensionRequest = _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq('1.2.840.113549.1.9.14'), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .set */ .hZ(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(...clientExtensions(holder))));
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd(0), holder.subject, holder.publicSpki, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .context */ ._O(0, extensionRequest));
}
function certificateToBeSigned(holder, terms) {
    const keyId = keyIdOf(holder.publicSpki);
    const issuer = terms.issuer ?? { subject: holder.subject, keyId };
    const extensions = [
        extension('2.5.29.19', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(), true),
        ...clientExtensions(holder),
        extension('2.5.29.14', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octets */ .tu(keyId)),
        extension('2.5.29.35', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .context */ ._O(0, issuer.keyId, false))),
    ];
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .context */ ._O(0, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd(2)), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd(BigInt(`0x${terms.serialNumber.toString('hex')}`)), terms.algorithm, issuer.subject, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .utcOrGeneralizedTime */ .zo(terms.notBefore), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .utcOrGeneralizedTime */ .zo(terms.notAfter)), holder.subject, holder.publicSpki, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .context */ ._O(3, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(...extensions)));
}
function signed(toBeSigned, algorithm, signature) {
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(toBeSigned, algorithm, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .bits */ .Lz(signature));
}
const requestPem = (der) => (0,_armor_js__WEBPACK_IMPORTED_MODULE_4__/* .armor */ .yE)('CERTIFICATE REQUEST', der);
function issuerNamesOf(certificate) {
    return { subject: certificate.subjectDer, keyId: certificate.subjectKeyId ?? keyIdOf(certificate.spki) };
}
function clientExtensions({ names }) {
    return [
        extension('2.5.29.15', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .bits */ .Lz(Buffer.from([0x80]), 7), true),
        extension('2.5.29.37', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq(_chain_js__WEBPACK_IMPORTED_MODULE_5__/* .CLIENT_AUTH */ .ZE))),
        ...(names.length === 0 ? [] : [extension('2.5.29.17', (0,_alternative_names_js__WEBPACK_IMPORTED_MODULE_3__/* .writeAlternativeNames */ .dM)(names))]),
    ];
}
function extension(id, value, critical = false) {
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq(id), ...(critical ? [_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM(true)] : []), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octets */ .tu(value));
}
function keyIdOf(spki) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha1', (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asBits */ .$T)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readOne */ .JF)(spki))[1]).bytes, 'buffer');
}


/***/ })

};
