export const id = 834;
export const ids = [834];
export const modules = {

/***/ 55834:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   endOf: () => (/* binding */ endOf),
/* harmony export */   formatOf: () => (/* binding */ formatOf),
/* harmony export */   lookedInto: () => (/* binding */ lookedInto)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _keystore_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84673);
/* harmony import */ var _keystore_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90379);
/* harmony import */ var _x509_chain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48713);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75208);





async function chainWithoutPassword(content) {
    const { entries } = await (0,_keystore_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readKeystore */ .J)(content, {}, { decryptKeys: false });
    const chains = entries
        .filter((entry) => entry.kind === 'private-key')
        .map(({ chain }) => chain)
        .filter((chain) => chain.length > 0)
        .sort(([a], [b]) => a.notAfter.getTime() - b.notAfter.getTime());
    const [first] = chains;
    if (first === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.no-key', 'keystore shows no certificate of a key');
    return first;
}
async function endOf(content) {
    try {
        return (await chainWithoutPassword(content))[0].notAfter;
    }
    catch {
        return undefined;
    }
}
const isOfTime = ({ code }) => code === 'certificate.expired' || code === 'certificate.expiring';
function formatOf(content) {
    try {
        return (0,_keystore_format_js__WEBPACK_IMPORTED_MODULE_1__/* .tellFormat */ .J)(content);
    }
    catch {
        return undefined;
    }
}
const lookedInto = (checking) => async (content) => {
    const shown = await (0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .shownBy */ .Le)(async () => {
        const chain = await chainWithoutPassword(content);
        return { kind: 'different', leaf: (0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .factsOf */ .xS)(chain[0]), findings: (0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .checkChain */ .uy)(chain, checking).filter(isOfTime) };
    });
    const format = formatOf(content);
    return format !== undefined && (shown.kind === 'different' || shown.kind === 'unreadable') ? { ...shown, format } : shown;
};


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

/***/ 48713:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ checkTrusted),
/* harmony export */   ZE: () => (/* binding */ CLIENT_AUTH),
/* harmony export */   iZ: () => (/* reexport safe */ _path_js__WEBPACK_IMPORTED_MODULE_0__.iZ),
/* harmony export */   k$: () => (/* reexport safe */ _path_js__WEBPACK_IMPORTED_MODULE_0__.k$),
/* harmony export */   uy: () => (/* binding */ checkChain)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87181);
/* harmony import */ var _path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57269);



function checkChain(chain, options) {
    const [leaf, ...issuers] = chain;
    return leaf === undefined ? [] : CHECKS.flatMap((check) => check(leaf, issuers, options));
}
function checkTrusted(certificate, now, expiryWarningDays) {
    const validity = checkValidity(certificate, { now, expiryWarningDays }).map((found) => found.code === 'certificate.not-yet-valid' ? { ...found, severity: 'warning' } : found);
    const weak = checkKey(certificate).map((found) => ({ ...found, severity: 'warning' }));
    return [...validity, ...weak, ...(certificate.isCa || certificate.isSelfSigned ? [] : [pinned(certificate)])];
}
const pinned = (certificate) => ({
    code: 'certificate.not-a-ca',
    severity: 'notice',
    message: `${told(certificate)} is no CA: only this very certificate is trusted, and no longer once the partner renews it`,
    hint: 'trust the CA that issued it, unless it is pinned on purpose',
});
const finding = (severity, code, message, hint) => ({
    code,
    severity,
    message,
    ...(hint !== undefined && { hint }),
});
const LONGEST_NAME = 120;
function told(certificate) {
    const name = certificate.toString();
    return `certificate ${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}\u2026` : name}`;
}
function checkValidity(certificate, { now, expiryWarningDays }) {
    const { notBefore, notAfter } = certificate;
    if (now < notBefore) {
        return [finding('error', 'certificate.not-yet-valid', `${told(certificate)} is not valid before ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(notBefore)}`)];
    }
    if (now > notAfter)
        return [finding('error', 'certificate.expired', `${told(certificate)} expired on ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(notAfter)}`)];
    const days = (0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .daysUntil */ .AQ)(notAfter, now);
    const left = notAfter.getTime() - now.getTime();
    if (expiryWarningDays === undefined || left > expiryWarningDays * _format_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_)
        return [];
    return [
        finding('warning', 'certificate.expiring', `${told(certificate)} expires in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .daysText */ .D5)(days)}, on ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTime */ .fU)(notAfter)}`),
    ];
}
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const ANY_USAGE = '2.5.29.37.0';
const PREFER_CLIENT_AUTH = 'have it issued with extended key usage clientAuth (1.3.6.1.5.5.7.3.2)';
function checkExtendedUsage(certificate) {
    const usages = certificate.extendedKeyUsage;
    if (usages === undefined || usages.includes(CLIENT_AUTH))
        return [];
    if (!usages.includes(ANY_USAGE)) {
        const message = `${told(certificate)} may not be used for TLS clients: its extended key usage lacks clientAuth`;
        return [finding('error', 'certificate.no-client-auth', message, isPublic(certificate) ? PRIVATE_CA : undefined)];
    }
    const message = `${told(certificate)} allows any extended key usage but does not name clientAuth, which OpenSSL refuses`;
    return [finding('warning', 'certificate.no-eku', message, PREFER_CLIENT_AUTH)];
}
function checkLeafUsage(leaf) {
    const findings = checkExtendedUsage(leaf);
    if (leaf.extendedKeyUsage === undefined) {
        findings.push(finding('warning', 'certificate.no-eku', `${told(leaf)} has no extended key usage`));
    }
    if (leaf.keyUsage?.has('digitalSignature') === false) {
        const message = `${told(leaf)} may not sign a handshake: its key usage lacks digitalSignature`;
        findings.push(finding('error', 'certificate.key-usage', message));
    }
    return findings;
}
function checkIssuer(issuer, below) {
    const findings = checkExtendedUsage(issuer);
    if (!issuer.isCa)
        findings.push(finding('error', 'certificate.not-a-ca', `${told(issuer)} stands as an issuer and is no CA`));
    if (issuer.keyUsage?.has('keyCertSign') === false) {
        const message = `${told(issuer)} may not sign certificates: its key usage lacks keyCertSign`;
        findings.push(finding('error', 'certificate.not-a-ca', message));
    }
    const pathLength = issuer.basicConstraints?.pathLength;
    if (pathLength !== undefined && below > pathLength) {
        const message = `${told(issuer)} allows ${pathLength} intermediates below it, and there are ${below}`;
        findings.push(finding('error', 'chain.invalid', message));
    }
    return findings;
}
const checkIssuers = (_, issuers) => issuers.flatMap((issuer, index) => checkIssuer(issuer, issuers.slice(0, index).filter((between) => !between.isSelfIssued).length));
const SHORTEST_RSA = 2048;
const USUAL_KEY = /^(?:(?:RSA|RSASSA-PSS|DSA|EC)-\d+|Ed25519|Ed448)$/;
const USUAL_CURVES = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
function checkKey(certificate) {
    const { keyAlgorithm: algorithm, curve } = certificate;
    const [family = '', size] = algorithm.split(/-(?=\d+$)/);
    if (!USUAL_KEY.test(algorithm) || (family === 'EC' && !USUAL_CURVES.has(curve))) {
        const kind = curve ?? algorithm;
        return [finding('error', 'key.unsupported', `${told(certificate)} has a key of a kind that TLS clients do not take: ${kind}`)];
    }
    if (/^(?:RSA|DSA)/.test(family) && Number(size) < SHORTEST_RSA) {
        return [finding('error', 'key.weak', `${told(certificate)} has a key that is too short: ${algorithm}`)];
    }
    return family === 'DSA'
        ? [finding('warning', 'key.weak', `${told(certificate)} has a DSA key, which TLS 1.3 does not take`)]
        : [];
}
const WEAK_DIGESTS = new Set(['md2', 'md4', 'md5', 'sha1']);
function checkSignature(certificate) {
    const { name, digest } = certificate.signatureAlgorithm;
    if (!WEAK_DIGESTS.has(digest) || certificate.isSelfSigned)
        return [];
    return [finding('error', 'certificate.weak-signature', `${told(certificate)} is signed with ${name}`)];
}
const checkLinks = (leaf, issuers) => {
    const chain = [leaf, ...issuers];
    return chain.flatMap((certificate, index) => {
        const issuer = chain[index + 1];
        if (issuer !== undefined) {
            if (certificate.isIssuedBy(issuer))
                return [];
            return [finding('error', 'chain.invalid', `${told(certificate)} is not signed by ${told(issuer)}`)];
        }
        if (!certificate.isSelfIssued || certificate.isSelfSigned)
            return [];
        return [finding('error', 'chain.invalid', `${told(certificate)} names itself as its issuer, and its signature does not hold`)];
    });
};
const checkEnd = (leaf, issuers, options) => {
    const chain = [leaf, ...issuers];
    const last = chain.at(-1) ?? leaf;
    const end = options.end ?? (0,_path_js__WEBPACK_IMPORTED_MODULE_0__/* .endOf */ .pJ)(chain);
    const issuer = last.issuer.slice(0, LONGEST_NAME);
    if (end === 'incomplete') {
        return [finding('error', 'chain.incomplete', `chain ends at ${told(last)}, and its issuer ${issuer} is missing`)];
    }
    if (end === 'no-root')
        return [finding('warning', 'chain.no-root', `chain lacks its root ${issuer}`)];
    return issuers.length > 0 ? [] : [finding('notice', 'certificate.self-signed', `${told(leaf)} is self-signed`)];
};
const PUBLIC_POLICY = /^2\.23\.140\.1\.(?:1|2\.\d+)$/;
const PRIVATE_CA = 'get client certificates from a private CA, or from the partner: public CAs no longer issue them';
function isPublic(certificate) {
    return certificate.policies.some((policy) => PUBLIC_POLICY.test(policy));
}
const checkRemarks = (leaf, issuers) => {
    const constrained = issuers.filter((issuer) => issuer.nameConstraints);
    const findings = constrained.map((issuer) => finding('notice', 'certificate.name-constraints', `${told(issuer)} limits the names that it may issue for`));
    if (isPublic(leaf)) {
        const message = `${told(leaf)} is from a publicly trusted CA: these withdraw clientAuth ` +
            '(browsers forbid it in new certificates from 2027-03-15, some CAs stopped in 2026)';
        findings.push(finding('notice', 'certificate.public-ca', message, PRIVATE_CA));
    }
    return findings;
};
const CHECKS = [
    (leaf, issuers, options) => [leaf, ...issuers].flatMap((certificate) => checkValidity(certificate, options)),
    checkLeafUsage,
    checkIssuers,
    (leaf, issuers) => [leaf, ...issuers].flatMap(checkKey),
    (leaf, issuers) => [leaf, ...issuers].flatMap(checkSignature),
    checkLinks,
    checkEnd,
    checkRemarks,
];


/***/ }),

/***/ 57269:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iZ: () => (/* binding */ findLeaf),
/* harmony export */   k$: () => (/* binding */ orderChain),
/* harmony export */   pJ: () => (/* binding */ endOf)
/* harmony export */ });
function orderChain(leaf, others, now) {
    const pool = distinct(others).filter((other) => !other.equals(leaf));
    const lasting = pool.toSorted((a, b) => b.notAfter.getTime() - a.notAfter.getTime() || (a.fingerprint256 < b.fingerprint256 ? -1 : 1));
    const any = pathFrom(leaf, lasting);
    const valid = now === undefined
        ? any
        : pathFrom(leaf, lasting.filter((other) => isValidAt(other, now)));
    const chain = preferred(valid, any);
    const foreign = pool.filter((other) => !chain.includes(other));
    const given = pool.filter((other) => chain.includes(other));
    return { chain, foreign, end: endOf(chain, foreign), reordered: given.some((other, index) => other !== chain[index + 1]) };
}
function isValidAt(certificate, now) {
    return certificate.notBefore <= now && now <= certificate.notAfter;
}
function endOf(chain, foreign = []) {
    if (endsAtRoot(chain))
        return 'root';
    const unconnected = foreign.some((other) => other.isCa && !chain.some((member) => member.subjectDer.equals(other.subjectDer)));
    return chain.length === 1 || unconnected ? 'incomplete' : 'no-root';
}
function endsAtRoot(chain) {
    return chain.at(-1)?.isSelfSigned ?? false;
}
function preferred(valid, any) {
    if (endsAtRoot(valid))
        return valid;
    return endsAtRoot(any) || any.length > valid.length ? any : valid;
}
function pathFrom(leaf, pool) {
    const unused = new Set(pool);
    let longest = [leaf];
    for (let paths = [longest]; paths[0] !== undefined; paths = paths.flatMap((path) => continued(path, unused))) {
        const complete = paths.find(endsAtRoot);
        if (complete !== undefined)
            return complete;
        longest = paths[0];
    }
    return longest;
}
function continued(path, unused) {
    const last = path.at(-1);
    const issuers = [...unused].filter((other) => last?.isIssuedBy(other));
    for (const issuer of issuers)
        unused.delete(issuer);
    return issuers.map((issuer) => [...path, issuer]);
}
function findLeaf(certificates, key) {
    const all = distinct(certificates);
    if (key !== undefined)
        return all.filter((one) => key.matches(one)).sort(byIssuedThenNewest)[0];
    const lowest = all.filter((one) => !all.some((other) => other !== one && other.isIssuedBy(one)));
    const leaves = lowest.filter((one) => !one.isCa);
    const candidates = leaves.length > 0 ? leaves : lowest;
    return candidates.length === 1 ? candidates[0] : undefined;
}
function byIssuedThenNewest(a, b) {
    return Number(a.isSelfIssued) - Number(b.isSelfIssued) || b.notBefore.getTime() - a.notBefore.getTime();
}
function distinct(certificates) {
    return [...new Map(certificates.map((one) => [one.fingerprint256, one])).values()];
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


/***/ })

};
