export const id = 379;
export const ids = [379];
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

const BOUNDS = {
    bytes: 4 * 1024 * 1024,
    entries: 10_000,
    chain: 100,
    iterations: 5_000_000,
    rounds: 40_000_000,
    memory: 128 * 1024 * 1024,
    salt: 1024,
};
const PKCS12_ROUND = 3;
const SCRYPT_ROUND = 3;
class Budget {
    #left = BOUNDS.rounds;
    spend(iterations, blocks, weight = 1) {
        if (iterations > BOUNDS.iterations) {
            throw tooLarge(`asks for a key derivation of ${iterations} iterations`, `${BOUNDS.iterations}`);
        }
        this.#left -= iterations * blocks * weight;
        if (this.#left < 0)
            throw tooLarge('asks for more rounds of key derivation in all', `${BOUNDS.rounds}`);
    }
    allocate(bytes) {
        if (bytes > BOUNDS.memory)
            throw tooLarge(`asks for a key derivation in ${bytes} bytes of memory`, `${BOUNDS.memory}`);
    }
}
function tooLarge(what, bound) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.too-large', `keystore ${what}; at most ${bound} are allowed`);
}


/***/ }),

/***/ 84673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ tellFormat)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _x509_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28647);
/* harmony import */ var _bounds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7099);
/* harmony import */ var _found_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88832);
/* harmony import */ var _modified_utf8_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90757);






const CONVERT_BOUNCY = 'convert it: `keytool -importkeystore -srcstoretype TYPE -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider -providerpath bcprov.jar -deststoretype pkcs12`';
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
function tellFormat(bytes) {
    if (bytes.length > _bounds_js__WEBPACK_IMPORTED_MODULE_3__/* .BOUNDS */ .QT.bytes)
        throw (0,_bounds_js__WEBPACK_IMPORTED_MODULE_3__/* .tooLarge */ .g$)(`has ${bytes.length} bytes`, `${_bounds_js__WEBPACK_IMPORTED_MODULE_3__/* .BOUNDS */ .QT.bytes}`);
    if (bytes.length === 0)
        throw (0,_found_js__WEBPACK_IMPORTED_MODULE_4__/* .unreadable */ .O$)('keystore is empty: it has no bytes');
    const kind = (0,_x509_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(bytes);
    if (kind === 'jks' || kind === 'pkcs12')
        return kind;
    const [what, hint] = OTHERS[kind] ?? bouncyCastle(bytes) ?? armoured(bytes) ?? packed(bytes) ?? [];
    if (what !== undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('keystore.format', what, hint === undefined ? {} : { hint });
    throw (0,_found_js__WEBPACK_IMPORTED_MODULE_4__/* .unreadable */ .O$)(bytes[0] === 0x30 ? 'keystore is damaged, or cut off' : 'file is no keystore: it begins like none', 'export it again, and store it as `base64 -w0 FILE` prints it');
}
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
function looksLikeBks(rest) {
    const kind = rest[0] ?? 0xff;
    if (kind === 0)
        return rest.length === 1 + SALT_BYTES;
    const alias = rest.subarray(3, 3 + rest.readUInt16BE(1));
    return kind <= 4 && (0,_modified_utf8_js__WEBPACK_IMPORTED_MODULE_5__/* .decodeModifiedUtf8 */ .v)(alias) !== undefined;
}
function isBcfks(bytes) {
    try {
        const parts = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readFirst */ .vv)(bytes));
        const begins = parts.map((part) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(part).map(({ tag }) => tag));
        return (parts.length === 2 &&
            parts.every((part) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(part, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.sequence)) &&
            begins.every((tags) => tags.length === 2 && tags[0] === _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.sequence && tags[1] === _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.octetString));
    }
    catch (error) {
        if (error instanceof _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4)
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
    const kind = (0,_x509_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(inner);
    if (kind !== 'jks' &&
        kind !== 'pkcs12' &&
        !inner.includes('-----BEGIN ') &&
        !/^(?:MI|\/u3)/.test(inner.toString('latin1', 0, 3))) {
        return undefined;
    }
    return ['file is base64 of a keystore, not the keystore: it was encoded twice', 'encode it once: `base64 -w0 FILE`'];
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
/* harmony import */ var _x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97127);


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



const KEY_PROTECTOR = '1.3.6.1.4.1.42.2.17.1.1';
const WHITENER = Buffer.from('Mighty Aphrodite', 'latin1');
const SHA1_BYTES = 20;
const sha1 = (...parts) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha1', Buffer.concat(parts), 'buffer');
function utf16(password) {
    return Buffer.from(password.text(), 'utf16le').swap16();
}
function jksDigest(password, body) {
    return sha1(utf16(password), WHITENER, body);
}
function readProtectedKey(encoded) {
    const [algorithm, ciphertext] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readOne */ .JF)(encoded, { ber: true }));
    if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asOid */ .jm)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asSequence */ .GO)(algorithm)[0]) !== KEY_PROTECTOR)
        throw new _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .DerError */ .I4('its protection is not that of JKS');
    const sealed = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asOctets */ .RC)(ciphertext);
    if (sealed.length < 2 * SHA1_BYTES)
        throw new _der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .DerError */ .I4('it is too short');
    return sealed;
}
function openProtectedKey(sealed, password) {
    const secret = utf16(password);
    const salt = sealed.subarray(0, SHA1_BYTES);
    const plain = exclusiveOr(sealed.subarray(SHA1_BYTES, -SHA1_BYTES), secret, salt);
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(sha1(secret, plain), sealed.subarray(-SHA1_BYTES)) ? plain : undefined;
}
function protectKey(pkcs8, password, salt) {
    const secret = utf16(password);
    const sealed = Buffer.concat([salt, exclusiveOr(pkcs8, secret, salt), sha1(secret, pkcs8)]);
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq(KEY_PROTECTOR), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .nullValue */ .Pv()), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octets */ .tu(sealed));
}
function exclusiveOr(text, secret, salt) {
    const result = Buffer.alloc(text.length);
    const hashed = Buffer.concat([secret, salt]);
    for (let at = 0; at < result.length; at += SHA1_BYTES) {
        hashed.write((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha1', hashed, 'binary'), secret.length, 'binary');
        const end = Math.min(SHA1_BYTES, result.length - at);
        for (let next = 0; next < end; next++)
            result[at + next] = (text[at + next] ?? 0) ^ (hashed[secret.length + next] ?? 0);
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
function readEncoded(cursor, version) {
    return { type: version === 2 ? cursor.text() : 'X.509', der: cursor.take(cursor.u4()) };
}
function repeat(count, read) {
    const items = [];
    while (items.length < count)
        items.push(read());
    return items;
}
class Cursor {
    #bytes;
    at = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    #skip(length) {
        if (length > this.#bytes.length - this.at)
            throw (0,_found_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadable */ .O$)('JKS keystore is cut off');
        this.at += length;
        return this.at - length;
    }
    take(length) {
        return this.#bytes.subarray(this.#skip(length), this.at);
    }
    u4() {
        return this.#bytes.readUInt32BE(this.#skip(4));
    }
    date() {
        const date = new Date(Number(this.#bytes.readBigInt64BE(this.#skip(8))));
        return Number.isNaN(date.getTime()) ? undefined : date;
    }
    text() {
        const text = (0,_modified_utf8_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeModifiedUtf8 */ .v)(this.take(this.#bytes.readUInt16BE(this.#skip(2))));
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
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);

function decodeModifiedUtf8(bytes) {
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isAscii)(bytes))
        return bytes.toString('latin1');
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

/***/ 90379:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* reexport */ keystore/* privateKeyOf */.O),
  J: () => (/* binding */ readKeystore)
});

// EXTERNAL MODULE: ./src/keystore/format.ts
var format = __webpack_require__(84673);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/der/reader.ts
var reader = __webpack_require__(35016);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/keystore/found.ts
var found = __webpack_require__(88832);
// EXTERNAL MODULE: ./src/keystore/jks-protection.ts
var jks_protection = __webpack_require__(2074);
// EXTERNAL MODULE: ./src/keystore/jks-records.ts
var jks_records = __webpack_require__(6787);
// EXTERNAL MODULE: ./src/keystore/opened-key.ts
var opened_key = __webpack_require__(67309);
;// CONCATENATED MODULE: ./src/keystore/jks-read.ts







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



async function readKeystore(bytes, passwords, { decryptKeys = true } = {}) {
    if ((0,format/* tellFormat */.J)(bytes) === 'jks')
        return readJks(bytes, passwords, decryptKeys);
    const { readPkcs12 } = await __webpack_require__.e(/* import() */ 824).then(__webpack_require__.bind(__webpack_require__, 23824));
    return readPkcs12(bytes, passwords, decryptKeys);
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
