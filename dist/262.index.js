export const id = 262;
export const ids = [262];
export const modules = {

/***/ 60262:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ canonicalKeystore),
  N: () => (/* binding */ chainFor)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/x509/chain.ts
var x509_chain = __webpack_require__(48713);
// EXTERNAL MODULE: ./src/x509/path.ts
var path = __webpack_require__(57269);
// EXTERNAL MODULE: ./src/keystore/compare.ts
var compare = __webpack_require__(78015);
// EXTERNAL MODULE: ./src/keystore/issuers.ts
var issuers = __webpack_require__(35652);
// EXTERNAL MODULE: ./src/keystore/keystore.ts
var keystore = __webpack_require__(85190);
// EXTERNAL MODULE: ./src/keystore/password.ts
var keystore_password = __webpack_require__(86663);
// EXTERNAL MODULE: ./src/keystore/modified-utf8.ts
var modified_utf8 = __webpack_require__(90757);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/keystore/salts.ts

const CONTEXT = 'servicenow-mtls keystore 1';
function saltsFor(keys, publicParts) {
    const secret = (0,external_node_crypto_.createHash)('sha512');
    for (const part of keys.length > 0 ? keys.map((key) => key.pkcs8) : publicParts)
        secret.update(framed(part));
    const hmacKey = secret.digest();
    return (purpose, length, content = Buffer.alloc(0)) => (0,external_node_crypto_.createHmac)('sha512', hmacKey)
        .update(framed(Buffer.from(CONTEXT)))
        .update(framed(Buffer.from(purpose)))
        .update(content)
        .digest()
        .subarray(0, length);
}
function framed(part) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return Buffer.concat([length, part]);
}

;// CONCATENATED MODULE: ./src/keystore/contents.ts



const LONGEST_ALIAS = 0xffff;
function contentsOf(given) {
    const entries = given.map((entry) => ({ ...entry, alias: entry.alias.toLowerCase() }));
    const seen = new Set();
    for (const { alias } of entries) {
        if (seen.has(alias)) {
            throw new errors/* CodedError */.AK('keystore.alias', `alias "${alias}" is given twice: Java does not tell letter case apart`);
        }
        if (alias === '' || (0,modified_utf8/* encodeModifiedUtf8 */.X)(alias).length > LONGEST_ALIAS) {
            throw new errors/* CodedError */.AK('keystore.alias', alias === '' ? 'alias is empty' : 'alias is too long');
        }
        seen.add(alias);
    }
    const keys = entries.filter((entry) => entry.kind === 'private-key');
    const leaf = keys[0]?.chain[0];
    return {
        entries,
        salts: saltsFor(keys.map(({ key }) => key), entries.flatMap((entry) => (entry.kind === 'trusted-certificate' ? [Buffer.from(entry.alias), entry.certificate.der] : []))),
        dateOf: (entry) => {
            const own = entry.kind === 'private-key' ? entry.chain[0] : (leaf ?? entry.certificate);
            return own?.notBefore ?? new Date(0);
        },
    };
}

// EXTERNAL MODULE: ./src/keystore/jks-protection.ts
var jks_protection = __webpack_require__(2074);
// EXTERNAL MODULE: ./src/keystore/jks-records.ts
var jks_records = __webpack_require__(6787);
;// CONCATENATED MODULE: ./src/keystore/jks-write.ts



const SALT_BYTES = 20;
function encodeJks({ entries, salts, dateOf }, password) {
    const parts = [u4(jks_records/* JKS_MAGIC */.H), u4(2), u4(entries.length)];
    for (const entry of entries) {
        const head = [jks_write_text(entry.alias), date(dateOf(entry))];
        if (entry.kind === 'trusted-certificate') {
            parts.push(u4(2), ...head, certificate(entry.certificate));
        }
        else {
            const salt = salts(`jks key ${entry.alias}`, SALT_BYTES);
            const key = (0,jks_protection/* protectKey */.Tg)(entry.key.pkcs8, password, salt);
            parts.push(u4(1), ...head, u4(key.length), key, u4(entry.chain.length), ...entry.chain.map(certificate));
        }
    }
    const body = Buffer.concat(parts);
    return Buffer.concat([body, (0,jks_protection/* jksDigest */.l9)(password, body)]);
}
function certificate({ der }) {
    return Buffer.concat([jks_write_text('X.509'), u4(der.length), der]);
}
function jks_write_text(value) {
    const bytes = (0,modified_utf8/* encodeModifiedUtf8 */.X)(value);
    return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
}
function u4(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
}
function date(value) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(BigInt(value.getTime()));
    return bytes;
}

;// CONCATENATED MODULE: ./src/keystore/write.ts



function writeJks(entries, password) {
    (0,keystore_password/* refuseUnusable */.A)(password);
    return encodeJks(contentsOf(entries), password);
}
async function writePkcs12(entries, password, profile) {
    (0,keystore_password/* refuseUnusable */.A)(password);
    const { encodePkcs12 } = await __webpack_require__.e(/* import() */ 556).then(__webpack_require__.bind(__webpack_require__, 33556));
    return encodePkcs12(contentsOf(entries), password, profile);
}

;// CONCATENATED MODULE: ./src/keystore/canonical.ts








async function canonicalKeystore(input, wish) {
    return 'loaded' in input ? fromLoaded(input, wish) : fromParts(input, wish);
}
async function fromLoaded({ loaded, bytes }, wish) {
    const entry = (0,keystore/* privateKeyOf */.O)(loaded, wish.sourceAlias);
    const leaf = leafFor(entry.key, [...entry.chain, ...certificatesOf(loaded)]);
    const { chain, end } = chainFor(leaf, entry.chain, loaded);
    const contents = { type: wish.type, alias: wish.alias.toLowerCase(), key: entry.key, chain };
    const putRight = (0,compare/* differences */.tX)(loaded, entry, contents, wish.password);
    const kept = putRight.length === 0 ? bytes : await encode(contents, wish.password);
    const findings = [...notPutRight(loaded, putRight), ...(0,keystore_password/* checkPassword */.O)(wish.password, wish.type)];
    return { ...contents, bytes: kept, leaf, end, putRight, findings };
}
function notPutRight({ findings }, putRight) {
    if (putRight.length === 0)
        return [...findings];
    return findings.filter(({ code, message }) => code !== 'keystore.unlisted' && !putRight.includes(message));
}
async function fromParts({ key, certificates }, wish) {
    const leaf = leafFor(key, certificates);
    const { chain, foreign, end, reordered } = (0,x509_chain/* orderChain */.k$)(leaf, certificates);
    const contents = { type: wish.type, alias: wish.alias.toLowerCase(), key, chain };
    const outOfOrder = reordered || !certificates[0]?.equals(leaf)
        ? [{ code: 'chain.order', severity: 'notice', message: 'the certificates of the chain were given in another order' }]
        : [];
    const leftOut = foreign.map((certificate) => ({
        code: 'chain.foreign',
        severity: 'warning',
        message: `certificate ${certificate.toString()} does not belong to the chain and was left out`,
    }));
    const findings = [...outOfOrder, ...leftOut, ...(0,keystore_password/* checkPassword */.O)(wish.password, wish.type)];
    return { ...contents, bytes: await encode(contents, wish.password), leaf, end, putRight: [], findings };
}
function chainFor(leaf, given, keystore) {
    const own = (0,x509_chain/* orderChain */.k$)(leaf, (0,issuers/* possibleIssuers */.S)(leaf, given));
    const { chain } = own.end === 'root' ? own : (0,x509_chain/* orderChain */.k$)(leaf, (0,issuers/* possibleIssuers */.S)(leaf, [...given, ...certificatesOf(keystore)]));
    const unused = given.filter((certificate) => !chain.some((member) => member.equals(certificate)));
    return { chain, end: (0,path/* endOf */.pJ)(chain, unused) };
}
function certificatesOf({ entries, unlisted }) {
    const listed = entries.flatMap((entry) => (entry.kind === 'private-key' ? entry.chain : [entry.certificate]));
    return [...listed, ...unlisted.certificates];
}
function leafFor(key, certificates) {
    const [first] = certificates;
    const leaf = first !== undefined && key.matches(first) ? first : (0,x509_chain/* findLeaf */.iZ)(certificates, key);
    if (leaf !== undefined)
        return leaf;
    throw new errors/* CodedError */.AK('key.mismatch', first === undefined
        ? 'there is no certificate for the private key'
        : `private key (${key.algorithm}) does not belong to certificate ${first.toString()} (${first.keyAlgorithm})`);
}
function encode({ type, alias, key, chain }, password) {
    const trusted = (0,compare/* trustedOf */.vJ)(chain).map((certificate, index) => ({
        kind: 'trusted-certificate',
        alias: `${alias}-ca-${index + 1}`,
        certificate,
    }));
    const entries = [{ kind: 'private-key', alias, key, chain }, ...trusted];
    return type === 'jks' ? writeJks(entries, password) : writePkcs12(entries, password, 'modern');
}


/***/ }),

/***/ 78015:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P1: () => (/* binding */ sameContents),
/* harmony export */   tX: () => (/* binding */ differences),
/* harmony export */   vJ: () => (/* binding */ trustedOf)
/* harmony export */ });
function trustedOf(chain) {
    return chain.filter((certificate, index) => index > 0 || certificate.basicConstraints?.ca === true);
}
function sameContents(found, wanted) {
    const entry = found.entries.find((one) => one.kind === 'private-key');
    if (!entry?.key?.equals(wanted.key))
        return false;
    return differences(found, { ...entry, key: entry.key }, wanted).length === 0;
}
function differences(found, entry, wanted, password = found.openedWith) {
    return [
        ...typeAndPasswords(found, entry, wanted, password),
        ...otherKeys(found, entry),
        ...chainDifferences(entry.chain, wanted.chain),
        ...trustedDifferences(found, entry, wanted.chain),
        ...found.foreignToJava,
        ...found.findings
            .filter((finding) => LEFT_OUT.has(finding.code) && finding.severity === 'warning')
            .map(({ message }) => message),
    ];
}
const LEFT_OUT = new Set([
    'keystore.duplicate-alias',
    'keystore.unlisted',
    'certificate.unreadable',
    'key.unreadable',
]);
function typeAndPasswords(found, entry, wanted, password) {
    const samePassword = found.openedWith !== undefined && password?.bytes().equals(found.openedWith.bytes()) === true;
    return [
        ...(found.type === wanted.type ? [] : [`the type was ${found.type}`]),
        ...(samePassword ? [] : ['the store password was another one']),
        ...(entry.protection === 'store-password' ? [] : ['the key password was not the store password']),
        ...(entry.alias === wanted.alias ? [] : [`the alias was "${entry.alias}"`]),
    ];
}
function otherKeys(found, entry) {
    return [...found.entries, ...found.unlisted.keys]
        .filter((other) => other.kind === 'private-key' && other.alias !== entry.alias)
        .map((other) => `another private key was left out: "${other.alias}"`);
}
function chainDifferences(found, wanted) {
    if (found.length === 0)
        return ['the certificate was not tied to the private key'];
    const missing = wanted.filter((certificate) => !includes(found, certificate));
    if (missing.length > 0)
        return [`the chain was completed from other certificates of the keystore: ${names(missing)}`];
    const kept = found.filter((certificate) => includes(wanted, certificate));
    const inOrder = kept.length === wanted.length && wanted.every((certificate, index) => kept[index]?.equals(certificate));
    return inOrder ? [] : ['the chain was not in order'];
}
function trustedDifferences(found, entry, chain) {
    const listed = found.entries.flatMap((other) => (other.kind === 'trusted-certificate' ? [other.certificate] : []));
    const wanted = trustedOf(chain);
    const missing = wanted.filter((certificate) => !includes(listed, certificate)).map((certificate) => lacking(certificate, chain));
    const repeated = repetitions(listed);
    const leaf = chain[0];
    const leafListed = leaf !== undefined && !includes(wanted, leaf) && includes(listed, leaf);
    const foreign = distinct([...entry.chain, ...listed, ...found.unlisted.certificates]).filter((other) => !includes(chain, other));
    return [
        ...missing,
        ...(repeated.length === 0 ? [] : [`a trusted entry stood there twice: ${names(repeated)}`]),
        ...(leafListed ? ['the certificate of the key was a trusted entry too'] : []),
        ...(foreign.length === 0 ? [] : [leftOut(foreign)]),
    ];
}
function lacking(certificate, chain) {
    const what = certificate.isSelfSigned && certificate === chain.at(-1) ? 'root' : 'intermediate';
    return `the ${what} was not a trusted entry: ${certificate.toString()}`;
}
function leftOut(foreign) {
    return foreign.length === 1
        ? `1 certificate that does not belong to the chain was left out: ${names(foreign)}`
        : `${foreign.length} certificates that do not belong to the chain were left out: ${names(foreign)}`;
}
const MOST_NAMES = 5;
function names(certificates) {
    const shown = certificates.slice(0, MOST_NAMES).map((certificate) => certificate.toString());
    const more = certificates.length - shown.length;
    return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
function includes(certificates, one) {
    return certificates.some((certificate) => certificate.equals(one));
}
function repetitions(certificates) {
    const seen = new Set();
    return distinct(certificates.filter(({ fingerprint256 }) => seen.size === seen.add(fingerprint256).size));
}
function distinct(certificates) {
    return [...new Map(certificates.map((certificate) => [certificate.fingerprint256, certificate])).values()];
}


/***/ }),

/***/ 35652:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ possibleIssuers),
/* harmony export */   V: () => (/* binding */ Issuers)
/* harmony export */ });
class Issuers {
    #bySubject = new Map();
    add(certificate) {
        const subject = comparable(certificate.subject);
        const same = this.#bySubject.get(subject);
        if (same === undefined)
            this.#bySubject.set(subject, [certificate]);
        else
            same.push(certificate);
    }
    of(certificate) {
        const name = comparable(certificate.issuer);
        if (name === comparable(certificate.subject))
            return undefined;
        const candidates = this.#bySubject.get(name) ?? [];
        const { authorityKeyId } = certificate;
        if (authorityKeyId === undefined)
            return candidates[0];
        const withId = candidates.find(({ subjectKeyId }) => subjectKeyId?.equals(authorityKeyId));
        return withId ?? candidates.findLast(({ subjectKeyId }) => subjectKeyId === undefined);
    }
}
const MOST = 200;
function possibleIssuers(leaf, pool) {
    const names = new Set([comparable(leaf.issuer)]);
    const found = new Set();
    for (let before = -1; before < found.size && found.size < MOST;) {
        before = found.size;
        for (const certificate of pool)
            if (names.has(comparable(certificate.subject)))
                found.add(certificate);
        for (const certificate of found)
            names.add(comparable(certificate.issuer));
    }
    return [...found].slice(0, MOST);
}
function comparable(name) {
    return name.toLowerCase().replaceAll(/ +/g, ' ');
}


/***/ }),

/***/ 86663:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ refuseUnusable),
/* harmony export */   O: () => (/* binding */ checkPassword)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

const SHORTEST = 6;
const SHORTEST_FOR_JKS = 16;
function refuseUnusable(password) {
    const text = password.text();
    if (text.length < SHORTEST) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.weak-password', `keystore password is shorter than the ${SHORTEST} characters that Java asks for`);
    }
    if (!/^[ -~]+$/.test(text)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.weak-password', 'keystore password has a character that is not printable ASCII, which Java refuses');
    }
}
function checkPassword(password, type) {
    try {
        refuseUnusable(password);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK)
            return [error.toFinding()];
        throw error;
    }
    if (type === 'pkcs12' || password.length >= SHORTEST_FOR_JKS)
        return [];
    const message = `keystore password has fewer than ${SHORTEST_FOR_JKS} characters: JKS protects the key with little more than its length`;
    return [{ code: 'keystore.weak-password', severity: 'warning', message }];
}


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


/***/ })

};
