export const id = 556;
export const ids = [556];
export const modules = {

/***/ 19182:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A8: () => (/* binding */ blocksFor),
/* harmony export */   Ei: () => (/* binding */ DIGESTS),
/* harmony export */   F2: () => (/* binding */ PURPOSE),
/* harmony export */   IG: () => (/* binding */ derivePkcs12),
/* harmony export */   _m: () => (/* binding */ hashedAgain),
/* harmony export */   aD: () => (/* binding */ SHA256),
/* harmony export */   pX: () => (/* binding */ passwordForms),
/* harmony export */   uu: () => (/* binding */ SHA1)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const PURPOSE = { key: 1, iv: 2, mac: 3 };
const digest = (name, bytes, block) => ({ name, bytes, block });
const SHA1 = digest('sha1', 20, 64);
const SHA256 = digest('sha256', 32, 64);
const DIGESTS = new Map([
    ['1.2.840.113549.2.5', digest('md5', 16, 64)],
    ['1.3.14.3.2.26', SHA1],
    ['2.16.840.1.101.3.4.2.4', digest('sha224', 28, 64)],
    ['2.16.840.1.101.3.4.2.1', SHA256],
    ['2.16.840.1.101.3.4.2.2', digest('sha384', 48, 128)],
    ['2.16.840.1.101.3.4.2.3', digest('sha512', 64, 128)],
    ['2.16.840.1.101.3.4.2.5', digest('sha512-224', 28, 128)],
    ['2.16.840.1.101.3.4.2.6', digest('sha512-256', 32, 128)],
    ['2.16.840.1.101.3.4.2.7', digest('sha3-224', 28, 144)],
    ['2.16.840.1.101.3.4.2.8', digest('sha3-256', 32, 136)],
    ['2.16.840.1.101.3.4.2.9', digest('sha3-384', 48, 104)],
    ['2.16.840.1.101.3.4.2.10', digest('sha3-512', 64, 72)],
]);
function blocksFor(length, { bytes }) {
    return Math.ceil(length / bytes);
}
function derivePkcs12(digest, purpose, password, salt, iterations, length) {
    const { name, block } = digest;
    const diversifier = Buffer.alloc(block, purpose);
    const input = Buffer.concat([filled(salt, block), filled(password, block)]);
    const blocks = [];
    while (blocks.length < blocksFor(length, digest)) {
        const derived = hashedAgain(name, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)(name, Buffer.concat([diversifier, input]), 'buffer'), iterations - 1);
        blocks.push(derived);
        addToEach(input, filled(derived, block).subarray(0, block), block);
    }
    return Buffer.concat(blocks).subarray(0, length);
}
function hashedAgain(name, digest, rounds) {
    for (let round = 0; round < rounds; round++)
        digest.write((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)(name, digest, 'binary'), 'binary');
    return digest;
}
function filled(bytes, block) {
    return bytes.length === 0 ? bytes : Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
}
function addToEach(input, b, block) {
    for (let start = 0; start < input.length; start += block) {
        let carry = 1;
        for (let at = block - 1; at >= 0; at--) {
            carry += (input[start + at] ?? 0) + (b[at] ?? 0);
            input[start + at] = carry & 0xff;
            carry >>= 8;
        }
    }
}
const NOTHING = Buffer.alloc(0);
const EMPTY = Buffer.alloc(2);
function passwordForms(password) {
    const text = password?.text();
    if (text === undefined)
        return { wide: [NOTHING, EMPTY], octets: [NOTHING] };
    if (text === '')
        return { wide: [EMPTY, NOTHING], octets: [NOTHING, EMPTY] };
    const utf8 = Buffer.from(text, 'utf8');
    const latin1 = Buffer.from(text, 'latin1');
    const usual = wide(text);
    const ascii = utf8.length === text.length;
    return {
        wide: ascii ? [usual] : [usual, wide(utf8.toString('latin1'))],
        octets: [utf8, ...(ascii || latin1.toString('latin1') !== text ? [] : [latin1]), usual],
    };
}
const wide = (text) => Buffer.concat([Buffer.from(text, 'utf16le').swap16(), EMPTY]);


/***/ }),

/***/ 33556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  encodePkcs12: () => (/* binding */ encodePkcs12)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/der/writer.ts
var writer = __webpack_require__(75320);
// EXTERNAL MODULE: ./src/keystore/pkcs12-derivation.ts
var pkcs12_derivation = __webpack_require__(19182);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/keystore/pkcs12-seal.ts




const deriveWithPbkdf2 = (0,external_node_util_.promisify)(external_node_crypto_.pbkdf2);
const ITERATIONS = 10_000;
const SALT_BYTES = 20;
const MODERN = {
    digest: pkcs12_derivation/* SHA256 */.aD,
    digestId: '2.16.840.1.101.3.4.2.1',
    async seal(plain, { octets }, source) {
        const salt = source('salt', SALT_BYTES);
        const iv = source('iv', 16);
        const derivation = writer/* sequence */.K2(writer/* octets */.tu(salt), writer/* integer */.nd(ITERATIONS), writer/* sequence */.K2(writer/* oid */.jq('1.2.840.113549.2.9'), writer/* nullValue */.Pv()));
        const parameters = writer/* sequence */.K2(writer/* sequence */.K2(writer/* oid */.jq('1.2.840.113549.1.5.12'), derivation), writer/* sequence */.K2(writer/* oid */.jq('2.16.840.1.101.3.4.1.42'), writer/* octets */.tu(iv)));
        const key = await deriveWithPbkdf2(octets, salt, ITERATIONS, 32, 'sha256');
        return {
            algorithm: writer/* sequence */.K2(writer/* oid */.jq('1.2.840.113549.1.5.13'), parameters),
            ciphertext: encrypt('aes-256-cbc', key, iv, plain),
        };
    },
};
const COMPATIBLE = {
    digest: pkcs12_derivation/* SHA1 */.uu,
    digestId: '1.3.14.3.2.26',
    seal(plain, { wide }, source) {
        const salt = source('salt', SALT_BYTES);
        const key = (0,pkcs12_derivation/* derivePkcs12 */.IG)(pkcs12_derivation/* SHA1 */.uu, pkcs12_derivation/* PURPOSE */.F2.key, wide, salt, ITERATIONS, 24);
        const iv = (0,pkcs12_derivation/* derivePkcs12 */.IG)(pkcs12_derivation/* SHA1 */.uu, pkcs12_derivation/* PURPOSE */.F2.iv, wide, salt, ITERATIONS, 8);
        return Promise.resolve({
            algorithm: writer/* sequence */.K2(writer/* oid */.jq('1.2.840.113549.1.12.1.3'), writer/* sequence */.K2(writer/* octets */.tu(salt), writer/* integer */.nd(ITERATIONS))),
            ciphertext: encrypt('des-ede3-cbc', key, iv, plain),
        });
    },
};
function encrypt(name, key, iv, plain) {
    const cipher = (0,external_node_crypto_.createCipheriv)(name, key, iv);
    return Buffer.concat([cipher.update(plain), cipher.final()]);
}

;// CONCATENATED MODULE: ./src/keystore/pkcs12-write.ts




const PROTECTIONS = { modern: MODERN, compatible: COMPATIBLE };
const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const FRIENDLY_NAME = '1.2.840.113549.1.9.20';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const TRUSTED_KEY_USAGE = '2.16.840.1.113894.746875.1.1';
const ANY_EXTENDED_KEY_USAGE = '2.5.29.37.0';
async function encodePkcs12(contents, secret, profile) {
    const { salts } = contents;
    const protection = PROTECTIONS[profile];
    const password = writingPassword(secret);
    const seal = (plain, what) => protection.seal(plain, password, (use, length) => salts(`pkcs12 ${profile} ${what} ${use}`, length, plain));
    const keyBags = [];
    for (const entry of keysOf(contents)) {
        const { algorithm, ciphertext } = await seal(entry.key.pkcs8, `key ${entry.alias}`);
        keyBags.push(bag(SHROUDED_KEY_BAG, writer/* sequence */.K2(algorithm, writer/* octets */.tu(ciphertext)), keyMarks(entry)));
    }
    const certificates = await seal(writer/* sequence */.K2(...certificateBags(contents)), 'certificates');
    const safes = writer/* sequence */.K2(...(keyBags.length === 0 ? [] : [data(writer/* sequence */.K2(...keyBags))]), encryptedData(certificates));
    const salt = salts(`pkcs12 ${profile} mac salt`, SALT_BYTES, safes);
    return writer/* sequence */.K2(writer/* integer */.nd(3), data(safes), macData(safes, protection, password, salt));
}
function writingPassword(secret) {
    const { wide, octets } = (0,pkcs12_derivation/* passwordForms */.pX)(secret);
    return { wide: wide[0] ?? Buffer.alloc(0), octets: octets[0] ?? Buffer.alloc(0) };
}
function keysOf({ entries }) {
    return entries.filter((entry) => entry.kind === 'private-key');
}
function certificateBags(contents) {
    const keys = keysOf(contents);
    const trusted = contents.entries.filter((entry) => entry.kind === 'trusted-certificate');
    const leaves = keys.flatMap((entry) => entry.chain.slice(0, 1).map((leaf) => certificateBag(leaf, keyMarks(entry))));
    const there = new Set(trusted.map(({ certificate }) => certificate.fingerprint256));
    const issuers = keys
        .flatMap(({ chain }) => chain.slice(1))
        .filter(({ fingerprint256 }) => {
        const fresh = !there.has(fingerprint256);
        there.add(fingerprint256);
        return fresh;
    });
    return [
        ...leaves,
        ...issuers.map((issuer) => certificateBag(issuer, [])),
        ...trusted.map(({ alias, certificate }) => certificateBag(certificate, [friendlyName(alias), trustedForAnything()])),
    ];
}
function keyMarks({ alias, chain }) {
    const id = (0,external_node_crypto_.hash)('sha1', chain[0]?.der ?? Buffer.from(alias, 'utf8'), 'buffer');
    return [friendlyName(alias), attribute(LOCAL_KEY_ID, writer/* octets */.tu(id))];
}
const friendlyName = (alias) => attribute(FRIENDLY_NAME, writer/* bmp */.uM(alias));
const trustedForAnything = () => attribute(TRUSTED_KEY_USAGE, writer/* oid */.jq(ANY_EXTENDED_KEY_USAGE));
const attribute = (type, value) => writer/* sequence */.K2(writer/* oid */.jq(type), writer/* set */.hZ(value));
function certificateBag({ der: encoded }, attributes) {
    return bag(CERTIFICATE_BAG, writer/* sequence */.K2(writer/* oid */.jq(X509_CERTIFICATE), writer/* context */._O(0, writer/* octets */.tu(encoded))), attributes);
}
function bag(type, value, attributes) {
    return writer/* sequence */.K2(writer/* oid */.jq(type), writer/* context */._O(0, value), ...(attributes.length === 0 ? [] : [writer/* set */.hZ(...attributes)]));
}
function data(content) {
    return writer/* sequence */.K2(writer/* oid */.jq(DATA), writer/* context */._O(0, writer/* octets */.tu(content)));
}
function encryptedData({ algorithm, ciphertext }) {
    const info = writer/* sequence */.K2(writer/* oid */.jq(DATA), algorithm, writer/* context */._O(0, ciphertext, false));
    return writer/* sequence */.K2(writer/* oid */.jq(ENCRYPTED_DATA), writer/* context */._O(0, writer/* sequence */.K2(writer/* integer */.nd(0), info)));
}
function macData(safes, { digest, digestId }, { wide }, salt) {
    const key = (0,pkcs12_derivation/* derivePkcs12 */.IG)(digest, pkcs12_derivation/* PURPOSE */.F2.mac, wide, salt, ITERATIONS, digest.bytes);
    const mac = (0,external_node_crypto_.createHmac)(digest.name, key).update(safes).digest();
    const info = writer/* sequence */.K2(writer/* sequence */.K2(writer/* oid */.jq(digestId), writer/* nullValue */.Pv()), writer/* octets */.tu(mac));
    return writer/* sequence */.K2(info, writer/* octets */.tu(salt), writer/* integer */.nd(ITERATIONS));
}


/***/ })

};
