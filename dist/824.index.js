export const id = 824;
export const ids = [824];
export const modules = {

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

/***/ 23824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPkcs12: () => (/* binding */ readPkcs12)
});

// EXTERNAL MODULE: ./src/der/reader.ts
var reader = __webpack_require__(35016);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/keystore/bounds.ts
var bounds = __webpack_require__(7099);
// EXTERNAL MODULE: ./src/keystore/found.ts
var found = __webpack_require__(88832);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/keystore/old-ciphers.ts
async function decryptRc2(ciphertext, key, iv, bits) {
    const [{ default: rc2 }, { default: util }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(456), __webpack_require__.e(893)]).then(__webpack_require__.t.bind(__webpack_require__, 86893, 23)),
        __webpack_require__.e(/* import() */ 456).then(__webpack_require__.t.bind(__webpack_require__, 97456, 23)),
    ]);
    const cipher = rc2.createDecryptionCipher(key.toString('latin1'), bits);
    cipher.start(iv.toString('latin1'));
    cipher.update(util.createBuffer(ciphertext.toString('latin1')));
    return cipher.finish() ? Buffer.from(cipher.output.getBytes(), 'latin1') : undefined;
}
function rc4(text, key) {
    const state = Uint8Array.from({ length: 256 }, (_, index) => index);
    const swap = (a, b) => {
        const held = state[a] ?? 0;
        state[a] = state[b] ?? 0;
        state[b] = held;
    };
    for (let i = 0, j = 0; i < 256; i++) {
        j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
        swap(i, j);
    }
    let i = 0;
    let j = 0;
    return Buffer.from(text.map((byte) => {
        i = (i + 1) & 0xff;
        j = (j + (state[i] ?? 0)) & 0xff;
        swap(i, j);
        return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0);
    }));
}

;// CONCATENATED MODULE: ./src/keystore/pkcs12-ciphers.ts




function unsupported(what) {
    return new errors/* CodedError */.AK('keystore.format', `PKCS#12 keystore is protected with ${what}, which is not supported`, {
        hint: 'write it anew: `openssl pkcs12 -in FILE -nodes`, then `openssl pkcs12 -export`; or `keytool -importkeystore`',
    });
}
const byOpenssl = (name) => (ciphertext, key, iv) => {
    try {
        const cipher = (0,external_node_crypto_.createDecipheriv)(name, key, iv);
        return Buffer.concat([cipher.update(ciphertext), cipher.final()]);
    }
    catch {
        return undefined;
    }
};
const tripleDes = byOpenssl('des-ede3-cbc');
const des = (ciphertext, key, iv) => tripleDes(ciphertext, Buffer.concat([key, key, key]), iv);
const tripleDesOfTwo = (ciphertext, key, iv) => tripleDes(ciphertext, Buffer.concat([key, key.subarray(0, 8)]), iv);
const rc2 = (bits) => (ciphertext, key, iv) => decryptRc2(ciphertext, key, iv, bits);
const PKCS12_CIPHERS = new Map([
    ['1.2.840.113549.1.12.1.1', { name: 'RC4-128', keyBytes: 16, ivBytes: 0, java: true, cipher: rc4 }],
    ['1.2.840.113549.1.12.1.2', { name: 'RC4-40', keyBytes: 5, ivBytes: 0, java: true, cipher: rc4 }],
    ['1.2.840.113549.1.12.1.3', { name: '3DES', keyBytes: 24, ivBytes: 8, java: true, cipher: tripleDes }],
    ['1.2.840.113549.1.12.1.4', { name: '3DES with two keys', keyBytes: 16, ivBytes: 8, java: false, cipher: tripleDesOfTwo }],
    ['1.2.840.113549.1.12.1.5', { name: 'RC2-128', keyBytes: 16, ivBytes: 8, java: true, cipher: rc2(128) }],
    ['1.2.840.113549.1.12.1.6', { name: 'RC2-40', keyBytes: 5, ivBytes: 8, java: true, cipher: rc2(40) }],
]);
const PBES1_CIPHERS = new Map([
    ['1.2.840.113549.1.5.3', { name: 'DES with MD5', digest: 'md5', keyBytes: 8, ivBytes: 8, java: true, cipher: des }],
    ['1.2.840.113549.1.5.6', { name: 'RC2-64 with MD5', digest: 'md5', keyBytes: 8, ivBytes: 8, java: false, cipher: rc2(64) }],
    ['1.2.840.113549.1.5.10', { name: 'DES with SHA-1', digest: 'sha1', keyBytes: 8, ivBytes: 8, java: false, cipher: des }],
    ['1.2.840.113549.1.5.11', { name: 'RC2-64 with SHA-1', digest: 'sha1', keyBytes: 8, ivBytes: 8, java: false, cipher: rc2(64) }],
]);
const aes = (bits) => ({
    name: `AES-${bits}`,
    keyBytes: bits / 8,
    ivBytes: 16,
    java: bits !== 192,
    cipher: byOpenssl(`aes-${bits}-cbc`),
});
const blocksOf128 = (family, bits) => ({
    name: `${family}-${bits}`,
    keyBytes: bits / 8,
    ivBytes: 16,
    java: false,
    cipher: byOpenssl(`${family.toLowerCase()}-${bits}-cbc`),
});
const PBES2_CIPHERS = new Map([
    ['2.16.840.1.101.3.4.1.2', aes(128)],
    ['2.16.840.1.101.3.4.1.22', aes(192)],
    ['2.16.840.1.101.3.4.1.42', aes(256)],
    ['1.2.392.200011.61.1.1.1.2', blocksOf128('Camellia', 128)],
    ['1.2.392.200011.61.1.1.1.3', blocksOf128('Camellia', 192)],
    ['1.2.392.200011.61.1.1.1.4', blocksOf128('Camellia', 256)],
    ['1.2.410.200046.1.1.2', blocksOf128('ARIA', 128)],
    ['1.2.410.200046.1.1.7', blocksOf128('ARIA', 192)],
    ['1.2.410.200046.1.1.12', blocksOf128('ARIA', 256)],
    ['1.2.840.113549.3.7', { name: '3DES by PBES2', keyBytes: 24, ivBytes: 8, java: false, cipher: tripleDes }],
    ['1.3.14.3.2.7', { name: 'DES by PBES2', keyBytes: 8, ivBytes: 8, java: false, cipher: des }],
]);
const RC2_CBC = '1.2.840.113549.3.2';
const RC2_BITS = new Map([
    [160, 40],
    [120, 64],
    [58, 128],
]);
function readPbes2Cipher(node, stated) {
    const [type, parameters] = (0,reader/* asSequence */.GO)(node);
    const id = (0,reader/* asOid */.jm)(type);
    const { named, vector } = id === RC2_CBC ? readRc2(parameters) : { named: PBES2_CIPHERS.get(id), vector: parameters };
    if (named === undefined)
        throw unsupported(`the cipher ${id}`);
    const choice = stated === undefined ? named : ofLength(named, stated);
    const iv = (0,reader/* asOctets */.RC)(vector);
    if (iv.length !== choice.ivBytes)
        throw new reader/* DerError */.I4('an initialisation vector has an impossible length');
    return { choice, iv };
}
function ofLength(named, keyBytes) {
    if (named.keyBytes === keyBytes)
        return named;
    const name = named.name.replace(/-\d+$/, `-${keyBytes * 8}`);
    const other = [...PBES2_CIPHERS.values()].find((choice) => choice.name === name);
    if (other === undefined)
        throw new reader/* DerError */.I4('the length of its key is not that of its cipher');
    return { ...other, java: false };
}
function readRc2(parameters) {
    const [version, vector] = (0,reader/* asSequence */.GO)(parameters);
    const number = (0,reader/* asSmallInteger */.Gp)(version);
    const bits = RC2_BITS.get(number) ?? (number >= 256 ? number : undefined);
    if (bits === undefined || bits > 1024)
        throw unsupported(`RC2 of the version ${number}`);
    return { named: { name: `RC2-${bits} by PBES2`, keyBytes: bits / 8, ivBytes: 8, java: false, cipher: rc2(bits) }, vector };
}

// EXTERNAL MODULE: ./src/keystore/pkcs12-derivation.ts
var pkcs12_derivation = __webpack_require__(19182);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/keystore/pkcs12-pbkdf.ts






const deriveWithPbkdf2 = (0,external_node_util_.promisify)(external_node_crypto_.pbkdf2);
const deriveWithScrypt = (0,external_node_util_.promisify)(external_node_crypto_.scrypt);
const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';
const HMACS = new Map([
    ['1.2.840.113549.2.6', ['md5', false]],
    ['1.2.840.113549.2.7', ['sha1', true]],
    ['1.2.840.113549.2.8', ['sha224', true]],
    ['1.2.840.113549.2.9', ['sha256', true]],
    ['1.2.840.113549.2.10', ['sha384', true]],
    ['1.2.840.113549.2.11', ['sha512', true]],
    ['1.2.840.113549.2.12', ['sha512-224', false]],
    ['1.2.840.113549.2.13', ['sha512-256', false]],
    ['2.16.840.1.101.3.4.2.13', ['sha3-224', false]],
    ['2.16.840.1.101.3.4.2.14', ['sha3-256', false]],
    ['2.16.840.1.101.3.4.2.15', ['sha3-384', false]],
    ['2.16.840.1.101.3.4.2.16', ['sha3-512', false]],
]);
function readHmac(node) {
    const id = (0,reader/* asOid */.jm)((0,reader/* asSequence */.GO)(node)[0]);
    const [name, java = false] = HMACS.get(id) ?? [];
    const digest = [...pkcs12_derivation/* DIGESTS */.Ei.values()].find((known) => known.name === name);
    if (digest === undefined)
        throw unsupported(`the HMAC ${id}`);
    return { digest, java };
}
const SHORTEST_SALT_OF_JAVA = 8;
function readCosts(node) {
    const [salt, iterations] = (0,reader/* asSequence */.GO)(node);
    return checkedCosts((0,reader/* asOctets */.RC)(salt), (0,reader/* asSmallInteger */.Gp)(iterations));
}
function checkedCosts(salt, iterations) {
    if (iterations < 1)
        throw new reader/* DerError */.I4('a number of iterations is not positive');
    if (salt.length > bounds/* BOUNDS */.QT.salt)
        throw new reader/* DerError */.I4('a salt is too long');
    return { salt, iterations, java: salt.length >= SHORTEST_SALT_OF_JAVA };
}
function readDerivation(node) {
    const [type, parameters] = (0,reader/* asSequence */.GO)(node);
    const id = (0,reader/* asOid */.jm)(type);
    if (id === PBKDF2)
        return readPbkdf2(parameters);
    if (id === SCRYPT)
        return readScrypt(parameters);
    throw unsupported(`the key derivation ${id}`);
}
const SHORTEST_MAC_KEY = 20;
const LONGEST_MAC_KEY = 1024;
function readMacDerivation(node) {
    const [type, parameters] = (0,reader/* asSequence */.GO)(node);
    if ((0,reader/* asOid */.jm)(type) !== PBKDF2)
        throw unsupported(`the key derivation ${(0,reader/* asOid */.jm)(type)}`);
    const { keyBytes, derive } = readPbkdf2(parameters);
    if (keyBytes === undefined)
        throw new reader/* DerError */.I4('the length of the key of its MAC is missing');
    if (keyBytes < SHORTEST_MAC_KEY || keyBytes > LONGEST_MAC_KEY) {
        throw new reader/* DerError */.I4(`the key of its MAC has ${keyBytes} bytes: ${SHORTEST_MAC_KEY} to ${LONGEST_MAC_KEY} are allowed`);
    }
    return (form, budget) => derive(form, keyBytes, budget);
}
function readPbkdf2(parameters) {
    const { salt, iterations, java: takesCosts } = readCosts(parameters);
    const rest = (0,reader/* asSequence */.GO)(parameters).slice(2);
    const length = rest.find((part) => (0,reader/* isUniversal */.Aw)(part, reader/* TAG */.Dk.integer));
    const prf = rest.find((part) => (0,reader/* isUniversal */.Aw)(part, reader/* TAG */.Dk.sequence));
    const { digest, java } = prf === undefined ? { digest: pkcs12_derivation/* SHA1 */.uu, java: true } : readHmac(prf);
    return {
        java: java && takesCosts,
        keyBytes: length && (0,reader/* asSmallInteger */.Gp)(length),
        derive: (form, keyBytes, budget) => {
            budget.spend(iterations, (0,pkcs12_derivation/* blocksFor */.A8)(keyBytes, digest));
            return deriveWithPbkdf2(form, salt, iterations, keyBytes, digest.name);
        },
    };
}
function readScrypt(parameters) {
    const [saltNode, ...costs] = (0,reader/* asSequence */.GO)(parameters);
    const [N = 0, r = 0, p = 0, length] = costs.map(reader/* asSmallInteger */.Gp);
    const possible = N > 1 && Number.isInteger(Math.log2(N)) && r > 0 && p > 0;
    if (!possible)
        throw new reader/* DerError */.I4('the costs of scrypt are impossible');
    const { salt } = checkedCosts((0,reader/* asOctets */.RC)(saltNode), 1);
    return {
        java: false,
        keyBytes: length,
        derive: (form, keyBytes, budget) => {
            budget.spend(N * r * p, 1, bounds/* SCRYPT_ROUND */.Pv);
            budget.allocate(128 * r * (N + p));
            return deriveWithScrypt(form, salt, keyBytes, { N, r, p, maxmem: 2 * bounds/* BOUNDS */.QT.memory });
        },
    };
}
function derivePbkdf1(digest, form, { salt, iterations }, budget) {
    budget.spend(iterations, 1, bounds/* PKCS12_ROUND */.E0);
    return (0,pkcs12_derivation/* hashedAgain */._m)(digest, (0,external_node_crypto_.hash)(digest, Buffer.concat([form, salt]), 'buffer'), iterations - 1);
}

;// CONCATENATED MODULE: ./src/keystore/pkcs12-scheme.ts





const PBES2 = '1.2.840.113549.1.5.13';
function readScheme(node) {
    const [type, parameters] = (0,reader/* asSequence */.GO)(node);
    const id = (0,reader/* asOid */.jm)(type);
    if (id === PBES2)
        return pbes2(parameters);
    const own = PKCS12_CIPHERS.get(id);
    if (own !== undefined) {
        const { name, java, keyBytes, ivBytes, cipher } = own;
        const { salt, iterations, java: takesCosts } = readCosts(parameters);
        return scheme(name, java && takesCosts, 'wide', (form, ciphertext, budget) => {
            budget.spend(iterations, (0,pkcs12_derivation/* blocksFor */.A8)(keyBytes, pkcs12_derivation/* SHA1 */.uu) + (0,pkcs12_derivation/* blocksFor */.A8)(ivBytes, pkcs12_derivation/* SHA1 */.uu), bounds/* PKCS12_ROUND */.E0);
            const key = (0,pkcs12_derivation/* derivePkcs12 */.IG)(pkcs12_derivation/* SHA1 */.uu, pkcs12_derivation/* PURPOSE */.F2.key, form, salt, iterations, keyBytes);
            const iv = (0,pkcs12_derivation/* derivePkcs12 */.IG)(pkcs12_derivation/* SHA1 */.uu, pkcs12_derivation/* PURPOSE */.F2.iv, form, salt, iterations, ivBytes);
            return cipher(ciphertext, key, iv);
        });
    }
    const old = PBES1_CIPHERS.get(id);
    if (old === undefined)
        throw unsupported(`the cipher ${id}`);
    const costs = readCosts(parameters);
    return scheme(old.name, old.java && costs.java, 'octets', (form, ciphertext, budget) => {
        const derived = derivePbkdf1(old.digest, form, costs, budget);
        return old.cipher(ciphertext, derived.subarray(0, old.keyBytes), derived.subarray(8, 8 + old.ivBytes));
    });
}
function pbes2(parameters) {
    const parts = (0,reader/* asSequence */.GO)(parameters);
    const [derivationNode, encryption] = (0,reader/* isUniversal */.Aw)(parts[0], reader/* TAG */.Dk.oid) ? (0,reader/* asSequence */.GO)(parts[1]) : parts;
    const derivation = readDerivation(derivationNode);
    const { choice, iv } = readPbes2Cipher(encryption, derivation.keyBytes);
    return scheme(choice.name, choice.java && derivation.java, 'octets', async (form, ciphertext, budget) => choice.cipher(ciphertext, await derivation.derive(form, choice.keyBytes, budget), iv));
}
function scheme(name, java, forms, attempt) {
    return {
        name,
        java,
        async decrypt(ciphertext, password, budget) {
            for (const [index, form] of password[forms].entries()) {
                const plain = await attempt(form, ciphertext, budget);
                if (plain !== undefined && isSequence(plain))
                    return { plain, usual: index === 0 };
            }
            return undefined;
        },
    };
}
function isSequence(bytes) {
    try {
        return (0,reader/* isUniversal */.Aw)((0,reader/* readOne */.JF)(bytes, { ber: true }), reader/* TAG */.Dk.sequence);
    }
    catch (error) {
        if (error instanceof reader/* DerError */.I4)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/keystore/pkcs12-bags.ts




const PFX_VERSION = 3;
const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const ENVELOPED_DATA = '1.2.840.113549.1.7.3';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const BAG_KINDS = new Map([
    ['1.2.840.113549.1.12.10.1.1', 'plain-key'],
    ['1.2.840.113549.1.12.10.1.2', 'shrouded-key'],
    ['1.2.840.113549.1.12.10.1.3', 'certificate'],
    ['1.2.840.113549.1.12.10.1.4', 'revocation-list'],
    ['1.2.840.113549.1.12.10.1.5', 'secret'],
    ['1.2.840.113549.1.12.10.1.6', 'safe-contents'],
]);
const FRIENDLY_NAME = '1.2.840.113549.1.9.20';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const TRUSTED_KEY_USAGE = '2.16.840.1.113894.746875.1.1';
function readPfx(node) {
    const [version, authSafe, mac] = (0,reader/* asSequence */.GO)(node);
    if ((0,reader/* asSmallInteger */.Gp)(version) !== PFX_VERSION)
        throw new reader/* DerError */.I4('its version is not 3');
    const { type, content } = readContentInfo(authSafe);
    if (type === SIGNED_DATA) {
        throw new errors/* CodedError */.AK('keystore.format', 'PKCS#12 keystore is signed with a key in place of a password, which is not supported');
    }
    if (type !== DATA)
        throw new reader/* DerError */.I4('its content is of an unknown type');
    return { content: (0,reader/* asOctets */.RC)(content), mac };
}
function readContentInfo(node) {
    const [type, wrapped] = (0,reader/* asSequence */.GO)(node);
    return { type: (0,reader/* asOid */.jm)(type), content: (0,reader/* isContext */.aE)(wrapped, 0) ? (0,reader/* children */.Y_)(wrapped)[0] : undefined };
}
async function readSafes(content, passwords, budget) {
    const bags = [];
    const foreignToJava = new Set();
    for (const safe of (0,reader/* asSequence */.GO)((0,reader/* readOne */.JF)(content, { ber: true }))) {
        const { type, content: inner } = readContentInfo(safe);
        if (type === ENVELOPED_DATA) {
            throw new errors/* CodedError */.AK('keystore.format', 'PKCS#12 keystore is encrypted for a certificate, not with a password');
        }
        if (type !== DATA && type !== ENCRYPTED_DATA)
            throw new reader/* DerError */.I4('a safe in it is of an unknown type');
        const plain = type === DATA ? (0,reader/* asOctets */.RC)(inner) : await decryptSafe(inner, passwords, budget, foreignToJava);
        collectBags((0,reader/* asSequence */.GO)((0,reader/* readOne */.JF)(plain, { ber: true })), false, bags);
    }
    return { bags, foreignToJava: [...foreignToJava] };
}
async function decryptSafe(node, passwords, budget, foreignToJava) {
    const [, info] = (0,reader/* asSequence */.GO)(node);
    const [, algorithm, ciphertext] = (0,reader/* asSequence */.GO)(info);
    const scheme = readScheme(algorithm);
    if (!scheme.java)
        foreignToJava.add(foreignCipher('a part of it', scheme.name));
    for (const [index, password] of passwords.entries()) {
        const opened = await scheme.decrypt((0,reader/* asOctets */.RC)(ciphertext), password, budget);
        if (opened === undefined)
            continue;
        if (index > 0)
            foreignToJava.add('a part of it has another password than the whole');
        if (!opened.usual)
            foreignToJava.add(ODD_FORM);
        return opened.plain;
    }
    throw new errors/* CodedError */.AK('keystore.password', 'keystore has a part that does not open with its password, though the MAC fits');
}
const ODD_FORM = 'its password was encoded in a way that Java does not try';
function foreignCipher(what, name) {
    return `${what} is encrypted in a way that Java cannot read (${name})`;
}
function collectBags(nodes, nested, bags) {
    for (const [index, node] of nodes.entries()) {
        const [type, wrapped, attributes] = (0,reader/* asSequence */.GO)(node);
        const value = (0,reader/* isContext */.aE)(wrapped, 0) ? (0,reader/* children */.Y_)(wrapped)[0] : undefined;
        if (value === undefined)
            throw new reader/* DerError */.I4('a bag in it is empty');
        const kind = BAG_KINDS.get((0,reader/* asOid */.jm)(type)) ?? 'unknown';
        if (kind === 'safe-contents')
            collectBags((0,reader/* asSequence */.GO)(value), true, bags);
        else
            bags.push({ kind, value, ...readAttributes(attributes), first: index === 0, nested });
        if (bags.length > bounds/* BOUNDS */.QT.entries)
            throw (0,bounds/* tooLarge */.g$)(`has more than ${bounds/* BOUNDS */.QT.entries} bags`, `${bounds/* BOUNDS */.QT.entries}`);
    }
}
function readAttributes(node) {
    const values = new Map();
    for (const attribute of node === undefined ? [] : (0,reader/* asSet */.pZ)(node)) {
        const [type, set] = (0,reader/* asSequence */.GO)(attribute);
        values.set((0,reader/* asOid */.jm)(type), (0,reader/* asSet */.pZ)(set)[0]);
    }
    const [name, keyId] = [values.get(FRIENDLY_NAME), values.get(LOCAL_KEY_ID)];
    return {
        friendlyName: name && (0,reader/* asText */.e1)(name),
        localKeyId: keyId && (0,reader/* asOctets */.RC)(keyId),
        trusted: values.has(TRUSTED_KEY_USAGE),
    };
}
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
function certificateOf(bag) {
    const [type, wrapped] = (0,reader/* asSequence */.GO)(bag.value);
    if ((0,reader/* asOid */.jm)(type) !== X509_CERTIFICATE || !(0,reader/* isContext */.aE)(wrapped, 0))
        return undefined;
    return (0,reader/* asOctets */.RC)((0,reader/* children */.Y_)(wrapped)[0]);
}

// EXTERNAL MODULE: ./src/keystore/issuers.ts
var issuers = __webpack_require__(35652);
// EXTERNAL MODULE: ./src/keystore/opened-key.ts
var opened_key = __webpack_require__(67309);
;// CONCATENATED MODULE: ./src/keystore/pkcs12-entries.ts




const MADE_UP_ID = Buffer.from('01');
async function entriesOf(bags, open, findings) {
    const listing = new Listing(findings);
    for (const bag of bags)
        listing.add(bag);
    return listing.finish(open);
}
class Listing {
    #findings;
    #listed = new Map();
    #passedOver = [];
    #loose = [];
    #hidden = [];
    #issuers = new issuers/* Issuers */.V();
    #names = 0;
    #keys = 0;
    constructor(findings) {
        this.#findings = findings;
    }
    add(bag) {
        switch (bag.kind) {
            case 'plain-key':
                this.#passedOver.push(bag);
                break;
            case 'shrouded-key':
                this.#addKey(bag);
                break;
            case 'certificate':
                this.#addCertificate(bag);
                break;
            case 'secret':
                this.#nameOf(bag);
                this.#skip('a secret that is no private key');
                break;
            case 'revocation-list':
                this.#skip('a list of revoked certificates');
                break;
            case 'unknown':
                this.#skip('a part of an unknown kind');
                break;
        }
    }
    #skip(what) {
        this.#findings.push({ code: 'keystore.unlisted', severity: 'warning', message: `${what} in the keystore was left out` });
    }
    #addKey(bag) {
        if (bag.nested) {
            this.#passedOver.push(bag);
            return;
        }
        this.#keys++;
        const id = bag.localKeyId ?? (this.#keys === 1 ? MADE_UP_ID : undefined);
        if (id === undefined)
            this.#passedOver.push(bag);
        else
            this.#list(this.#nameOf(bag), (alias) => ({ bag, alias, id }));
    }
    #addCertificate(bag) {
        const encoded = certificateOf(bag);
        const certificate = encoded && (0,found/* readCertificate */.w$)(encoded, 'X.509', bag.friendlyName ?? 'no name', this.#findings);
        if (certificate === undefined) {
            if (encoded === undefined)
                this.#skip('a certificate that is not X.509');
            return;
        }
        if (bag.nested) {
            this.#hidden.push(certificate);
            return;
        }
        const id = bag.localKeyId ?? (this.#keys === 1 && bag.first ? MADE_UP_ID : undefined);
        if (bag.trusted) {
            this.#list(this.#nameOf(bag), (alias) => ({ kind: 'trusted-certificate', alias, certificate }));
        }
        else {
            this.#loose.push({ certificate, id, alias: bag.friendlyName });
        }
        this.#issuers.add(certificate);
    }
    #nameOf(bag) {
        return bag.friendlyName ?? String(++this.#names);
    }
    #list(name, item) {
        const alias = name.toLowerCase();
        if (this.#listed.has(alias))
            this.#findings.push((0,found/* duplicateAlias */.w4)(alias));
        this.#listed.set(alias, item(alias));
    }
    async finish(open) {
        const entries = [];
        for (const item of this.#listed.values())
            entries.push('kind' in item ? item : await this.#keyEntry(item, open));
        const keys = [];
        for (const bag of this.#passedOver)
            keys.push(await this.#passedOverKey(bag, open));
        const listed = entries.flatMap((entry) => (entry.kind === 'private-key' ? entry.chain : [entry.certificate]));
        const used = new Set(listed.map(({ fingerprint256 }) => fingerprint256));
        const loose = this.#loose.map(({ certificate }) => certificate);
        const certificates = [...loose, ...this.#hidden].filter(({ fingerprint256 }) => !used.has(fingerprint256));
        if (certificates.length > 0) {
            const what = certificates.length === 1 ? '1 certificate that belongs' : `${certificates.length} certificates that belong`;
            this.#findings.push({
                code: 'keystore.unlisted',
                severity: 'notice',
                message: `keystore holds ${what} to no entry: Java does not list what lacks its mark of a trusted certificate`,
            });
        }
        return { entries, unlisted: { keys, certificates } };
    }
    async #keyEntry({ bag, alias, id }, open) {
        const chain = this.#chainFrom(this.#certificateFor(alias, id));
        const part = (0,opened_key/* keyPart */.V)(alias, chain[0], this.#findings, await open(bag, alias));
        const created = dateWithin(id);
        return { kind: 'private-key', alias, chain, ...part, ...(created && { created }) };
    }
    async #passedOverKey(bag, open) {
        const alias = (bag.friendlyName ?? '').toLowerCase();
        const why = bag.kind === 'plain-key' ? 'it is not encrypted' : bag.nested ? 'it lies in a part of its own' : 'it has no id';
        this.#findings.push({
            code: 'keystore.unlisted',
            severity: 'warning',
            message: `private key "${alias}" is not listed by Java: ${why}`,
        });
        return { kind: 'private-key', alias, chain: [], ...(0,opened_key/* keyPart */.V)(alias, undefined, this.#findings, await open(bag, alias)) };
    }
    #certificateFor(alias, id) {
        const named = (loose) => loose.alias?.toLowerCase() === alias;
        const sameId = this.#loose.filter((loose) => loose.id?.equals(id));
        return (sameId.find(named) ?? sameId.at(-1) ?? this.#loose.findLast(named))?.certificate;
    }
    #chainFrom(leaf) {
        const chain = new Map();
        for (let next = leaf; next !== undefined && !chain.has(next.fingerprint256); next = this.#issuers.of(next)) {
            chain.set(next.fingerprint256, next);
        }
        return [...chain.values()];
    }
}
function dateWithin(id) {
    const match = /^Time (\d{1,16})$/.exec(id.toString('latin1'));
    const date = new Date(Number(match?.[1]));
    return Number.isNaN(date.getTime()) ? undefined : date;
}

;// CONCATENATED MODULE: ./src/keystore/pkcs12-mac.ts






const PBMAC1 = '1.2.840.113549.1.5.14';
function readMac(node) {
    const [digestInfo, salt, iterations] = (0,reader/* asSequence */.GO)(node);
    const [algorithm, digestNode] = (0,reader/* asSequence */.GO)(digestInfo);
    const expected = (0,reader/* asOctets */.RC)(digestNode);
    const [type, parameters] = (0,reader/* asSequence */.GO)(algorithm);
    const id = (0,reader/* asOid */.jm)(type);
    if (id === PBMAC1)
        return pbmac1(parameters, expected);
    const digest = pkcs12_derivation/* DIGESTS */.Ei.get(id);
    if (digest === undefined) {
        throw new errors/* CodedError */.AK('keystore.format', `PKCS#12 keystore has a MAC by the digest ${id}, which is not supported`);
    }
    const costs = checkedCosts((0,reader/* asOctets */.RC)(salt), iterations === undefined ? 1 : (0,reader/* asSmallInteger */.Gp)(iterations));
    checkLength(expected, digest);
    return {
        foreignToJava: [
            ...(/^(md5|sha3-)/.test(digest.name) ? [`its MAC is by ${digest.name.toUpperCase()}, which Java does not take`] : []),
            ...(costs.java ? [] : ['the salt of its MAC is too short for Java']),
        ],
        verify(content, { wide, octets }, budget) {
            const fits = wide.find((form) => {
                budget.spend(costs.iterations, (0,pkcs12_derivation/* blocksFor */.A8)(digest.bytes, digest), bounds/* PKCS12_ROUND */.E0);
                const key = (0,pkcs12_derivation/* derivePkcs12 */.IG)(digest, pkcs12_derivation/* PURPOSE */.F2.mac, form, costs.salt, costs.iterations, digest.bytes);
                return isMac(digest, key, content, expected);
            });
            return Promise.resolve(fits && { wide: first(fits, wide), octets });
        },
    };
}
function pbmac1(parameters, expected) {
    const [derivation, scheme] = (0,reader/* asSequence */.GO)(parameters);
    const derive = readMacDerivation(derivation);
    const { digest } = readHmac(scheme);
    checkLength(expected, digest);
    return {
        foreignToJava: ['its MAC is PBMAC1, which Java 17 cannot verify'],
        async verify(content, { wide, octets }, budget) {
            for (const form of octets) {
                if (isMac(digest, await derive(form, budget), content, expected))
                    return { wide, octets: first(form, octets) };
            }
            return undefined;
        },
    };
}
function checkLength(expected, digest) {
    if (expected.length !== digest.bytes)
        throw new reader/* DerError */.I4('its MAC has another length than its digest');
}
function isMac({ name }, key, content, expected) {
    return (0,external_node_crypto_.timingSafeEqual)((0,external_node_crypto_.createHmac)(name, key).update(content).digest(), expected);
}
function first(form, forms) {
    return [form, ...forms.filter((other) => other !== form)];
}

;// CONCATENATED MODULE: ./src/keystore/pkcs12-read.ts









async function readPkcs12(bytes, passwords, decryptKeys) {
    try {
        return await read(bytes, passwords, decryptKeys);
    }
    catch (error) {
        if (error instanceof reader/* DerError */.I4)
            throw (0,found/* unreadable */.O$)(`PKCS#12 keystore is damaged: ${error.message}`);
        throw error;
    }
}
async function read(bytes, passwords, decryptKeys) {
    const budget = new bounds/* Budget */.__();
    const { content, mac: macNode } = readPfx((0,reader/* readOne */.JF)(bytes, { ber: true }));
    if (macNode === undefined) {
        throw (0,found/* unreadable */.O$)('PKCS#12 keystore has no MAC: nothing shows that it is whole, or whose it is', 'export it again with a password and a MAC (without `-nomac`, and not password-less)');
    }
    const mac = readMac(macNode);
    const password = await mac.verify(content, (0,pkcs12_derivation/* passwordForms */.pX)(passwords.store), budget);
    if (password === undefined)
        throw wrongPassword(passwords);
    const candidates = [
        { by: 'store-password', forms: password },
        ...(passwords.keys ?? []).map((key) => ({ by: 'other-password', forms: (0,pkcs12_derivation/* passwordForms */.pX)(key) })),
    ];
    const safes = await readSafes(content, candidates.map(({ forms }) => forms), budget);
    const foreignToJava = new Set([...foreignPassword(passwords), ...mac.foreignToJava, ...safes.foreignToJava]);
    const findings = [];
    const keys = new KeyOpener(decryptKeys ? candidates : [], budget, findings, foreignToJava);
    const { entries, unlisted } = await entriesOf(safes.bags, (bag, name) => keys.open(bag, name), findings);
    return {
        type: 'pkcs12',
        entries,
        unlisted,
        ...(passwords.store && { openedWith: passwords.store }),
        foreignToJava: [...foreignToJava],
        findings,
    };
}
function wrongPassword({ store }) {
    const message = store === undefined
        ? 'PKCS#12 keystore needs its password: without it nothing of it can be read'
        : 'keystore does not open with its password, or was changed after it was written';
    return new errors/* CodedError */.AK('keystore.password', message);
}
function foreignPassword({ store }) {
    return /^[ -~]*$/.test(store?.text() ?? '') ? [] : ['its password is not printable ASCII, which Java refuses'];
}
class KeyOpener {
    #candidates;
    #budget;
    #findings;
    #foreignToJava;
    constructor(candidates, budget, findings, foreignToJava) {
        this.#candidates = candidates;
        this.#budget = budget;
        this.#findings = findings;
        this.#foreignToJava = foreignToJava;
    }
    async open(bag, name) {
        if (bag.kind === 'plain-key')
            return { pkcs8: bag.value.bytes, by: 'store-password' };
        try {
            return await this.#decrypt(bag.value);
        }
        catch (error) {
            const told = error instanceof reader/* DerError */.I4 || (error instanceof errors/* CodedError */.AK && error.code === 'keystore.format');
            if (!told)
                throw error;
            const message = `private key "${name}" cannot be opened: ${error.message}`;
            this.#findings.push({ code: 'key.unreadable', severity: 'warning', message });
            return undefined;
        }
    }
    async #decrypt(value) {
        const [algorithm, ciphertext] = (0,reader/* asSequence */.GO)(value);
        const scheme = readScheme(algorithm);
        if (!scheme.java)
            this.#foreignToJava.add(foreignCipher('its private key', scheme.name));
        for (const { by, forms } of this.#candidates) {
            const opened = await scheme.decrypt((0,reader/* asOctets */.RC)(ciphertext), forms, this.#budget);
            if (opened === undefined)
                continue;
            if (!opened.usual)
                this.#foreignToJava.add(ODD_FORM);
            return { pkcs8: opened.plain, by };
        }
        return undefined;
    }
}


/***/ })

};
