export const id = 6;
export const ids = [6];
export const modules = {

/***/ 7006:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildWanted: () => (/* binding */ buildWanted)
});

// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(83916);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/keystore/canonical.ts + 4 modules
var canonical = __webpack_require__(60262);
// EXTERNAL MODULE: ./src/keystore/compare.ts
var compare = __webpack_require__(78015);
// EXTERNAL MODULE: ./src/keystore/read.ts + 2 modules
var read = __webpack_require__(94291);
// EXTERNAL MODULE: ./src/x509/chain.ts
var x509_chain = __webpack_require__(48713);
// EXTERNAL MODULE: ./src/x509/pem.ts
var pem = __webpack_require__(64786);
// EXTERNAL MODULE: ./src/x509/private-key.ts + 2 modules
var private_key = __webpack_require__(93491);
// EXTERNAL MODULE: ./src/x509/format.ts
var format = __webpack_require__(87181);
;// CONCATENATED MODULE: ./src/wanted/facts.ts

/** The public facts of a certificate as outputs and plan show them. */
function factsOf(certificate) {
    const { subject, issuer, serialNumber, fingerprint256, notBefore, notAfter } = certificate;
    return { subject, issuer, serialNumber, fingerprint256, notBefore: (0,format/* formatTime */.fU)(notBefore), notAfter: (0,format/* formatTime */.fU)(notAfter) };
}

;// CONCATENATED MODULE: ./src/wanted/settle.ts

/** Several errors of one item, to be told all at once. */
class Failures extends Error {
    name = 'Failures';
    errors;
    constructor(errors) {
        super(errors.map(({ message }) => message).join('; '));
        this.errors = errors;
    }
}
/** The errors in anything thrown, each once. */
function errorsIn(error) {
    const errors = error instanceof Failures ? [...error.errors] : [(0,src_errors/* toCoded */.rA)(error)];
    return errors.filter((one, index) => errors.findIndex(({ code, message }) => code === one.code && message === one.message) === index);
}
/** Like `Promise.all`, but waits for all and throws everything that went wrong. @throws Failures */
async function settle_all(promises) {
    const settled = await Promise.allSettled(promises);
    const errors = settled.flatMap((result) => (result.status === 'rejected' ? errorsIn(result.reason) : []));
    if (errors.length > 0)
        throw new Failures(errors);
    return Promise.all(promises);
}

;// CONCATENATED MODULE: ./src/wanted/keystore.ts










/** Longer passwords do not fit into sys_certificate.key_store_password, and what the instance does then is not known. */
const MAX_PASSWORD = 255;
/**
 * Builds a keystore of the spec from its secrets and files (contract 4.7).
 * @throws Failures, with every value that cannot be read; keystore.*, key.*, certificate.* and chain.* errors of what they hold
 */
async function buildKeystore(spec, values, checking) {
    const password = values.secretText(spec.password);
    const make = spec.source.kind === 'load' ? load(spec, spec.source, password, values) : build(spec, spec.source, password, values);
    const [made, storePassword] = await settle_all([make, password]);
    if (storePassword.length > MAX_PASSWORD) {
        throw new src_errors/* CodedError */.AK('keystore.weak-password', `the password is longer than the ${MAX_PASSWORD} characters the instance stores`);
    }
    values.derived(made.bytes, `keystore ${spec.name}`);
    values.derived(made.key.pkcs8, `key of ${spec.name}`);
    const wanted = {
        name: spec.name,
        at: spec.at,
        type: spec.type,
        sha256: (0,external_node_crypto_.createHash)('sha256').update(made.bytes).digest('hex'),
        leaf: factsOf(made.leaf),
        putRight: made.putRight,
        findings: [...made.findings, ...(0,x509_chain/* checkChain */.uy)(made.chain, { ...checking, end: made.end })],
        accept: spec.accept,
        keepPrevious: spec.keepPrevious,
        warnInDays: spec.warnInDays,
    };
    const compare = (content) => compareWith(made, storePassword, content);
    return { wanted, chain: made.chain, content: made.bytes, password: storePassword, compare };
}
async function load(spec, source, wantedPassword, values) {
    const storePassword = source.password === undefined ? wantedPassword : values.secretText(source.password);
    const [bytes, store, password] = await settle_all([values.keystoreBytes(source.keystore), storePassword, wantedPassword]);
    const loaded = await (0,read/* readKeystore */.J)(bytes, { store, keys: [password] });
    const sourceAlias = source.alias === undefined ? {} : { sourceAlias: source.alias };
    return (0,canonical/* canonicalKeystore */.l)({ loaded, bytes }, { type: spec.type, alias: spec.alias, password, ...sourceAlias });
}
async function build(spec, source, wantedPassword, values) {
    const passphrase = source.keyPassphrase === undefined ? Promise.resolve(undefined) : values.secretText(source.keyPassphrase);
    const certificates = [source.certificate, ...source.chain].map(async (reference) => (0,pem/* readCertificates */.jZ)(await values.publicBytes(reference)));
    const [keyBytes, keyPassphrase, password, ...chain] = await settle_all([
        values.keyBytes(source.key),
        passphrase,
        wantedPassword,
        ...certificates,
    ]);
    const key = (0,private_key/* readPrivateKey */.$)(keyBytes, keyPassphrase?.text());
    return (0,canonical/* canonicalKeystore */.l)({ key, certificates: chain.flat() }, { type: spec.type, alias: spec.alias, password });
}
/** What the public files of a keystore tell where its secrets are withheld; of one that stands in a secret as a whole, nothing. */
async function lookAtPublic({ name, at, accept, source }, values, checking) {
    const nothing = { unseen: { name, at, accept, leaf: undefined, findings: [] }, chain: [] };
    if (source.kind !== 'build')
        return nothing;
    try {
        const references = [source.certificate, ...source.chain];
        const found = await settle_all(references.map(async (reference) => (0,pem/* readCertificates */.jZ)(await values.publicBytes(reference))));
        const certificates = found.flat();
        const leaf = (0,x509_chain/* findLeaf */.iZ)(certificates);
        if (leaf === undefined)
            return nothing;
        const { chain, end } = (0,x509_chain/* orderChain */.k$)(leaf, certificates, checking.now);
        const findings = (0,x509_chain/* checkChain */.uy)(chain, { ...checking, end });
        return { unseen: { name, at, accept, leaf: factsOf(leaf), findings }, chain };
    }
    catch {
        // What is wrong with these files was told when the keystore was tried to be built.
        return nothing;
    }
}
async function compareWith(made, password, content) {
    try {
        const found = await (0,read/* readKeystore */.J)(content, { store: password });
        return (0,compare/* sameContents */.P1)(found, made) ? { kind: 'same' } : { kind: 'different' };
    }
    catch (error) {
        return { kind: 'unreadable', why: (0,src_errors/* toCoded */.rA)(error).message };
    }
}

;// CONCATENATED MODULE: ./src/wanted/trusted.ts





/** @throws value.*, certificate.unreadable, certificate.several, value.private-in-public */
async function buildTrusted(spec, values, checking) {
    const found = (0,pem/* readCertificates */.jZ)(await values.publicBytes(spec.certificate));
    const [certificate] = found;
    if (certificate === undefined)
        throw new src_errors/* CodedError */.AK('certificate.unreadable', 'the file holds no certificate');
    if (found.length > 1)
        throw new src_errors/* CodedError */.AK('certificate.several', `the file holds ${found.length} certificates, one is needed`);
    const wanted = {
        name: spec.name,
        at: spec.at,
        format: spec.format,
        pem: (0,pem/* toPem */.sg)(certificate),
        sha256: (0,external_node_crypto_.createHash)('sha256').update(certificate.der).digest('hex'),
        certificate: factsOf(certificate),
        findings: (0,x509_chain/* checkTrusted */.E4)(certificate, checking.now, checking.expiryWarningDays),
        accept: spec.accept,
        overlapMs: spec.overlapMs,
        warnInDays: spec.warnInDays,
    };
    return { wanted, content: certificate.der, compare: (content) => Promise.resolve(trusted_compareWith(certificate, content)) };
}
/** Certificates are compared by their DER, never as text (contract 4.5). */
function trusted_compareWith(certificate, content) {
    try {
        const found = (0,pem/* readCertificates */.jZ)(content);
        return found.length === 1 && found[0]?.equals(certificate) === true ? { kind: 'same' } : { kind: 'different' };
    }
    catch (error) {
        if (!(error instanceof src_errors/* CodedError */.AK))
            throw error;
        return { kind: 'unreadable', why: error.message };
    }
}

;// CONCATENATED MODULE: ./src/wanted/wanted.ts




/**
 * Builds every keystore and reads every certificate of the spec, side by side. Never throws for what a user can meet.
 * @param withheld why secrets may be missing without that being an error (contract 4.11), as a sentence; undefined where not.
 */
async function buildWanted(spec, values, checking, withheld) {
    const problems = [];
    const secretless = new Set();
    const tell = (item, at, error) => {
        const tolerated = withheld !== undefined && error.code === 'value.secret-missing';
        if (tolerated)
            secretless.add(item);
        problems.push((0,src_errors/* problemOf */.Zw)(tolerated ? { ...error.toFinding('notice'), hint: withheld } : error.toFinding(), item, at));
    };
    const [keystores, trusted] = await Promise.all([
        buildAll('keystores', spec.keystores, (item) => buildKeystore(item, values, checking), tell),
        buildAll('trusted-certificates', spec.trustedCertificates, (item) => buildTrusted(item, values, checking), tell),
    ]);
    const hidden = [...spec.keystores.values()].filter(({ name }) => secretless.has(`keystores.${name}`));
    const unseen = await Promise.all(hidden.map((keystore) => lookAtPublic(keystore, values, checking)));
    return {
        unseen: new Map(unseen.map((found) => [found.unseen.name, found.unseen])),
        keystores: new Map([...keystores].map(([name, { wanted }]) => [name, wanted])),
        trusted: new Map([...trusted].map(([name, { wanted }]) => [name, wanted])),
        problems,
        expectations: [...expectKeystores(keystores), ...expectTrusted(trusted)],
        contents: contentsOf(keystores, trusted),
        publicKeystores: [
            ...[...keystores].map(([name, { chain }]) => ({ name, chain })),
            ...unseen.flatMap(({ unseen: { name }, chain }) => (chain.length === 0 ? [] : [{ name, chain }])),
        ],
    };
}
async function buildAll(section, items, build, tell) {
    const built = await Promise.all([...items].map(async ([name, item]) => {
        try {
            return [[name, await build(item)]];
        }
        catch (error) {
            for (const coded of errorsIn(error))
                tell(`${section}.${name}`, item.at, coded);
            return [];
        }
    }));
    return new Map(built.flat());
}
function expectKeystores(keystores) {
    return [...keystores.values()].map(({ wanted, compare }) => {
        const { name, sha256, type, keepPrevious: keep } = wanted;
        return { kind: 'keystore', name, sha256, type, keep, compare };
    });
}
function expectTrusted(trusted) {
    return [...trusted.values()].map(({ wanted, compare }) => {
        return { kind: 'trusted-certificate', name: wanted.name, sha256: wanted.sha256, type: 'trusted', keep: 0, compare };
    });
}
function contentsOf(keystores, trusted) {
    const find = (item) => {
        const name = item.slice(item.indexOf('.') + 1);
        const found = item.startsWith('keystores.') ? keystores.get(name) : trusted.get(name);
        if (found === undefined)
            throw new src_errors/* CodedError */.AK('internal', `${item} was not built before it was needed`);
        return found;
    };
    return {
        content: (item) => find(item).content,
        password: (item) => {
            const found = find(item);
            if (!('password' in found))
                throw new src_errors/* CodedError */.AK('internal', `${item} has no password`);
            return found.password;
        },
    };
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
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80590);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28647);
/* harmony import */ var _pkcs7_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74864);







/** More than anybody's bundle; each is compared with each when a chain is put in order. */
const MAX_CERTIFICATES = 200;
const CERTIFICATE_LABELS = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']);
const PKCS7_LABELS = new Set(['PKCS7', 'PKCS #7 SIGNED DATA', 'CMS']);
/** The certificate as PEM: 64 columns, `\n`, a newline at the end. */
function toPem(certificate) {
    return (0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .armor */ .yE)('CERTIFICATE', certificate.der);
}
/**
 * The certificates of a public file, in its order: PEM (one or many, with text around), DER, PKCS#7 (PEM, DER or BER), or bare base64.
 * @throws CodedError value.private-in-public when a private key or a keystore is found in it, before anything else is said;
 *   certificate.unreadable when it holds no certificate, or a damaged one
 */
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
/** Looks for private keys before the file is understood: a damaged one is private all the same. */
function refusePrivate(bytes) {
    if (/BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File/.test((0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(bytes)))
        throw privateInPublic('a private key');
    const kind = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes);
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .isPrivate */ .G)(kind))
        throw privateInPublic(kind.endsWith('ks') || kind === 'pkcs12' ? 'a keystore' : 'a private key');
}
const privateInPublic = (what) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('value.private-in-public', `${what} stands where only certificates are meant`);
/** The DER of the certificates in a block; none for a block of something else, which may stand beside them. */
function certificatesOf({ label, bytes }) {
    if (PKCS7_LABELS.has(label) || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes) === 'pkcs7')
        return (0,_pkcs7_js__WEBPACK_IMPORTED_MODULE_5__/* .readSignedData */ .f)(bytes);
    // OpenSSL appends what it trusts the certificate for.
    if (label === 'TRUSTED CERTIFICATE')
        return [(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readFirst */ .vv)(bytes).bytes];
    return CERTIFICATE_LABELS.has(label) || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes) === 'certificate' || label === '' ? [bytes] : [];
}
/** What a file holds in place of a certificate, for the message. */
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
/**
 * A `.p7b`: SignedData without content and signers that only carries certificates (RFC 2315 9.1; RFC 5652 5.1 calls it degenerate).
 * They stand in the order of their bytes, as DER asks of a SET: the order of a chain is found by its reader.
 */
function certsOnly(certificates) {
    const distinct = certificates.filter((one, index) => certificates.findIndex((other) => other.equals(one)) === index);
    const sorted = distinct.map(({ der }) => der).sort((a, b) => a.compare(b));
    const signedData = (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(1), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .set */ .hZ)(), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(DATA)), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O)(0, Buffer.concat(sorted)), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .set */ .hZ)());
    return (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(SIGNED_DATA), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O)(0, signedData));
}
/** The DER of each certificate that a SignedData carries, in its order; signatures are not looked at. @throws DerError */
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
