export const id = 59;
export const ids = [59];
export const modules = {

/***/ 35016:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ asBits),
/* harmony export */   Aw: () => (/* binding */ isUniversal),
/* harmony export */   Dk: () => (/* binding */ TAG),
/* harmony export */   GO: () => (/* binding */ asSequence),
/* harmony export */   GU: () => (/* binding */ asTime),
/* harmony export */   Gp: () => (/* binding */ asSmallInteger),
/* harmony export */   I4: () => (/* binding */ DerError),
/* harmony export */   JF: () => (/* binding */ readOne),
/* harmony export */   JU: () => (/* binding */ asInteger),
/* harmony export */   NA: () => (/* binding */ asOctetString),
/* harmony export */   RC: () => (/* binding */ asOctets),
/* harmony export */   Y_: () => (/* binding */ children),
/* harmony export */   aE: () => (/* binding */ isContext),
/* harmony export */   e1: () => (/* binding */ asText),
/* harmony export */   jm: () => (/* binding */ asOid),
/* harmony export */   pZ: () => (/* binding */ asSet),
/* harmony export */   tB: () => (/* binding */ asBoolean),
/* harmony export */   vv: () => (/* binding */ readFirst),
/* harmony export */   w0: () => (/* binding */ readWithin)
/* harmony export */ });
/* unused harmony export Node */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_buffer__WEBPACK_IMPORTED_MODULE_0__);

class DerError extends Error {
    name = 'DerError';
}
class Node {
    tagClass;
    constructed;
    tag;
    ber;
    depthLeft;
    source;
    start;
    end;
    from;
    after;
    constructor(source, from, header, end, ber, depthLeft) {
        this.tagClass = TAG_CLASSES[header.first >> 6] ?? 0;
        this.constructed = (header.first & 0x20) !== 0;
        this.tag = header.tag;
        this.ber = ber;
        this.depthLeft = depthLeft;
        this.source = source;
        this.start = header.start;
        this.end = end;
        this.from = from;
        this.after = header.length === undefined ? end + END_OF_CONTENTS : end;
    }
    get bytes() {
        return this.source.subarray(this.from, this.after);
    }
    get content() {
        return this.source.subarray(this.start, this.end);
    }
}
const TAG = {
    boolean: 1,
    integer: 2,
    bitString: 3,
    octetString: 4,
    null: 5,
    oid: 6,
    utf8String: 12,
    sequence: 16,
    set: 17,
    numericString: 18,
    printableString: 19,
    t61String: 20,
    ia5String: 22,
    utcTime: 23,
    generalizedTime: 24,
    visibleString: 26,
    universalString: 28,
    bmpString: 30,
};
const MAX_DEPTH = 32;
const MAX_CHILDREN = 65_536;
const MAX_INTEGER_BYTES = 8192;
const MAX_OID_BYTES = 128;
function readOne(bytes, options = {}) {
    const node = readFirst(bytes, options);
    if (node.after !== bytes.length)
        throw new DerError('bytes follow the outermost element');
    return node;
}
function readFirst(bytes, options = {}) {
    return readAt(bytes, 0, bytes.length, options.ber ?? false, options.maxDepth ?? MAX_DEPTH);
}
function readWithin({ source, start, end, ber }) {
    const node = readAt(source, start, end, ber, MAX_DEPTH);
    if (node.after !== end)
        throw new DerError('bytes follow the outermost element');
    return node;
}
function children(node) {
    if (!node.constructed)
        throw new DerError('a primitive element has no elements within');
    const found = [];
    for (let offset = node.start; offset < node.end;) {
        if (found.length === MAX_CHILDREN)
            throw new DerError('too many elements within one');
        const child = readAt(node.source, offset, node.end, node.ber, node.depthLeft);
        found.push(child);
        offset = child.after;
    }
    return found;
}
function readAt(bytes, offset, limit, ber, depthLeft) {
    if (depthLeft <= 0)
        throw new DerError('elements are nested too deep');
    const header = readHeader(bytes, offset, limit, ber);
    const { start, length } = header;
    const end = length === undefined ? endOfIndefinite(bytes, header, limit, depthLeft) : start + length;
    if (end > limit)
        throw new DerError('an element is longer than what holds it');
    return new Node(bytes, offset, header, end, ber, depthLeft - 1);
}
function endOfIndefinite(bytes, { first, start }, limit, depthLeft) {
    if ((first & 0x20) === 0)
        throw new DerError('a primitive element has no length');
    let offset = start;
    while (!(byteAt(bytes, offset, limit) === 0 && byteAt(bytes, offset + 1, limit) === 0)) {
        offset = readAt(bytes, offset, limit, true, depthLeft - 1).after;
    }
    return offset;
}
function readHeader(bytes, offset, limit, ber) {
    const first = byteAt(bytes, offset, limit);
    let tag = first & 0x1f;
    let end = offset + 1;
    if (tag === 0x1f)
        ({ tag, end } = readHighTag(bytes, end, limit));
    const short = byteAt(bytes, end, limit);
    if (short < 0x80)
        return { first, tag, start: end + 1, length: short };
    const { start, length } = readLength(bytes, end, limit, ber);
    return { first, tag, start, length };
}
const TAG_CLASSES = [0, 1, 2, 3];
const END_OF_CONTENTS = 2;
function readHighTag(bytes, offset, limit) {
    let tag = 0;
    for (let at = offset; at < offset + 4; at++) {
        const byte = byteAt(bytes, at, limit);
        tag = tag * 128 + (byte & 0x7f);
        if (tag === 0)
            throw new DerError('a tag number begins with zero');
        if (byte < 0x80)
            return { tag, end: at + 1 };
    }
    throw new DerError('a tag number is too large');
}
function readLength(bytes, offset, limit, ber) {
    const first = byteAt(bytes, offset, limit);
    if (first === 0x80) {
        if (!ber)
            throw new DerError('an element has an indefinite length, which DER does not allow');
        return { length: undefined, start: offset + 1 };
    }
    const start = offset + 1 + (first & 0x7f);
    let length = 0;
    for (let at = offset + 1; at < start; at++) {
        length = length * 256 + byteAt(bytes, at, limit);
        if (length > limit)
            throw new DerError('an element is longer than what holds it');
    }
    const minimal = length >= 0x80 && bytes[offset + 1] !== 0;
    if (!ber && !minimal)
        throw new DerError('a length is written longer than needed, which DER does not allow');
    return { length, start };
}
function byteAt(bytes, offset, limit) {
    const byte = offset < limit ? bytes[offset] : undefined;
    if (byte === undefined)
        throw new DerError('the bytes end within an element');
    return byte;
}
function isContext(node, n) {
    return node?.tagClass === 2 && node.tag === n;
}
function isUniversal(node, tag) {
    return node?.tagClass === 0 && node.tag === tag;
}
function asSequence(node) {
    return children(expected(node, TAG.sequence, 'a sequence'));
}
function asSet(node) {
    return children(expected(node, TAG.set, 'a set'));
}
function expected(node, tag, what) {
    if (node === undefined)
        throw new DerError(`${what} is missing`);
    if (node.tagClass === 2 || isUniversal(node, tag))
        return node;
    throw new DerError(`${what} is expected where something else stands`);
}
function primitive(node, tag, what) {
    const found = expected(node, tag, what);
    if (found.constructed)
        throw new DerError(`${what} is split in parts`);
    return found;
}
function asInteger(node) {
    const { content } = primitive(node, TAG.integer, 'an integer');
    if (content.length === 0)
        throw new DerError('an integer is empty');
    if (content.length > MAX_INTEGER_BYTES)
        throw new DerError('an integer is too large');
    return BigInt.asIntN(content.length * 8, BigInt(`0x${content.toString('hex')}`));
}
function asSmallInteger(node) {
    const value = asInteger(node);
    if (BigInt(Number(value)) !== value || !Number.isSafeInteger(Number(value)))
        throw new DerError('an integer is too large');
    return Number(value);
}
function asBoolean(node) {
    const { content } = primitive(node, TAG.boolean, 'a boolean');
    if (content.length !== 1)
        throw new DerError('a boolean is not one byte');
    return content[0] !== 0;
}
function asOid(node) {
    const { source, start, end } = primitive(node, TAG.oid, 'an object identifier');
    if (start === end || end - start > MAX_OID_BYTES)
        throw new DerError('an object identifier has an impossible length');
    let dotted = '';
    let number = 0;
    let begins = true;
    for (let at = start; at < end; at++) {
        const byte = source[at] ?? 0;
        if (begins && byte === 0x80)
            throw new DerError('an object identifier has a number that begins with zero');
        number = typeof number === 'bigint' || number > LARGEST_NUMBER ? grown(BigInt(number), byte) : number * 128 + (byte & 0x7f);
        begins = byte < 0x80;
        if (!begins)
            continue;
        dotted += dotted === '' ? rootOf(number) : `.${number}`;
        number = 0;
    }
    if (!begins)
        throw new DerError('an object identifier is cut off');
    return dotted;
}
const LARGEST_NUMBER = 2 ** 46 - 1;
const grown = (number, byte) => (number << 7n) | BigInt(byte & 0x7f);
function rootOf(head) {
    if (head < 80)
        return `${head < 40 ? 0 : 1}.${Number(head) % 40}`;
    return `2.${BigInt(head) - 80n}`;
}
const asOctetString = (node) => primitive(node, TAG.octetString, 'an octet string');
function asOctets(node) {
    const found = expected(node, TAG.octetString, 'an octet string');
    if (!found.constructed)
        return found.content;
    if (!found.ber)
        throw new DerError('an octet string is split in parts');
    return Buffer.concat(children(found).map((part) => {
        if (!isUniversal(part, TAG.octetString))
            throw new DerError('an octet string has a part that is none');
        return asOctets(part);
    }));
}
function asBits(node) {
    const { content } = primitive(node, TAG.bitString, 'a bit string');
    const unusedBits = content[0];
    if (unusedBits === undefined || unusedBits > 7 || (content.length === 1 && unusedBits > 0)) {
        throw new DerError('a bit string has an impossible number of unused bits');
    }
    return { bytes: content.subarray(1), unusedBits };
}
function asText(node) {
    if (node === undefined)
        throw new DerError('a text is missing');
    const decode = node.tagClass === 0 ? TEXT_DECODERS.get(node.tag) : undefined;
    if (decode === undefined || node.constructed)
        throw new DerError('a text is expected where something else stands');
    return decode(node.content);
}
const latin1 = (content) => content.toString('latin1');
const TEXT_DECODERS = new Map([
    [TAG.utf8String, utf8Text],
    [TAG.numericString, latin1],
    [TAG.printableString, latin1],
    [TAG.t61String, latin1],
    [TAG.ia5String, latin1],
    [TAG.visibleString, latin1],
    [TAG.universalString, universalText],
    [TAG.bmpString, bmpText],
]);
function utf8Text(content) {
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(content))
        throw new DerError('a text is not valid UTF-8');
    return content.toString('utf8');
}
function bmpText(content) {
    if (content.length % 2 !== 0)
        throw new DerError('a text of two-byte characters has an odd length');
    return Buffer.from(content).swap16().toString('utf16le');
}
function universalText(content) {
    if (content.length % 4 !== 0)
        throw new DerError('a text of four-byte characters has an impossible length');
    let text = '';
    for (let at = 0; at < content.length; at += 4) {
        const character = content.readUInt32BE(at);
        if (character > 0x10ffff)
            throw new DerError('a text has a character that does not exist');
        text += String.fromCodePoint(character);
    }
    return text;
}
const UTC_TIME = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})$/;
const GENERALIZED_TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(Z|[+-]\d{4})$/;
function asTime(node) {
    const short = isUniversal(node, TAG.utcTime);
    if (!short && !isUniversal(node, TAG.generalizedTime))
        throw new DerError('a time is expected where something else stands');
    const match = (short ? UTC_TIME : GENERALIZED_TIME).exec(node.source.toString('latin1', node.start, node.end));
    if (node.constructed || match === null)
        throw new DerError('a time cannot be read');
    const year = Number(match[1]);
    const [month, day, hour] = [Number(match[2]), Number(match[3]), Number(match[4])];
    const [minute, second] = [Number(match[5]), Number(match[6] ?? 0)];
    const date = new Date(0);
    date.setUTCFullYear(short ? year + (year < 50 ? 2000 : 1900) : year, month - 1, day);
    date.setUTCHours(hour, minute, second);
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
    if (!exists)
        throw new DerError('a time has a day or hour that does not exist');
    const zone = match[7] ?? 'Z';
    return zone === 'Z' ? date : new Date(date.getTime() - zoneOffset(zone));
}
function zoneOffset(zone) {
    const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3, 5));
    return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}


/***/ }),

/***/ 75320:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ utf8),
/* harmony export */   K2: () => (/* binding */ sequence),
/* harmony export */   Lz: () => (/* binding */ bits),
/* harmony export */   Pv: () => (/* binding */ nullValue),
/* harmony export */   _O: () => (/* binding */ context),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   hZ: () => (/* binding */ set),
/* harmony export */   jq: () => (/* binding */ oid),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   tu: () => (/* binding */ octets),
/* harmony export */   uM: () => (/* binding */ bmp),
/* harmony export */   zM: () => (/* binding */ boolean),
/* harmony export */   zo: () => (/* binding */ utcOrGeneralizedTime)
/* harmony export */ });
/* unused harmony export ia5 */
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);

function sequence(...elements) {
    return element(_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.sequence | CONSTRUCTED, Buffer.concat(elements));
}
function set(...elements) {
    return element(_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.set | CONSTRUCTED, Buffer.concat([...elements].sort((a, b) => a.compare(b))));
}
function integer(value) {
    return element(_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.integer, twosComplement(BigInt(value)));
}
function oid(dotted) {
    const [root = 0n, second = 0n, ...rest] = dotted.split('.').map((part) => BigInt(part));
    return element(_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.oid, Buffer.from([root * 40n + second, ...rest].flatMap(base128)));
}
function octets(content) {
    return element(_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.octetString, content);
}
function bits(content, unused = 0) {
    return element(_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.bitString, Buffer.concat([Buffer.from([unused]), content]));
}
function nullValue() {
    return element(_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.null, Buffer.alloc(0));
}
function boolean(value) {
    return element(_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.boolean, Buffer.from([value ? 0xff : 0]));
}
function utf8(text) {
    return element(_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.utf8String, Buffer.from(text, 'utf8'));
}
function bmp(text) {
    return element(_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.bmpString, Buffer.from(text, 'utf16le').swap16());
}
function printable(text) {
    return element(_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.printableString, Buffer.from(text, 'latin1'));
}
function ia5(text) {
    return element(TAG.ia5String, Buffer.from(text, 'latin1'));
}
function context(n, content, constructed = true) {
    return element(0x80 | (constructed ? CONSTRUCTED : 0) | n, content);
}
function utcOrGeneralizedTime(date) {
    const digits = date
        .toISOString()
        .replace(/\.\d+Z$/, 'Z')
        .replace(/[-:T]/g, '');
    const year = date.getUTCFullYear();
    return year >= 1950 && year < 2050
        ? element(_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.utcTime, Buffer.from(digits.slice(2), 'latin1'))
        : element(_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.generalizedTime, Buffer.from(digits, 'latin1'));
}
const CONSTRUCTED = 0x20;
function element(identifier, content) {
    return Buffer.concat([Buffer.from([identifier, ...lengthOctets(content.length)]), content]);
}
function lengthOctets(length) {
    if (length < 0x80)
        return [length];
    const digits = [];
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256))
        digits.unshift(rest % 256);
    return [0x80 | digits.length, ...digits];
}
function twosComplement(value) {
    let size = 1;
    while (BigInt.asIntN(size * 8, value) !== value)
        size++;
    const hex = BigInt.asUintN(size * 8, value)
        .toString(16)
        .padStart(size * 2, '0');
    return Buffer.from(hex, 'hex');
}
function base128(value) {
    const digits = [Number(value & 0x7fn)];
    for (let rest = value >> 7n; rest > 0n; rest >>= 7n)
        digits.unshift(Number(rest & 0x7fn) | 0x80);
    return digits;
}


/***/ }),

/***/ 95952:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ usualKeyKind),
/* harmony export */   Fi: () => (/* binding */ curveOf),
/* harmony export */   Gz: () => (/* binding */ readSignatureAlgorithm),
/* harmony export */   I3: () => (/* binding */ signingAlgorithmOf),
/* harmony export */   Ky: () => (/* binding */ keyAlgorithmOf),
/* harmony export */   wW: () => (/* binding */ keyAlgorithmNamed)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75320);


const RSASSA_PSS = '1.2.840.113549.1.1.10';
const SIGNATURES = new Map([
    ['1.2.840.113549.1.1.2', { name: 'md2WithRSAEncryption', digest: 'md2' }],
    ['1.2.840.113549.1.1.3', { name: 'md4WithRSAEncryption', digest: 'md4' }],
    ['1.2.840.113549.1.1.4', { name: 'md5WithRSAEncryption', digest: 'md5' }],
    ['1.2.840.113549.1.1.5', { name: 'sha1WithRSAEncryption', digest: 'sha1' }],
    ['1.3.14.3.2.29', { name: 'sha1WithRSA', digest: 'sha1' }],
    ['1.2.840.113549.1.1.14', { name: 'sha224WithRSAEncryption', digest: 'sha224' }],
    ['1.2.840.113549.1.1.11', { name: 'sha256WithRSAEncryption', digest: 'sha256' }],
    ['1.2.840.113549.1.1.12', { name: 'sha384WithRSAEncryption', digest: 'sha384' }],
    ['1.2.840.113549.1.1.13', { name: 'sha512WithRSAEncryption', digest: 'sha512' }],
    ['1.2.840.10040.4.3', { name: 'dsa-with-SHA1', digest: 'sha1' }],
    ['2.16.840.1.101.3.4.3.1', { name: 'dsa-with-SHA224', digest: 'sha224' }],
    ['2.16.840.1.101.3.4.3.2', { name: 'dsa-with-SHA256', digest: 'sha256' }],
    ['1.2.840.10045.4.1', { name: 'ecdsa-with-SHA1', digest: 'sha1' }],
    ['1.2.840.10045.4.3.1', { name: 'ecdsa-with-SHA224', digest: 'sha224' }],
    ['1.2.840.10045.4.3.2', { name: 'ecdsa-with-SHA256', digest: 'sha256' }],
    ['1.2.840.10045.4.3.3', { name: 'ecdsa-with-SHA384', digest: 'sha384' }],
    ['1.2.840.10045.4.3.4', { name: 'ecdsa-with-SHA512', digest: 'sha512' }],
    ['1.3.101.112', { name: 'Ed25519', digest: undefined }],
    ['1.3.101.113', { name: 'Ed448', digest: undefined }],
]);
const DIGESTS = new Map([
    ['1.2.840.113549.2.5', 'md5'],
    ['1.3.14.3.2.26', 'sha1'],
    ['2.16.840.1.101.3.4.2.4', 'sha224'],
    ['2.16.840.1.101.3.4.2.1', 'sha256'],
    ['2.16.840.1.101.3.4.2.2', 'sha384'],
    ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);
function readSignatureAlgorithm(node) {
    const [type, parameters] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)(node);
    const dotted = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asOid */ .jm)(type);
    if (dotted === RSASSA_PSS)
        return { name: 'rsassaPss', digest: pssDigest(parameters) };
    return SIGNATURES.get(dotted) ?? { name: dotted, digest: undefined };
}
function pssDigest(parameters) {
    const tagged = parameters && (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)(parameters).find((parameter) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isContext */ .aE)(parameter, 0));
    if (tagged === undefined)
        return 'sha1';
    const [identifier] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(tagged);
    return DIGESTS.get((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asOid */ .jm)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)(identifier)[0]));
}
const EDWARDS = new Map([
    ['ed25519', 'Ed25519'],
    ['ed448', 'Ed448'],
]);
function keyAlgorithmOf(key) {
    const type = key.asymmetricKeyType ?? 'unknown';
    const family = type === 'rsa-pss' ? 'RSASSA-PSS' : type.toUpperCase();
    const size = key.asymmetricKeyDetails?.modulusLength ?? /\d{3}/.exec(curveOf(key) ?? '')?.[0];
    return EDWARDS.get(type) ?? (size === undefined ? family : `${family}-${size}`);
}
function usualKeyKind(spki) {
    const [identifier, key] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)(spki);
    const [type, parameters] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)(identifier);
    const dotted = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asOid */ .jm)(type);
    if (dotted === EC_PUBLIC_KEY)
        return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(parameters, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.oid) ? CURVES.get((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asOid */ .jm)(parameters)) : undefined;
    if (dotted !== RSA_ENCRYPTION)
        return undefined;
    const [modulus] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readOne */ .JF)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asBits */ .$T)(key).bytes));
    return { algorithm: `RSA-${(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asInteger */ .JU)(modulus).toString(2).length}`, curve: undefined };
}
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
const EC_PUBLIC_KEY = '1.2.840.10045.2.1';
const CURVES = new Map([
    ['1.2.840.10045.3.1.7', { algorithm: 'EC-256', curve: 'prime256v1' }],
    ['1.3.132.0.34', { algorithm: 'EC-384', curve: 'secp384r1' }],
    ['1.3.132.0.35', { algorithm: 'EC-521', curve: 'secp521r1' }],
]);
const keyAlgorithmNamed = (text) => text.toUpperCase().replace('EC-P', 'EC-');
function curveOf(key) {
    return key.asymmetricKeyDetails?.namedCurve;
}
function signingAlgorithmOf(key) {
    const type = key.asymmetricKeyType;
    if (type === 'rsa')
        return { digest: 'sha256', identifier: _der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq('1.2.840.113549.1.1.11'), _der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .nullValue */ .Pv()) };
    if (type === 'ed25519')
        return { digest: null, identifier: _der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq('1.3.101.112')) };
    return type === 'ec' ? ECDSA.get(curveOf(key) ?? '') : undefined;
}
const ECDSA = new Map([
    ['prime256v1', { digest: 'sha256', identifier: _der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq('1.2.840.10045.4.3.2')) }],
    ['secp384r1', { digest: 'sha384', identifier: _der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq('1.2.840.10045.4.3.3')) }],
    ['secp521r1', { digest: 'sha512', identifier: _der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq('1.2.840.10045.4.3.4')) }],
]);


/***/ }),

/***/ 60938:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P3: () => (/* binding */ hasNames),
/* harmony export */   dM: () => (/* binding */ writeAlternativeNames),
/* harmony export */   m6: () => (/* binding */ readAlternativeNames)
/* harmony export */ });
/* unused harmony export canonicalName */
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75320);


const TAGS = { email: 1, DNS: 2, URI: 6, IP: 7 };
const KINDS = new Map([
    [1, 'email'],
    [2, 'DNS'],
    [6, 'URI'],
    [7, 'IP'],
]);
const FORM = /^(DNS|IP|URI|email):(\S+)$/;
function writeAlternativeNames(names) {
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2(...names.map((text) => {
        const [, kind, value = ''] = FORM.exec(text) ?? [];
        const content = kind === 'IP' ? (addressBytes(value) ?? Buffer.alloc(0)) : Buffer.from(value, 'latin1');
        return _der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O(TAGS[kind], content, false);
    }));
}
function readAlternativeNames(extension) {
    return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readOne */ .JF)(extension)).map(textOf);
}
function textOf(node) {
    const kind = node.tagClass === 2 && !node.constructed ? KINDS.get(node.tag) : undefined;
    const text = kind === 'IP' ? addressText(node.content) : node.content.toString('latin1');
    return kind === undefined || text === undefined ? `other:${node.bytes.toString('hex')}` : `${kind}:${text}`;
}
function canonicalName(text) {
    const [, kind, value = ''] = FORM.exec(text) ?? [];
    if (kind === 'DNS')
        return `DNS:${value.toLowerCase()}`;
    if (kind === 'email')
        return `email:${value.toLowerCase()}`;
    const bytes = kind === 'IP' ? addressBytes(value) : undefined;
    return bytes === undefined ? text : `IP:${addressText(bytes) ?? value}`;
}
function addressBytes(text) {
    const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
    if (four !== null) {
        const parts = four.slice(1).map(Number);
        return parts.every((part) => part < 256) ? Buffer.from(parts) : undefined;
    }
    if (!/^[0-9a-f:.]+$/i.test(text) || !URL.canParse(`http://[${text}]`))
        return undefined;
    const [before = '', after] = new URL(`http://[${text}]`).hostname.slice(1, -1).split('::');
    const groups = (half) => (half === '' ? [] : half.split(':'));
    const [head, tail] = [groups(before), groups(after ?? '')];
    const zeros = after === undefined ? [] : Array(8 - head.length - tail.length).fill('0');
    return Buffer.from([...head, ...zeros, ...tail].map((group) => group.padStart(4, '0')).join(''), 'hex');
}
function addressText(bytes) {
    if (bytes.length === 4)
        return [...bytes].join('.');
    const groups = bytes.length === 16 ? bytes.toString('hex').match(/.{4}/g) : null;
    return groups === null ? undefined : new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}
function hasNames(names, commonName, wanted) {
    const there = new Set(names.map(canonicalName));
    const asked = new Set(wanted.map(canonicalName));
    const usual = commonName === undefined ? [] : [`DNS:${commonName}`, `email:${commonName}`].map(canonicalName);
    return [...asked].every((name) => there.has(name)) && [...there].every((name) => asked.has(name) || usual.includes(name));
}


/***/ }),

/***/ 86747:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ blocksOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   fd: () => (/* binding */ PemError),
/* harmony export */   yE: () => (/* binding */ armor)
/* harmony export */ });
/* unused harmony export pemBlocks */
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);

class PemError extends Error {
    name = 'PemError';
}
const BEGIN = '-----BEGIN ';
const END = '-----END ';
const DASHES = '-----';
const HEADER = /(Proc-Type|DEK-Info):\s*(\S+)/g;
function pemBlocks(text) {
    const blocks = [];
    for (let begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, begin)) {
        const labelEnd = text.indexOf(DASHES, begin + BEGIN.length);
        const label = text.slice(begin + BEGIN.length, labelEnd);
        if (labelEnd < 0 || !/^[A-Z0-9 #.]{1,40}$/.test(label))
            throw new PemError('a BEGIN line is damaged');
        const end = text.indexOf(END, labelEnd);
        const next = text.indexOf(BEGIN, labelEnd);
        if (end < 0 || (next >= 0 && next < end))
            throw new PemError(`the block ${label} has no END line: it was cut off`);
        if (!text.startsWith(`${label}${DASHES}`, end + END.length))
            throw new PemError(`the block ${label} ends with another label`);
        blocks.push({ label, ...readBody(text.slice(labelEnd + DASHES.length, end), label) });
        begin = end + END.length;
    }
    return blocks;
}
function readBody(body, label) {
    const text = body.replaceAll(/\\[rn]/g, '\n');
    const headers = new Map([...text.matchAll(HEADER)].map(([, name = '', value = '']) => [name, value]));
    const bytes = decodeBase64(text.replaceAll(HEADER, ''));
    if (bytes === undefined || bytes.length === 0)
        throw new PemError(`the block ${label} is not base64`);
    return { headers, bytes };
}
function decodeBase64(text) {
    const digits = text.replaceAll(/\s+/g, '');
    const wellFormed = /^[A-Za-z0-9+/_-]*={0,2}$/.test(digits) && digits.replace(/=+$/, '').length % 4 !== 1;
    return wellFormed ? Buffer.from(digits, 'base64') : undefined;
}
function blocksOf(bytes) {
    if (isDer(bytes))
        return [unlabelled(bytes)];
    const text = textOf(bytes);
    if (text.includes(BEGIN))
        return pemBlocks(text);
    const decoded = decodeBase64(text.replaceAll(/\\[rn]/g, '\n').replaceAll(/["']/g, ''));
    if (decoded === undefined || decoded.length === 0)
        throw new PemError('neither PEM nor DER');
    const inner = textOf(decoded);
    return inner.includes(BEGIN) ? pemBlocks(inner) : [unlabelled(decoded)];
}
const unlabelled = (bytes) => ({ label: '', headers: new Map(), bytes });
function isDer(bytes) {
    try {
        return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readOne */ .JF)(bytes, { ber: true }).constructed;
    }
    catch (error) {
        if (error instanceof _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4)
            return false;
        throw error;
    }
}
function textOf(bytes) {
    return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('latin1');
}
function armor(label, bytes, headers = '') {
    const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
    return `${BEGIN}${label}${DASHES}\n${headers}${lines.join('\n')}\n${END}${label}${DASHES}\n`;
}


/***/ }),

/***/ 97127:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ Certificate)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/der/reader.ts
var der_reader = __webpack_require__(35016);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/x509/algorithms.ts
var algorithms = __webpack_require__(95952);
;// CONCATENATED MODULE: ./src/x509/extensions.ts

const KEY_USAGES = [
    'digitalSignature',
    'nonRepudiation',
    'keyEncipherment',
    'dataEncipherment',
    'keyAgreement',
    'keyCertSign',
    'cRLSign',
    'encipherOnly',
    'decipherOnly',
];
function readExtensions(node) {
    const values = new Map();
    for (const extension of node === undefined ? [] : (0,der_reader/* asSequence */.GO)(node)) {
        const parts = (0,der_reader/* asSequence */.GO)(extension);
        const id = (0,der_reader/* asOid */.jm)(parts[0]);
        if (values.has(id))
            throw new der_reader/* DerError */.I4('an extension stands there twice');
        values.set(id, (0,der_reader/* asOctetString */.NA)(parts.at(-1)));
    }
    const read = (id, reader) => {
        const value = values.get(id);
        return value && reader((0,der_reader/* readWithin */.w0)(value));
    };
    return {
        basicConstraints: read('2.5.29.19', readBasicConstraints),
        keyUsage: read('2.5.29.15', readKeyUsage),
        extendedKeyUsage: read('2.5.29.37', (eku) => (0,der_reader/* asSequence */.GO)(eku).map(der_reader/* asOid */.jm)),
        nameConstraints: values.has('2.5.29.30'),
        policies: read('2.5.29.32', (policies) => (0,der_reader/* asSequence */.GO)(policies).map((policy) => (0,der_reader/* asOid */.jm)((0,der_reader/* asSequence */.GO)(policy)[0]))) ?? [],
        subjectKeyId: read('2.5.29.14', der_reader/* asOctets */.RC),
        authorityKeyId: read('2.5.29.35', (identifier) => {
            const keyId = (0,der_reader/* asSequence */.GO)(identifier).find((part) => (0,der_reader/* isContext */.aE)(part, 0));
            return keyId && (0,der_reader/* asOctets */.RC)(keyId);
        }),
        alternativeNames: values.get('2.5.29.17')?.content,
    };
}
function readBasicConstraints(node) {
    const parts = (0,der_reader/* children */.Y_)(node);
    const flag = parts.find((part) => (0,der_reader/* isUniversal */.Aw)(part, der_reader/* TAG */.Dk.boolean));
    const length = parts.find((part) => (0,der_reader/* isUniversal */.Aw)(part, der_reader/* TAG */.Dk.integer));
    return { ca: flag !== undefined && (0,der_reader/* asBoolean */.tB)(flag), ...(length && { pathLength: (0,der_reader/* asSmallInteger */.Gp)(length) }) };
}
function readKeyUsage(node) {
    const { bytes } = (0,der_reader/* asBits */.$T)(node);
    return new Set(KEY_USAGES.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0));
}

// EXTERNAL MODULE: ./src/x509/format.ts
var format = __webpack_require__(87181);
// EXTERNAL MODULE: ./src/x509/alternative-names.ts
var alternative_names = __webpack_require__(60938);
// EXTERNAL MODULE: ./src/x509/name.ts
var x509_name = __webpack_require__(58153);
;// CONCATENATED MODULE: ./src/x509/certificate.ts









class Certificate {
    der;
    #fields;
    #sha256;
    #fingerprint256;
    #issuer;
    #publicKey;
    #kind;
    #openssl;
    #selfSigned;
    #signers;
    constructor(der, sha256, fields) {
        this.der = der;
        this.#sha256 = sha256;
        this.#fields = fields;
    }
    static fromDer(der) {
        const id = (0,external_node_crypto_.hash)('sha256', der, 'hex');
        const known = KNOWN.get(id)?.deref();
        if (known !== undefined)
            return known;
        const own = Buffer.from(der);
        try {
            const certificate = new Certificate(own, id, readFields(own));
            KNOWN.set(id, new WeakRef(certificate));
            return certificate;
        }
        catch (error) {
            if (!(error instanceof der_reader/* DerError */.I4))
                throw error;
            throw new errors/* CodedError */.AK('certificate.unreadable', `certificate is damaged or none: ${error.message}`);
        }
    }
    get fingerprint256() {
        return (this.#fingerprint256 ??= (0,format/* hexPairs */.TM)(this.#sha256));
    }
    get subject() {
        return this.#fields.subjectText;
    }
    get issuer() {
        return (this.#issuer ??= (0,x509_name/* formatName */.nD)((0,x509_name/* readName */.MQ)(this.#fields.issuer)));
    }
    get subjectName() {
        return (0,x509_name/* readName */.MQ)(this.#fields.subject);
    }
    get subjectDer() {
        return this.#fields.subject.bytes;
    }
    get issuerDer() {
        return this.#fields.issuer.bytes;
    }
    get commonName() {
        return (0,x509_name/* commonNameOf */.KJ)((0,x509_name/* readName */.MQ)(this.#fields.subject));
    }
    get serialNumber() {
        const { serial } = this.#fields;
        const digits = (serial < 0n ? -serial : serial).toString(16).toUpperCase();
        return `${serial < 0n ? '-' : ''}${digits.length % 2 === 0 ? '' : '0'}${digits}`;
    }
    get notBefore() {
        return this.#fields.notBefore;
    }
    get notAfter() {
        return this.#fields.notAfter;
    }
    get spki() {
        return this.#fields.spki.bytes;
    }
    get publicKey() {
        try {
            return (this.#publicKey ??= (0,external_node_crypto_.createPublicKey)({ key: this.spki, format: 'der', type: 'spki' }));
        }
        catch {
            throw new errors/* CodedError */.AK('certificate.unreadable', `certificate ${this.subject} has a public key that cannot be read`);
        }
    }
    get keyAlgorithm() {
        return this.#keyKind().algorithm;
    }
    get curve() {
        return this.#keyKind().curve;
    }
    #keyKind() {
        return (this.#kind ??= keyKindOf(this.#fields.spki, () => this.publicKey));
    }
    get signatureAlgorithm() {
        return this.#fields.signatureAlgorithm;
    }
    get basicConstraints() {
        return this.#fields.extensions.basicConstraints;
    }
    get keyUsage() {
        return this.#fields.extensions.keyUsage;
    }
    get extendedKeyUsage() {
        return this.#fields.extensions.extendedKeyUsage;
    }
    get policies() {
        return this.#fields.extensions.policies;
    }
    get alternativeNames() {
        const { alternativeNames } = this.#fields.extensions;
        try {
            return alternativeNames === undefined ? [] : (0,alternative_names/* readAlternativeNames */.m6)(alternativeNames);
        }
        catch (error) {
            if (!(error instanceof der_reader/* DerError */.I4))
                throw error;
            throw new errors/* CodedError */.AK('certificate.unreadable', `certificate has alternative names that cannot be read: ${error.message}`);
        }
    }
    get subjectKeyId() {
        return this.#fields.extensions.subjectKeyId;
    }
    get authorityKeyId() {
        return this.#fields.extensions.authorityKeyId;
    }
    get nameConstraints() {
        return this.#fields.extensions.nameConstraints;
    }
    get isCa() {
        return this.basicConstraints?.ca ?? (this.#fields.extensions.keyUsage === undefined && this.isSelfSigned);
    }
    get isSelfIssued() {
        return this.issuerDer.equals(this.subjectDer);
    }
    get isSelfSigned() {
        return (this.#selfSigned ??= this.isSelfIssued && this.#isSignedBy(this));
    }
    isIssuedBy(other) {
        const named = this.issuerDer.equals(other.subjectDer) || this.#opensslSaysIssuedBy(other);
        return named && this.#keyIdsAgree(other) && this.#isSignedBy(other);
    }
    equals(other) {
        return this === other || this.der.equals(other.der);
    }
    toString() {
        return this.subject === '' ? `serial number ${this.serialNumber}` : this.subject;
    }
    [external_node_util_.inspect.custom]() {
        return `Certificate { ${this.toString()}, ${this.fingerprint256} }`;
    }
    #x509() {
        return (this.#openssl ??= new external_node_crypto_.X509Certificate(this.der));
    }
    #opensslSaysIssuedBy(other) {
        try {
            return this.#x509().checkIssued(other.#x509());
        }
        catch {
            return false;
        }
    }
    #keyIdsAgree(other) {
        const { authorityKeyId } = this;
        const { subjectKeyId } = other;
        return authorityKeyId === undefined || subjectKeyId === undefined || authorityKeyId.equals(subjectKeyId);
    }
    #isSignedBy(other) {
        const signers = (this.#signers ??= new WeakMap());
        const known = signers.get(other);
        if (known !== undefined)
            return known;
        const signed = this.#verify(other);
        signers.set(other, signed);
        this.#openssl = undefined;
        return signed;
    }
    #verify(other) {
        try {
            return this.#x509().verify(other.publicKey);
        }
        catch {
            return false;
        }
    }
}
const KNOWN = new Map();
let issuerBefore;
function readFields(der) {
    const [tbs, signatureAlgorithm, signature, ...more] = (0,der_reader/* asSequence */.GO)((0,der_reader/* readOne */.JF)(der));
    if (signature === undefined || more.length > 0)
        throw new der_reader/* DerError */.I4('it does not have three parts');
    const parts = (0,der_reader/* asSequence */.GO)(tbs);
    const [serial, , issuer, validity, subject, spki] = (0,der_reader/* isContext */.aE)(parts[0], 0) ? parts.slice(1) : parts;
    if (issuer === undefined || subject === undefined || spki === undefined)
        throw new der_reader/* DerError */.I4('a part is missing');
    const subjectText = (0,x509_name/* formatName */.nD)((0,x509_name/* readName */.MQ)(subject));
    if (issuerBefore?.equals(issuer.bytes) !== true)
        (0,x509_name/* readName */.MQ)(issuer);
    issuerBefore = issuer.bytes;
    keyTypeOf(spki);
    const [notBefore, notAfter] = (0,der_reader/* asSequence */.GO)(validity).map(der_reader/* asTime */.GU);
    if (notBefore === undefined || notAfter === undefined)
        throw new der_reader/* DerError */.I4('its validity is missing');
    const extensions = parts.find((part) => (0,der_reader/* isContext */.aE)(part, 3));
    return {
        serial: (0,der_reader/* asInteger */.JU)(serial),
        issuer,
        subject,
        subjectText,
        notBefore,
        notAfter,
        spki,
        extensions: readExtensions(extensions && (0,der_reader/* children */.Y_)(extensions)[0]),
        signatureAlgorithm: (0,algorithms/* readSignatureAlgorithm */.Gz)(signatureAlgorithm),
    };
}
function keyKindOf(spki, publicKey) {
    try {
        const usual = (0,algorithms/* usualKeyKind */.Ak)(spki);
        if (usual !== undefined)
            return usual;
        const key = publicKey();
        return { algorithm: (0,algorithms/* keyAlgorithmOf */.Ky)(key), curve: (0,algorithms/* curveOf */.Fi)(key) };
    }
    catch {
        return { algorithm: keyTypeOf(spki), curve: undefined };
    }
}
function keyTypeOf(spki) {
    return (0,der_reader/* asOid */.jm)((0,der_reader/* asSequence */.GO)((0,der_reader/* asSequence */.GO)(spki)[0])[0]);
}


/***/ }),

/***/ 28647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isPrivate),
/* harmony export */   I: () => (/* binding */ kindOf)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);

const PRIVATE = new Set([
    'pkcs8',
    'encrypted pkcs8',
    'pkcs1',
    'sec1',
    'dsa key',
    'pkcs12',
    'jks',
    'jceks',
]);
function isPrivate(kind) {
    return PRIVATE.has(kind);
}
const MAGIC = new Map([
    ['feedfeed', 'jks'],
    ['cececece', 'jceks'],
]);
const PKCS7_SIGNED_DATA = '1.2.840.113549.1.7.2';
function kindOf(bytes) {
    const keystore = MAGIC.get(bytes.toString('hex', 0, 4));
    if (keystore !== undefined)
        return keystore;
    try {
        const outer = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readFirst */ .vv)(bytes, { ber: true });
        return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(outer, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.sequence) ? kindOfSequence((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(outer)) : 'unknown';
    }
    catch (error) {
        if (error instanceof _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4)
            return 'unknown';
        throw error;
    }
}
function kindOfSequence(parts) {
    const [first, second, third] = parts;
    if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(first, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.oid))
        return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asOid */ .jm)(first) === PKCS7_SIGNED_DATA ? 'pkcs7' : 'unknown';
    if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(first, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.integer))
        return kindWithVersion(parts);
    if (!(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(first, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.sequence))
        return 'unknown';
    if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(second, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.octetString) && parts.length === 2)
        return 'encrypted pkcs8';
    if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(second, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.bitString) && parts.length === 2)
        return 'public key';
    return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(second, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.sequence) && (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(third, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.bitString) ? kindOfSigned((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(first)) : 'unknown';
}
function kindWithVersion(parts) {
    const [, second, third] = parts;
    if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(second, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.octetString))
        return 'sec1';
    if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(second, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.sequence)) {
        if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(third, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.octetString))
            return 'pkcs8';
        const [type] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(second);
        return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(type, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.oid) && (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asOid */ .jm)(type).startsWith('1.2.840.113549.1.7.') ? 'pkcs12' : 'unknown';
    }
    const integers = parts.filter((part) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(part, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.integer)).length;
    if (integers >= 9)
        return 'pkcs1';
    if (integers === 6)
        return 'dsa key';
    return integers === 2 && parts.length === 2 ? 'public key' : 'unknown';
}
function kindOfSigned(tbs) {
    if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isContext */ .aE)(tbs[0], 0))
        return 'certificate';
    if (!(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(tbs[0], _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.integer))
        return 'unknown';
    const sequences = tbs.slice(1, 6).filter((part) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(part, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.sequence)).length;
    if (sequences === 5)
        return 'certificate';
    return sequences === 2 ? 'certificate request' : 'unknown';
}


/***/ }),

/***/ 58153:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F_: () => (/* binding */ attributeTexts),
/* harmony export */   KJ: () => (/* binding */ commonNameOf),
/* harmony export */   MQ: () => (/* binding */ readName),
/* harmony export */   Pp: () => (/* binding */ ATTRIBUTE_TYPES),
/* harmony export */   nD: () => (/* binding */ formatName)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);

const COMMON_NAME = '2.5.4.3';
const ATTRIBUTE_TYPES = {
    CN: COMMON_NAME,
    C: '2.5.4.6',
    L: '2.5.4.7',
    ST: '2.5.4.8',
    STREET: '2.5.4.9',
    O: '2.5.4.10',
    OU: '2.5.4.11',
    UID: '0.9.2342.19200300.100.1.1',
    DC: '0.9.2342.19200300.100.1.25',
};
const KEYWORDS = new Map(Object.entries(ATTRIBUTE_TYPES).map(([keyword, type]) => [type, keyword]));
function readName(node) {
    return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)(node).map((rdn) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSet */ .pZ)(rdn).map(readAttribute));
}
function readAttribute(node) {
    const [type, value] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)(node);
    if (value === undefined)
        throw new _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4('an attribute of a name has no value');
    return { type: (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asOid */ .jm)(type), value };
}
function formatName(name) {
    return name
        .toReversed()
        .map((rdn) => rdn.map(formatAttribute).join('+'))
        .join(',');
}
function commonNameOf(name) {
    const attribute = name.flat().findLast(({ type }) => type === COMMON_NAME);
    return attribute && textOf(attribute.value);
}
function attributeTexts(name) {
    return name.flat().map(({ type, value }) => ({ type, text: textOf(value) ?? `#${value.bytes.toString('hex')}` }));
}
function formatAttribute({ type, value }) {
    const keyword = KEYWORDS.get(type);
    const text = keyword === undefined ? undefined : textOf(value);
    return text === undefined ? `${keyword ?? type}=#${value.bytes.toString('hex')}` : `${keyword ?? type}=${escape(text)}`;
}
function textOf(value) {
    try {
        return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(value).toWellFormed();
    }
    catch (error) {
        if (error instanceof _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4)
            return undefined;
        throw error;
    }
}
function escape(text) {
    if (/^[A-Za-z0-9](?:[A-Za-z0-9 .@_-]*[A-Za-z0-9])?$/.test(text))
        return text;
    const characters = Array.from(text);
    return characters
        .map((character, index) => {
        if (/[\u0000-\u001f\u007f-\u009f]/.test(character))
            return hexPairs(character);
        const first = index === 0 && /[ #]/.test(character);
        const last = index === characters.length - 1 && character === ' ';
        return first || last || /[,+"\\<>;]/.test(character) ? `\\${character}` : character;
    })
        .join('');
}
function hexPairs(character) {
    return Buffer.from(character, 'utf8').toString('hex').toUpperCase().replace(/../g, '\\$&');
}


/***/ })

};
