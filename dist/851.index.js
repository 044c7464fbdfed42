export const id = 851;
export const ids = [851];
export const modules = {

/***/ 3851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInspect: () => (/* binding */ runInspect)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/x509/chain.ts
var x509_chain = __webpack_require__(48713);
// EXTERNAL MODULE: ./src/x509/format.ts
var format = __webpack_require__(87181);
// EXTERNAL MODULE: ./src/keystore/canonical.ts + 4 modules
var canonical = __webpack_require__(60262);
// EXTERNAL MODULE: ./src/keystore/compare.ts
var compare = __webpack_require__(78015);
// EXTERNAL MODULE: ./src/keystore/keystore.ts
var keystore_keystore = __webpack_require__(85190);
// EXTERNAL MODULE: ./src/keystore/password.ts
var keystore_password = __webpack_require__(86663);
// EXTERNAL MODULE: ./src/keystore/read.ts + 2 modules
var read = __webpack_require__(94291);
;// CONCATENATED MODULE: ./src/keystore/inspect.ts








/**
 * What Java lists in a keystore, and every problem that ServiceNow or a partner would have with it.
 * @throws CodedError as {@link readKeystore}
 */
async function inspectKeystore(bytes, passwords, now) {
    const keystore = await (0,read/* readKeystore */.J)(bytes, passwords);
    const found = new Map(problemsOf(keystore, passwords, now).map(({ code, message }) => [`${code} ${message}`, { code, message }]));
    return { type: keystore.type, entries: keystore.entries.map(inspected), problems: [...found.values()] };
}
function inspected(entry) {
    const { alias, kind } = entry;
    const chain = kind === 'private-key' ? entry.chain : [entry.certificate];
    return {
        alias,
        kind,
        algorithm: kind === 'private-key' ? entry.algorithm : entry.certificate.keyAlgorithm,
        chain: chain.map(({ fingerprint256, subject, notAfter }) => ({ fingerprint256, subject, notAfter: (0,format/* formatTime */.fU)(notAfter) })),
    };
}
function problemsOf(keystore, passwords, now) {
    const { store } = passwords;
    const keys = keystore.entries.filter((entry) => entry.kind === 'private-key');
    return [
        ...keystore.findings,
        ...(store === undefined ? [] : (0,keystore_password/* checkPassword */.O)(store, keystore.type)),
        ...keystore.foreignToJava.map((message) => ({ code: 'keystore.java', severity: 'warning', message })),
        ...keys.flatMap((entry) => keyProblems(entry, keystore, now)),
        ...trustedProblems(keystore, keys, now),
        ...wholeProblems(keystore, passwords),
    ];
}
function keyProblems(entry, keystore, now) {
    const [leaf] = entry.chain;
    if (leaf === undefined || entry.key?.matches(leaf) === false) {
        return [
            error('key.mismatch', `private key "${entry.alias}" has ${leaf === undefined ? 'no certificate' : 'the certificate of another key'}`),
        ];
    }
    const { chain, end } = (0,canonical/* chainFor */.N)(leaf, entry.chain, keystore);
    const password = entry.protection === 'other-password'
        ? [
            error('keystore.key-password', `private key "${entry.alias}" has another password than the keystore: Java cannot recover it`),
        ]
        : [];
    return [...password, ...(0,x509_chain/* checkChain */.uy)(chain, { now, end })];
}
/** Certificates of a trust store; those that stand in a chain are judged there. */
function trustedProblems(keystore, keys, now) {
    const judged = new Set(keys.flatMap(({ chain }) => chain.map(({ fingerprint256 }) => fingerprint256)));
    return keystore.entries
        .flatMap((entry) => (entry.kind === 'trusted-certificate' ? [entry.certificate] : []))
        .filter(({ fingerprint256 }) => !judged.has(fingerprint256))
        .flatMap((certificate) => (0,x509_chain/* checkTrusted */.E4)(certificate, now));
}
/** What keeps it from being stored as it is: not exactly one key that opens, or anything that would be put right. */
function wholeProblems(keystore, { store, keys = [] }) {
    let entry;
    try {
        entry = (0,keystore_keystore/* privateKeyOf */.O)(keystore);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* CodedError */.AK))
            throw thrown;
        const noneGiven = thrown.code === 'keystore.key-password' && store === undefined && keys.length === 0;
        return noneGiven ? [] : [thrown.toFinding()];
    }
    const [leaf] = entry.chain;
    if (leaf === undefined || !entry.key.matches(leaf))
        return [];
    const { chain } = (0,canonical/* chainFor */.N)(leaf, entry.chain, keystore);
    const wanted = { type: keystore.type, alias: entry.alias.toLowerCase(), key: entry.key, chain };
    return (0,compare/* differences */.tX)(keystore, entry, wanted)
        .filter((phrase) => !keystore.foreignToJava.includes(phrase) && !keystore.findings.some(({ message }) => message === phrase))
        .map((phrase) => ({
        code: 'keystore.rebuilt',
        severity: 'notice',
        message: `would be put right when it is published: ${phrase}`,
    }));
}
function error(code, message) {
    return { code, severity: 'error', message };
}

// EXTERNAL MODULE: ./src/redact.ts
var redact = __webpack_require__(76670);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(14031);
;// CONCATENATED MODULE: ./src/commands/inspect.ts




const USAGE = 'servicenow-mtls inspect FILE [--password-env NAME] [--key-password-env NAME] [--json]';
/** @throws input.invalid */
function parseInspect(args) {
    const rest = [...args];
    const request = { json: false };
    for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
        if (word === '--json')
            request.json = true;
        else if (word === '--password-env')
            request.passwordEnv = nameAfter(word, rest);
        else if (word === '--key-password-env')
            request.keyPasswordEnv = nameAfter(word, rest);
        else if (word.startsWith('--') || request.file !== undefined)
            throw unusable(`${word}: not expected here`);
        else
            request.file = word;
    }
    const { file, passwordEnv, keyPasswordEnv, json } = request;
    if (file === undefined)
        throw unusable('inspect: no file was named');
    return { file, passwordEnv, keyPasswordEnv, json };
}
function nameAfter(flag, rest) {
    const name = rest.shift();
    if (name === undefined || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        throw unusable(`${flag}: the name of an environment variable is missing`);
    return name;
}
const unusable = (message) => new errors/* CodedError */.AK('input.invalid', message, { hint: USAGE });
/**
 * What a keystore holds, without a JVM, and what ServiceNow and a partner would say of it.
 * @throws keystore.*, value.secret-missing
 */
function inspectCommand(request, bytes, environment, now) {
    const secret = (name) => {
        const value = environment[name];
        if (value === undefined)
            throw new errors/* CodedError */.AK('value.secret-missing', `the environment has no ${name}`);
        return new redact/* SecretValue */.iJ(value, name);
    };
    const store = request.passwordEnv === undefined ? undefined : secret(request.passwordEnv);
    const keys = request.keyPasswordEnv === undefined ? [] : [secret(request.keyPasswordEnv)];
    return inspectKeystore(bytes, { store, keys }, now);
}
/** The inspection as a person reads it; each line is safe to print. */
function inspectionText({ type, entries, problems }) {
    const lines = [
        `${type}, ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`,
        ...entries.flatMap(({ alias, kind, algorithm, chain }) => [
            `  ${alias}: ${kind}, ${algorithm}`,
            ...chain.map(({ subject, notAfter, fingerprint256 }) => `      ${subject}, until ${notAfter}, SHA-256 ${fingerprint256}`),
        ]),
        ...(problems.length === 0 ? ['nothing to object'] : ['problems']),
        ...problems.map(({ code, message }) => `  ${code} ${message}`),
    ];
    return lines.map(report_escape/* logLine */.BP).join('\n');
}

;// CONCATENATED MODULE: ./src/cli-inspect.ts




/** `inspect` at the terminal: it needs no spec and no instance, and is not made to wait for what they need. */
async function runInspect(args, environment) {
    const json = args.includes('--json');
    try {
        const request = parseInspect(args);
        const inspection = await inspectCommand(request, await readKeystoreFile(request.file), environment, new Date());
        print(json ? JSON.stringify(inspection) : inspectionText(inspection));
        return 0;
    }
    catch (error) {
        const { code, message, hint } = (0,errors/* toCoded */.rA)(error);
        if (json)
            print(JSON.stringify({ error: { code, message, hint } }));
        else
            printError((0,report_escape/* logLine */.BP)(`error ${code} ${message}`) + `\n  hint: ${hint}`);
        return 1;
    }
}
async function readKeystoreFile(file) {
    try {
        return await (0,promises_.readFile)(file);
    }
    catch (error) {
        throw new errors/* CodedError */.AK('value.file', `${file}: cannot be read`, { cause: error });
    }
}
const print = (text) => {
    process.stdout.write(`${text}\n`);
};
const printError = (text) => {
    process.stderr.write(`${text}\n`);
};


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

/***/ 94291:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* reexport */ keystore/* privateKeyOf */.O),
  J: () => (/* binding */ readKeystore)
});

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


/***/ })

};
