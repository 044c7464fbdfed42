export const id = 262;
export const ids = [262];
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
/** And one of the smallest steps of scrypt, of which there are N\u00b7r\u00b7p. */
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
/* harmony import */ var _x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31963);


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
/* harmony export */   O: () => (/* binding */ privateKeyOf),
/* harmony export */   q: () => (/* binding */ privateKeyEntryOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/**
 * The private key entry of a keystore, listed by Java or not: the one of that alias (letter case does not count, as in Java), else
 * the only one.
 * @throws CodedError keystore.no-key, keystore.several-keys, keystore.alias, keystore.key-password, key.unreadable
 */
function privateKeyOf(keystore, alias) {
    const entry = privateKeyEntryOf(keystore, alias);
    const { key } = entry;
    if (key !== undefined)
        return { ...entry, key };
    if (entry.protection === 'unopened') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.key-password', `private key ${quoted(entry.alias)} does not open with the password of the keystore, nor with any other that was given`);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('key.unreadable', `private key ${quoted(entry.alias)} opens, but is of a kind that cannot be read`);
}
/** The same, whether or not the key was opened. @throws CodedError keystore.no-key, keystore.several-keys, keystore.alias */
function privateKeyEntryOf(keystore, alias) {
    const found = [...keystore.entries.filter((entry) => entry.kind === 'private-key'), ...keystore.unlisted.keys];
    return alias === undefined ? onlyOf(found, keystore) : byAlias(found, alias, keystore);
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


/***/ })

};
