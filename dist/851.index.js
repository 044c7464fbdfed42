export const id = 851;
export const ids = [851];
export const modules = {

/***/ 3851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInspect: () => (/* binding */ runInspect)
});

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
// EXTERNAL MODULE: ./src/keystore/read.ts + 1 modules
var read = __webpack_require__(90379);
;// CONCATENATED MODULE: ./src/keystore/inspect.ts








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
function trustedProblems(keystore, keys, now) {
    const judged = new Set(keys.flatMap(({ chain }) => chain.map(({ fingerprint256 }) => fingerprint256)));
    return keystore.entries
        .flatMap((entry) => (entry.kind === 'trusted-certificate' ? [entry.certificate] : []))
        .filter(({ fingerprint256 }) => !judged.has(fingerprint256))
        .flatMap((certificate) => (0,x509_chain/* checkTrusted */.E4)(certificate, now));
}
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

// EXTERNAL MODULE: ./src/redact.ts + 1 modules
var redact = __webpack_require__(55518);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(14031);
;// CONCATENATED MODULE: ./src/commands/inspect.ts




const USAGE = 'servicenow-mtls inspect FILE [--password-env NAME] [--key-password-env NAME] [--json]';
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

// EXTERNAL MODULE: ./src/keystore/bounds.ts
var bounds = __webpack_require__(7099);
// EXTERNAL MODULE: ./src/read-file.ts
var read_file = __webpack_require__(89834);
// EXTERNAL MODULE: ./src/terminal-hints.ts
var terminal_hints = __webpack_require__(66728);
;// CONCATENATED MODULE: ./src/cli-inspect.ts






async function runInspect(args, environment) {
    const json = args.includes('--json');
    try {
        const request = parseInspect(args);
        const inspection = await inspectCommand(request, readKeystoreFile(request.file), environment, new Date());
        print(json ? JSON.stringify(inspection) : inspectionText(inspection));
        return 0;
    }
    catch (error) {
        const { code, message, hint } = (0,terminal_hints/* atTerminal */.S)((0,errors/* problemIn */.Dk)(error, 'error'));
        if (json)
            print(JSON.stringify({ error: { code, message, hint } }));
        else
            printError((0,report_escape/* logLine */.BP)(`error ${code} ${message}`) + `\n  hint: ${hint}`);
        return 1;
    }
}
function readKeystoreFile(file) {
    const bytes = readBounded(file);
    if (bytes.length > bounds/* BOUNDS */.QT.bytes)
        throw (0,bounds/* tooLarge */.g$)('has more bytes', `${bounds/* BOUNDS */.QT.bytes}`);
    return bytes;
}
function readBounded(file) {
    try {
        return (0,read_file/* readAtMost */.rU)(file, bounds/* BOUNDS */.QT.bytes);
    }
    catch (error) {
        throw new errors/* CodedError */.AK('value.file', `${file}: cannot be read`, {
            hint: 'name a file that is there and may be read',
            cause: error,
        });
    }
}
const print = (text) => {
    process.stdout.write(`${text}\n`);
};
const printError = (text) => {
    process.stderr.write(`${text}\n`);
};


/***/ }),

/***/ 66728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ atTerminal)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

const HERE = {
    'input.invalid': 'correct the flag of that name, or the variable SERVICENOW_MTLS_\u2026 where it was given so',
    'spec.not-found': 'name the file with `--spec`; it is relative to the folder in which the command runs',
    'spec.environment': 'name one of the keys of `environments` with `--environment`',
    'value.secret-missing': 'set the environment variable of that name',
    'value.file': 'it has to be inside the folder in which the command runs; the path is relative to the spec',
    'instance.untrusted-host': 'check its spelling: instances of ServiceNow are at *.service-now.com; another host that is meant is named with `--instance-url` or `--allowed-hosts`',
    'issuer.untrusted-host': 'name the host with `--allowed-hosts`; that an instance is there is not enough',
    'issuer.identity': 'only a job of GitHub with `permissions: id-token: write` has one; give the issuer a `token`',
};
function atTerminal(problem) {
    const hint = HERE[problem.code];
    return hint === undefined || problem.hint !== _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ERRORS */ .Sr[problem.code].hint ? problem : { ...problem, hint };
}


/***/ })

};
