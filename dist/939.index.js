export const id = 939;
export const ids = [939];
export const modules = {

/***/ 48713:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ checkTrusted),
/* harmony export */   ZE: () => (/* binding */ CLIENT_AUTH),
/* harmony export */   iZ: () => (/* reexport safe */ _path_js__WEBPACK_IMPORTED_MODULE_1__.iZ),
/* harmony export */   k$: () => (/* reexport safe */ _path_js__WEBPACK_IMPORTED_MODULE_1__.k$),
/* harmony export */   uy: () => (/* binding */ checkChain)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87181);
/* harmony import */ var _path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57269);



/**
 * Everything that keeps a chain from working as the identity of a TLS client, and what is worth knowing of it: all at once.
 * @param chain the leaf first, as {@link orderChain} gives it; errors are what must not be published
 */
function checkChain(chain, options) {
    const [leaf, ...issuers] = chain;
    return leaf === undefined ? [] : CHECKS.flatMap((check) => check(leaf, issuers, options));
}
/**
 * What is to be said of a certificate that the instance shall trust. It need not be a CA: a partner's own certificate can be pinned.
 * One that is not valid yet is only warned of: it may be there for a change to come.
 */
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
/** A certificate as messages name it; names come from strangers and are cut. */
function told(certificate) {
    const name = certificate.toString();
    return `certificate ${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}\u2026` : name}`;
}
function checkValidity(certificate, { now, expiryWarningDays }) {
    const { notBefore, notAfter } = certificate;
    const name = told(certificate);
    if (now < notBefore) {
        return [finding('error', 'certificate.not-yet-valid', `${name} is not valid before ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(notBefore)}`)];
    }
    if (now > notAfter)
        return [finding('error', 'certificate.expired', `${name} expired on ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(notAfter)}`)];
    const days = (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .daysUntil */ .AQ)(notAfter, now);
    const left = notAfter.getTime() - now.getTime();
    if (expiryWarningDays === undefined || left > expiryWarningDays * _format_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_)
        return [];
    return [finding('warning', 'certificate.expiring', `${name} expires in ${days} days, on ${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(notAfter)}`)];
}
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const ANY_USAGE = '2.5.29.37.0';
const PREFER_CLIENT_AUTH = 'have it issued with extended key usage clientAuth (1.3.6.1.5.5.7.3.2)';
/** The usages of an issuer bind what it issues too: OpenSSL and CAs hold to that, RFC 5280 leaves it open. */
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
/** What OpenSSL asks of a TLS client: a handshake signature, so digitalSignature where key usage is limited (RFC 5246 7.4.6). */
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
/** @param below intermediates between the issuer and the leaf that are not self-issued, which is what pathLen counts (RFC 5280 4.2.1.9) */
function checkIssuer(issuer, below) {
    const findings = checkExtendedUsage(issuer);
    const name = told(issuer);
    if (!issuer.isCa)
        findings.push(finding('error', 'certificate.not-a-ca', `${name} stands as an issuer and is no CA`));
    if (issuer.keyUsage?.has('keyCertSign') === false) {
        const message = `${name} may not sign certificates: its key usage lacks keyCertSign`;
        findings.push(finding('error', 'certificate.not-a-ca', message));
    }
    const pathLength = issuer.basicConstraints?.pathLength;
    if (pathLength !== undefined && below > pathLength) {
        const message = `${name} allows ${pathLength} intermediates below it, and there are ${below}`;
        findings.push(finding('error', 'chain.invalid', message));
    }
    return findings;
}
const checkIssuers = (_, issuers) => issuers.flatMap((issuer, index) => checkIssuer(issuer, issuers.slice(0, index).filter((between) => !between.isSelfIssued).length));
const SHORTEST_RSA = 2048;
const USUAL_KEY = /^(?:(?:RSA|RSASSA-PSS|DSA|EC)-\d+|Ed25519|Ed448)$/;
/** The curves that Java and the TLS libraries of partners take, by OpenSSL's names. */
const USUAL_CURVES = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
function checkKey(certificate) {
    const { keyAlgorithm: algorithm, curve } = certificate;
    const name = told(certificate);
    const [family = '', size] = algorithm.split(/-(?=\d+$)/);
    if (!USUAL_KEY.test(algorithm) || (family === 'EC' && !USUAL_CURVES.has(curve))) {
        const kind = curve ?? algorithm;
        return [finding('error', 'key.unsupported', `${name} has a key of a kind that TLS clients do not take: ${kind}`)];
    }
    if (/^(?:RSA|DSA)/.test(family) && Number(size) < SHORTEST_RSA) {
        return [finding('error', 'key.weak', `${name} has a key that is too short: ${algorithm}`)];
    }
    return family === 'DSA' ? [finding('warning', 'key.weak', `${name} has a DSA key, which TLS 1.3 does not take`)] : [];
}
const WEAK_DIGESTS = new Set(['md2', 'md4', 'md5', 'sha1']);
/** A self-signed certificate is believed for itself, not for its signature. */
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
    const end = options.end ?? (0,_path_js__WEBPACK_IMPORTED_MODULE_1__/* .endOf */ .pJ)(chain);
    const issuer = last.issuer.slice(0, LONGEST_NAME);
    if (end === 'incomplete') {
        return [finding('error', 'chain.incomplete', `chain ends at ${told(last)}, and its issuer ${issuer} is missing`)];
    }
    if (end === 'no-root')
        return [finding('warning', 'chain.no-root', `chain lacks its root ${issuer}`)];
    return issuers.length > 0 ? [] : [finding('notice', 'certificate.self-signed', `${told(leaf)} is self-signed`)];
};
/** The policies of the CA/Browser Forum for TLS: only a publicly trusted CA may assert them. */
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
/* unused harmony export isValidAt */
/**
 * Finds the path from a leaf up, by signatures: given order and names do not count. Of several paths (cross-signed CAs) one that
 * ends at a root goes before one that does not, then one of valid certificates, then the shortest, then the one that lasts longest.
 * @param now the time at which certificates should be valid; without it their validity does not count
 */
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
/** Whether `now` is within the certificate's validity, both ends included (RFC 5280 4.1.2.5). */
function isValidAt(certificate, now) {
    return certificate.notBefore <= now && now <= certificate.notAfter;
}
/** How a chain ends, given the certificates that found no place in it: a CA among them suggests that one between is missing. */
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
/** Breadth first, each certificate once: the shortest path to a root, else one of the longest there are. */
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
/**
 * The end entity among certificates: the one for the key (of several the newest that a CA issued), or without a key the only one
 * that issued none of the others. Undefined where there is none, or no telling.
 */
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




/** Iterations of a key derivation that are worked through; a hostile file may ask for years. */
const MAX_ITERATIONS = 5_000_000;
/** The work of scrypt, N\u00b7r\u00b7p: 32 times what openssl asks for. */
const MAX_SCRYPT = 1 << 22;
const PBES2 = '1.2.840.113549.1.5.13';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';
/** PBES1 with DES (RFC 8018 A.3), the default of `openssl pkcs8 -topk8` before 1.1: OpenSSL 3 has put DES aside. */
const DES_DIGESTS = new Map([
    ['1.2.840.113549.1.5.3', 'md5'],
    ['1.2.840.113549.1.5.10', 'sha1'],
]);
const CONVERT = 'write it anew with `openssl pkcs8 -topk8 -v2 aes-256-cbc`';
/**
 * Opens an EncryptedPrivateKeyInfo (RFC 5958 3).
 * @throws CodedError key.unreadable when the passphrase is wrong or the cipher is not supported; DerError
 */
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
/** Opens a traditional key encrypted within its armour (RFC 1421 4.6.1.3, as OpenSSL does it). @throws CodedError key.unreadable */
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
/** PBKDF1 (RFC 8018 5.1); with MD5 and one iteration also what OpenSSL derives for traditional keys. */
function pbkdf1(digest, passphrase, salt, iterations) {
    let derived = (0,external_node_crypto_.hash)(digest, Buffer.concat([passphrase, salt]), 'buffer');
    for (let round = 1; round < iterations; round++)
        derived = (0,external_node_crypto_.hash)(digest, derived, 'buffer');
    return derived;
}
/** DES-CBC as triple DES with one key three times, which is the same. */
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


/**
 * Whether the private half of a key belongs to its public one. OpenSSL and Java take what the file says of the public half, so that
 * a damaged key matches its certificate and fails in every handshake. RSA and the curves of NIST are computed; others pass.
 */
function halvesBelongTogether(key) {
    if (key.asymmetricKeyType === 'rsa')
        return rsaHolds(key);
    const curve = (0,algorithms/* curveOf */.Fi)(key) ?? '';
    return key.asymmetricKeyType !== 'ec' || !NIST_CURVES.has(curve) || ecHolds(key, curve);
}
const NIST_CURVES = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
/** The relations of RFC 8017 3.2 between modulus, exponents, primes and the coefficients that speed things up. */
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
        // A private number beyond the order of the curve, or a point that is not on it, cannot be exported.
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









/** A private key that cannot be printed: every way of turning it into text gives a placeholder. */
class PrivateKey {
    #public;
    #pkcs8;
    /** As a certificate's: `RSA-2048`, `EC-256`, `Ed25519`. */
    algorithm;
    constructor(key) {
        this.#public = (0,external_node_crypto_.createPublicKey)(key);
        this.#pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
        this.algorithm = (0,algorithms/* keyAlgorithmOf */.Ky)(key);
    }
    /** @throws CodedError key.unreadable when the two halves of the key do not belong together */
    static fromKeyObject(key) {
        if (halvesBelongTogether(key))
            return new PrivateKey(key);
        throw new errors/* CodedError */.AK('key.unreadable', 'private key is damaged: its numbers do not belong together');
    }
    /** @param der an unencrypted PrivateKeyInfo (RFC 5208). @throws CodedError key.unreadable */
    static fromPkcs8(der) {
        return PrivateKey.fromKeyObject(openPlain('PRIVATE KEY', der));
    }
    /**
     * Unencrypted PKCS#8, version 1: the same bytes whatever form the key was given in, but that an EC key which came without its
     * public half, as Java writes it, stays without.
     */
    get pkcs8() {
        return this.#pkcs8;
    }
    /** SubjectPublicKeyInfo of the public half. */
    get publicSpki() {
        return this.#public.export({ type: 'spki', format: 'der' });
    }
    /** Whether the certificate is for this key. Never throws. */
    matches(certificate) {
        try {
            return certificate.spki.equals(this.publicSpki) || samePublicKey(this.#public, certificate.publicKey);
        }
        catch {
            return false;
        }
    }
    /** Whether it is the same key, by its public half, which belongs to the private one. */
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
/**
 * Keys of two types are not compared: node:crypto leaves the error of that in OpenSSL's queue, where the next call that reads a key
 * stumbles over it.
 */
function samePublicKey(one, other) {
    return one.asymmetricKeyType === other.asymmetricKeyType && one.equals(other);
}
/**
 * The one private key of a file or secret: PKCS#8 (plain or encrypted), PKCS#1, SEC 1 or traditional DSA, as PEM, DER or base64 of
 * either. Certificates and parameters beside it are passed over.
 * @param passphrase used only where the key is encrypted
 * @throws CodedError key.unreadable
 */
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
/** The other things that people give for a key, and what to do then. */
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
/** The labels that OpenSSL reads each form of key under. */
const LABELS = {
    pkcs8: 'PRIVATE KEY',
    pkcs1: 'RSA PRIVATE KEY',
    sec1: 'EC PRIVATE KEY',
    'dsa key': 'DSA PRIVATE KEY',
};
/** Trusts the structure more than the label: a PKCS#8 key is found under `RSA PRIVATE KEY` too. */
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
