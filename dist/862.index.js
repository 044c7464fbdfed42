export const id = 862;
export const ids = [862];
export const modules = {

/***/ 7099:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ PKCS12_ROUND),
/* harmony export */   Pv: () => (/* binding */ SCRYPT_ROUND),
/* harmony export */   QT: () => (/* binding */ BOUNDS),
/* harmony export */   __: () => (/* binding */ Budget),
/* harmony export */   g$: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** What a keystore may cost; documented in docs/KEYSTORES.md. */
const BOUNDS = {
    /** Bytes of a keystore file. */
    bytes: 4 * 1024 * 1024,
    /** Entries of a keystore, and bags of a PKCS#12 file. */
    entries: 10_000,
    /** Certificates in the chain of one entry. */
    chain: 100,
    /** Iterations of one key derivation; Java's bound too. */
    iterations: 5_000_000,
    /** Rounds of all key derivations for one file, those for passwords that did not fit included: a few seconds at most. */
    rounds: 40_000_000,
    /** Bytes that one key derivation works in (scrypt). */
    memory: 128 * 1024 * 1024,
    /** Bytes of a salt. */
    salt: 1024,
};
/** How much longer a round of the PKCS#12 derivation takes than one of PBKDF2, which runs within OpenSSL. */
const PKCS12_ROUND = 6;
/** And one of the smallest steps of scrypt, of which there are N·r·p. */
const SCRYPT_ROUND = 3;
/** Counts the rounds of key derivation that a file costs, before they are run. */
class Budget {
    #left = BOUNDS.rounds;
    /** @throws CodedError keystore.too-large */
    spend(iterations, blocks, weight = 1) {
        if (iterations > BOUNDS.iterations) {
            throw tooLarge(`asks for a key derivation of ${iterations} iterations`, `${BOUNDS.iterations}`);
        }
        this.#left -= iterations * blocks * weight;
        if (this.#left < 0)
            throw tooLarge('asks for more rounds of key derivation in all', `${BOUNDS.rounds}`);
    }
    /** @throws CodedError keystore.too-large */
    allocate(bytes) {
        if (bytes > BOUNDS.memory)
            throw tooLarge(`asks for a key derivation in ${bytes} bytes of memory`, `${BOUNDS.memory}`);
    }
}
/** @param what it has or asks for, with its number; @param bound what is allowed */
function tooLarge(what, bound) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.too-large', `keystore ${what}; at most ${bound} are allowed`);
}


/***/ }),

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
/**
 * Salts that need no randomness, so that the same contents give the same bytes. They are keyed with the private keys: were they
 * derived from the password, the salt in the file would let a thief try passwords without the work of the key derivation.
 * A keystore without a private key has nothing to keep: its salts are keyed with its certificates, which are public, and never
 * with the password.
 * @param publicParts what stands for the contents where there is no key
 */
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
/** With its length before it, so that no two lists of parts are the same bytes. */
function framed(part) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return Buffer.concat([length, part]);
}

;// CONCATENATED MODULE: ./src/keystore/contents.ts



/** The bytes that the length of an alias in JKS can tell. */
const LONGEST_ALIAS = 0xffff;
/**
 * Prepares entries for writing: aliases in lower case, as Java stores them.
 * @throws CodedError keystore.alias for an alias that is empty, too long, or another's but for letter case
 */
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
/** The bytes of a JKS keystore, version 2. */
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



/**
 * A JKS keystore; the same entries and password give the same bytes. Keys have the password of the store.
 * @throws CodedError keystore.alias, keystore.weak-password
 */
function writeJks(entries, password) {
    (0,keystore_password/* refuseUnusable */.A)(password);
    return encodeJks(contentsOf(entries), password);
}
/**
 * A PKCS#12 keystore that Java lists as it lists a JKS one; the same entries and password give the same bytes.
 * @throws CodedError keystore.alias, keystore.weak-password
 */
async function writePkcs12(entries, password, profile) {
    (0,keystore_password/* refuseUnusable */.A)(password);
    const { encodePkcs12 } = await __webpack_require__.e(/* import() */ 556).then(__webpack_require__.bind(__webpack_require__, 33556));
    return encodePkcs12(contentsOf(entries), password, profile);
}

;// CONCATENATED MODULE: ./src/keystore/canonical.ts








/**
 * The keystore as it shall be stored (contract 4.7): one private key with its full chain, every CA certificate of that chain as a
 * trusted entry, one password. A loaded keystore that is already so is kept byte for byte; any other is written anew.
 * The checks of the chain itself are the caller's.
 * @throws CodedError keystore.no-key, keystore.several-keys, keystore.alias, keystore.key-password, keystore.weak-password,
 *   key.mismatch, key.unreadable
 */
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
/** What the reader told that the rebuilding has not settled: there a phrase says it already, or it is gone. */
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
/**
 * The chain of a leaf in a keystore: the entry's own where it reaches a root, else completed from every certificate that is there.
 * How it ends is told by the entry's own certificates: a trust store beside it says nothing of what the chain lacks.
 */
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
/** The certificates of a chain that are stored as trusted entries too: every issuer, and a leaf that is a CA itself. */
function trustedOf(chain) {
    return chain.filter((certificate, index) => index > 0 || certificate.basicConstraints?.ca === true);
}
/**
 * Whether a keystore that was read holds exactly the wanted contents, in a form that Java reads, the key under the password of
 * the store. Aliases of trusted entries, dates, salts and ciphers do not count.
 */
function sameContents(found, wanted) {
    const entry = found.entries.find((one) => one.kind === 'private-key');
    if (!entry?.key?.equals(wanted.key))
        return false;
    return differences(found, { ...entry, key: entry.key }, wanted).length === 0;
}
/**
 * What has to be put right in a keystore, a phrase for each thing; none when it is already as it shall be stored.
 * @param entry the private key entry of it that is meant
 * @param password that it shall have; without it the one that it has will do
 */
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
/** What the reader told of things that are not among the entries as they should be. */
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
/** Those that are there more than once, each once. */
function repetitions(certificates) {
    const seen = new Set();
    return distinct(certificates.filter(({ fingerprint256 }) => seen.size === seen.add(fingerprint256).size));
}
function distinct(certificates) {
    return [...new Map(certificates.map((certificate) => [certificate.fingerprint256, certificate])).values()];
}


/***/ }),

/***/ 88832:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   w$: () => (/* binding */ readCertificate),
/* harmony export */   w4: () => (/* binding */ duplicateAlias)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80590);


/** @param message a phrase as {@link CodedError} wants it */
function unreadable(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.unreadable', message, hint === undefined ? {} : { hint });
}
function duplicateAlias(alias) {
    return {
        code: 'keystore.duplicate-alias',
        severity: 'warning',
        message: `alias "${alias}" is there twice: Java sees only the last`,
    };
}
/**
 * A certificate of an entry; one that cannot be read is left out and told, so that the rest of the keystore is of use.
 * @param type as the keystore names it; only X.509 is known
 */
function readCertificate(encoded, type, alias, findings) {
    try {
        if (type === 'X.509')
            return _x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .Certificate */ .u.fromDer(encoded);
        findings.push(leftOut(alias, 'it is no X.509 certificate'));
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK))
            throw error;
        findings.push(leftOut(alias, error.message));
    }
    return undefined;
}
function leftOut(alias, why) {
    return { code: 'certificate.unreadable', severity: 'warning', message: `a certificate of "${alias}" was left out: ${why}` };
}


/***/ }),

/***/ 35652:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ possibleIssuers),
/* harmony export */   V: () => (/* binding */ Issuers)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);
/* harmony import */ var _x509_extensions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13820);


/** Finds issuers as Java's PKCS#12 keystore does: by names and key ids, never by signatures. */
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
    /**
     * The issuer of a certificate, undefined for one that is its own. Where it names the key of its issuer: the first with that key
     * id, else the last without one; where it does not, the first.
     */
    of(certificate) {
        const name = comparable(certificate.issuer);
        if (name === comparable(certificate.subject))
            return undefined;
        const candidates = this.#bySubject.get(name) ?? [];
        const { authorityKeyId } = extensionsOf(certificate);
        if (authorityKeyId === undefined)
            return candidates[0];
        const ids = candidates.map((candidate) => extensionsOf(candidate).subjectKeyId);
        const withId = candidates.find((_, index) => ids[index]?.equals(authorityKeyId));
        return withId ?? candidates.findLast((_, index) => ids[index] === undefined);
    }
}
/** More than any chain has, also where a CA was renewed and cross-signed again and again. */
const MOST = 200;
/**
 * The certificates that may stand above a leaf, by their names alone, and of these a bounded number: a hostile keystore could
 * otherwise have millions of signatures verified.
 */
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
/** Names as Java compares them: letter case and runs of spaces do not count. */
function comparable(name) {
    return name.toLowerCase().replaceAll(/ +/g, ' ');
}
function extensionsOf({ der }) {
    const [tbs] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readOne */ .JF)(der));
    const extensions = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)(tbs).find((part) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isContext */ .aE)(part, 3));
    return (0,_x509_extensions_js__WEBPACK_IMPORTED_MODULE_1__/* .readExtensions */ .H)(extensions && (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(extensions)[0]);
}


/***/ }),

/***/ 2074:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ readProtectedKey),
/* harmony export */   Kk: () => (/* binding */ openProtectedKey),
/* harmony export */   Tg: () => (/* binding */ protectKey),
/* harmony export */   l9: () => (/* binding */ jksDigest)
/* harmony export */ });
/* unused harmony exports SHA1_BYTES, utf16 */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35016);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75320);



/** Sun's own protection of private keys: SHA-1 as a stream cipher, with a check and no iterations. */
const KEY_PROTECTOR = '1.3.6.1.4.1.42.2.17.1.1';
const WHITENER = Buffer.from('Mighty Aphrodite', 'latin1');
const SHA1_BYTES = 20;
const sha1 = (...parts) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha1', Buffer.concat(parts), 'buffer');
/** A password as JKS takes it: UTF-16, the high byte first, without an end. */
function utf16(password) {
    return Buffer.from(password.text(), 'utf16le').swap16();
}
/** What stands at the end of a JKS file. */
function jksDigest(password, body) {
    return sha1(utf16(password), WHITENER, body);
}
/** An EncryptedPrivateKeyInfo as JKS has it. @throws DerError when it is none, or protected in another way */
function readProtectedKey(encoded) {
    const [algorithm, ciphertext] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readOne */ .JF)(encoded, { ber: true }));
    if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asOid */ .jm)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asSequence */ .GO)(algorithm)[0]) !== KEY_PROTECTOR)
        throw new _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .DerError */ .I4('its protection is not that of JKS');
    const sealed = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asOctets */ .RC)(ciphertext);
    if (sealed.length < 2 * SHA1_BYTES)
        throw new _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .DerError */ .I4('it is too short');
    return sealed;
}
/** @returns the PKCS#8, or undefined where the password is another */
function openProtectedKey(sealed, password) {
    const secret = utf16(password);
    const salt = sealed.subarray(0, SHA1_BYTES);
    const plain = exclusiveOr(sealed.subarray(SHA1_BYTES, -SHA1_BYTES), secret, salt);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(sha1(secret, plain), sealed.subarray(-SHA1_BYTES)) ? plain : undefined;
}
/** @param salt 20 bytes */
function protectKey(pkcs8, password, salt) {
    const secret = utf16(password);
    const sealed = Buffer.concat([salt, exclusiveOr(pkcs8, secret, salt), sha1(secret, pkcs8)]);
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq(KEY_PROTECTOR), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .nullValue */ .Pv()), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octets */ .tu(sealed));
}
/** The keystream: SHA-1 of the password and the block before, the salt before the first. */
function exclusiveOr(text, secret, salt) {
    const result = Buffer.alloc(text.length);
    let block = salt;
    for (let at = 0; at < text.length; at++) {
        if (at % SHA1_BYTES === 0)
            block = sha1(secret, block);
        result[at] = (text[at] ?? 0) ^ (block[at % SHA1_BYTES] ?? 0);
    }
    return result;
}


/***/ }),

/***/ 6787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ JKS_MAGIC),
/* harmony export */   T: () => (/* binding */ readRecords)
/* harmony export */ });
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7099);
/* harmony import */ var _found_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88832);
/* harmony import */ var _modified_utf8_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90757);



const JKS_MAGIC = 0xfeedfeed;
const DIGEST_BYTES = 20;
const KEY_TAG = 1;
const TRUSTED_TAG = 2;
/** Takes a JKS file of version 1 or 2 apart. @throws CodedError keystore.unreadable, keystore.too-large */
function readRecords(bytes) {
    const cursor = new Cursor(bytes);
    cursor.u4();
    const version = cursor.u4();
    if (version !== 1 && version !== 2)
        throw (0,_found_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)(`JKS keystore has the version ${version}, which does not exist`);
    const count = cursor.u4();
    if (count > _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .BOUNDS */ .QT.entries)
        throw (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .tooLarge */ .g$)(`has ${count} entries`, `${_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .BOUNDS */ .QT.entries}`);
    const records = repeat(count, () => readRecord(cursor, version));
    const body = bytes.subarray(0, cursor.at);
    const digest = cursor.take(DIGEST_BYTES);
    if (cursor.at < bytes.length) {
        throw (0,_found_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)(`JKS keystore is followed by ${bytes.length - cursor.at} bytes that do not belong to it`);
    }
    return { records, body, digest };
}
function readRecord(cursor, version) {
    const tag = cursor.u4();
    if (tag !== KEY_TAG && tag !== TRUSTED_TAG)
        throw (0,_found_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)(`JKS keystore has an entry of the unknown kind ${tag}`);
    const [alias, created] = [cursor.text(), cursor.date()];
    if (tag === TRUSTED_TAG)
        return { alias, created, certificates: [readEncoded(cursor, version)] };
    const key = cursor.take(cursor.u4());
    const count = cursor.u4();
    if (count > _bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .BOUNDS */ .QT.chain)
        throw (0,_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .tooLarge */ .g$)(`has a chain of ${count} certificates`, `${_bounds_js__WEBPACK_IMPORTED_MODULE_0__/* .BOUNDS */ .QT.chain}`);
    return { alias, created, key, certificates: repeat(count, () => readEncoded(cursor, version)) };
}
/** Version 1 knew only X.509 and did not say so. */
function readEncoded(cursor, version) {
    return { type: version === 2 ? cursor.text() : 'X.509', der: cursor.take(cursor.u4()) };
}
function repeat(count, read) {
    const items = [];
    while (items.length < count)
        items.push(read());
    return items;
}
/** Reads big-endian fields; a length is held against what is left before anything is taken. */
class Cursor {
    #bytes;
    at = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    take(length) {
        if (length > this.#bytes.length - this.at)
            throw (0,_found_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)('JKS keystore is cut off');
        this.at += length;
        return this.#bytes.subarray(this.at - length, this.at);
    }
    u4() {
        return this.take(4).readUInt32BE();
    }
    /** Milliseconds since 1970; undefined for a number that is no date. */
    date() {
        const date = new Date(Number(this.take(8).readBigInt64BE()));
        return Number.isNaN(date.getTime()) ? undefined : date;
    }
    text() {
        const text = (0,_modified_utf8_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeModifiedUtf8 */ .v)(this.take(this.take(2).readUInt16BE()));
        if (text === undefined)
            throw (0,_found_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)('JKS keystore has an alias that is no text');
        return text;
    }
}


/***/ }),

/***/ 85190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ privateKeyOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/**
 * The private key entry of a keystore, listed by Java or not: the one of that alias (letter case does not count, as in Java), else
 * the only one.
 * @throws CodedError keystore.no-key, keystore.several-keys, keystore.alias, keystore.key-password, key.unreadable
 */
function privateKeyOf(keystore, alias) {
    const found = [...keystore.entries.filter((entry) => entry.kind === 'private-key'), ...keystore.unlisted.keys];
    const entry = alias === undefined ? onlyOf(found, keystore) : byAlias(found, alias, keystore);
    const { key } = entry;
    if (key !== undefined)
        return { ...entry, key };
    if (entry.protection === 'unopened') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.key-password', `private key ${quoted(entry.alias)} does not open with the password of the keystore, nor with any other that was given`);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('key.unreadable', `private key ${quoted(entry.alias)} opens, but is of a kind that cannot be read`);
}
function onlyOf(keys, keystore) {
    const [first, ...more] = keys;
    if (first === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.no-key', `keystore holds no private key, ${countOfTrusted(keystore)}`);
    }
    if (more.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.several-keys', `keystore holds ${keys.length} private keys: ${keys.map((entry) => quoted(entry.alias)).join(', ')}`);
    }
    return first;
}
function byAlias(keys, alias, keystore) {
    const same = keys.filter((entry) => entry.alias.toLowerCase() === alias.toLowerCase());
    const entry = same.find((candidate) => candidate.alias === alias) ?? same.at(-1);
    if (entry !== undefined)
        return entry;
    if (keystore.entries.some((other) => other.alias.toLowerCase() === alias.toLowerCase())) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.alias', `alias ${quoted(alias)} is a trusted certificate, not a private key`);
    }
    const there = keys.length === 0 ? 'it holds no private key' : `there: ${keys.map((key) => quoted(key.alias)).join(', ')}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.alias', `alias ${quoted(alias)} is not in the keystore; ${there}`);
}
function countOfTrusted(keystore) {
    const count = keystore.entries.length + keystore.unlisted.certificates.length;
    return count === 1 ? 'only 1 certificate' : `only ${count} certificates`;
}
/** An alias in a message; what is hostile in it is dealt with where messages are printed. */
function quoted(alias) {
    return `"${alias}"`;
}


/***/ }),

/***/ 90757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ encodeModifiedUtf8),
/* harmony export */   v: () => (/* binding */ decodeModifiedUtf8)
/* harmony export */ });
/**
 * The "modified UTF-8" of Java's DataInput.readUTF: NUL is two bytes, and a character beyond the BMP is two surrogates of
 * three bytes each (Java SE API, java.io.DataInput).
 */
/** @returns undefined where the bytes are none */
function decodeModifiedUtf8(bytes) {
    const units = [];
    for (let at = 0; at < bytes.length;) {
        const first = bytes[at] ?? 0;
        const size = sizeOf(first);
        const rest = bytes.subarray(at + 1, at + size);
        if (size === 0 || rest.length !== size - 1 || rest.some((byte) => (byte & 0xc0) !== 0x80))
            return undefined;
        units.push(rest.reduce((unit, byte) => (unit << 6) | (byte & 0x3f), first & LEAD_BITS[size]));
        at += size;
    }
    return Buffer.from(Uint16Array.from(units).buffer).toString('utf16le');
}
function encodeModifiedUtf8(text) {
    const bytes = [];
    for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (unit !== 0 && unit < 0x80)
            bytes.push(unit);
        else if (unit < 0x800)
            bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
        else
            bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
    }
    return Buffer.from(bytes);
}
const LEAD_BITS = { 0: 0, 1: 0x7f, 2: 0x1f, 3: 0x0f };
/** Bytes of the character that begins with this one; 0 where none does. Java takes a single zero byte too. */
function sizeOf(first) {
    if (first < 0x80)
        return 1;
    if (first >> 5 === 0b110)
        return 2;
    return first >> 4 === 0b1110 ? 3 : 0;
}


/***/ }),

/***/ 67309:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ keyPart)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _x509_private_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93491);


/** The part of an entry that tells of its key; `opened` is undefined where no password fits or none was tried. */
function keyPart(alias, leaf, findings, opened) {
    const certified = leaf?.keyAlgorithm ?? 'unknown';
    if (opened === undefined)
        return { protection: 'unopened', algorithm: certified };
    try {
        const key = _x509_private_key_js__WEBPACK_IMPORTED_MODULE_1__/* .PrivateKey */ .Z.fromPkcs8(opened.pkcs8);
        return { key, protection: opened.by, algorithm: leaf === undefined ? key.algorithm : certified };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK))
            throw error;
        const message = `private key "${alias}" cannot be read: ${error.message}`;
        findings.push({ code: 'key.unreadable', severity: 'warning', message });
        return { protection: opened.by, algorithm: certified };
    }
}


/***/ }),

/***/ 86663:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ refuseUnusable),
/* harmony export */   O: () => (/* binding */ checkPassword)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** keytool's own minimum. */
const SHORTEST = 6;
/** Under JKS a guess costs one SHA-1: below this many characters a stolen keystore is soon an open one. */
const SHORTEST_FOR_JKS = 16;
/**
 * Refuses a password that Java does not take for a new keystore: its PKCS#12 wants printable ASCII, keytool 6 characters.
 * @throws CodedError keystore.weak-password
 */
function refuseUnusable(password) {
    const text = password.text();
    if (text.length < SHORTEST) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.weak-password', `keystore password is shorter than the ${SHORTEST} characters that Java asks for`);
    }
    if (!/^[ -~]+$/.test(text)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.weak-password', 'keystore password has a character that is not printable ASCII, which Java refuses');
    }
}
/** What is to be said of a password: the error of {@link refuseUnusable}, or that it is short for what JKS makes of it. */
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

/***/ 94291:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ readKeystore)
});

// UNUSED EXPORTS: privateKeyOf

// EXTERNAL MODULE: ./src/der/reader.ts
var reader = __webpack_require__(35016);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/x509/kinds.ts
var kinds = __webpack_require__(28647);
// EXTERNAL MODULE: ./src/keystore/bounds.ts
var bounds = __webpack_require__(7099);
// EXTERNAL MODULE: ./src/keystore/found.ts
var found = __webpack_require__(88832);
// EXTERNAL MODULE: ./src/keystore/modified-utf8.ts
var modified_utf8 = __webpack_require__(90757);
;// CONCATENATED MODULE: ./src/keystore/format.ts






const CONVERT_BOUNCY = 'convert it: `keytool -importkeystore -srcstoretype TYPE -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider -providerpath bcprov.jar -deststoretype pkcs12`';
/** What people give in place of a keystore, and what to do then. */
const OTHERS = {
    jceks: [
        'keystore is of type JCEKS',
        'convert it with `keytool -importkeystore -srckeystore FILE -srcstoretype jceks -destkeystore NEW -deststoretype pkcs12`',
    ],
    certificate: [
        'file is a certificate in DER, not a keystore',
        'give key and certificate as `source.key` and `source.certificate`',
    ],
    pkcs7: [
        'file is a PKCS#7 bundle of certificates, not a keystore: it holds no key',
        'give it as `source.certificate`, with `source.key`',
    ],
    'certificate request': ['file is a certificate signing request, not a keystore', 'give what the CA made of it, with the key'],
    'public key': ['file is a public key, not a keystore', 'give a keystore, or key and certificate'],
    pkcs8: ['file is a private key in DER, not a keystore', 'give it as `source.key`, with `source.certificate`'],
    'encrypted pkcs8': [
        'file is an encrypted private key, not a keystore',
        'give it as `source.key`, with `source.key-passphrase`',
    ],
    pkcs1: ['file is a private key in DER, not a keystore', 'give it as `source.key`, with `source.certificate`'],
    sec1: ['file is a private key in DER, not a keystore', 'give it as `source.key`, with `source.certificate`'],
    'dsa key': ['file is a private key in DER, not a keystore', 'give it as `source.key`, with `source.certificate`'],
};
/**
 * Tells the type of a keystore by its bytes. What is no keystore, or one of another kind, is refused by its name.
 * @throws CodedError keystore.format, keystore.unreadable, keystore.too-large
 */
function tellFormat(bytes) {
    if (bytes.length > bounds/* BOUNDS */.QT.bytes)
        throw (0,bounds/* tooLarge */.g$)(`has ${bytes.length} bytes`, `${bounds/* BOUNDS */.QT.bytes}`);
    if (bytes.length === 0)
        throw (0,found/* unreadable */.O$)('keystore is empty: it has no bytes');
    const kind = (0,kinds/* kindOf */.I)(bytes);
    if (kind === 'jks' || kind === 'pkcs12')
        return kind;
    const [what, hint] = OTHERS[kind] ?? bouncyCastle(bytes) ?? armoured(bytes) ?? packed(bytes) ?? [];
    if (what !== undefined)
        throw new errors/* CodedError */.AK('keystore.format', what, hint === undefined ? {} : { hint });
    throw (0,found/* unreadable */.O$)(bytes[0] === 0x30 ? 'keystore is damaged, or cut off' : 'file is no keystore: it begins like none', 'export it again, and store it as `base64 -w0 FILE` prints it');
}
/** BKS, UBER and BCFKS, by BouncyCastle. */
function bouncyCastle(bytes) {
    if (isBcfks(bytes))
        return ['keystore is of type BCFKS (BouncyCastle, FIPS)', CONVERT_BOUNCY.replace('TYPE', 'BCFKS')];
    const version = bytes.length < 33 ? 0 : bytes.readUInt32BE(0);
    if ((version !== 1 && version !== 2) || bytes.readUInt32BE(4) !== SALT_BYTES)
        return undefined;
    const type = looksLikeBks(bytes.subarray(8 + SALT_BYTES + 4)) ? 'BKS' : 'UBER';
    return [`keystore is of type ${type} (BouncyCastle)`, CONVERT_BOUNCY.replace('TYPE', type)];
}
const SALT_BYTES = 20;
/** Both begin alike; what follows is entries in BKS and ciphertext in UBER. */
function looksLikeBks(rest) {
    const kind = rest[0] ?? 0xff;
    if (kind === 0)
        return rest.length === 1 + SALT_BYTES;
    const alias = rest.subarray(3, 3 + rest.readUInt16BE(1));
    return kind <= 4 && (0,modified_utf8/* decodeModifiedUtf8 */.v)(alias) !== undefined;
}
/** An ObjectStore: two sequences, each of an algorithm and octets. */
function isBcfks(bytes) {
    try {
        const parts = (0,reader/* children */.Y_)((0,reader/* readFirst */.vv)(bytes));
        const begins = parts.map((part) => (0,reader/* children */.Y_)(part).map(({ tag }) => tag));
        return (parts.length === 2 &&
            parts.every((part) => (0,reader/* isUniversal */.Aw)(part, reader/* TAG */.Dk.sequence)) &&
            begins.every((tags) => tags.length === 2 && tags[0] === reader/* TAG */.Dk.sequence && tags[1] === reader/* TAG */.Dk.octetString));
    }
    catch (error) {
        if (error instanceof reader/* DerError */.I4)
            return false;
        throw error;
    }
}
const MAGIC = [
    ['504b0304', 'a zip archive'],
    ['1f8b', 'a gzip archive'],
    ['53514c69', 'a database, as browsers keep certificates in'],
    ['6b796368', 'a keychain of macOS'],
];
function packed(bytes) {
    const begin = bytes.toString('hex', 0, 4);
    const found = MAGIC.find(([magic]) => begin.startsWith(magic));
    return found && [`file is ${found[1]}, not a keystore`, 'export a JKS or PKCS#12 keystore from it'];
}
/** PEM, base64 and other text. */
function armoured(bytes) {
    const text = bytes
        .toString('latin1')
        .replace(/^\u00ef\u00bb\u00bf/, '')
        .trim();
    const label = /-----BEGIN ([A-Z0-9 #.]{1,40})-----/.exec(text)?.[1];
    if (label !== undefined) {
        return [`file is text (PEM, ${label}), not a keystore`, 'give key and certificate as `source.key` and `source.certificate`'];
    }
    if (!/^[A-Za-z0-9+/_=\s-]+$/.test(text))
        return undefined;
    const inner = Buffer.from(text.replaceAll(/\s/g, ''), 'base64');
    const kind = (0,kinds/* kindOf */.I)(inner);
    if (kind !== 'jks' &&
        kind !== 'pkcs12' &&
        !inner.includes('-----BEGIN ') &&
        !/^(?:MI|\/u3)/.test(inner.toString('latin1', 0, 3))) {
        return undefined;
    }
    return ['file is base64 of a keystore, not the keystore: it was encoded twice', 'encode it once: `base64 -w0 FILE`'];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/keystore/jks-protection.ts
var jks_protection = __webpack_require__(2074);
// EXTERNAL MODULE: ./src/keystore/jks-records.ts
var jks_records = __webpack_require__(6787);
// EXTERNAL MODULE: ./src/keystore/opened-key.ts
var opened_key = __webpack_require__(67309);
;// CONCATENATED MODULE: ./src/keystore/jks-read.ts







/**
 * Reads a JKS keystore. Without a store password its digest is not checked, as Java does it, and that is told.
 * @param decryptKeys whether private keys are opened
 * @throws CodedError keystore.password, keystore.unreadable, keystore.too-large
 */
function readJks(bytes, passwords, decryptKeys) {
    const file = (0,jks_records/* readRecords */.T)(bytes);
    const findings = checkDigest(file, passwords);
    const entries = new Map();
    for (const record of file.records) {
        const { alias } = record;
        if (entries.delete(alias))
            findings.push((0,found/* duplicateAlias */.w4)(alias));
        const entry = record.key
            ? keyEntry(record, record.key, decryptKeys ? passwords : {}, findings)
            : trustedEntry(record, findings);
        if (entry !== undefined)
            entries.set(alias, entry);
    }
    return {
        type: 'jks',
        entries: [...entries.values()],
        unlisted: { keys: [], certificates: [] },
        ...(passwords.store && { openedWith: passwords.store }),
        foreignToJava: [...entries.keys()]
            .filter((alias) => alias !== alias.toLowerCase())
            .map((alias) => `the alias "${alias}" is not in lower case: Java lists it and cannot open it`),
        findings,
    };
}
function checkDigest({ body, digest }, { store }) {
    if (store === undefined) {
        const message = 'keystore was read without its password: nothing shows that it is whole';
        return [{ code: 'keystore.password', severity: 'warning', message }];
    }
    if ((0,external_node_crypto_.timingSafeEqual)((0,jks_protection/* jksDigest */.l9)(store, body), digest))
        return [];
    throw new errors/* CodedError */.AK('keystore.password', 'keystore does not open with its password, or was changed after it was written');
}
function keyEntry(record, key, passwords, findings) {
    const { alias, created } = record;
    const chain = record.certificates.flatMap(({ type, der }) => (0,found/* readCertificate */.w$)(der, type, alias, findings) ?? []);
    const part = (0,opened_key/* keyPart */.V)(alias, chain[0], findings, jks_read_open(alias, key, passwords, findings));
    return { kind: 'private-key', alias, chain, ...part, ...(created && { created }) };
}
function jks_read_open(alias, encoded, { store, keys = [] }, findings) {
    const candidates = store === undefined ? keys : [store, ...keys];
    if (candidates.length === 0)
        return undefined;
    try {
        const sealed = (0,jks_protection/* readProtectedKey */.AB)(encoded);
        for (const password of candidates) {
            const pkcs8 = (0,jks_protection/* openProtectedKey */.Kk)(sealed, password);
            if (pkcs8 !== undefined)
                return { pkcs8, by: password === store ? 'store-password' : 'other-password' };
        }
    }
    catch (error) {
        if (!(error instanceof reader/* DerError */.I4))
            throw error;
        const message = `private key "${alias}" cannot be opened: ${error.message}`;
        findings.push({ code: 'key.unreadable', severity: 'warning', message });
    }
    return undefined;
}
function trustedEntry(record, findings) {
    const { alias, created, certificates } = record;
    const [certificate] = certificates.map(({ type, der }) => (0,found/* readCertificate */.w$)(der, type, alias, findings));
    return certificate && { kind: 'trusted-certificate', alias, certificate, ...(created && { created }) };
}

// EXTERNAL MODULE: ./src/keystore/keystore.ts
var keystore = __webpack_require__(85190);
;// CONCATENATED MODULE: ./src/keystore/read.ts



/**
 * Reads a keystore; its type is told by its bytes. Private keys are tried with the store password, then with each of the others.
 * @param options.decryptKeys false to list without opening private keys (default true)
 * @throws CodedError keystore.unreadable, keystore.format, keystore.password, keystore.too-large
 */
async function readKeystore(bytes, passwords, { decryptKeys = true } = {}) {
    if (tellFormat(bytes) === 'jks')
        return readJks(bytes, passwords, decryptKeys);
    const { readPkcs12 } = await __webpack_require__.e(/* import() */ 824).then(__webpack_require__.bind(__webpack_require__, 23824));
    return readPkcs12(bytes, passwords, decryptKeys);
}


/***/ }),

/***/ 48713:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ checkTrusted),
/* harmony export */   iZ: () => (/* reexport safe */ _path_js__WEBPACK_IMPORTED_MODULE_1__.iZ),
/* harmony export */   k$: () => (/* reexport safe */ _path_js__WEBPACK_IMPORTED_MODULE_1__.k$),
/* harmony export */   uy: () => (/* binding */ checkChain)
/* harmony export */ });
/* unused harmony export CLIENT_AUTH */
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
    return `certificate ${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name}`;
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
/** The work of scrypt, N·r·p: 32 times what openssl asks for. */
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
            return samePublicKey(this.#public, certificate.publicKey);
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
