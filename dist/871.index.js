export const id = 871;
export const ids = [871];
export const modules = {

/***/ 7764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ makeCertificate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97127);
/* harmony import */ var _x509_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49656);
/* harmony import */ var _x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75670);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80279);





const MINUTE = 60_000;
const BEFORE_MS = 5 * MINUTE;
function newSerialNumber() {
    const serial = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16);
    serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
    return serial;
}
async function makeCertificate(request, terms) {
    const { key, issuer, now, validityMs } = terms;
    const wanted = new Date(now.getTime() + validityMs);
    const holder = { subject: (0,_x509_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSubject */ .ED)(request.subject), names: request.names, publicSpki: request.publicSpki };
    const toBeSigned = (0,_x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_3__/* .certificateToBeSigned */ .SW)(holder, {
        serialNumber: newSerialNumber(),
        notBefore: new Date(now.getTime() - BEFORE_MS),
        notAfter: terms.notAfter !== undefined && terms.notAfter < wanted ? terms.notAfter : wanted,
        algorithm: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .signingAlgorithm */ .d)(key).identifier,
        ...(issuer !== undefined && { issuer }),
    });
    return _x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .Certificate */ .u.fromDer(await (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .signWith */ .Ez)(key, toBeSigned));
}


/***/ }),

/***/ 11871:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createIssuer: () => (/* binding */ createIssuer)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/x509/pem.ts
var pem = __webpack_require__(64786);
// EXTERNAL MODULE: ./src/x509/private-key.ts + 2 modules
var private_key = __webpack_require__(93491);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(63619);
// EXTERNAL MODULE: ./src/http/printable.ts
var printable = __webpack_require__(89155);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/parse.js + 1 modules
var parse = __webpack_require__(23945);
;// CONCATENATED MODULE: ./src/issuer/http.ts




const MAX_ANSWER = 1024 * 1024;
async function ask({ transport, basePath }, path, body, more = {}) {
    const headers = { accept: 'application/json', 'content-type': 'application/json', ...more.headers };
    try {
        const answer = await transport.request({
            method: 'POST',
            path: `${basePath}${path}`,
            headers,
            body: Buffer.from(JSON.stringify(body), 'utf8'),
            maxBytes: MAX_ANSWER,
            idempotent: more.repeatable === true,
        });
        return { status: answer.status, json: jsonOf(answer.body) };
    }
    catch (error) {
        if (!(error instanceof errors/* CodedError */.AK) || error.code === 'timeout')
            throw error;
        const hint = error.hint;
        throw new errors/* CodedError */.AK('issuer.unreachable', `the issuer cannot be asked: ${error.message}`, { hint, cause: error });
    }
}
function jsonOf(body) {
    try {
        return JSON.parse(body.toString('utf8'));
    }
    catch {
        return undefined;
    }
}
function parsed(schema, { status, json }, from) {
    const result = parse/* safeParse */.xL(schema, json);
    if (result.success)
        return result.data;
    throw new errors/* CodedError */.AK('issuer.answer', `${from} answered with HTTP ${status} and not as its API documents`);
}
function certificatesOf(texts, from) {
    try {
        return texts.flatMap((text) => (0,pem/* readCertificates */.jZ)(Buffer.from(text, 'utf8')));
    }
    catch (error) {
        const why = error instanceof errors/* CodedError */.AK ? error.message : 'unknown fault';
        throw new errors/* CodedError */.AK('issuer.answer', `${from} answered with what is no certificate: ${why}`, { cause: error });
    }
}
function refused(from, { status }, reasons, code = 'issuer.refused') {
    const why = reasons.map((reason) => (0,printable/* printable */.g)(reason, 200)).join('; ');
    return new errors/* CodedError */.AK(code, `${from} refused with HTTP ${status}${why === '' ? '' : `: ${why}`}`);
}

;// CONCATENATED MODULE: ./src/issuer/cfssl.ts





const API = '/api/v1/cfssl';
const envelope = (result) => schemas/* object */.Ikc({
    success: schemas/* boolean */.zMY(),
    result: schemas/* nullable */.mee(result),
    errors: schemas/* array */.YOg(schemas/* object */.Ikc({ code: schemas/* number */.aig(), message: schemas/* string */.YjP() })),
});
const SIGNED = envelope(schemas/* object */.Ikc({ certificate: schemas/* string */.YjP() }));
const INFO = envelope(schemas/* object */.Ikc({ certificate: schemas/* string */.YjP(), usages: schemas/* optional */.lqM(schemas/* nullable */.mee(schemas/* array */.YOg(schemas/* string */.YjP()))), expiry: schemas/* optional */.lqM(schemas/* string */.YjP()) }));
function cfsslIssuer(service, options) {
    const { profile, authKey } = options;
    const from = `cfssl at ${service.transport.origin}`;
    return {
        issue: async (request) => {
            const { issuers, notes } = await published(service, profile, from);
            const asked = { certificate_request: request.csr, ...hostsOf(request), ...(profile !== undefined && { profile }) };
            const answer = authKey === undefined
                ? await ask(service, `${API}/sign`, asked)
                : await ask(service, `${API}/authsign`, authenticated(asked, authKey, options));
            return { certificates: [...certificatesOf([successOf(SIGNED, answer, from).certificate], from), ...issuers], notes };
        },
    };
}
function hostsOf({ names }) {
    return names.length === 0 ? {} : { hosts: names.map((name) => name.slice(name.indexOf(':') + 1)) };
}
async function published(service, profile, from) {
    const info = async (more) => successOf(INFO, await ask(service, `${API}/info`, { label: '', ...more }, { repeatable: true }), from);
    const standard = await info({});
    const issuers = certificatesOf([standard.certificate], from);
    if (profile === undefined)
        return { issuers, notes: [] };
    const named = await info({ profile });
    const essence = ({ usages, expiry }) => JSON.stringify([usages, expiry]);
    if (essence(named) !== essence(standard))
        return { issuers, notes: [] };
    const unknown = `${from} does not know the profile ${(0,printable/* printable */.g)(JSON.stringify(profile), 60)}, or it is the same as its default`;
    if (named.usages?.includes('client auth') === true)
        return { issuers, notes: [unknown] };
    throw new errors/* CodedError */.AK('issuer.unknown-profile', `${unknown}, which issues no certificates for clients`);
}
function successOf(schema, answer, from) {
    const { success, result, errors } = parsed(schema, answer, from);
    if (success && result !== null)
        return result;
    throw refused(from, answer, errors.map(({ code, message }) => `${message} (${code})`));
}
function authenticated(asked, authKey, { onSecret }) {
    const hex = authKey.text().trim();
    if (!/^(?:[0-9a-f]{2}){8,}$/i.test(hex)) {
        throw new errors/* CodedError */.AK('issuer.key', 'the auth-key of the issuer is not hexadecimal digits, at least 16 of them');
    }
    const request = Buffer.from(JSON.stringify(asked), 'utf8');
    const token = (0,external_node_crypto_.createHmac)('sha256', Buffer.from(hex, 'hex')).update(request).digest('base64');
    return { token: onSecret(token, 'token of a request to cfssl').text(), request: request.toString('base64') };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: ./src/http/failure.ts
var failure = __webpack_require__(42398);
;// CONCATENATED MODULE: ./src/issuer/exec.ts




const TIME_LIMIT_MS = 120_000;
const GRACE_MS = 2_000;
const MAX_STDOUT = 1024 * 1024;
const MAX_STDERR = 64 * 1024;
const TOLD = 600;
function execIssuer(options) {
    return { issue: async ({ csr }) => ({ certificates: certificatesIn(await runCommand(csr, options), options), notes: [] }) };
}
function certificatesIn(stdout, { command }) {
    try {
        return (0,pem/* readCertificates */.jZ)(stdout);
    }
    catch (error) {
        const why = error instanceof errors/* CodedError */.AK ? error.message : 'unknown fault';
        const message = `${nameOf(command)} ended well, but its output is no certificate chain: ${why}`;
        throw new errors/* CodedError */.AK('issuer.answer', message, { cause: error });
    }
}
const nameOf = (command) => `the command ${command[0] ?? ''}`;
function runCommand(input, options) {
    const { command, redactor, stop, timeLimitMs = TIME_LIMIT_MS, graceMs = GRACE_MS } = options;
    const name = nameOf(command);
    return new Promise((resolve, reject) => {
        const child = start(options);
        const stdout = [];
        let stderr = Buffer.alloc(0);
        let size = 0;
        let ended;
        const timers = [];
        const after = (ms, then) => void timers.push(setTimeout(then, ms));
        const end = (why) => {
            if (ended !== undefined)
                return;
            ended = why;
            signal(child.pid, 'SIGTERM');
            after(graceMs, () => {
                signal(child.pid, 'SIGKILL');
                after(graceMs, () => settle(null, 'SIGKILL'));
            });
        };
        const stopped = () => end(stop.reason instanceof errors/* CodedError */.AK ? stop.reason : new errors/* CodedError */.AK('timeout', 'the run was ended'));
        const said = () => {
            const text = redactor.clean(stderr.toString('utf8')).trim().replaceAll(/\s+/g, ' ');
            return text === '' ? '' : `; it said: ${text.length > TOLD ? `\u2026${text.slice(-TOLD)}` : text}`;
        };
        const release = () => {
            for (const timer of timers)
                clearTimeout(timer);
            stop.removeEventListener('abort', stopped);
            for (const stream of [child.stdin, child.stdout, child.stderr])
                stream.destroy();
            child.unref();
        };
        const settle = (exitCode, signalName) => {
            release();
            if (ended !== undefined)
                signal(child.pid, 'SIGKILL');
            if (ended !== undefined)
                reject(ended);
            else if (exitCode === 0)
                resolve(Buffer.concat(stdout));
            else {
                const how = exitCode === null ? `was ended by ${signalName ?? 'a signal'}` : `ended with exit code ${exitCode}`;
                reject(new errors/* CodedError */.AK('issuer.failed', `${name} ${how}${said()}`));
            }
        };
        after(timeLimitMs, () => {
            end(new errors/* CodedError */.AK('issuer.timeout', `${name} took longer than ${Math.round(timeLimitMs / 1000)} seconds${said()}`));
        });
        child.stdout.on('data', (chunk) => {
            size += chunk.length;
            if (size <= MAX_STDOUT)
                stdout.push(chunk);
            else
                end(new errors/* CodedError */.AK('issuer.answer', `${name} printed more than ${MAX_STDOUT} bytes`));
        });
        child.stderr.on('data', (chunk) => {
            stderr = Buffer.concat([stderr, chunk]).subarray(-MAX_STDERR);
        });
        child.stdin.on('error', () => undefined);
        child.on('error', (error) => {
            release();
            reject(notStarted(name, error));
        });
        child.on('exit', (exitCode, signalName) => after(graceMs, () => settle(exitCode, signalName)));
        child.on('close', settle);
        stop.addEventListener('abort', stopped);
        if (stop.aborted)
            stopped();
        child.stdin.end(input);
    });
}
function start({ command, environment, folder }) {
    const [program = '', ...args] = command;
    try {
        return (0,external_node_child_process_.spawn)(program, args, { cwd: folder, env: { ...environment }, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    }
    catch (error) {
        throw notStarted(nameOf(command), error);
    }
}
function notStarted(name, error) {
    const code = (0,failure/* codeOf */.$N)(error);
    return new errors/* CodedError */.AK('issuer.failed', `${name} cannot be started${code === undefined ? '' : ` (${code})`}`);
}
function signal(pid, name) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, name);
    }
    catch {
    }
}

// EXTERNAL MODULE: ./src/x509/format.ts
var format = __webpack_require__(87181);
// EXTERNAL MODULE: ./src/x509/to-be-signed.ts
var to_be_signed = __webpack_require__(75670);
// EXTERNAL MODULE: ./src/issuer/certificate.ts
var certificate = __webpack_require__(7764);
// EXTERNAL MODULE: ./src/issuer/keys.ts
var keys = __webpack_require__(80279);
;// CONCATENATED MODULE: ./src/issuer/local.ts





const VALIDITY_MS = 90 * format/* DAY */.d_;
function localIssuer(certificates, key, now) {
    const authority = certificates.find((certificate) => key.matches(certificate));
    if (authority === undefined)
        throw new errors/* CodedError */.AK('issuer.key', 'the key of the issuer does not belong to its certificate');
    if (!authority.isCa || authority.keyUsage?.has('keyCertSign') === false) {
        throw new errors/* CodedError */.AK('issuer.key', `${authority.toString()} may not sign certificates: it is no CA`);
    }
    return {
        issue: async (request) => {
            const time = now();
            if (time < authority.notBefore || time >= authority.notAfter) {
                const until = `${(0,format/* formatTime */.fU)(authority.notBefore)} to ${(0,format/* formatTime */.fU)(authority.notAfter)}`;
                throw new errors/* CodedError */.AK('issuer.refused', `the issuer ${authority.toString()} is valid from ${until}`);
            }
            const { validityMs = VALIDITY_MS } = request;
            const issuer = (0,to_be_signed/* issuerNamesOf */.xd)(authority);
            const terms = { key: (0,keys/* keyObjectOf */._z)(key), issuer, now: time, validityMs, notAfter: authority.notAfter };
            return { certificates: [await (0,certificate/* makeCertificate */.W)(request, terms), ...certificates], notes: [] };
        },
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./src/issuer/vault.ts



const vault_SIGNED = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({
        certificate: schemas/* string */.YjP(),
        issuing_ca: schemas/* optional */.lqM(schemas/* string */.YjP()),
        ca_chain: schemas/* optional */.lqM(schemas/* nullable */.mee(schemas/* array */.YOg(schemas/* string */.YjP()))),
    }),
});
const LOGGED_IN = schemas/* object */.Ikc({ auth: schemas/* object */.Ikc({ client_token: schemas/* string */.YjP().check(api/* _minLength */.m9(1)) }) });
const ERRORS = schemas/* object */.Ikc({ errors: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* string */.YjP())) });
function vaultIssuer(service, { mount, role, token }) {
    const from = `vault at ${service.transport.origin}`;
    return {
        issue: async (request) => {
            const headers = { 'x-vault-token': (await token()).text(), 'x-vault-request': 'true' };
            const answer = await ask(service, `/v1/${pathOf(mount)}/sign/${encodeURIComponent(role)}`, wanted(request), { headers });
            refuseUnless(answer, from);
            const { certificate, issuing_ca: issuing, ca_chain: chain } = parsed(vault_SIGNED, answer, from).data;
            const issuers = chain ?? (issuing === undefined ? [] : [issuing]);
            return { certificates: certificatesOf([certificate, ...issuers], from), notes: [] };
        },
    };
}
async function vaultToken(service, { mount, role, identityToken, onSecret }) {
    const from = `vault at ${service.transport.origin}`;
    const jwt = (await identityToken()).text();
    const answer = await ask(service, `/v1/auth/${pathOf(mount)}/login`, { role, jwt }, { repeatable: true });
    refuseUnless(answer, from);
    return onSecret(parsed(LOGGED_IN, answer, from).auth.client_token, 'token of vault');
}
const pathOf = (mount) => mount.split('/').map(encodeURIComponent).join('/');
function wanted({ csr, subject, names, validityMs }) {
    const of = (...kinds) => names
        .filter((name) => kinds.includes(name.slice(0, name.indexOf(':'))))
        .map((name) => name.slice(name.indexOf(':') + 1))
        .join(',');
    const [alternative, addresses, uris] = [of('DNS', 'email'), of('IP'), of('URI')];
    return {
        csr,
        format: 'pem',
        common_name: subject.CN ?? '',
        exclude_cn_from_sans: 'true',
        ...(alternative !== '' && { alt_names: alternative }),
        ...(addresses !== '' && { ip_sans: addresses }),
        ...(uris !== '' && { uri_sans: uris }),
        ...(validityMs !== undefined && { ttl: `${Math.round(validityMs / 1000)}s` }),
    };
}
function refuseUnless(answer, from) {
    if (answer.status >= 200 && answer.status < 300)
        return;
    const said = parse/* safeParse */.xL(ERRORS, answer.json);
    const hint = answer.status === 403
        ? 'check the token or the role of the login, and that its policy allows `update` on the path of sign'
        : 'check mount and role, and what the role allows';
    const { code, message } = refused(from, answer, said.success ? (said.data.errors ?? []) : []);
    throw new errors/* CodedError */.AK(code, message, { hint });
}

;// CONCATENATED MODULE: ./src/issuer/create.ts







const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
async function createIssuer({ name, form }, world) {
    switch (form.kind) {
        case 'self-signed':
            return 'self-signed';
        case 'exec':
            return execIssuer({
                command: form.command,
                environment: environmentOf(form, world),
                folder: world.folder,
                redactor: world.redactor,
                stop: world.stop,
                timeLimitMs: form.timeoutMs,
            });
        case 'local':
            return local(form, world);
        case 'cfssl': {
            const service = serviceAt(form.url, name, world);
            const authKey = form.authKey === undefined ? undefined : await world.values.secretText(form.authKey);
            return cfsslIssuer(service, { profile: form.profile, authKey, onSecret: secretsOf(world) });
        }
        case 'vault':
            return vault(form, name, world);
    }
}
const secretsOf = ({ values }) => (text, label) => values.made(text, label);
function environmentOf({ env }, { values, path, home }) {
    const named = env.map((name) => [name, values.variable(name).text()]);
    for (const [name, text] of named) {
        if (!CONTROL.test(text))
            continue;
        throw new errors/* CodedError */.AK('issuer.failed', `variable ${name}: has a control character, which no environment can hold`);
    }
    return { ...(path !== undefined && { PATH: path }), ...(home !== undefined && { HOME: home }), ...Object.fromEntries(named) };
}
async function local(form, { values, now }) {
    const [certificate, key] = await Promise.all([values.publicBytes(form.certificate), values.keyBytes(form.key)]);
    const passphrase = form.keyPassphrase === undefined ? undefined : await values.secretText(form.keyPassphrase);
    return localIssuer((0,pem/* readCertificates */.jZ)(certificate), (0,private_key/* readPrivateKey */.$)(key, passphrase?.text()), now);
}
async function vault(form, name, world) {
    const { values, identityToken } = world;
    const service = serviceAt(form.url, name, world);
    const { mount, role, jwtRole, jwtMount, audience } = form;
    if (form.token !== undefined) {
        const token = await values.secretText(form.token);
        return vaultIssuer(service, { mount, role, token: () => Promise.resolve(token) });
    }
    requireAudience(audience, form.url, name, world);
    const login = {
        mount: jwtMount,
        role: jwtRole ?? '',
        identityToken: () => identityToken(audience),
        onSecret: secretsOf(world),
    };
    return vaultIssuer(service, { mount, role, token: () => vaultToken(service, login) });
}
function serviceAt(url, name, world) {
    const { origin, pathname } = new URL(url);
    requireAllowed(origin, name, world);
    return { transport: world.connect(origin), basePath: pathname.replace(/\/+$/, '') };
}
function requireAudience(audience, url, name, world) {
    const other = audience.includes('://') ? audience : `https://${audience}`;
    const origin = URL.canParse(other) ? new URL(other).origin : other;
    if (origin !== new URL(url).origin)
        requireAllowed(origin, `${name}: audience`, world);
}
function requireAllowed(origin, what, world) {
    try {
        world.requireAllowed(origin);
    }
    catch (error) {
        const { code, message } = (0,errors/* toCoded */.rA)(error);
        if (code !== 'instance.untrusted-host')
            throw error;
        throw new errors/* CodedError */.AK('issuer.untrusted-host', `issuer ${what}: ${message}`, { cause: error });
    }
}


/***/ }),

/***/ 80279:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ signWith),
/* harmony export */   In: () => (/* binding */ makeRequest),
/* harmony export */   _z: () => (/* binding */ keyObjectOf),
/* harmony export */   d: () => (/* binding */ signingAlgorithm),
/* harmony export */   uM: () => (/* binding */ newKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _x509_algorithms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95952);
/* harmony import */ var _x509_private_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93491);
/* harmony import */ var _x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75670);






const generate = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPair);
const signAsync = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign);
async function newKey(algorithm) {
    const size = algorithm.slice(algorithm.indexOf('-') + 1);
    const { privateKey } = algorithm.startsWith('rsa-')
        ? await generate('rsa', { modulusLength: Number(size) })
        : await generate('ec', { namedCurve: size.toUpperCase().replace('P', 'P-') });
    return _x509_private_key_js__WEBPACK_IMPORTED_MODULE_4__/* .PrivateKey */ .Z.fromKeyObject(privateKey);
}
const keyObjectOf = (key) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: key.pkcs8, format: 'der', type: 'pkcs8' });
function signingAlgorithm(key) {
    const algorithm = (0,_x509_algorithms_js__WEBPACK_IMPORTED_MODULE_3__/* .signingAlgorithmOf */ .I3)(key);
    if (algorithm !== undefined)
        return algorithm;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CodedError */ .AK('issuer.key', 'the key is of a kind that does not sign certificates here: RSA, EC P-256, P-384, P-521 or Ed25519');
}
async function signWith(key, toBeSigned) {
    const { digest, identifier } = signingAlgorithm(key);
    return (0,_x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_5__/* .signed */ .x8)(toBeSigned, identifier, await signAsync(digest, toBeSigned, key));
}
async function makeRequest(key, holder) {
    const request = (0,_x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_5__/* .requestToBeSigned */ .gu)({ ...holder, publicSpki: key.publicSpki });
    return (0,_x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_5__/* .requestPem */ ._y)(await signWith(keyObjectOf(key), request));
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


/***/ }),

/***/ 64786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jZ: () => (/* binding */ readCertificates),
/* harmony export */   sg: () => (/* binding */ toPem)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _armor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86747);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97127);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28647);
/* harmony import */ var _pkcs7_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74864);







const MAX_CERTIFICATES = 200;
const CERTIFICATE_LABELS = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']);
const PKCS7_LABELS = new Set(['PKCS7', 'PKCS #7 SIGNED DATA', 'CMS']);
function toPem(certificate) {
    return (0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .armor */ .yE)('CERTIFICATE', certificate.der);
}
function readCertificates(bytes) {
    refusePrivate(bytes);
    const blocks = coded(() => (0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .blocksOf */ .SH)(bytes));
    for (const block of blocks)
        if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .isPrivate */ .G)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(block.bytes)))
            throw privateInPublic('a private key or a keystore');
    const found = blocks.flatMap((block) => coded(() => certificatesOf(block)));
    if (found.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('certificate.unreadable', `file holds no certificate${insteadOf(blocks)}`);
    if (found.length > MAX_CERTIFICATES) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('certificate.unreadable', `file holds more than ${MAX_CERTIFICATES} certificates`);
    }
    return found.map((der) => _certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .Certificate */ .u.fromDer(der));
}
function refusePrivate(bytes) {
    if (/BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File/.test((0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(bytes)))
        throw privateInPublic('a private key');
    const kind = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes);
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .isPrivate */ .G)(kind))
        throw privateInPublic(kind.endsWith('ks') || kind === 'pkcs12' ? 'a keystore' : 'a private key');
}
const privateInPublic = (what) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('value.private-in-public', `${what} stands where only certificates are meant`);
function certificatesOf({ label, bytes }) {
    if (PKCS7_LABELS.has(label) || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes) === 'pkcs7')
        return (0,_pkcs7_js__WEBPACK_IMPORTED_MODULE_5__/* .readSignedData */ .f)(bytes);
    if (label === 'TRUSTED CERTIFICATE')
        return [(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readFirst */ .vv)(bytes).bytes];
    return CERTIFICATE_LABELS.has(label) || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes) === 'certificate' || label === '' ? [bytes] : [];
}
function insteadOf(blocks) {
    const names = new Set(blocks.map(({ label }) => label).filter((label) => label !== ''));
    return names.size === 0 ? '' : `, but ${[...names].join(', ')}`;
}
function coded(read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof _armor_js__WEBPACK_IMPORTED_MODULE_2__/* .PemError */ .fd || error instanceof _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('certificate.unreadable', `certificate cannot be read: ${error.message}`);
    }
}


/***/ }),

/***/ 74864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readSignedData),
/* harmony export */   u: () => (/* binding */ certsOnly)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75320);


const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
function certsOnly(certificates) {
    const distinct = certificates.filter((one, index) => certificates.findIndex((other) => other.equals(one)) === index);
    const sorted = distinct.map(({ der }) => der).sort((a, b) => a.compare(b));
    const signedData = (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(1), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .set */ .hZ)(), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(DATA)), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O)(0, Buffer.concat(sorted)), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .set */ .hZ)());
    return (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(SIGNED_DATA), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O)(0, signedData));
}
function readSignedData(bytes) {
    const [type, content] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readOne */ .JF)(bytes, { ber: true }));
    if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asOid */ .jm)(type) !== SIGNED_DATA || !(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isContext */ .aE)(content, 0))
        throw new _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4('it is not signed data');
    const [version, ...parts] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(content)[0]);
    (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSmallInteger */ .Gp)(version);
    const certificates = parts.find((part) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isContext */ .aE)(part, 0));
    if (certificates === undefined)
        return [];
    return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(certificates)
        .filter((part) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(part, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.sequence))
        .map(({ bytes: der }) => der);
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


/***/ }),

/***/ 49656:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ writeSubject),
/* harmony export */   Fg: () => (/* binding */ hasSubject),
/* harmony export */   yq: () => (/* binding */ subjectText)
/* harmony export */ });
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75320);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58153);


const SUBJECT_ATTRIBUTES = ['C', 'ST', 'L', 'STREET', 'O', 'OU', 'UID', 'CN'];
function writeSubject(subject) {
    const attributes = SUBJECT_ATTRIBUTES.flatMap((attribute) => {
        const value = subject[attribute];
        return value === undefined ? [] : [{ attribute, value }];
    });
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2(...attributes.map(({ attribute, value }) => _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .set */ .hZ(writeAttribute(attribute, value))));
}
function writeAttribute(attribute, value) {
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .oid */ .jq(_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ATTRIBUTE_TYPES */ .Pp[attribute]), attribute === 'C' ? _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$(value) : _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8 */ .As(value));
}
function hasSubject(certificate, wanted) {
    const written = SUBJECT_ATTRIBUTES.flatMap((attribute) => {
        const value = wanted[attribute];
        return value === undefined ? [] : [`${_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ATTRIBUTE_TYPES */ .Pp[attribute]}=${folded(value)}`];
    });
    return sorted(written) === sorted(textsOf(certificate.subjectName));
}
const textsOf = (name) => (0,_name_js__WEBPACK_IMPORTED_MODULE_1__/* .attributeTexts */ .F_)(name).map(({ type, text }) => `${type}=${folded(text)}`);
const sorted = (texts) => JSON.stringify([...texts].sort());
const folded = (text) => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
function subjectText(subject) {
    return SUBJECT_ATTRIBUTES.toReversed()
        .flatMap((attribute) => {
        const value = subject[attribute];
        return value === undefined ? [] : [`${attribute}=${value}`];
    })
        .join(',');
}


/***/ }),

/***/ 75670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SW: () => (/* binding */ certificateToBeSigned),
/* harmony export */   _y: () => (/* binding */ requestPem),
/* harmony export */   gu: () => (/* binding */ requestToBeSigned),
/* harmony export */   x8: () => (/* binding */ signed),
/* harmony export */   xd: () => (/* binding */ issuerNamesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35016);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75320);
/* harmony import */ var _alternative_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60938);
/* harmony import */ var _armor_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86747);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48713);






function requestToBeSigned(holder) {
    const extensionRequest = _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq('1.2.840.113549.1.9.14'), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .set */ .hZ(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(...clientExtensions(holder))));
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd(0), holder.subject, holder.publicSpki, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .context */ ._O(0, extensionRequest));
}
function certificateToBeSigned(holder, terms) {
    const keyId = keyIdOf(holder.publicSpki);
    const issuer = terms.issuer ?? { subject: holder.subject, keyId };
    const extensions = [
        extension('2.5.29.19', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(), true),
        ...clientExtensions(holder),
        extension('2.5.29.14', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octets */ .tu(keyId)),
        extension('2.5.29.35', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .context */ ._O(0, issuer.keyId, false))),
    ];
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .context */ ._O(0, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd(2)), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd(BigInt(`0x${terms.serialNumber.toString('hex')}`)), terms.algorithm, issuer.subject, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .utcOrGeneralizedTime */ .zo(terms.notBefore), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .utcOrGeneralizedTime */ .zo(terms.notAfter)), holder.subject, holder.publicSpki, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .context */ ._O(3, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(...extensions)));
}
function signed(toBeSigned, algorithm, signature) {
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(toBeSigned, algorithm, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .bits */ .Lz(signature));
}
const requestPem = (der) => (0,_armor_js__WEBPACK_IMPORTED_MODULE_4__/* .armor */ .yE)('CERTIFICATE REQUEST', der);
function issuerNamesOf(certificate) {
    return { subject: certificate.subjectDer, keyId: certificate.subjectKeyId ?? keyIdOf(certificate.spki) };
}
function clientExtensions({ names }) {
    return [
        extension('2.5.29.15', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .bits */ .Lz(Buffer.from([0x80]), 7), true),
        extension('2.5.29.37', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq(_chain_js__WEBPACK_IMPORTED_MODULE_5__/* .CLIENT_AUTH */ .ZE))),
        ...(names.length === 0 ? [] : [extension('2.5.29.17', (0,_alternative_names_js__WEBPACK_IMPORTED_MODULE_3__/* .writeAlternativeNames */ .dM)(names))]),
    ];
}
function extension(id, value, critical = false) {
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq(id), ...(critical ? [_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM(true)] : []), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octets */ .tu(value));
}
function keyIdOf(spki) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha1', (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asBits */ .$T)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readOne */ .JF)(spki))[1]).bytes, 'buffer');
}


/***/ })

};
