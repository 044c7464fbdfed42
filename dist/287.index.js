export const id = 287;
export const ids = [287];
export const modules = {

/***/ 51287:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clientIdentity: () => (/* binding */ clientIdentity)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55518);
/* harmony import */ var _x509_armor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86747);
/* harmony import */ var _x509_format_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87181);
/* harmony import */ var _x509_path_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57269);
/* harmony import */ var _x509_pem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64786);
/* harmony import */ var _x509_private_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93491);







function clientIdentity(certificates, secrets, register, now) {
    const chain = within('client-certificate', () => (0,_x509_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .readCertificates */ .jZ)(Buffer.from(certificates, 'utf8')));
    const key = openedKey(secrets);
    const pem = new _redact_js__WEBPACK_IMPORTED_MODULE_1__/* .SecretValue */ .iJ((0,_x509_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .armor */ .yE)('PRIVATE KEY', key.pkcs8), 'client-certificate-key');
    register(pem);
    const own = chain.find((certificate) => key.matches(certificate));
    if (own === undefined)
        throw refused('client-certificate', 'client-certificate-key is the key of none of its certificates');
    requireValid(own, now);
    return { cert: (0,_x509_path_js__WEBPACK_IMPORTED_MODULE_5__/* .orderChain */ .k$)(own, chain, now).chain.map(_x509_pem_js__WEBPACK_IMPORTED_MODULE_3__/* .toPem */ .sg).join(''), key: pem.text() };
}
function openedKey(secrets) {
    const passphrase = secrets['client-certificate-passphrase'];
    return within('client-certificate-key', () => (0,_x509_private_key_js__WEBPACK_IMPORTED_MODULE_4__/* .readPrivateKey */ .$)(secrets['client-certificate-key'].bytes(), passphrase.length === 0 ? undefined : passphrase.text()));
}
function requireValid({ notBefore, notAfter }, now) {
    if (notAfter < now)
        throw refused('client-certificate', `has expired on ${(0,_x509_format_js__WEBPACK_IMPORTED_MODULE_6__/* .formatTime */ .fU)(notAfter)}`);
    if (notBefore > now)
        throw refused('client-certificate', `is not valid before ${(0,_x509_format_js__WEBPACK_IMPORTED_MODULE_6__/* .formatTime */ .fU)(notBefore)}`);
}
function within(input, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK))
            throw error;
        throw refused(input, error.message);
    }
}
const refused = (input, says) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.sign-in', `${input}: ${says}`, {
    hint: 'give client-certificate and client-certificate-key as PEM with their line breaks, and client-certificate-passphrase where the key is encrypted',
});


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


/***/ }),

/***/ 93491:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ PrivateKey),
  $: () => (/* binding */ readPrivateKey)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/der/reader.ts
var reader = __webpack_require__(35016);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/x509/algorithms.ts
var algorithms = __webpack_require__(95952);
// EXTERNAL MODULE: ./src/x509/armor.ts
var armor = __webpack_require__(86747);
;// CONCATENATED MODULE: ./src/x509/encrypted-key.ts




const MAX_ITERATIONS = 5_000_000;
const MAX_SCRYPT = 1 << 22;
const PBES2 = '1.2.840.113549.1.5.13';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';
const DES_DIGESTS = new Map([
    ['1.2.840.113549.1.5.3', 'md5'],
    ['1.2.840.113549.1.5.10', 'sha1'],
]);
const CONVERT = 'write it anew with `openssl pkcs8 -topk8 -v2 aes-256-cbc`';
function decryptPkcs8(der, passphrase) {
    const [algorithm, ciphertext] = (0,reader/* asSequence */.GO)((0,reader/* readOne */.JF)(der, { ber: true }));
    const [id, parameters] = (0,reader/* asSequence */.GO)(algorithm);
    const scheme = (0,reader/* asOid */.jm)(id);
    refuseCostly(scheme, parameters);
    const digest = DES_DIGESTS.get(scheme);
    if (digest === undefined)
        return encrypted_key_open({ key: (0,armor/* armor */.yE)('ENCRYPTED PRIVATE KEY', der), passphrase });
    const [salt, iterations] = (0,reader/* asSequence */.GO)(parameters);
    const derived = pbkdf1(digest, Buffer.from(passphrase, 'utf8'), (0,reader/* asOctets */.RC)(salt), (0,reader/* asSmallInteger */.Gp)(iterations));
    const plain = decryptDes((0,reader/* asOctets */.RC)(ciphertext), derived.subarray(0, 8), derived.subarray(8, 16));
    return encrypted_key_open({ key: (0,armor/* armor */.yE)('PRIVATE KEY', plain) });
}
function decryptLegacy({ label, headers, bytes }, passphrase) {
    const info = headers.get('DEK-Info') ?? '';
    const [cipher = '', iv = ''] = info.split(',');
    if (cipher.toUpperCase() === 'DES-CBC' && /^[0-9a-f]{16}$/i.test(iv)) {
        const vector = Buffer.from(iv, 'hex');
        const key = pbkdf1('md5', Buffer.from(passphrase, 'utf8'), vector, 1).subarray(0, 8);
        return encrypted_key_open({ key: (0,armor/* armor */.yE)(label, decryptDes(bytes, key, vector)) });
    }
    return encrypted_key_open({ key: (0,armor/* armor */.yE)(label, bytes, `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${info}\n\n`), passphrase });
}
function encrypted_key_open(input) {
    try {
        return (0,external_node_crypto_.createPrivateKey)(input);
    }
    catch (error) {
        throw codeOf(error) === 'ERR_OSSL_EVP_UNSUPPORTED' ? unsupported() : wrongPassphrase();
    }
}
const codeOf = (error) => typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
const wrongPassphrase = () => new errors/* CodedError */.AK('key.unreadable', 'private key does not open with its passphrase', {
    hint: 'check the passphrase, and that its secret has no space or newline too many',
});
const unsupported = () => new errors/* CodedError */.AK('key.unreadable', 'private key is encrypted with a cipher that is not supported', { hint: CONVERT });
function refuseCostly(scheme, parameters) {
    const parts = (0,reader/* asSequence */.GO)(parameters);
    const [kdf, kdfParameters] = scheme === PBES2 ? (0,reader/* asSequence */.GO)(parts[0]) : [];
    const costs = scheme === PBES2 ? (0,reader/* asSequence */.GO)(kdfParameters) : parts;
    const scrypt = kdf !== undefined && (0,reader/* asOid */.jm)(kdf) === SCRYPT;
    const numbers = costs.slice(1, scrypt ? 4 : 2).map(reader/* asSmallInteger */.Gp);
    const work = numbers.reduce((product, number) => product * number, 1);
    if (numbers.some((number) => number < 1))
        throw new reader/* DerError */.I4('the costs of its encryption are impossible');
    if (work > (scrypt ? MAX_SCRYPT : MAX_ITERATIONS)) {
        throw new errors/* CodedError */.AK('key.unreadable', 'private key asks for more work to open it than is allowed', { hint: CONVERT });
    }
}
function pbkdf1(digest, passphrase, salt, iterations) {
    let derived = (0,external_node_crypto_.hash)(digest, Buffer.concat([passphrase, salt]), 'buffer');
    for (let round = 1; round < iterations; round++)
        derived = (0,external_node_crypto_.hash)(digest, derived, 'buffer');
    return derived;
}
function decryptDes(ciphertext, key, iv) {
    try {
        const cipher = (0,external_node_crypto_.createDecipheriv)('des-ede3-cbc', Buffer.concat([key, key, key]), iv);
        return Buffer.concat([cipher.update(ciphertext), cipher.final()]);
    }
    catch {
        throw wrongPassphrase();
    }
}

;// CONCATENATED MODULE: ./src/x509/key-halves.ts


function halvesBelongTogether(key) {
    if (key.asymmetricKeyType === 'rsa')
        return rsaHolds(key);
    const curve = (0,algorithms/* curveOf */.Fi)(key) ?? '';
    return key.asymmetricKeyType !== 'ec' || !NIST_CURVES.has(curve) || ecHolds(key, curve);
}
const NIST_CURVES = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
function rsaHolds(key) {
    const jwk = key.export({ format: 'jwk' });
    const [n, e, d, p, q, dp, dq, qi] = [jwk.n, jwk.e, jwk.d, jwk.p, jwk.q, jwk.dp, jwk.dq, jwk.qi].map(numberOf);
    if (!n || !e || !d || !p || !q || !dp || !dq || !qi || p === 1n || q === 1n)
        return false;
    const inverse = (exponent, prime) => (e * exponent) % (prime - 1n) === 1n;
    return p * q === n && inverse(d, p) && inverse(d, q) && inverse(dp, p) && inverse(dq, q) && (q * qi) % p === 1n;
}
function numberOf(base64url) {
    if (typeof base64url !== 'string' || base64url === '')
        return undefined;
    return BigInt(`0x${Buffer.from(base64url, 'base64url').toString('hex')}`);
}
function ecHolds(key, curve) {
    try {
        const { d = '', x = '', y = '' } = key.export({ format: 'jwk' });
        const computed = (0,external_node_crypto_.createECDH)(curve);
        computed.setPrivateKey(Buffer.from(d, 'base64url'));
        const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
        return computed.getPublicKey().equals(point);
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./src/x509/kinds.ts
var x509_kinds = __webpack_require__(28647);
;// CONCATENATED MODULE: ./src/x509/private-key.ts









class PrivateKey {
    #public;
    #pkcs8;
    algorithm;
    constructor(key) {
        this.#public = (0,external_node_crypto_.createPublicKey)(key);
        this.#pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
        this.algorithm = (0,algorithms/* keyAlgorithmOf */.Ky)(key);
    }
    static fromKeyObject(key) {
        if (halvesBelongTogether(key))
            return new PrivateKey(key);
        throw new errors/* CodedError */.AK('key.unreadable', 'private key is damaged: its numbers do not belong together');
    }
    static fromPkcs8(der) {
        return PrivateKey.fromKeyObject(openPlain('PRIVATE KEY', der));
    }
    get pkcs8() {
        return this.#pkcs8;
    }
    get publicSpki() {
        return this.#public.export({ type: 'spki', format: 'der' });
    }
    matches(certificate) {
        try {
            return certificate.spki.equals(this.publicSpki) || samePublicKey(this.#public, certificate.publicKey);
        }
        catch {
            return false;
        }
    }
    equals(other) {
        return samePublicKey(this.#public, other.#public);
    }
    toString() {
        return `[private key ${this.algorithm}]`;
    }
    toJSON() {
        return this.toString();
    }
    [external_node_util_.inspect.custom]() {
        return this.toString();
    }
}
function samePublicKey(one, other) {
    return one.asymmetricKeyType === other.asymmetricKeyType && one.equals(other);
}
function readPrivateKey(bytes, passphrase) {
    return coded(() => PrivateKey.fromKeyObject(openBlock(theOneKey((0,armor/* blocksOf */.SH)(bytes)), passphrase)));
}
const isKeyBlock = ({ label, bytes }) => label.endsWith('PRIVATE KEY') || (0,x509_kinds/* isPrivate */.G)((0,x509_kinds/* kindOf */.I)(bytes));
function theOneKey(blocks) {
    const [key, ...more] = blocks.filter(isKeyBlock);
    if (key === undefined)
        throw notAKey(blocks);
    if (more.some(({ bytes }) => !bytes.equals(key.bytes))) {
        throw new errors/* CodedError */.AK('key.unreadable', `there are ${more.length + 1} private keys where one is meant`, {
            hint: 'keep only the key that belongs to the certificate',
        });
    }
    return key;
}
const MISTAKEN = {
    certificate: ['a certificate', 'give the private key that belongs to it'],
    pkcs7: ['a bundle of certificates', 'give the private key that belongs to the certificate'],
    'certificate request': ['a certificate signing request', 'give the private key that it was made with'],
    'public key': ['a public key', 'give the private half of it'],
    pkcs12: ['a PKCS#12 keystore', 'give it as `source.keystore`'],
    jks: ['a JKS keystore', 'give it as `source.keystore`'],
    jceks: ['a JCEKS keystore', 'convert it to PKCS#12 and give it as `source.keystore`'],
};
function notAKey(blocks) {
    const kinds = blocks.map(({ bytes }) => MISTAKEN[(0,x509_kinds/* kindOf */.I)(bytes)]).filter((mistaken) => mistaken !== undefined);
    const [what, hint] = kinds[0] ?? ['something else', undefined];
    return new errors/* CodedError */.AK('key.unreadable', `${what} stands where a private key is meant`, hint === undefined ? {} : { hint });
}
const LABELS = {
    pkcs8: 'PRIVATE KEY',
    pkcs1: 'RSA PRIVATE KEY',
    sec1: 'EC PRIVATE KEY',
    'dsa key': 'DSA PRIVATE KEY',
};
function openBlock(block, passphrase) {
    if (block.label === 'OPENSSH PRIVATE KEY') {
        throw new errors/* CodedError */.AK('key.unreadable', 'private key is in the format of OpenSSH', {
            hint: 'convert a copy of it with `ssh-keygen -p -m PKCS8 -f COPY`',
        });
    }
    const kind = (0,x509_kinds/* kindOf */.I)(block.bytes);
    const legacy = block.headers.has('DEK-Info');
    if (legacy || kind === 'encrypted pkcs8') {
        if (passphrase === undefined || passphrase === '') {
            throw new errors/* CodedError */.AK('key.unreadable', 'private key is encrypted and there is no passphrase', {
                hint: 'give its passphrase as `key-passphrase`',
            });
        }
        return legacy ? decryptLegacy(block, passphrase) : decryptPkcs8(block.bytes, passphrase);
    }
    const label = LABELS[kind];
    if (label !== undefined)
        return openPlain(label, block.bytes);
    if (MISTAKEN[kind] !== undefined)
        throw notAKey([block]);
    throw damaged();
}
function openPlain(label, der) {
    try {
        return (0,external_node_crypto_.createPrivateKey)((0,armor/* armor */.yE)(label, der));
    }
    catch {
        throw damaged();
    }
}
const damaged = () => new errors/* CodedError */.AK('key.unreadable', 'private key is damaged, or of a kind that is not known');
function coded(read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof armor/* PemError */.fd || error instanceof reader/* DerError */.I4))
            throw error;
        throw new errors/* CodedError */.AK('key.unreadable', `private key cannot be read: ${error.message}`);
    }
}


/***/ })

};
