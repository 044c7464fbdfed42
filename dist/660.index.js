export const id = 660;
export const ids = [660];
export const modules = {

/***/ 67521:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K2: () => (/* binding */ leavesResult),
/* harmony export */   Lo: () => (/* binding */ COMMANDS),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   Uz: () => (/* binding */ ALL_INPUTS),
/* harmony export */   XD: () => (/* binding */ environmentIn),
/* harmony export */   Xj: () => (/* binding */ SWITCHES),
/* harmony export */   vt: () => (/* binding */ commandIn),
/* harmony export */   xz: () => (/* binding */ isWriting)
/* harmony export */ });
/* unused harmony export INPUT_DEFAULTS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _instance_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83995);
/* harmony import */ var _spec_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23803);
/* harmony import */ var _spec_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49891);
/* harmony import */ var _spec_suggest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61381);
/* harmony import */ var _sign_in_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94267);






const COMMANDS = ['plan', 'apply', 'verify', 'rollback', 'destroy', 'csr', 'targets', 'doctor', 'export'];
const isWriting = (command) => ['apply', 'rollback', 'destroy', 'csr'].includes(command);
const leavesResult = (command) => isWriting(command) || command === 'plan' || command === 'verify';
const INPUT_DEFAULTS = {
    command: 'plan',
    spec: 'servicenow-mtls.yml',
    environment: '',
    'instance-url': '',
    'allowed-hosts': '',
    username: '',
    password: '',
    'client-id': '',
    'client-secret': '',
    'private-key': '',
    'key-id': '',
    subject: '',
    'api-key': '',
    token: '',
    'client-certificate': '',
    'client-certificate-key': '',
    'client-certificate-passphrase': '',
    secrets: '',
    offline: 'false',
    'allow-untrusted-spec': 'false',
    confirm: '',
    for: 'apply',
    'plan-file': '',
    'expected-plan': '',
    only: '',
    rotate: '',
    'rotate-purge': '',
    'promote-from': '',
    'change-request': '',
    notify: '',
    'fail-on-changes': 'false',
    'expiry-warning': '30d',
    'fail-on-expiry': 'false',
    'output-directory': '',
    'max-parallel': '4',
    timeout: '10m',
    'ca-certificates': '',
    comment: 'auto',
    'github-token': '',
    artifact: 'auto',
    'artifact-name': '',
    'artifact-retention-days': '',
    issue: 'never',
    deployment: 'auto',
};
const ALL_INPUTS = Object.keys(INPUT_DEFAULTS);
const SWITCHES = Object.entries(INPUT_DEFAULTS).flatMap(([name, value]) => value === 'false' ? [name] : []);
const commandIn = (given) => COMMANDS.find((known) => known === given('command')?.trim()) ?? 'plan';
function environmentIn(given) {
    try {
        return parseEnvironment(given('environment')?.trim() ?? '') ?? '';
    }
    catch {
        return '';
    }
}
function parseInputs(given, secretsWithheld) {
    const problems = [];
    const reject = (code, message, hint) => {
        problems.push((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOf */ .Zw)({ code, severity: 'error', message, ...(hint !== undefined && { hint }) }, ''));
    };
    const text = (name) => given(name)?.trim() ?? '';
    const orDefault = (name) => text(name) || INPUT_DEFAULTS[name];
    const read = (name, parse, fallback) => {
        try {
            return parse(orDefault(name));
        }
        catch (error) {
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK))
                throw error;
            reject('input.invalid', `input ${name}: ${error.message}`, error.hint);
            return fallback;
        }
    };
    const command = read('command', parseCommand, 'plan');
    const signIn = command === 'targets' ? {} : readSignIn(given);
    const readsOnly = !isWriting(command);
    const offline = read('offline', parseBoolean, false);
    if (offline && !readsOnly)
        reject('input.invalid', `input offline: true: ${command} needs an instance`);
    const settings = {
        command,
        offline: offline || (readsOnly && signIn.way === undefined && secretsWithheld !== undefined),
        spec: orDefault('spec'),
        environment: read('environment', parseEnvironment, undefined),
        instanceUrl: read('instance-url', (value) => (value === '' ? undefined : (0,_instance_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .normaliseInstance */ .QS)(value)), undefined),
        allowedHosts: text('allowed-hosts')
            .split(/[\s,]+/)
            .filter((host) => host !== ''),
        signIn: signIn.way,
        allowUntrustedSpec: read('allow-untrusted-spec', parseBoolean, false),
        confirm: text('confirm'),
        purpose: read('for', parsePurpose, 'apply'),
        planFile: text('plan-file') || undefined,
        expectedPlan: read('expected-plan', parseDigest, undefined),
        only: listOf(text('only')),
        rotate: listOf(text('rotate')),
        rotatePurge: listOf(text('rotate-purge')),
        changeRequest: read('change-request', parseChangeRequest, undefined),
        notify: read('notify', parsePeople, []),
        promoteFrom: read('promote-from', parseEnvironment, undefined),
        failOnChanges: read('fail-on-changes', parseBoolean, false),
        expiryWarningMs: read('expiry-warning', _spec_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E9, 0),
        failOnExpiry: read('fail-on-expiry', parseBoolean, false),
        outputDirectory: text('output-directory') || undefined,
        maxParallel: read('max-parallel', (value) => parseCount(value, 1, 64), 1),
        timeoutMs: read('timeout', parseTimeout, 0),
        caCertificates: text('ca-certificates') || undefined,
    };
    const sharing = {
        comment: read('comment', parseOneOf(['auto', 'always', 'never']), 'auto'),
        artifact: read('artifact', parseOneOf(['auto', 'always', 'never']), 'auto'),
        artifactName: read('artifact-name', parseArtifactName, undefined),
        artifactRetentionDays: read('artifact-retention-days', (value) => (value === '' ? undefined : parseCount(value, 1, LONGEST_RETENTION)), undefined),
        issue: read('issue', parseOneOf(['auto', 'never']), 'never'),
        deployment: read('deployment', parseOneOf(['auto', 'never']), 'auto'),
    };
    if (signIn.problem !== undefined && !settings.offline) {
        reject(signIn.problem.code, signIn.problem.message, signIn.problem.hint);
    }
    return problems.length === 0 ? { settings, sharing, problems } : { sharing, problems };
}
const LONGEST_RETENTION = 400;
const parseOneOf = (allowed) => (value) => {
    const found = allowed.find((one) => one === value);
    if (found !== undefined)
        return found;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `${value}: not one of ${allowed.join(', ')}`);
};
function parseArtifactName(value) {
    if (value === '')
        return undefined;
    if (!/[":<>|*?\\/\u0000-\u001f]/.test(value) && value.length <= 200)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `${value}: an artifact's name has at most 200 characters, and none of " : < > | * ? \\ /`);
}
function readSignIn(given) {
    try {
        const way = (0,_sign_in_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .signInWay */ .M)(given);
        return way === undefined ? { problem: (0,_sign_in_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .noSignIn */ .ao)() } : { way };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK))
            throw error;
        return { problem: error };
    }
}
const listOf = (text) => text
    .split(/[\n,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
function parseCommand(value) {
    const command = COMMANDS.find((known) => known === value);
    if (command !== undefined)
        return command;
    const hint = (0,_spec_suggest_js__WEBPACK_IMPORTED_MODULE_5__/* .didYouMean */ .a)(value, COMMANDS);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `${value}: not one of ${COMMANDS.join(', ')}`, { ...(hint !== undefined && { hint }) });
}
function parseEnvironment(value) {
    if (value === '')
        return undefined;
    if (/^[A-Za-z0-9_-]{1,32}$/.test(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `${value}: an environment's name is 1 to 32 letters, digits, _ and -`);
}
function parsePurpose(value) {
    if (value === 'plan' || value === 'apply')
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `${value}: not one of plan, apply`);
}
function parseChangeRequest(value) {
    if (value === '')
        return undefined;
    if (/^[A-Za-z]{2,10}\d{1,20}$/.test(value))
        return value.toUpperCase();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `${value}: not the number of a change request, as CHG0030001`);
}
function parsePeople(value) {
    const names = listOf(value);
    for (const name of names) {
        const reason = (0,_spec_names_js__WEBPACK_IMPORTED_MODULE_3__/* .personName */ .hJ)(name);
        if (reason !== undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `${name}: ${reason}`);
    }
    return names;
}
function parseDigest(value) {
    if (value === '')
        return undefined;
    if (/^sha256:[0-9a-f]{64}$/.test(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `${value}: not a digest as the output plan-digest has it`);
}
function parseBoolean(value) {
    if (['true', 'True', 'TRUE'].includes(value))
        return true;
    if (['false', 'False', 'FALSE'].includes(value))
        return false;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `${value}: not true or false`);
}
function parseTimeout(value) {
    const ms = (0,_spec_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E9)(value);
    if (ms > 0)
        return ms;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `${value}: a run needs some time`);
}
function parseCount(value, least, most) {
    const count = /^\d{1,6}$/.test(value) ? Number(value) : NaN;
    if (count >= least && count <= most)
        return count;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `${value}: not a whole number from ${least} to ${most}`);
}


/***/ }),

/***/ 26631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ NO_PROBING),
/* harmony export */   t: () => (/* binding */ probingFor)
/* harmony export */ });
const NO_PROBING = { gate: () => Promise.resolve(), rest: () => Promise.resolve([]) };
async function probingFor(context) {
    if (context.spec.probes.length === 0)
        return NO_PROBING;
    const { createProbing } = await Promise.all(/* import() */[__webpack_require__.e(59), __webpack_require__.e(379), __webpack_require__.e(957)]).then(__webpack_require__.bind(__webpack_require__, 18957));
    return createProbing(context);
}


/***/ }),

/***/ 4493:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ countsIn),
/* harmony export */   Nq: () => (/* binding */ failedResult),
/* harmony export */   WN: () => (/* binding */ hasFailed),
/* harmony export */   ll: () => (/* binding */ reportOf),
/* harmony export */   p7: () => (/* binding */ inSpecOrder)
/* harmony export */ });
/* harmony import */ var _plan_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38582);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67521);


const failedResult = (problems, command = 'plan', environment = '') => ({
    command,
    environment,
    depth: undefined,
    plan: undefined,
    outcomes: [],
    problems,
    certificates: [],
    publicKeystores: [],
});
function inSpecOrder(problems) {
    const rank = ({ at, severity }) => (at !== undefined ? 1 : severity === 'error' ? 0 : 2);
    return problems.toSorted((a, b) => rank(a) - rank(b) || (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
}
const hasFailed = (result) => result.problems.some(({ severity }) => severity === 'error');
function countsIn(result) {
    if (result.plan === undefined)
        return undefined;
    if (!(0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .isWriting */ .xz)(result.command))
        return (0,_plan_model_js__WEBPACK_IMPORTED_MODULE_1__/* .countsOf */ .m)(result.plan);
    const changes = result.outcomes.filter(({ is }) => is === 'done').map(({ change }) => change);
    return (0,_plan_model_js__WEBPACK_IMPORTED_MODULE_1__/* .countsOf */ .m)({ changes, unchanged: result.plan.unchanged });
}
function reportOf(result) {
    const outcomes = result.outcomes.map((outcome) => {
        const because = outcome.is === 'done' ? '' : outcome.is === 'failed' ? outcome.error.message : outcome.because;
        const { item } = outcome.change;
        return [item, { is: outcome.is, because, captured: result.captured?.get(item) ?? [] }];
    });
    return {
        command: result.command,
        writes: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .isWriting */ .xz)(result.command),
        environment: result.environment,
        depth: result.depth,
        certificates: result.certificates,
        plan: result.plan,
        wiring: result.wiring,
        names: result.names ?? new Map(),
        keystores: result.publicKeystores.map(({ name, chain }) => ({ name, issuers: issuersOf(chain) })),
        counts: countsIn(result),
        outcomes: new Map(outcomes),
        problems: result.problems,
        failed: hasFailed(result),
        ...(result.changeRequest && { changeRequest: result.changeRequest }),
        ...(result.examined && { examined: result.examined }),
        ...(result.targets && { targets: result.targets }),
    };
}
function issuersOf(chain) {
    return chain.filter(({ subject, issuer }) => subject !== issuer).map(({ issuer }) => issuer);
}


/***/ }),

/***/ 94267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ signInWay),
/* harmony export */   ao: () => (/* binding */ noSignIn),
/* harmony export */   pH: () => (/* binding */ SECRET_INPUTS)
/* harmony export */ });
/* unused harmony export SIGN_IN_INPUTS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

const SIGN_IN_INPUTS = [
    'username',
    'password',
    'client-id',
    'client-secret',
    'private-key',
    'key-id',
    'subject',
    'api-key',
    'token',
    'client-certificate',
    'client-certificate-key',
    'client-certificate-passphrase',
];
const SECRET_INPUTS = [
    'password',
    'client-secret',
    'private-key',
    'api-key',
    'token',
    'client-certificate-key',
    'client-certificate-passphrase',
];
const USER = ['username', 'password'];
const CLIENT = ['client-id', 'client-secret'];
const WAYS = [
    { way: 'basic', needs: USER },
    { way: 'client-credentials', needs: CLIENT },
    { way: 'password-grant', needs: [...CLIENT, ...USER] },
    { way: 'jwt-bearer', needs: ['client-id', 'private-key', 'key-id', 'subject'], may: ['client-secret'] },
    { way: 'api-key', needs: ['api-key'] },
    { way: 'token', needs: ['token'] },
    {
        way: 'client-certificate',
        needs: ['client-certificate', 'client-certificate-key'],
        may: ['client-certificate-passphrase'],
    },
];
function listed(names) {
    const last = names.at(-1) ?? '';
    return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
const fail = (says) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.sign-in', `sign-in: ${says}`);
function signInWay(given) {
    const text = (name) => given(name)?.trim() ?? '';
    const present = SIGN_IN_INPUTS.filter((name) => text(name) !== '');
    if (present.length === 0)
        return undefined;
    const complete = WAYS.filter(({ needs }) => needs.every((name) => present.includes(name)));
    const exact = complete.find(({ needs, may = [] }) => present.every((name) => needs.includes(name) || may.includes(name)));
    if (exact === undefined)
        throw refused(present, complete);
    const [username, clientId] = [text('username'), text('client-id')];
    switch (exact.way) {
        case 'basic':
            return { way: 'basic', username };
        case 'client-credentials':
            return { way: 'client-credentials', clientId };
        case 'password-grant':
            return { way: 'password-grant', clientId, username };
        case 'jwt-bearer': {
            const hasSecret = present.includes('client-secret');
            return { way: 'jwt-bearer', clientId, keyId: text('key-id'), subject: text('subject'), hasSecret };
        }
        case 'client-certificate':
            return { way: 'client-certificate', certificate: text('client-certificate') };
        case 'api-key':
        case 'token':
            return { way: exact.way };
    }
}
function refused(present, complete) {
    const missing = WAYS.filter(({ needs, may = [] }) => present.every((name) => needs.includes(name) || may.includes(name)))
        .map(({ needs }) => needs.filter((name) => !present.includes(name)))
        .sort((a, b) => a.length - b.length)[0];
    if (missing !== undefined) {
        const [one, given] = [missing.length === 1, present.length === 1 ? 'is' : 'are'];
        const inputs = `the input${one ? '' : 's'} ${listed(missing)} ${one ? 'is' : 'are'} empty`;
        return fail(`${inputs}, though ${listed(present)} ${given} given`);
    }
    if (complete.length === 0)
        return fail(`${listed(present)} are given, which are parts of different ways`);
    const contains = (needs, other) => other.length > needs.length && needs.every((name) => other.includes(name));
    const whole = complete.filter(({ needs }) => !complete.some((other) => contains(needs, other.needs)));
    const ways = whole.map(({ needs }) => listed(needs));
    if (ways.length > 1)
        return fail(`more than one way is given: ${ways.join('; ')}`);
    const used = whole.flatMap(({ needs, may = [] }) => [...needs, ...may]);
    const rest = present.filter((name) => !used.includes(name));
    return fail(`${listed(rest)} ${rest.length === 1 ? 'does' : 'do'} not belong to ${ways.join('')}`);
}
const noSignIn = () => fail('the inputs username and password are empty, and so are those of every other way');


/***/ }),

/***/ 77625:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bv: () => (/* binding */ readDocumentOf),
  Ot: () => (/* binding */ readSpec),
  Fr: () => (/* binding */ survey)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/instance-origin.ts
var instance_origin = __webpack_require__(83995);
// EXTERNAL MODULE: ./src/plan/mark.ts
var mark = __webpack_require__(10818);
// EXTERNAL MODULE: ./src/plan/names.ts
var plan_names = __webpack_require__(42471);
// EXTERNAL MODULE: ./src/spec/model.ts
var model = __webpack_require__(63522);
;// CONCATENATED MODULE: ./src/spec/notify.ts
function notifying(spec, names) {
    if (names.length === 0)
        return spec;
    const told = (items) => new Map([...items].map(([name, item]) => [name, { ...item, notify: item.notify ?? names }]));
    return { ...spec, keystores: told(spec.keystores), trustedCertificates: told(spec.trustedCertificates) };
}
function peopleOf({ keystores, trustedCertificates }) {
    const items = [...keystores.values(), ...trustedCertificates.values()];
    return [...new Set(items.flatMap(({ notify = [] }) => notify))];
}

;// CONCATENATED MODULE: ./src/observe/questions.ts





const DENIED = [
    'instance.forbidden',
    'instance.refused',
    'record.changed',
    'record.missing',
    'instance.rows-hidden',
];
const TOO_WIDE = ['instance.rows-hidden', 'instance.too-large'];
const absentNames = (spec, section) => spec.absent.filter((item) => item.section === section).map(({ name }) => name);
async function findCertificates(instance, spec, types) {
    const keystores = [...spec.keystores.keys(), ...spec.existing.keys(), ...absentNames(spec, 'keystores')];
    const trusted = [...spec.trustedCertificates.keys(), ...absentNames(spec, 'trusted-certificates')];
    const ofType = [types.jks, types.pkcs12].map((value) => ({ column: 'type', operator: '=', value }));
    const named = trusted.map((value) => ({ column: 'name', operator: '=', value }));
    const generations = [' (new ', ' (until '].map((value) => ({ column: 'name', operator: 'LIKE', value }));
    const exactly = [...keystores, ...trusted].flatMap((value) => [
        { column: 'name', operator: '=', value },
        { column: 'name', operator: 'STARTSWITH', value: `${value} (` },
    ]);
    if (exactly.length === 0)
        return [];
    return narrowing(() => {
        const wide = [...(keystores.length > 0 ? ofType : []), ...(trusted.length > 0 ? generations : []), ...named];
        return instance.find('certificate', wide);
    }, () => instance.find('certificate', exactly));
}
async function findAttachments(instance, rows) {
    const found = await narrowing(() => instance.attachments(), async () => instance.attachments((await rows).map(({ sysId }) => sysId)));
    const byRecord = new Map(found.map(({ recordId }) => [recordId, []]));
    for (const attachment of found)
        byRecord.get(attachment.recordId)?.push(attachment);
    return byRecord;
}
async function lookedAgain(instance, spec, rows, attachments) {
    const names = [...spec.keystores.keys(), ...spec.trustedCertificates.keys()];
    const isOdd = ({ sysId, columns: { name = '', active, pem } }) => active === 'true' && pem === '' && attachments.get(sysId)?.length !== 1 && names.some((known) => (0,plan_names/* generationOf */.gS)(known, name));
    const odd = rows.filter(isOdd);
    if (odd.length === 0)
        return attachments;
    const found = await instance.attachments(odd.map(({ sysId }) => sysId));
    const again = odd.map(({ sysId }) => [sysId, found.filter(({ recordId }) => recordId === sysId)]);
    return new Map([...attachments, ...again]);
}
async function narrowing(wide, narrow) {
    try {
        return await wide();
    }
    catch (error) {
        if (error instanceof errors/* CodedError */.AK && TOO_WIDE.includes(error.code))
            return narrow();
        throw error;
    }
}
async function findUnlisted(instance, identity, rows, attachments) {
    const known = new Set(rows.map(({ sysId }) => sysId));
    const unknown = [...attachments].filter(([sysId, files]) => !known.has(sysId) && files.some(({ fileName }) => (0,mark/* isOfSpec */.TI)((0,mark/* parseMark */.lw)(fileName), identity)));
    const conditions = unknown.map(([value]) => ({ column: 'sys-id', operator: '=', value }));
    if (conditions.length === 0)
        return [];
    return instance.find('certificate', conditions).catch((error) => {
        if (error instanceof errors/* CodedError */.AK && DENIED.includes(error.code))
            return [];
        throw error;
    });
}
const findProfiles = async (instance, { keystores, protocolProfiles, absent }) => keystores.size > 0 || protocolProfiles.size > 0 || absent.length > 0 ? instance.find('protocol-profile', []) : [];
function absentProfiles(spec, profiles) {
    const names = new Set(absentNames(spec, 'protocol-profiles'));
    return profiles.filter(({ columns }) => names.has(columns.name ?? '')).map(({ sysId }) => sysId);
}
async function findMessages(instance, spec) {
    const found = await Promise.all(model/* MESSAGE_KINDS */.k.map(async (kind) => [kind, await findKind(instance, spec, kind)]));
    return Object.fromEntries(found);
}
const messageNames = (spec, kind) => spec.messages.filter((message) => message.kind === kind).map(({ name }) => name);
async function findMethods(instance, spec) {
    const found = ['rest-message', 'soap-message'].map((kind) => {
        const names = [...new Set([...messageNames(spec, kind), ...absentNames(spec, `${kind}s`)])];
        return names.length === 0 ? Promise.resolve([]) : instance.methods(kind, names);
    });
    return (await Promise.all(found)).flat();
}
async function findKind(instance, spec, kind) {
    const named = messageNames(spec, kind);
    const names = new Set([...named, ...absentNames(spec, `${kind}s`)]);
    return names.size === 0 || (kind === 'connection' && (await instance.facts()).unavailable[kind] !== undefined)
        ? []
        : instance.find(kind, [...names].map((value) => ({ column: 'name', operator: '=', value })));
}
async function findPeople(instance, spec) {
    const names = peopleOf(spec);
    return names.length === 0 ? new Map() : instance.people(names);
}
async function referencesTo(instance, certificates, profiles) {
    const ask = (kind, ids) => ids.length === 0 ? Promise.resolve(new Map()) : instance.referenced(kind, ids);
    const [toCertificates, toProfiles] = await Promise.all([ask('certificate', certificates), ask('protocol-profile', profiles)]);
    return new Map([...toCertificates, ...toProfiles]);
}

// EXTERNAL MODULE: ./src/plan/family.ts
var family = __webpack_require__(86975);
// EXTERNAL MODULE: ./src/plan/issued.ts
var issued = __webpack_require__(9702);
;// CONCATENATED MODULE: ./src/observe/opening.ts



const MAX_CONTENT = 4 * 1024 * 1024;
async function openContents(instance, families, asTheyAre, looking) {
    const opened = new Map();
    const openOne = async (member, compare) => {
        opened.set(member.row.sysId, await opening_open(instance, member, compare));
    };
    const openWhere = (isWanted) => Promise.all(families.flatMap((family) => {
        const { expectation, members, purged } = family;
        const compare = purged ? showing(expectation, looking) : expectation.compare;
        const toOpen = members.filter((member) => !opened.has(member.row.sysId) && isWanted(member, family));
        return toOpen.map((member) => openOne(member, compare));
    }));
    await openWhere((member, family) => mustBeOpened(member, family, looking));
    await openWhere((member, { expectation, wanted, purged }) => (expectation.seeks?.() === true && isOwn(member, 'retired')) || (purged && isGivenUp(member, wanted)));
    await Promise.all(asTheyAre.map((member) => openOne(member, looking.existing)));
    return opened;
}
function mustBeOpened(member, { wanted, members, expectation }, { ask }) {
    const returns = ask === 'everything' && wanted.secret && member.whose === 'ours' && member.attachments.length === 1;
    if (returns && (isOwn(member, 'retired') || isOwn(member, 'in use')))
        return true;
    if (wanted.sha256 === '')
        return isWorthOpening(member);
    const looked = (0,family/* isLive */.DG)(member) || member.generation.is === 'rolled back';
    if (looked && (0,family/* likeness */.$R)(member, wanted) === 'open')
        return true;
    const returned = members.some((other) => other.generation.is === 'rolled back' && (0,family/* likeness */.$R)(other, wanted) !== 'different');
    const stays = returned || ((returns || expectation.waits === true) && (0,family/* likeness */.$R)(member, wanted) === 'different');
    return stays && wanted.secret && member.active && member.generation.is === 'current';
}
function isGivenUp(member, wanted) {
    if (wanted.sha256 === '')
        return isOwn(member, 'retired') || isOwn(member, 'in use');
    return member.whose !== 'other-instance' && member.attachments.length === 1 && (0,family/* likeness */.$R)(member, wanted) !== 'same';
}
const showing = ({ compare }, { existing }) => async (content) => {
    const found = await compare(content);
    if (found.kind !== 'unreadable')
        return found;
    const shown = await existing(content);
    return shown.kind === 'different' && shown.leaf !== undefined ? { ...found, leaf: shown.leaf } : found;
};
const isOwn = ({ generation, whose, attachments }, is) => generation.is === is && whose === 'ours' && attachments.length === 1;
const isWorthOpening = (member) => ((0,family/* isLive */.DG)(member) || member.generation.is === 'rolled back') &&
    member.attachments.length === 1 &&
    member.whose !== 'other-instance';
async function opening_open(instance, member, compare) {
    const [attachment] = member.attachments;
    if (attachment === undefined)
        return { kind: 'different' };
    if (attachment.size > MAX_CONTENT)
        return { kind: 'unreadable', why: 'it is larger than a keystore can be' };
    let content;
    try {
        content = await instance.download(attachment.sysId, MAX_CONTENT);
    }
    catch (error) {
        if (error instanceof errors/* CodedError */.AK && DENIED.includes(error.code))
            return { kind: 'denied', why: error.message };
        throw error;
    }
    return compare(content);
}

;// CONCATENATED MODULE: ./src/observe/observe.ts




async function observe(instance, spec, looking) {
    const types = instance.certificateTypes();
    if (instance.asksAlone)
        await types;
    const found = types.then((known) => findCertificates(instance, spec, known));
    const [facts, rows, attachments, profiles, messages, methods, expected, people] = await Promise.all([
        instance.facts(),
        found,
        findAttachments(instance, found),
        findProfiles(instance, spec),
        findMessages(instance, spec),
        looking.methods ? findMethods(instance, spec) : [],
        looking.expectations(),
        findPeople(instance, spec),
    ]).catch(async (error) => {
        await found;
        throw error;
    });
    const identity = looking.identify(facts);
    const certificates = [...rows, ...(await findUnlisted(instance, identity, rows, attachments))];
    const stored = { facts, certificates, attachments: await lookedAgain(instance, spec, rows, attachments) };
    const keystoresOf = (name) => (0,family/* familyOf */.Ap)(stored, identity, 'keystore', name);
    const families = expected.map((expectation) => ({
        expectation,
        wanted: {
            sha256: expectation.sha256,
            size: expectation.size,
            type: facts.certificateTypes[expectation.type],
            secret: expectation.kind === 'keystore',
        },
        members: (0,family/* familyOf */.Ap)(stored, identity, expectation.kind, expectation.name),
        purged: expectation.kind === 'keystore' && (0,issued/* isNamed */.ev)(looking.purged, expectation.name),
    }));
    const absent = [
        ...absentNames(spec, 'keystores').flatMap(keystoresOf),
        ...absentNames(spec, 'trusted-certificates').flatMap((name) => (0,family/* familyOf */.Ap)(stored, identity, 'trusted-certificate', name)),
    ];
    const references = (opened) => {
        const leaving = [...families.flatMap((family) => mayStepAside(family, opened, looking)), ...sysIdsOf(absent)];
        return referencesTo(instance, leaving, absentProfiles(spec, profiles));
    };
    const early = families.every((family) => isClear(family, looking)) ? references(new Map()) : undefined;
    early?.catch(() => undefined);
    const opened = await openContents(instance, families, [...spec.existing.keys()].flatMap(keystoresOf).filter(isInUse), looking);
    const describe = (kind) => instance.describe(kind);
    return {
        ...stored,
        opened,
        profiles,
        messages,
        methods,
        people,
        references: await (early ?? references(opened)),
        tables: {
            certificate: describe('certificate'),
            'protocol-profile': describe('protocol-profile'),
            'rest-message': describe('rest-message'),
            'soap-message': describe('soap-message'),
            connection: describe('connection'),
            'oauth-provider': describe('oauth-provider'),
            'rest-method': describe('rest-method'),
            'soap-function': describe('soap-function'),
        },
    };
}
const sysIdsOf = (members) => members.map(({ row }) => row.sysId);
const isInUse = ({ active, generation, attachments }) => active && generation.is === 'current' && attachments.length === 1;
function mayStepAside({ expectation, wanted, members, purged }, opened, { ask }) {
    return ask === 'everything' ? sysIdsOf(members) : (0,family/* toAskReferencesOf */.CH)(members, wanted, opened, purged ? 0 : expectation.keep);
}
const isClear = (family, looking) => looking.ask === 'everything' ||
    family.wanted.sha256 === '' ||
    !family.members.some((member) => mustBeOpened(member, family, looking));

// EXTERNAL MODULE: ./src/plan/findings.ts
var findings = __webpack_require__(77913);
// EXTERNAL MODULE: ./src/plan/known-names.ts
var known_names = __webpack_require__(86437);
;// CONCATENATED MODULE: ./src/plan/dismantled.ts
function dismantled(spec) {
    const all = (section, items) => [...items].map(({ name, at }) => ({ section, name, at }));
    return {
        ...spec,
        keystores: new Map(),
        existing: new Map(),
        trustedCertificates: new Map(),
        protocolProfiles: new Map(),
        messages: [],
        absent: [
            ...spec.absent,
            ...all('keystores', spec.keystores.values()),
            ...all('trusted-certificates', spec.trustedCertificates.values()),
            ...all('protocol-profiles', spec.protocolProfiles.values()),
            ...spec.messages.map(({ kind, name, at, scope, sysId }) => ({ section: `${kind}s`, name, at, scope, sysId })),
        ],
    };
}

// EXTERNAL MODULE: ./src/plan/wiring.ts
var wiring = __webpack_require__(40745);
// EXTERNAL MODULE: ./src/spec/load.ts + 10 modules
var load = __webpack_require__(82135);
// EXTERNAL MODULE: ./src/x509/format.ts
var format = __webpack_require__(87181);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/commands/content.ts

async function digestOfContent({ text, files }, ports) {
    const hashed = await Promise.all(files.map(async (path) => {
        const bytes = await ports.readNamed(path).catch(() => undefined);
        return [path, bytes === undefined ? null : sha256(bytes)];
    }));
    return `sha256:${sha256(JSON.stringify([1, text, hashed]))}`;
}
const sha256 = (data) => (0,external_node_crypto_.hash)('sha256', data, 'hex');

// EXTERNAL MODULE: ./src/commands/inputs.ts
var inputs = __webpack_require__(67521);
;// CONCATENATED MODULE: ./src/commands/survey.ts














async function survey(settings, ports, compute) {
    const read = await readSpec(settings, ports);
    if (read.spec === undefined) {
        return { environment: settings.environment ?? '', depth: undefined, problems: read.problems, certificates: [] };
    }
    const destroys = settings.command === 'destroy';
    const spec = notifying(destroys ? dismantled(read.spec) : read.spec, settings.notify);
    const environment = spec.environment.name;
    const checking = { now: ports.now(), expiryWarningDays: settings.expiryWarningMs / format/* DAY */.d_ };
    const want = async () => {
        const { buildWanted } = await Promise.all(/* import() */[__webpack_require__.e(59), __webpack_require__.e(379), __webpack_require__.e(262), __webpack_require__.e(191), __webpack_require__.e(494)]).then(__webpack_require__.bind(__webpack_require__, 58494));
        return buildWanted(spec, ports.values, checking, whyTolerant(settings, ports));
    };
    const levels = {
        expired: settings.command === 'verify' ? 'error' : 'warning',
        expiring: settings.command === 'verify' && settings.failOnExpiry ? 'error' : 'warning',
    };
    if (settings.offline) {
        const wanted = await want();
        const { summariesOf } = await __webpack_require__.e(/* import() */ 919).then(__webpack_require__.bind(__webpack_require__, 45919));
        const problems = [...read.problems, ...wanted.problems, ...(0,findings/* offlineProblems */.qY)(wanted, levels)];
        return {
            environment,
            depth: 'offline',
            problems,
            certificates: summariesOf(wanted, ports.now(), committed(wanted)),
            wanted,
            wiring: (0,wiring/* wiringOf */.s)(spec, undefined),
        };
    }
    let wanting;
    try {
        const instance = ports.connect(settings.instanceUrl ?? (0,instance_origin/* normaliseInstance */.QS)(spec.environment.instance));
        const identify = (facts) => (0,mark/* identityOf */.cu)(spec.owner ?? ports.owner, environment, facts.origin, facts.name);
        const expectations = async () => (await (wanting ??= want())).expectations;
        const ask = settings.command === 'rollback' ? 'everything' : 'what may step aside';
        const existing = async (content) => (await Promise.all(/* import() */[__webpack_require__.e(59), __webpack_require__.e(379), __webpack_require__.e(834)]).then(__webpack_require__.bind(__webpack_require__, 55834))).lookedInto(checking)(content);
        const methods = methodsFor(settings, spec);
        const looking = { expectations, identify, ask, methods: methods === 'first', purged: settings.rotatePurge, existing };
        const observed = await observe(instance, spec, looking);
        const wanted = await (wanting ??= want());
        const [{ computePlan }, content] = await Promise.all([__webpack_require__.e(/* import() */ 682).then(__webpack_require__.bind(__webpack_require__, 45682)), read.content()]);
        const plan = (compute ?? computePlan)({
            spec,
            ...wanted,
            problems: [...read.problems, ...wanted.problems],
            observed,
            identity: identify(observed.facts),
            now: ports.now(),
            confirm: settings.confirm,
            rotation: { rotate: settings.rotate, purge: settings.rotatePurge, runId: ports.runId },
            removal: destroys ? 'destroy' : 'absent',
            writes: (0,inputs/* isWriting */.xz)(settings.command),
            only: settings.command === 'verify' ? [] : settings.only,
            ...levels,
        });
        const { problems, certificates, depth } = plan;
        const opened = { ...wanted, publicKeystores: packsOf(wanted, plan) };
        return {
            environment,
            spec,
            depth,
            problems,
            certificates,
            wanted: opened,
            wiring: (0,wiring/* wiringOf */.s)(spec, observed),
            names: (0,known_names/* namesIn */.wX)(plan.changes, observed),
            plan,
            instance,
            ...(methods === 'beside' && { remarks: () => remarksOn(spec, instance, observed, plan) }),
            content,
        };
    }
    catch (error) {
        const failed = (0,errors/* problemOf */.Zw)((0,errors/* toCoded */.rA)(error).toFinding(), '', placeOfInstance(error, spec, settings));
        const wanted = await (wanting ??= want());
        const { summariesOf } = await __webpack_require__.e(/* import() */ 919).then(__webpack_require__.bind(__webpack_require__, 45919));
        const certificates = summariesOf(wanted, ports.now(), committed(wanted));
        const problems = [...read.problems, ...wanted.problems, failed];
        return { environment, depth: undefined, problems, certificates, wanted, wiring: (0,wiring/* wiringOf */.s)(spec, undefined) };
    }
}
function methodsFor({ command }, { messages, absent }) {
    if (command === 'rollback' || command === 'csr')
        return 'never';
    const restsOnThem = absent.length > 0 || messages.some(({ rewriteEndpoint }) => rewriteEndpoint);
    return command === 'apply' && !restsOnThem ? 'beside' : 'first';
}
async function remarksOn(spec, instance, observed, { blocked }) {
    try {
        const { remarksOnMethods } = await __webpack_require__.e(/* import() */ 971).then(__webpack_require__.bind(__webpack_require__, 55971));
        const items = new Set(blocked.map(({ item }) => item));
        return remarksOnMethods(spec, { ...observed, methods: await findMethods(instance, spec) }).filter(({ item }) => !items.has(item));
    }
    catch (error) {
        return [(0,errors/* problemOf */.Zw)((0,errors/* toCoded */.rA)(error).toFinding(), '')];
    }
}
function placeOfInstance(error, { environment }, { instanceUrl }) {
    const { code } = (0,errors/* toCoded */.rA)(error);
    const isOfAddress = code === 'instance.untrusted-host' || code === 'instance.unreachable';
    return isOfAddress && instanceUrl === undefined ? environment.at : undefined;
}
const committed = ({ requested }) => [...requested.values()].flatMap(({ name, certificate }) => certificate === undefined ? [] : [{ name, leaf: certificate.leaf }]);
function packsOf({ publicKeystores, openedChains }, { certificates, problems }) {
    const chains = new Map([
        ...openedChains,
        ...publicKeystores.map(({ chain }) => [chain[0]?.fingerprint256 ?? '', chain]),
    ]);
    const rows = certificates.filter(({ kind }) => kind === 'keystore');
    const known = rows.flatMap(({ name, fingerprint256, next }) => {
        const chain = chains.get(next?.fingerprint256 ?? fingerprint256);
        return chain === undefined ? [] : [{ name, chain }];
    });
    const waits = (name) => problems.some(({ code, item }) => code === 'keystore.waits' && item === `keystores.${name}`);
    const waiting = publicKeystores.filter(({ name }) => waits(name) && !rows.some((row) => row.name === name));
    return [...known, ...waiting];
}
function whyTolerant(settings, ports) {
    if ((0,inputs/* isWriting */.xz)(settings.command))
        return undefined;
    return ports.secretsWithheld ?? (settings.offline ? 'what needs it is not looked at, as the input offline says' : undefined);
}
async function readDocumentOf(file, ports) {
    try {
        return (0,load/* parseSpec */.F)(await ports.readSpec(), file);
    }
    catch (error) {
        return { problems: [(0,errors/* problemOf */.Zw)((0,errors/* toCoded */.rA)(error).toFinding(), '')] };
    }
}
async function readSpec(settings, ports) {
    const { document, problems } = await readDocumentOf(settings.spec, ports);
    if (document === undefined)
        return { problems };
    const { spec, problems: unknown } = (0,load/* specFor */.Y)(document, settings.environment);
    if (spec === undefined)
        return { problems: [...problems, ...unknown] };
    const content = async () => ({
        digest: await digestOfContent(document.content, ports),
        environments: document.environmentNames,
        production: spec.environment.protected,
    });
    return { spec, content, problems: [...problems, ...unknown] };
}


/***/ }),

/***/ 31950:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g7: () => (/* binding */ execute),
  O9: () => (/* binding */ finish),
  By: () => (/* binding */ leaveResult),
  IX: () => (/* binding */ registerWith),
  yu: () => (/* binding */ untrustedEventIn)
});

// UNUSED EXPORTS: readSpecFile

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/commands/result.ts
var commands_result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/inputs.ts
var inputs = __webpack_require__(67521);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/plan/model.ts
var model = __webpack_require__(38582);
// EXTERNAL MODULE: ./src/commands/probes.ts
var probes = __webpack_require__(26631);
// EXTERNAL MODULE: ./src/commands/survey.ts + 6 modules
var survey = __webpack_require__(77625);
;// CONCATENATED MODULE: ./src/commands/plan.ts




async function planCommand(settings, ports) {
    const surveyed = await (0,survey/* survey */.Fr)(settings, ports);
    const { environment, spec, depth, plan, certificates, wanted, wiring, names, instance, content } = surveyed;
    const probed = settings.command === 'verify' && spec !== undefined && wanted !== undefined && instance !== undefined
        ? await (await (0,probes/* probingFor */.t)({ spec, wanted, instance, settings, ports })).rest(withheldIn(wanted))
        : [];
    const problems = [...surveyed.problems, ...probed];
    const drifted = (plan?.changes ?? []).filter((change) => !(0,model/* isOnlyDue */.b)(change)).length;
    const drift = settings.failOnChanges && drifted > 0;
    const message = `${drifted} of the items of the spec are not as it says`;
    return {
        command: settings.command,
        environment,
        depth,
        plan,
        outcomes: [],
        problems: drift ? [...problems, (0,errors/* problemOf */.Zw)({ code: 'plan.drift', severity: 'error', message }, '')] : problems,
        certificates,
        publicKeystores: wanted?.publicKeystores ?? [],
        wiring,
        names,
        content,
    };
}
const withheldIn = ({ keystores, issued, requested }) => (keystore) => !keystores.has(keystore) && !issued.has(keystore) && !requested.has(keystore);

;// CONCATENATED MODULE: ./src/commands/run.ts

async function run(settings, ports) {
    switch (settings.command) {
        case 'plan':
        case 'verify':
            return planCommand(settings, ports);
        case 'apply':
        case 'destroy':
            return (await Promise.all(/* import() */[__webpack_require__.e(682), __webpack_require__.e(699)]).then(__webpack_require__.bind(__webpack_require__, 11699))).applyCommand(settings, ports);
        case 'csr':
            return (await Promise.all(/* import() */[__webpack_require__.e(59), __webpack_require__.e(379), __webpack_require__.e(262), __webpack_require__.e(682), __webpack_require__.e(699), __webpack_require__.e(191), __webpack_require__.e(375)]).then(__webpack_require__.bind(__webpack_require__, 39375))).csrCommand(settings, ports);
        case 'doctor':
            return (await Promise.all(/* import() */[__webpack_require__.e(59), __webpack_require__.e(379), __webpack_require__.e(820)]).then(__webpack_require__.bind(__webpack_require__, 74820))).doctorCommand(settings, ports);
        case 'export':
            return (await Promise.all(/* import() */[__webpack_require__.e(59), __webpack_require__.e(379), __webpack_require__.e(820), __webpack_require__.e(784)]).then(__webpack_require__.bind(__webpack_require__, 75784))).exportCommand(settings, ports);
        case 'rollback':
            return (await Promise.all(/* import() */[__webpack_require__.e(682), __webpack_require__.e(699)]).then(__webpack_require__.bind(__webpack_require__, 11699))).rollbackCommand(settings, ports);
        case 'targets':
            return (await __webpack_require__.e(/* import() */ 336).then(__webpack_require__.bind(__webpack_require__, 60336))).targetsCommand(settings, ports);
    }
}

// EXTERNAL MODULE: ./src/credentials.ts + 3 modules
var credentials = __webpack_require__(96172);
// EXTERNAL MODULE: ./src/http/proxy.ts
var http_proxy = __webpack_require__(57856);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/undici/lib/dispatcher/pool.js
var pool = __webpack_require__(30628);
var pool_default = /*#__PURE__*/__webpack_require__.n(pool);
// EXTERNAL MODULE: ./src/http/failure.ts
var failure = __webpack_require__(42398);
;// CONCATENATED MODULE: ./src/http/connection.ts





const CONNECT_TIMEOUT_MS = 10_000;
const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
function authoritiesIn(pem) {
    const extra = pem.toString('latin1').match(PEM_CERTIFICATE) ?? [];
    if (extra.length === 0)
        throw new errors/* CodedError */.AK('input.invalid', 'ca-certificates: there is no PEM certificate in the file');
    for (const [index, certificate] of extra.entries()) {
        try {
            new external_node_crypto_.X509Certificate(certificate);
        }
        catch (error) {
            const message = `ca-certificates: certificate ${index + 1} of ${extra.length} cannot be read`;
            throw new errors/* CodedError */.AK('input.invalid', message, { cause: error });
        }
    }
    return extra;
}
async function trusting(extra) {
    const tls = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 41692, 23));
    const { rootCertificates } = tls;
    return [...('getCACertificates' in tls ? tls.getCACertificates('default') : rootCertificates), ...extra];
}
function throughTunnel(connect) {
    return (options, callback) => {
        connect(options, (...[error, socket]) => {
            if (error === null)
                callback(null, socket);
            else
                callback(tunnelFailure(error) ?? error, null);
        });
    };
}
const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
function tunnelFailure(cause) {
    const status = /^Proxy response \((\d{3})\)/.exec(cause.message)?.[1];
    if (status !== undefined) {
        return new failure/* TunnelFailure */.XA(`the proxy refused to connect (HTTP ${status})`, status.startsWith('4'), cause);
    }
    const code = (0,failure/* codeOf */.$N)(cause) ?? '';
    if (code === 'UND_ERR_SOCKET')
        return new failure/* TunnelFailure */.XA('the proxy closed the connection', false, cause);
    return UNREACHABLE.has(code) ? new failure/* TunnelFailure */.XA(`the proxy cannot be reached (${code})`, false, cause) : undefined;
}
function prepareConnections(options) {
    const { origin, maxParallel, ca, client, environment } = options;
    if (environment.NODE_TLS_REJECT_UNAUTHORIZED === '0') {
        throw new errors/* CodedError */.AK('instance.insecure', 'NODE_TLS_REJECT_UNAUTHORIZED: TLS verification is switched off');
    }
    const extra = ca && authoritiesIn(ca);
    const proxy = (0,http_proxy/* proxyFor */.i)(origin, environment);
    return async () => {
        const trusted = extra && { ca: await trusting(extra) };
        const secure = { rejectUnauthorized: true, timeout: CONNECT_TIMEOUT_MS, ...trusted };
        if (!proxy)
            return new (pool_default())(origin, { connections: maxParallel, connect: { ...secure, ...client } });
        const [{ default: ProxyAgent }, { default: connect }] = await Promise.all([
            __webpack_require__.e(/* import() */ 672).then(__webpack_require__.t.bind(__webpack_require__, 76672, 23)),
            __webpack_require__.e(/* import() */ 279).then(__webpack_require__.t.bind(__webpack_require__, 34660, 23)),
        ]);
        return new ProxyAgent({
            uri: proxy.href,
            requestTls: { ...secure, ...client },
            proxyTls: secure,
            clientFactory: (url, settings) => Object.assign(new (pool_default())(url, { ...settings, headersTimeout: CONNECT_TIMEOUT_MS }), { connect }),
            factory: (target, settings) => new (pool_default())(target, { connections: maxParallel, connect: throughTunnel(settings.connect) }),
        });
    };
}

;// CONCATENATED MODULE: ./src/http/exchange.ts

function headersOf(raw) {
    const headers = new Map();
    for (let index = 0; index + 1 < raw.length; index += 2) {
        const name = raw[index]?.toString('latin1').toLowerCase() ?? '';
        const value = raw[index + 1]?.toString('latin1') ?? '';
        const before = headers.get(name);
        headers.set(name, before === undefined ? value : `${before}, ${value}`);
    }
    return Object.fromEntries(headers);
}
function exchange(dispatcher, origin, request, limits) {
    return new Promise((resolve) => {
        let sent = false;
        let over = false;
        let cancel;
        let status = 0;
        let headers = {};
        let size = 0;
        const chunks = [];
        const end = () => {
            over = true;
            clearTimeout(timer);
            limits.stop?.removeEventListener('abort', stopped);
        };
        const fail = (reason, cause) => {
            if (over)
                return;
            end();
            resolve(new failure/* ExchangeFailure */.u7(reason, sent, cause));
            cancel?.();
        };
        const stopped = () => fail('stopped');
        const timer = setTimeout(() => fail('timed-out'), limits.timeoutMs);
        limits.stop?.addEventListener('abort', stopped);
        const { method, path, body } = request;
        dispatcher.dispatch({ origin, method, path, headers: { ...request.headers }, body: body ?? null, headersTimeout: 0, bodyTimeout: 0 }, {
            onConnect(abort) {
                if (over) {
                    abort();
                    return;
                }
                sent = true;
                cancel = abort;
            },
            onHeaders(code, raw) {
                if (code < 200)
                    return true;
                status = code;
                headers = headersOf(raw);
                if (Number(headers['content-length'] ?? 0) > request.maxBytes)
                    fail('too-large');
                return true;
            },
            onData(chunk) {
                size += chunk.length;
                if (size > request.maxBytes)
                    fail('too-large');
                else
                    chunks.push(chunk);
                return true;
            },
            onComplete() {
                if (over)
                    return;
                end();
                resolve({ status, headers, body: Buffer.concat(chunks) });
            },
            onError(error) {
                fail('connection', error);
            },
        });
    });
}

// EXTERNAL MODULE: ./src/limiter.ts
var limiter = __webpack_require__(21555);
// EXTERNAL MODULE: ./src/http/policy.ts
var policy = __webpack_require__(19576);
// EXTERNAL MODULE: ./src/http/printable.ts
var printable = __webpack_require__(89155);
;// CONCATENATED MODULE: ./src/http/transport.ts








const GRACE_MS = 8_000;
async function sleepUnlessStopped(ms, stop) {
    await (0,promises_.setTimeout)(ms, undefined, { signal: stop }).catch(() => undefined);
}
function heldBack(origin, { until, status }) {
    const when = until === undefined ? '' : ` until ${new Date(until).toISOString().replace(/\.\d+/, '')}`;
    return status === 429
        ? new errors/* CodedError */.AK('instance.rate-limited', `${origin}: the rate of requests is limited${when}`)
        : new errors/* CodedError */.AK('instance.server-error', `${origin}: no requests are taken${when} (HTTP ${status})`);
}
function redirected(origin, answer) {
    const location = answer.headers.location ?? '';
    const target = URL.canParse(location, origin) ? new URL(location, origin) : undefined;
    const where = target ? (0,printable/* printable */.g)(`${target.protocol}//${target.host}${target.pathname}`) : 'an address that is none';
    return new errors/* CodedError */.AK('instance.redirect', `${origin}: redirects (HTTP ${answer.status}) to ${where}`);
}
function createTransport(options) {
    const { origin, deadline, endsAt = Infinity, requestTimeoutMs = 30_000, sleep = sleepUnlessStopped } = options;
    const { graceMs = GRACE_MS } = options;
    const clock = { now: options.now ?? Date.now, random: options.random ?? Math.random };
    const connect = prepareConnections(options);
    const closing = new AbortController();
    const stop = AbortSignal.any([deadline, closing.signal]);
    const grace = new AbortController();
    deadline.addEventListener('abort', () => setTimeout(() => grace.abort(), graceMs).unref(), { once: true });
    const limited = (0,limiter/* createLimiter */.z)(options.maxParallel);
    const running = new Set();
    let connections;
    let hold = { until: 0, status: 429 };
    function stopped() {
        if (deadline.reason instanceof errors/* CodedError */.AK)
            return deadline.reason;
        if (deadline.aborted)
            return new errors/* CodedError */.AK('timeout', 'the run was ended by its deadline');
        return new errors/* CodedError */.AK('internal', 'a request was made after the connections were closed');
    }
    async function once(request) {
        connections ??= connect();
        const ends = request.idempotent && request.finishing !== true;
        return exchange(await connections, origin, request, { timeoutMs: requestTimeoutMs, stop: ends ? stop : grace.signal });
    }
    function conclude(request, outcome) {
        if (outcome instanceof failure/* ExchangeFailure */.u7) {
            if (outcome.reason === 'stopped') {
                if (request.idempotent || !outcome.sent)
                    throw stopped();
                throw new failure/* WriteUnknown */.ez('timeout', `${stopped().message}, and ${origin} had not answered ${graceMs / 1000} seconds later`);
            }
            throw (0,failure/* failureError */.Xv)(outcome, { origin, write: !request.idempotent, timeoutMs: requestTimeoutMs });
        }
        if (outcome.status === 429)
            throw heldBack(origin, { until: untilAsked(outcome), status: outcome.status });
        if (outcome.status >= 300 && outcome.status < 400)
            throw redirected(origin, outcome);
        return outcome;
    }
    function untilAsked(answer) {
        const wait = (0,policy/* retryAfterMs */.Vs)(answer.headers, clock.now());
        return wait === undefined ? undefined : clock.now() + wait;
    }
    function heed(outcome) {
        const wait = (0,policy/* holdMs */.cV)(outcome, clock);
        if (outcome instanceof failure/* ExchangeFailure */.u7 || wait === 0)
            return;
        const until = clock.now() + wait;
        if (until > hold.until)
            hold = { until, status: outcome.status };
    }
    async function heldOff() {
        for (let waitedFor = 0; hold.until > clock.now() && hold.until !== waitedFor;) {
            if (hold.until >= endsAt)
                throw heldBack(origin, hold);
            waitedFor = hold.until;
            await sleep(waitedFor - clock.now(), stop);
            if (stop.aborted)
                throw stopped();
        }
    }
    async function byPolicy(request) {
        if (grace.signal.aborted)
            throw stopped();
        if (request.finishing === true && deadline.aborted)
            return conclude(request, await once(request));
        for (let attempt = 1;;) {
            if (stop.aborted)
                throw stopped();
            await heldOff();
            const outcome = await once(request);
            heed(outcome);
            const wait = (0,policy/* waitBeforeRetry */.jy)(outcome, { repeatable: request.idempotent, attempt }, clock);
            const resumes = Math.max(hold.until, clock.now() + (wait ?? 0));
            if (wait === undefined || resumes >= endsAt)
                return conclude(request, outcome);
            if (!(0,policy/* namesTime */.ok)(outcome, clock))
                attempt += 1;
            if (wait > 0)
                await sleep(wait, stop);
        }
    }
    return {
        origin,
        async request(request) {
            const work = limited(() => byPolicy(request));
            running.add(work);
            try {
                return await work;
            }
            finally {
                running.delete(work);
            }
        },
        async close() {
            closing.abort();
            await Promise.allSettled(running);
            await (await connections)?.destroy();
        },
    };
}

// EXTERNAL MODULE: ./src/instance-origin.ts
var instance_origin = __webpack_require__(83995);
// EXTERNAL MODULE: ./src/instance/answers.ts
var answers = __webpack_require__(73136);
;// CONCATENATED MODULE: ./src/plan/ports.ts
const MESSAGE_COLUMNS = ['name', 'mutual-authentication', 'protocol-profile', 'scope', 'scope-name', 'protection'];
const COLUMNS = {
    certificate: ['name', 'type', 'format', 'active', 'pem', 'warn-in-days', 'notify', 'created', 'updated'],
    'protocol-profile': ['name', 'port', 'keystore', 'created'],
    'rest-message': [...MESSAGE_COLUMNS, 'endpoint', 'authentication-type', 'mid-server'],
    'soap-message': [...MESSAGE_COLUMNS, 'authentication-type', 'mid-server'],
    connection: [...MESSAGE_COLUMNS, 'mid-server'],
    'oauth-provider': MESSAGE_COLUMNS,
    'rest-method': ['name', 'endpoint'],
    'soap-function': ['name', 'endpoint'],
};

;// CONCATENATED MODULE: ./src/instance/schema.ts

const METADATA = { scope: 'sys_scope?', 'scope-name': 'sys_scope.scope?', protection: 'sys_policy?' };
const TABLES = {
    certificate: {
        table: 'sys_certificate',
        columns: {
            name: 'name',
            type: 'type',
            format: 'format',
            active: 'active',
            pem: 'pem_certificate',
            'warn-in-days': 'warn_in_days_to_expire',
            notify: 'notify_on_expiration?',
            created: 'sys_created_on?',
            updated: 'sys_updated_on?',
        },
        own: ['name', 'type', 'format', 'active', 'pem_certificate', 'warn_in_days_to_expire', 'key_store_password'],
    },
    'protocol-profile': {
        table: 'sys_protocol_profile',
        columns: { name: 'protocol', port: 'default_port', keystore: 'keystore', created: 'sys_created_on?' },
        own: ['protocol', 'default_port', 'keystore'],
    },
    'rest-message': {
        table: 'sys_rest_message',
        columns: {
            name: 'name',
            'mutual-authentication': 'use_mutual_auth',
            'protocol-profile': 'protocol_name',
            endpoint: 'rest_endpoint?',
            'authentication-type': 'authentication_type?',
            'mid-server': 'use_mid_server?',
            ...METADATA,
        },
        own: ['use_mutual_auth', 'protocol_name'],
    },
    'soap-message': {
        table: 'sys_soap_message',
        columns: {
            name: 'name',
            'mutual-authentication': 'enable_mutual_auth',
            'protocol-profile': 'protocol_profile',
            'authentication-type': 'authentication_type?',
            'mid-server': 'use_mid_server?',
            ...METADATA,
        },
        own: ['enable_mutual_auth', 'protocol_profile'],
    },
    connection: {
        table: 'http_connection',
        columns: {
            name: 'name',
            'mutual-authentication': '',
            'protocol-profile': '',
            'mid-server': 'use_mid?',
            ...METADATA,
        },
        own: [],
    },
    'oauth-provider': {
        table: 'oauth_entity',
        columns: {
            name: 'name',
            'mutual-authentication': 'use_mutual_auth',
            'protocol-profile': 'protocol_name',
            ...METADATA,
        },
        own: ['use_mutual_auth', 'protocol_name'],
    },
    'rest-method': { table: 'sys_rest_message_fn', columns: { name: 'function_name', endpoint: 'rest_endpoint' }, own: [] },
    'soap-function': {
        table: 'sys_soap_message_function',
        columns: { name: 'function_name', endpoint: 'soap_endpoint' },
        own: [],
    },
};
const FLAGS = new Set(['active', 'mutual-authentication']);
const LISTS = new Set(['notify']);
const SYS_ID = 'sys_id';
function schemaOf(kind) {
    const { table, columns, own } = TABLES[kind];
    const entries = Object.entries(columns);
    return {
        table,
        columns: Object.fromEntries(entries.map(([ours, theirs]) => [ours, theirs.replace('?', '')])),
        required: entries.filter(([, theirs]) => !theirs.endsWith('?')).map(([ours]) => ours),
        own,
    };
}
const SCHEMA = {
    certificate: schemaOf('certificate'),
    'protocol-profile': schemaOf('protocol-profile'),
    'rest-message': schemaOf('rest-message'),
    'soap-message': schemaOf('soap-message'),
    connection: schemaOf('connection'),
    'oauth-provider': schemaOf('oauth-provider'),
    'rest-method': schemaOf('rest-method'),
    'soap-function': schemaOf('soap-function'),
};
const PASSWORD = { column: 'key_store_password', maxLength: 255 };
const PEM_MAX_LENGTH = 4000;
const CERTIFICATE_TYPES = {
    jks: { label: 'Java Key Store', value: 'key_store' },
    pkcs12: { label: 'PKCS12 Key Store', value: 'pkcs12_key_store' },
    trusted: { label: 'Trust Store Cert', value: 'trust_store' },
};
const PROFILE_REFERENCES = [
    { table: 'sys_rest_message', column: 'protocol_name' },
    { table: 'sys_rest_message_fn', column: 'protocol_name' },
    { table: 'sys_soap_message', column: 'protocol_profile' },
    { table: 'sys_soap_message_function', column: 'protocol_profile' },
];
const USER = { table: 'sys_user', active: 'active', by: ['user_name', 'email', 'name'] };
const GROUP = { table: 'sys_user_group', active: 'active', by: ['name'] };
const CHANGE_REQUEST = {
    table: 'change_request',
    columns: {
        number: 'number',
        description: 'short_description',
        state: 'state',
        onHold: 'on_hold',
        start: 'start_date',
        end: 'end_date',
    },
    implement: { value: '-1', label: 'Implement' },
};
const ATTACHMENT = {
    table: 'table_name',
    record: 'table_sys_id',
    fileName: 'file_name',
    size: 'size_bytes',
    hash: 'hash',
};
const METHODS = {
    'rest-message': {
        kind: 'rest-method',
        message: 'rest_message',
        flag: 'use_mutual_auth',
        profile: 'protocol_name',
    },
    'soap-message': {
        kind: 'soap-function',
        message: 'soap_message',
        flag: 'enable_mutual_auth',
        profile: 'protocol_profile',
    },
};
const UPDATE = {
    table: 'sys_update_xml',
    name: 'name',
    set: 'update_set.name',
    updated: 'sys_updated_on',
    recent: 'sys_updated_onRELATIVEGE@hour@ago@1',
};
const CONNECTION_TABLES = ['http_connection', 'sys_connection'];
const PROPERTY = { table: 'sys_properties', name: 'name', value: 'value', instanceName: 'instance_name' };
const PROPERTIES = [
    ['STARTSWITH', 'glide.httpclient.protocol.'],
    ['=', 'glide.attachment.extensions'],
    ['=', 'glide.security.file.mime_type.validation'],
    ['=', 'com.glide.communications.httpclient.verify_hostname'],
    ['=', 'com.glide.communications.trustmanager_trust_all'],
    ['LIKE', 'fips'],
];
const isLookedAt = (property) => PROPERTIES.some(([operator, value]) => {
    const name = property.toLowerCase();
    return operator === '=' ? name === value : operator === 'STARTSWITH' ? name.startsWith(value) : name.includes(value);
});
const ACCOUNT = {
    table: 'sys_user_has_role',
    role: 'role.name',
    user: 'user',
    own: 'user=javascript:gs.getUserID()^state=active',
};
const CERTIFICATE_ADVICE = {
    expires: 'expires',
    withoutPassword: 'key_store_passwordISEMPTY',
    withPassword: 'key_store_passwordISNOTEMPTY',
};
const CHOICE = {
    table: 'sys_choice',
    of: 'name',
    element: 'element',
    label: 'label',
    value: 'value',
    inactive: 'inactive',
};
const DICTIONARY = {
    table: 'sys_dictionary',
    of: 'name',
    element: 'element',
    reference: 'reference',
    type: 'internal_type',
    maxLength: 'max_length',
    label: 'column_label',
    boolean: 'boolean',
    list: 'glide_list',
};

;// CONCATENATED MODULE: ./src/instance/api.ts


const MAX_JSON_BYTES = 32 * 1024 * 1024;
function createApi(transport, signIn, finishing = false) {
    async function send(request, accept, body, mayRenew = true) {
        const credentials = await signIn.headers();
        const headers = {
            ...credentials,
            accept,
            'accept-encoding': 'identity',
            'user-agent': 'servicenow-mtls',
            ...(body && { 'content-type': body.type }),
        };
        const idempotent = request.method === 'GET';
        const content = body && { body: body.content };
        const answer = await transport.request({ ...request, headers, idempotent, finishing, ...content });
        if (answer.status !== 401) {
            signIn.accepted?.(credentials);
            return answer;
        }
        if (mayRenew && signIn.renew?.(credentials) === true)
            return send(request, accept, body, false);
        return { ...answer, signInHint: signIn.hint };
    }
    return {
        origin: transport.origin,
        read: (path, { accept = 'application/json', maxBytes = MAX_JSON_BYTES } = {}) => send({ method: 'GET', path, maxBytes }, accept),
        write: (method, path, body) => send({ method, path, maxBytes: MAX_JSON_BYTES }, 'application/json', body),
    };
}
const jsonBody = (value) => ({
    type: 'application/json',
    content: Buffer.from(JSON.stringify(value), 'utf8'),
});
const isSysId = (value) => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
function sysIdOf(row, asked) {
    const value = row[SYS_ID];
    if (isSysId(value))
        return value;
    throw (0,answers/* notDocumented */.kS)(asked, 'JSON with a row that has no valid sys_id');
}

;// CONCATENATED MODULE: ./src/instance/query.ts

const MAX_URL = 2000;
function literal(value) {
    if (/[\^\x00-\x1f\x7f]/.test(value) || /^\s*javascript:/i.test(value) || !value.isWellFormed()) {
        throw new errors/* CodedError */.AK('internal', 'a query was asked for a value that cannot stand in one');
    }
    return value;
}
function term(column, operator, value) {
    return column + operator + literal(value);
}
const encoded = (query) => encodeURIComponent(query).replaceAll('%2C', ',');
function joinWithin(parts, joiner, room) {
    const joined = [];
    let current;
    for (const part of parts) {
        const longer = current === undefined ? part : current + joiner + part;
        if (current !== undefined && encoded(longer).length > room) {
            joined.push(current);
            current = part;
        }
        else
            current = longer;
    }
    return current === undefined ? joined : [...joined, current];
}
function satisfies({ sysId, columns }, anyOf) {
    if (anyOf.length === 0)
        return true;
    return anyOf.some(({ column, operator, value }) => {
        const stored = column === 'sys-id' ? sysId : columns[column];
        if (operator === '=')
            return stored === value;
        return operator === 'LIKE' ? stored?.includes(value) === true : stored?.startsWith(value) === true;
    });
}

;// CONCATENATED MODULE: ./src/instance/pages.ts



const PAGE = 500;
const MAX_ROWS = 50_000;
function totalOf(header) {
    return header !== undefined && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined;
}
async function readAll(api, what, pathOf, maxRows = MAX_ROWS) {
    const asked = { what, write: false };
    const rows = new Map();
    let total;
    for (let offset = 0;; offset += PAGE) {
        const answer = await api.read(pathOf({ limit: PAGE, offset }));
        const result = (0,answers/* resultOf */.Bg)(answer, asked);
        if (!Array.isArray(result))
            throw (0,answers/* notDocumented */.kS)(asked, 'JSON without a list of rows');
        const before = rows.size;
        for (const row of result) {
            if (!(0,answers/* isRecord */.u4)(row))
                throw (0,answers/* notDocumented */.kS)(asked, 'JSON with something else than rows');
            const id = row[SYS_ID];
            if (typeof id !== 'string')
                throw (0,answers/* notDocumented */.kS)(asked, 'JSON with a row without a sys_id');
            rows.set(id, row);
        }
        total = totalOf(answer.headers['x-total-count']) ?? total;
        if (rows.size > maxRows || (total ?? 0) > maxRows) {
            throw new errors/* CodedError */.AK('instance.too-large', `${what}: more than ${maxRows} rows match`);
        }
        const last = rows.size === before && !/rel="?next"?/i.test(answer.headers.link ?? '');
        if (total === undefined ? last : offset + PAGE >= total)
            break;
        if (offset > MAX_ROWS)
            throw new errors/* CodedError */.AK('instance.too-large', `${what}: the pages have no end`);
    }
    if (total !== undefined && rows.size < total) {
        const message = `${what}: ${total - rows.size} of ${total} matching rows are hidden from the account`;
        throw new errors/* CodedError */.AK('instance.rows-hidden', message);
    }
    return [...rows.values()];
}

;// CONCATENATED MODULE: ./src/instance/table-api.ts







const PLAIN = 'sysparm_exclude_reference_link=true&sysparm_display_value=false';
const pathOf = (table, sysId) => `/api/now/table/${table}${sysId === undefined ? '' : `/${sysId}`}`;
const fields = (columns) => `sysparm_fields=${[...new Set([SYS_ID, ...columns])].join(',')}`;
function queryTable(api, table, columns, query, maxRows) {
    return readAll(api, `table ${table}`, (page) => queryPath(table, columns, query, page), maxRows);
}
function queryPath(table, columns, query, page) {
    const ordered = `${query}${query === '' ? '' : '^'}ORDERBY${SYS_ID}`;
    return `${pathOf(table)}?sysparm_query=${encoded(ordered)}&${fields(columns)}&${PLAIN}&sysparm_limit=${page.limit}&sysparm_offset=${page.offset}`;
}
async function queryTableAnyOf(api, table, columns, terms, joiner = '^OR', prefix = '') {
    const room = MAX_URL - api.origin.length - queryPath(table, columns, `${prefix}^`, { limit: 99_999, offset: 99_999 }).length;
    const queries = joinWithin(terms, joiner, room).map((joined) => prefix + joined);
    const found = await Promise.all(queries.map((query) => queryTable(api, table, columns, query)));
    const rows = new Map(found.flat().map((row) => [String(row[SYS_ID]), row]));
    return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
async function queryById(api, table, columns, sysId) {
    const rows = await queryTable(api, table, columns, term(SYS_ID, '=', sysId));
    return rows.find((row) => row[SYS_ID] === sysId);
}
function textOf(row, column, asked) {
    const value = row[column];
    if (value === undefined) {
        throw new errors/* CodedError */.AK('instance.column-dropped', `${asked.what}: the answer has no column ${column}`);
    }
    const text = (0,answers/* isRecord */.u4)(value) ? value.value : value;
    if (text === null)
        return '';
    if (typeof text === 'string')
        return text;
    if (typeof text === 'number' || typeof text === 'boolean')
        return String(text);
    throw (0,answers/* notDocumented */.kS)(asked, `JSON whose column ${column} is no text`);
}
async function writeRecord(api, table, sysId, values) {
    const asked = { what: sysId === undefined ? `table ${table}` : `${table}/${sysId}`, write: true };
    const path = `${pathOf(table, sysId)}?${fields(Object.keys(values))}&${PLAIN}&sysparm_input_display_value=false`;
    const answer = await api.write(sysId === undefined ? 'POST' : 'PATCH', path, jsonBody(values));
    const row = (0,answers/* resultOf */.Bg)(answer, asked);
    if (!(0,answers/* isRecord */.u4)(row))
        throw (0,answers/* notDocumented */.kS)(asked, 'JSON without a row');
    const written = sysIdOf(row, asked);
    if (sysId !== undefined && written !== sysId)
        throw (0,answers/* notDocumented */.kS)(asked, `that of another record (${written})`);
    return { sysId: written, row };
}
async function writeSecret(api, table, sysId, column, value) {
    const path = `${pathOf(table, sysId)}?sysparm_fields=${SYS_ID}&sysparm_input_display_value=true`;
    const answer = await api.write('PATCH', path, jsonBody({ [column]: value }));
    (0,answers/* requireSuccess */.z_)(withoutText(answer, value), { what: `${table}/${sysId}`, write: true });
}
function withoutText(answer, secret) {
    const inJson = JSON.stringify(secret).slice(1, -1);
    const text = answer.body.toString('utf8');
    return text.includes(secret) || text.includes(inJson) ? { ...answer, body: Buffer.alloc(0) } : answer;
}
async function deleteRecord(api, table, sysId) {
    const answer = await api.write('DELETE', pathOf(table, sysId));
    if (answer.status === 404 && (0,answers/* hasError */.JD)(answer))
        return false;
    (0,answers/* requireSuccess */.z_)(answer, { what: `${table}/${sysId}`, write: true });
    return true;
}
const shown = (value) => `"${(0,printable/* printable */.g)(value, 60)}"`;

;// CONCATENATED MODULE: ./src/instance/advice.ts






async function ask(api, table, columns, query) {
    try {
        return await queryTable(api, table, columns, query);
    }
    catch (error) {
        if (error instanceof answers/* Refusal */.P_ && error.noSuchTable)
            return undefined;
        if (error instanceof errors/* CodedError */.AK && answers/* UNREADABLE */.mP.has(error.code))
            return undefined;
        throw error;
    }
}
const textIn = (row, column) => {
    const value = row[column];
    return typeof value === 'string' ? value : '';
};
const told = (rows, column) => {
    const texts = rows?.map((row) => textIn(row, column));
    return texts?.includes('') === true ? undefined : texts;
};
const ofOneUser = (rows) => {
    const users = new Set(rows?.map((row) => textIn(row, ACCOUNT.user)));
    return users.size > 1 || users.has('') ? undefined : rows;
};
const unlockedOf = (without, having) => {
    const locked = new Set(idsOf(having));
    const unlocked = idsOf(without);
    return having === undefined || unlocked.some((id) => locked.has(id)) ? [] : unlocked;
};
const idsOf = (rows) => (rows ?? []).flatMap((row) => (isSysId(row.sys_id) ? [row.sys_id] : []));
async function readAdvice(api) {
    const { table } = SCHEMA.certificate;
    const active = term('active', '=', 'true');
    const properties = PROPERTIES.map(([operator, value]) => term(PROPERTY.name, operator, value)).join('^OR');
    const [roles, set, choices, dated, unlocked, locked] = await Promise.all([
        ask(api, ACCOUNT.table, [ACCOUNT.role, ACCOUNT.user], ACCOUNT.own),
        ask(api, PROPERTY.table, [PROPERTY.name, PROPERTY.value], properties),
        ask(api, CHOICE.table, [CHOICE.label], `${term(CHOICE.of, '=', table)}^${term(CHOICE.element, '=', 'type')}`),
        ask(api, table, [CERTIFICATE_ADVICE.expires], active),
        ask(api, table, [], `${active}^${CERTIFICATE_ADVICE.withoutPassword}`),
        ask(api, table, [], `${active}^${CERTIFICATE_ADVICE.withPassword}`),
    ]);
    return {
        roles: told(ofOneUser(roles), ACCOUNT.role),
        properties: set &&
            new Map(set
                .filter((row) => row[PROPERTY.value] !== undefined && isLookedAt(textIn(row, PROPERTY.name)))
                .map((row) => [textIn(row, PROPERTY.name), textIn(row, PROPERTY.value)])),
        typeLabels: choices?.length === 0 ? undefined : told(choices, CHOICE.label),
        expiries: new Map((dated ?? [])
            .filter((row) => row[CERTIFICATE_ADVICE.expires] !== undefined)
            .flatMap((row) => (isSysId(row.sys_id) ? [[row.sys_id, textIn(row, CERTIFICATE_ADVICE.expires)]] : []))),
        withoutPassword: unlockedOf(unlocked, locked),
    };
}

;// CONCATENATED MODULE: ./src/instance/attachment-api.ts








const PATH = '/api/now/attachment';
const CONTENT_TYPE = 'application/octet-stream';
const sha256 = (content) => (0,external_node_crypto_.hash)('sha256', content, 'hex');
function attachmentOf(row, recordId, asked) {
    const size = textOf(row, ATTACHMENT.size, asked);
    if (!/^\d{1,12}$/.test(size))
        throw (0,answers/* notDocumented */.kS)(asked, 'JSON with an attachment without a size');
    const hash = row[ATTACHMENT.hash];
    return {
        sysId: sysIdOf(row, asked),
        recordId,
        fileName: textOf(row, ATTACHMENT.fileName, asked),
        size: Number(size),
        hash: typeof hash === 'string' && /^[0-9a-f]{64}$/i.test(hash) ? hash.toLowerCase() : '',
    };
}
async function listAttachments(api, table, recordIds) {
    const what = `attachments of ${table}`;
    const path = (query, page) => `${PATH}?sysparm_query=${encoded(query)}&sysparm_limit=${page.limit}&sysparm_offset=${page.offset}`;
    const queryOf = (records) => `${term(ATTACHMENT.table, '=', table)}${records}^ORDERBY${SYS_ID}`;
    const among = (ids) => queryOf(`^${term(ATTACHMENT.record, 'IN', ids)}`);
    const room = MAX_URL - api.origin.length - path(among(''), { limit: 99_999, offset: 99_999 }).length;
    const wanted = recordIds && new Set(recordIds);
    const queries = wanted === undefined ? [queryOf('')] : joinWithin([...wanted], ',', room).map(among);
    const found = await Promise.all(queries.map((query) => readAll(api, what, (page) => path(query, page))));
    const asked = { what, write: false };
    return found.flat().flatMap((row) => {
        const recordId = textOf(row, ATTACHMENT.record, asked);
        if (!isSysId(recordId) || wanted?.has(recordId) === false)
            return [];
        return textOf(row, ATTACHMENT.table, asked) === table ? [attachmentOf(row, recordId, asked)] : [];
    });
}
async function downloadAttachment(api, sysId, maxBytes) {
    const answer = await api.read(`${PATH}/${sysId}/file`, { accept: '*/*', maxBytes });
    (0,answers/* requireSuccess */.z_)(answer, { what: `attachment ${sysId}`, write: false });
    return answer.body;
}
async function attachFile(api, finishing, table, recordId, fileName, content) {
    const asked = { what: `attachments of ${table}/${recordId}`, write: true };
    const path = `${PATH}/file?table_name=${table}&table_sys_id=${recordId}&file_name=${encodeURIComponent(fileName)}`;
    const answer = await api.write('POST', path, { type: CONTENT_TYPE, content });
    const row = (0,answers/* resultOf */.Bg)(answer, asked);
    if (!(0,answers/* isRecord */.u4)(row))
        throw (0,answers/* notDocumented */.kS)(asked, 'JSON without an attachment');
    if (row[ATTACHMENT.table] !== table || row[ATTACHMENT.record] !== recordId) {
        throw (0,answers/* notDocumented */.kS)(asked, 'that of an attachment of another record');
    }
    const attachment = attachmentOf(row, recordId, asked);
    if (await holds(finishing, attachment, content))
        return attachment;
    throw damaged(asked, attachment, content);
}
async function lookForAttachment(api, table, recordId, fileName, content) {
    const found = (await listAttachments(api, table, [recordId])).find((attachment) => attachment.fileName === fileName);
    if (found === undefined || (await holds(api, found, content)))
        return found;
    throw damaged({ what: `attachments of ${table}/${recordId}`, write: true }, found, content);
}
function damaged(asked, attachment, content) {
    const message = `${asked.what}: attachment ${attachment.sysId} holds other bytes (${attachment.size}) than were sent (${content.length})`;
    return new errors/* CodedError */.AK('instance.attachment-damaged', message);
}
async function holds(api, { sysId, size, hash }, content) {
    if (size !== content.length)
        return false;
    return hash === '' ? (await downloadAttachment(api, sysId, size)).equals(content) : hash === sha256(content);
}

;// CONCATENATED MODULE: ./src/instance/facts.ts






const MAX_ADVISORY_ROWS = 5000;
async function facts_ask(api, table, columns, query) {
    try {
        return await queryTable(api, table, columns, query, MAX_ADVISORY_ROWS);
    }
    catch (error) {
        if (error instanceof answers/* Refusal */.P_ && error.noSuchTable)
            return 'absent';
        if (error instanceof errors/* CodedError */.AK && answers/* UNREADABLE */.mP.has(error.code))
            return undefined;
        throw error;
    }
}
async function advisory(api, table, columns, query) {
    const rows = await facts_ask(api, table, columns, query);
    return rows === 'absent' ? [] : (rows ?? []);
}
const facts_text = (row, column) => {
    const given = row[column];
    const value = (0,answers/* isRecord */.u4)(given) ? given.value : given;
    return typeof value === 'string' ? value : '';
};
async function instanceName(api) {
    const { table, name, value, instanceName: property } = PROPERTY;
    const rows = await advisory(api, table, [name, value], term(name, '=', property));
    const row = rows.find((candidate) => facts_text(candidate, name) === property);
    return row === undefined ? '' : (0,printable/* printable */.g)(facts_text(row, value), 100);
}
const lenient = (label) => label.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
function choiceFor(known, rows) {
    const labelled = rows.filter((row) => lenient(facts_text(row, CHOICE.label)) === lenient(known.label));
    const values = new Set(labelled.map((row) => facts_text(row, CHOICE.value)).filter((value) => /^[\w.-]{1,40}$/.test(value)));
    const [only] = values;
    return only !== undefined && values.size === 1 ? only : known.value;
}
async function readCertificateTypes(api) {
    const { table, of, element, label, value, inactive } = CHOICE;
    const wanted = { of: SCHEMA.certificate.table, element: SCHEMA.certificate.columns.type ?? '' };
    const query = `${term(of, '=', wanted.of)}^${term(element, '=', wanted.element)}`;
    const rows = (await advisory(api, table, [of, element, label, value, inactive], query)).filter((row) => facts_text(row, of) === wanted.of && facts_text(row, element) === wanted.element && facts_text(row, inactive) !== 'true');
    const { jks, pkcs12, trusted } = CERTIFICATE_TYPES;
    return { jks: choiceFor(jks, rows), pkcs12: choiceFor(pkcs12, rows), trusted: choiceFor(trusted, rows) };
}
const KINDS = ['certificate', 'protocol-profile', 'rest-message', 'soap-message'];
const CREATED = ['certificate', 'protocol-profile'];
async function dictionary(api) {
    const { table, of, element, reference, type, maxLength, label } = DICTIONARY;
    const tables = KINDS.map((kind) => SCHEMA[kind].table);
    const elements = [...new Set(KINDS.flatMap((kind) => SCHEMA[kind].own))];
    const referred = [SCHEMA.certificate.table, SCHEMA['protocol-profile'].table];
    const query = `${term(of, 'IN', tables.join(','))}^${term(element, 'IN', elements.join(','))}${referred.map((to) => `^NQ${term(reference, '=', to)}`).join('')}^NQ${term(of, 'IN', CONNECTION_TABLES.join(','))}^${term(type, '=', DICTIONARY.boolean)}`;
    const told = await facts_ask(api, table, [of, element, reference, type, maxLength, label], query);
    const readable = told === 'absent' || (told !== undefined && told.length > 0);
    const rows = told === 'absent' ? [] : (told ?? []);
    return {
        referring: readable
            ? { certificate: referringTo('certificate', rows), 'protocol-profile': referringToProfiles(rows) }
            : undefined,
        pemMaxLength: maxLengthOf(SCHEMA.certificate.columns.pem, rows) ?? PEM_MAX_LENGTH,
        passwordMaxLength: Math.min(maxLengthOf(PASSWORD.column, rows) ?? PASSWORD.maxLength, PASSWORD.maxLength),
        missingColumns: CREATED.flatMap((kind) => missingColumns(kind, rows)),
        ...connectionColumns(told === 'absent' ? undefined : told),
    };
}
function connectionColumns(told) {
    const without = (why) => ({
        connection: undefined,
        unavailable: { connection: `connections: ${why}` },
    });
    if (told === undefined)
        return without('the account may not read sys_dictionary, which alone tells what their columns are called');
    const rows = told.filter((row) => CONNECTION_TABLES.some((name) => name === facts_text(row, DICTIONARY.of)));
    const elements = (matches) => [
        ...new Set(rows.filter(matches).map((row) => facts_text(row, DICTIONARY.element))),
    ];
    const profiles = elements((row) => facts_text(row, DICTIONARY.reference) === SCHEMA['protocol-profile'].table);
    const isFlag = (row) => facts_text(row, DICTIONARY.type) === DICTIONARY.boolean;
    const labelled = elements((row) => isFlag(row) && /mutual/i.test(facts_text(row, DICTIONARY.label)));
    const flags = labelled.length > 0 ? labelled : elements((row) => isFlag(row) && /mutual/i.test(facts_text(row, DICTIONARY.element)));
    const [profile, flag] = [profiles[0], flags[0]];
    if (profile === undefined || flag === undefined)
        return without('the dictionary of the instance knows no column for mutual authentication');
    if (profiles.length > 1 || flags.length > 1) {
        return without(`which columns are meant cannot be told: ${[...profiles, ...flags].join(', ')}`);
    }
    if (![profile, flag].every((name) => /^\w{1,80}$/.test(name)))
        return without('the dictionary gives no usable column names');
    const { columns } = SCHEMA.connection;
    return {
        connection: { ...SCHEMA.connection, columns: { ...columns, 'mutual-authentication': flag, 'protocol-profile': profile } },
        unavailable: {},
    };
}
function referringTo(kind, rows) {
    const { of, element, reference, type, list } = DICTIONARY;
    return (rows
        .filter((row) => facts_text(row, reference) === SCHEMA[kind].table && facts_text(row, of) !== SCHEMA['protocol-profile'].table)
        .map((row) => ({ table: facts_text(row, of), column: facts_text(row, element), list: facts_text(row, type) === list }))
        .filter((found) => /^\w{1,80}$/.test(found.table) && /^\w{1,80}$/.test(found.column)));
}
function referringToProfiles(rows) {
    const told = referringTo('protocol-profile', rows);
    return told.length > 0 ? told : PROFILE_REFERENCES.map((known) => ({ ...known, list: false, assumed: true }));
}
function maxLengthOf(column, rows) {
    const { table } = SCHEMA.certificate;
    const row = rows.find((candidate) => facts_text(candidate, DICTIONARY.of) === table && facts_text(candidate, DICTIONARY.element) === column);
    const length = row === undefined ? '' : facts_text(row, DICTIONARY.maxLength);
    return /^[1-9]\d{0,6}$/.test(length) ? Number(length) : undefined;
}
function missingColumns(kind, rows) {
    const { table, columns, own } = SCHEMA[kind];
    const known = new Set(rows.filter((row) => facts_text(row, DICTIONARY.of) === table).map((row) => facts_text(row, DICTIONARY.element)));
    const missing = own.filter((column) => !known.has(column));
    if (missing.length * 2 >= own.length)
        return [];
    const ours = new Map(Object.entries(columns).map(([name, column]) => [column, name]));
    return missing.map((column) => ({ kind, column: ours.get(column) ?? column }));
}
async function readFacts(api, certificateTypes) {
    const [name, types, defined] = await Promise.all([instanceName(api), certificateTypes(), dictionary(api)]);
    return { origin: api.origin, name, certificateTypes: types, ...defined };
}
async function readChoiceLabel(api, tables, column, stored) {
    const { table, of, element, label, value, inactive } = CHOICE;
    const query = `${term(of, 'IN', tables.join(','))}^${term(element, '=', column)}`;
    const rows = await advisory(api, table, [of, element, label, value, inactive], query);
    const ofColumn = rows.filter((row) => facts_text(row, element) === column && facts_text(row, value) === stored);
    const named = tables.flatMap((name) => ofColumn.filter((row) => facts_text(row, of) === name && facts_text(row, inactive) !== 'true'));
    return named[0] === undefined ? '' : (0,printable/* printable */.g)(facts_text(named[0], label), 100);
}
async function readReference(api, owner, column) {
    const { table, of, element, reference } = DICTIONARY;
    const query = `${term(of, '=', owner)}^${term(element, '=', column)}`;
    const rows = await advisory(api, table, [of, element, reference], query);
    const row = rows.find((candidate) => facts_text(candidate, of) === owner && facts_text(candidate, element) === column);
    return row === undefined ? '' : facts_text(row, reference);
}

;// CONCATENATED MODULE: ./src/instance/change-request.ts





async function readChangeRequest(api, number) {
    const { table, columns, implement } = CHANGE_REQUEST;
    const { onHold, ...needed } = columns;
    const rows = await queryTable(api, table, Object.values(columns), term(columns.number, '=', number));
    const [row, ...others] = rows.filter((candidate) => candidate[columns.number] === number);
    if (row === undefined)
        return undefined;
    if (others.length > 0)
        throw new errors/* CodedError */.AK('record.ambiguous', `${number}: ${others.length + 1} change requests have this number`);
    const asked = { what: `table ${table}`, write: false };
    const text = (column) => textOf(row, needed[column], asked);
    const state = text('state');
    const label = state === implement.value ? implement.label : await readChoiceLabel(api, [table, 'task'], columns.state, state);
    return {
        number,
        description: text('description'),
        state: label === '' ? state : label,
        implementing: label.trim().toLowerCase() === implement.label.toLowerCase(),
        onHold: row[onHold] === 'true' || row[onHold] === '1',
        start: text('start'),
        end: text('end'),
    };
}

;// CONCATENATED MODULE: ./src/instance/compare.ts


const PEM_BODY = /-----BEGIN (?:[A-Z0-9]+ )*CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END/;
function certificateBytes(pem) {
    const body = PEM_BODY.exec(pem)?.[1];
    return body === undefined ? Buffer.from(pem.trim(), 'utf8') : Buffer.from(body, 'base64');
}
const SYS_IDS = /^[0-9a-f]{32}(?:,[0-9a-f]{32})+$/;
const inOrder = (list) => list.split(',').sort().join(',');
function stored(sent, got) {
    if (sent === got)
        return true;
    if (sent === 'true')
        return got === '1';
    if (sent === 'false')
        return got === '0';
    if (SYS_IDS.test(sent))
        return inOrder(sent) === inOrder(got);
    if (/^\d{1,9}$/.test(sent) && /^\d{1,9}(\.0+)?$/.test(got))
        return Number(sent) === Number(got);
    return sent.includes('-----BEGIN') && certificateBytes(sent).equals(certificateBytes(got));
}
function requireStored(row, sent, what) {
    for (const [column, value] of Object.entries(sent)) {
        const got = textOf(row, column, { what, write: true });
        if (stored(value, got))
            continue;
        const message = `${what}: ${column} was written as ${shown(value)} and stored as ${shown(got)}`;
        throw new errors/* CodedError */.AK('instance.value-changed', message);
    }
}
function isStored(row, sent, what) {
    try {
        requireStored(row, sent, what);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/instance/methods.ts






async function readMethods(api, kind, names) {
    const { kind: own, message, flag, profile } = METHODS[kind];
    const { table, columns } = SCHEMA[own];
    const { name = '', endpoint = '' } = columns;
    const ofMessages = names === undefined ? [''] : names.map((text) => term(`${message}.name`, '=', text));
    let rows;
    try {
        rows = await queryTableAnyOf(api, table, [message, name, flag, profile, endpoint], ofMessages);
    }
    catch (error) {
        if (error instanceof answers/* Refusal */.P_ && error.noSuchTable)
            return [];
        if (error instanceof errors/* CodedError */.AK && answers/* UNREADABLE */.mP.has(error.code))
            return [];
        throw error;
    }
    const asked = { what: `table ${table}`, write: false };
    return rows
        .filter((row) => [message, name, flag, profile].every((column) => row[column] !== undefined))
        .map((row) => ({
        kind: own,
        sysId: sysIdOf(row, asked),
        message: textOf(row, message, asked),
        name: textOf(row, name, asked),
        mutualAuthentication: ['true', '1'].includes(textOf(row, flag, asked)),
        profile: textOf(row, profile, asked),
        endpoint: row[endpoint] === undefined ? undefined : textOf(row, endpoint, asked),
    }))
        .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

;// CONCATENATED MODULE: ./src/instance/people.ts





async function findPeople(api, names) {
    const column = SCHEMA.certificate.columns.notify ?? '';
    const isGroups = (await readReference(api, SCHEMA.certificate.table, column)) === GROUP.table;
    const { table, active, by } = isGroups ? GROUP : USER;
    const terms = names.flatMap((name) => by.map((field) => term(field, '=', name)));
    const rows = await queryTableAnyOf(api, table, [...by, active], terms);
    const there = rows.filter((row) => row[active] !== 'false' && row[active] !== '0');
    const asked = { what: `table ${table}`, write: false };
    const matching = (field, name) => there.filter((row) => textOf(row, field, asked).toLowerCase() === name.toLowerCase());
    return new Map(names.map((name) => {
        const found = by.map((field) => matching(field, name)).find((matches) => matches.length > 0) ?? [];
        return [name, { table, sysIds: found.map((row) => sysIdOf(row, asked)) }];
    }));
}

;// CONCATENATED MODULE: ./src/instance/references.ts





async function referringRows(api, { table, column, list }, ids) {
    try {
        return list
            ? await queryTableAnyOf(api, table, [column], ids.map((id) => term(column, 'LIKE', id)))
            : await queryTableAnyOf(api, table, [column], ids, ',', `${column}IN`);
    }
    catch (error) {
        if (error instanceof answers/* Refusal */.P_ && error.noSuchTable)
            return [];
        if (error instanceof errors/* CodedError */.AK && answers/* UNREADABLE */.mP.has(error.code))
            return undefined;
        throw error;
    }
}
async function referencesTo(api, referring, recordIds) {
    const ids = [...new Set(recordIds)];
    if (ids.length === 0)
        return new Map();
    if (referring === undefined) {
        return new Map(ids.map((id) => [id, [{ where: 'what cannot be told without sys_dictionary', record: undefined }]]));
    }
    const answers = await Promise.all(referring.map((column) => referringRows(api, column, ids)));
    const found = new Map();
    for (const [index, column] of referring.entries()) {
        for (const id of ids) {
            const references = referencesIn(answers[index], column, id);
            if (references.length > 0)
                found.set(id, [...(found.get(id) ?? []), ...references]);
        }
    }
    return found;
}
function referencesIn(rows, { table, column, assumed }, id) {
    const where = `${table}.${column}`;
    if (rows === undefined)
        return [{ where, record: undefined }];
    const refers = (value) => typeof value === 'string' ? value.split(',').includes(id) : value !== undefined || assumed !== true;
    return rows
        .filter((row) => refers(row[column]))
        .map((row) => ({ where, record: sysIdOf(row, { what: `table ${table}`, write: false }) }));
}

;// CONCATENATED MODULE: ./src/instance/settle.ts

async function settled(write, look, pause) {
    const first = await tried(write, look, pause);
    if (first.is === 'done')
        return first.value;
    const second = await tried(write, look, pause);
    if (second.is === 'done')
        return second.value;
    throw second.error;
}
async function tried(write, look, pause) {
    try {
        return { is: 'done', value: await write() };
    }
    catch (error) {
        if (!(error instanceof failure/* WriteUnknown */.ez))
            throw error;
        const lookOnce = async () => look().catch(() => {
            throw error;
        });
        let value = await lookOnce();
        if (value === undefined) {
            await pause();
            value = await lookOnce();
        }
        return value === undefined ? { is: 'not done', error } : { is: 'done', value };
    }
}

;// CONCATENATED MODULE: ./src/instance/update-sets.ts





async function readUpdateSets(api, records) {
    const named = new Map(records.map(({ kind, sysId }) => [`${SCHEMA[kind].table}_${sysId}`, sysId]));
    const rows = await newestFirst(api, [...named.keys()]);
    const isTold = (row) => rows.every((other) => !isTwin(row, other));
    const found = rows.filter(isTold).flatMap((row) => {
        const sysId = named.get(update_sets_textIn(row, UPDATE.name));
        const set = (0,printable/* printable */.g)(update_sets_textIn(row, UPDATE.set), 100);
        return sysId === undefined || set === '' ? [] : [[sysId, set]];
    });
    return new Map(found.reverse());
}
const isTwin = (row, other) => [UPDATE.name, UPDATE.updated].every((column) => update_sets_textIn(row, column) === update_sets_textIn(other, column)) &&
    update_sets_textIn(row, UPDATE.set) !== update_sets_textIn(other, UPDATE.set);
async function newestFirst(api, names) {
    const { table, name, set, updated, recent } = UPDATE;
    try {
        const rows = await queryTableAnyOf(api, table, [name, set, updated], names, ',', `${recent}^${name}IN`);
        return rows.sort((a, b) => (update_sets_textIn(a, updated) < update_sets_textIn(b, updated) ? 1 : -1));
    }
    catch (error) {
        if (error instanceof answers/* Refusal */.P_ && error.noSuchTable)
            return [];
        if (error instanceof errors/* CodedError */.AK && answers/* UNREADABLE */.mP.has(error.code))
            return [];
        throw error;
    }
}
const update_sets_textIn = (row, column) => {
    const value = row[column];
    return typeof value === 'string' ? value : '';
};

;// CONCATENATED MODULE: ./src/instance/client.ts
















function columnOf(schema, column) {
    const name = schema.columns[column];
    if (name === undefined)
        throw new errors/* CodedError */.AK('internal', `${schema.table}: no column is known as ${column}`);
    return name;
}
const spelled = (column, value) => {
    if (LISTS.has(column))
        return inOrder(value);
    if (!FLAGS.has(column))
        return value;
    return value === '1' ? 'true' : value === '0' ? 'false' : value;
};
function rowOf(schema, raw) {
    const asked = { what: `table ${schema.table}`, write: false };
    const present = Object.entries(schema.columns).filter(([ours, theirs]) => schema.required.includes(ours) || raw[theirs] !== undefined);
    return {
        sysId: sysIdOf(raw, asked),
        columns: Object.fromEntries(present.map(([ours, theirs]) => [ours, spelled(ours, textOf(raw, theirs, asked))])),
    };
}
const MAX_LIST = 1500;
function termsOf(schema, anyOf) {
    const listed = anyOf.filter(({ operator, value }) => operator === '=' && value !== '' && !value.includes(','));
    const others = anyOf.filter((condition) => !listed.includes(condition));
    const named = (column) => (column === 'sys-id' ? SYS_ID : columnOf(schema, column));
    const lists = [...new Set(listed.map(({ column }) => column))].flatMap((column) => {
        const values = listed.filter((condition) => condition.column === column).map(({ value }) => value);
        return joinWithin([...new Set(values)], ',', MAX_LIST).map((list) => term(named(column), list.includes(',') ? 'IN' : '=', list));
    });
    return [...lists, ...others.map(({ column, operator, value }) => term(named(column), operator, value))];
}
const BEFORE_A_SECOND_LOOK_MS = 2000;
function toInstance(schema, columns) {
    return Object.fromEntries(Object.entries(columns).map(([column, value]) => [columnOf(schema, column), value]));
}
function requireSecret(row, table, { sysId, password }) {
    const value = row[PASSWORD.column];
    const fail = (says) => new errors/* CodedError */.AK('instance.password-not-saved', `${table}/${sysId}: ${says}`);
    if (typeof value !== 'string')
        throw fail('the instance does not tell whether the password was stored');
    if (value === '')
        throw fail('the password was not stored');
    if (value.includes(password.text()))
        throw fail('the password was stored in clear');
}
function createInstance(transport, signIn, pause = () => (0,promises_.setTimeout)(BEFORE_A_SECOND_LOOK_MS)) {
    const api = createApi(transport, signIn);
    const finishing = createApi(transport, signIn, true);
    const certificates = SCHEMA.certificate.table;
    async function switchedOff(schema, sysId, sent, stored, error) {
        const profile = sent['protocol-profile'] ?? '';
        if (!(error instanceof errors/* CodedError */.AK) || sent['mutual-authentication'] !== 'true' || profile === '')
            return error;
        if (isStored(stored, { [columnOf(schema, 'protocol-profile')]: profile }, schema.table))
            return error;
        const off = { [columnOf(schema, 'mutual-authentication')]: 'false' };
        const is = await writeRecord(finishing, schema.table, sysId, off).then(({ row }) => isStored(row, off, schema.table), () => false);
        const then = is
            ? 'mutual authentication was switched off again'
            : 'mutual authentication may be on without a profile: look at it';
        return new errors/* CodedError */.AK(error.code, `${error.message}; ${then}`);
    }
    let types;
    const certificateTypes = () => (types ??= readCertificateTypes(api));
    let known;
    let passwordMaxLength = PASSWORD.maxLength;
    const askFacts = async () => {
        const told = await readFacts(api, certificateTypes);
        passwordMaxLength = told.passwordMaxLength;
        return told;
    };
    const facts = () => (known ??= askFacts());
    let connection = SCHEMA.connection;
    async function schemaFor(kind) {
        if (kind !== 'connection')
            return SCHEMA[kind];
        const { connection: told, unavailable } = await facts();
        if (told === undefined)
            throw new errors/* CodedError */.AK('record.unclear', unavailable.connection ?? 'connections are not known');
        connection = told;
        return told;
    }
    async function read(kind, sysId) {
        const schema = await schemaFor(kind);
        const raw = await queryById(api, schema.table, Object.values(schema.columns), sysId);
        return raw && rowOf(schema, raw);
    }
    async function lookFor(table, sent, query, known) {
        const rows = await queryTable(finishing, table, Object.keys(sent), query);
        const asked = { what: `table ${table}`, write: false };
        const found = rows.map((row) => ({ sysId: sysIdOf(row, asked), row })).filter(({ sysId }) => !known.includes(sysId));
        return found.find(({ row }) => isStored(row, sent, table));
    }
    return {
        asksAlone: signIn.locks === true,
        facts,
        certificateTypes,
        read,
        describe: (kind) => {
            const { table, columns } = kind === 'connection' ? connection : SCHEMA[kind];
            return { table, columns };
        },
        async find(kind, anyOf, stored) {
            const schema = await schemaFor(kind);
            const terms = termsOf(schema, anyOf);
            const columns = [...Object.values(schema.columns), ...(stored === undefined ? [] : [PASSWORD.column])];
            const found = await queryTableAnyOf(api, schema.table, columns, terms.length === 0 ? [''] : terms);
            const given = found.find((raw) => raw[SYS_ID] === stored?.sysId);
            if (given !== undefined && stored !== undefined)
                requireSecret(given, schema.table, stored);
            return found.map((raw) => rowOf(schema, raw)).filter((row) => satisfies(row, anyOf));
        },
        attachments: (recordIds) => listAttachments(api, certificates, recordIds),
        people: (names) => findPeople(api, names),
        changeRequest: (number) => readChangeRequest(api, number),
        download: (attachmentId, maxBytes) => downloadAttachment(api, attachmentId, maxBytes),
        methods: (kind, names) => readMethods(api, kind, names),
        advice: () => readAdvice(api),
        updateSets: (records) => readUpdateSets(api, records),
        async referenced(kind, recordIds) {
            return referencesTo(api, (await facts()).referring?.[kind], recordIds);
        },
        async create(kind, columns, known = []) {
            const { table } = SCHEMA[kind];
            const sent = toInstance(SCHEMA[kind], columns);
            const named = columnOf(SCHEMA[kind], 'name');
            const { sysId, row } = await settled(() => writeRecord(api, table, undefined, sent), () => lookFor(table, sent, term(named, '=', sent[named] ?? ''), known), pause);
            try {
                requireStored(row, sent, `${table}/${sysId}`);
            }
            catch (error) {
                await deleteRecord(api, table, sysId).catch(() => false);
                throw error;
            }
            return sysId;
        },
        async update(kind, sysId, columns) {
            const { table } = SCHEMA[kind];
            const sent = toInstance(await schemaFor(kind), columns);
            const { row } = await settled(() => writeRecord(api, table, sysId, sent), () => lookFor(table, sent, term(SYS_ID, '=', sysId), []), pause);
            try {
                requireStored(row, sent, `${table}/${sysId}`);
            }
            catch (error) {
                throw await switchedOff(await schemaFor(kind), sysId, columns, row, error);
            }
        },
        async remove(kind, sysId) {
            const { table } = SCHEMA[kind];
            const isThere = async () => (await queryById(finishing, table, [], sysId)) !== undefined;
            const removed = await settled(() => deleteRecord(api, table, sysId), async () => ((await isThere()) ? undefined : true), pause);
            if (removed || !(await isThere()))
                return;
            throw new errors/* CodedError */.AK('instance.forbidden', `${table}/${sysId}: access rules do not let the account delete the record`);
        },
        async setPassword(sysId, password) {
            const value = password.text();
            if (value.length > passwordMaxLength) {
                const message = `${certificates}/${sysId}: the password has more than ${passwordMaxLength} characters; it was not sent`;
                throw new errors/* CodedError */.AK('instance.password-not-saved', message);
            }
            await settled(async () => writeSecret(api, certificates, sysId, PASSWORD.column, value), () => Promise.resolve(undefined), () => Promise.resolve());
        },
        attach: (recordId, fileName, content) => settled(() => attachFile(api, finishing, certificates, recordId, fileName, content), () => lookForAttachment(finishing, certificates, recordId, fileName, content), pause),
    };
}

;// CONCATENATED MODULE: ./src/promotion.ts

async function requirePromoted(from, content, place) {
    const { environment, githubToken } = place;
    const unavailable = (why, cause) => new errors/* CodedError */.AK('promote.unavailable', `promote-from ${from}: ${why}`, { cause });
    const [{ runFacts, specPath }, { connectGitHub }, { standingOf }] = await Promise.all([
        __webpack_require__.e(/* import() */ 738).then(__webpack_require__.bind(__webpack_require__, 31738)),
        Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(231)]).then(__webpack_require__.bind(__webpack_require__, 25231)),
        __webpack_require__.e(/* import() */ 887).then(__webpack_require__.bind(__webpack_require__, 16887)),
    ]);
    const run = await runFacts(environment);
    if (run.repository === '')
        throw unavailable('this is no job of a repository on GitHub');
    if (githubToken.length === 0)
        throw unavailable('the input github-token is empty');
    const wanted = { spec: specPath(place.spec, run.workspace), environment: from, content };
    const standing = await standingOf(connectGitHub(githubToken.text(), run, place), wanted).catch((error) => {
        throw unavailable((0,errors/* toCoded */.rA)(error).message, error);
    });
    if (standing === 'verified')
        return;
    const refused = (what) => new errors/* CodedError */.AK('promote.not-verified', `promote-from ${from}: ${what}`);
    const short = content.slice(0, 19);
    if (standing === undefined)
        throw refused(`content ${short} of ${wanted.spec} was not applied there`);
    if (standing === 'applied')
        throw refused(`content ${short} of ${wanted.spec} was applied there and not verified since`);
    throw refused(`content ${short} of ${wanted.spec} was applied there, and a run since has failed, found a difference, or taken it back`);
}

// EXTERNAL MODULE: ./src/read-file.ts
var read_file = __webpack_require__(89834);
// EXTERNAL MODULE: ./src/values/files.ts
var files = __webpack_require__(18449);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/parse.js + 1 modules
var parse = __webpack_require__(23945);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(63619);
;// CONCATENATED MODULE: ./src/values/secrets-input.ts


function createSecretSource(input, environment) {
    const given = input.trim() === '' ? new Map() : secrets_input_parse(input);
    const nonEmpty = (value) => (value === '' ? undefined : value);
    const variable = (name) => (Object.hasOwn(environment, name) ? environment[name] : undefined);
    return { get: (name) => nonEmpty(given.get(name)) ?? nonEmpty(variable(name)) };
}
const hint = 'give a JSON object of texts, as ${{ toJSON(secrets) }} is';
function secrets_input_parse(input) {
    let value;
    try {
        value = JSON.parse(input);
    }
    catch {
        throw new errors/* CodedError */.AK('input.invalid', 'input secrets: is not JSON', { hint });
    }
    const object = parse/* safeParse */.xL(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()), value);
    if (!object.success)
        throw new errors/* CodedError */.AK('input.invalid', 'input secrets: is not a JSON object', { hint });
    return new Map(Object.entries(object.data).map(([name, text]) => {
        if (typeof text === 'string')
            return [name, text];
        throw new errors/* CodedError */.AK('input.invalid', `input secrets: the value of ${name.slice(0, 100)} is not text`, { hint });
    }));
}

// EXTERNAL MODULE: ./src/redact.ts + 1 modules
var redact = __webpack_require__(55518);
;// CONCATENATED MODULE: ./src/values/base64.ts

function decodeBase64(text, label) {
    const fail = (what, hint) => new errors/* CodedError */.AK('value.base64', `${label}: ${what}`, hint === undefined ? {} : { hint });
    if (text.includes('-----BEGIN')) {
        throw fail('is PEM, not base64 of a keystore file', 'a PEM key belongs into source.key, its certificate into source.certificate');
    }
    const compact = text.replace(/\s+/g, '').replace(/=+$/, '');
    if (compact === '')
        throw fail('is empty');
    if (/^[\w./\\-]+\.(?:jks|p12|pfx|keystore)$/i.test(compact)) {
        throw fail('is the name of a file, not base64 of its content', 'store the content, or write { file: \u2026 } in the spec');
    }
    if (/[^A-Za-z0-9+/_-]/.test(compact))
        throw fail('has characters that base64 does not have');
    if (/[+/]/.test(compact) && /[_-]/.test(compact))
        throw fail('mixes the two alphabets of base64');
    const bytes = Buffer.from(compact, 'base64');
    if (bytes.toString('base64url') !== compact.replaceAll('+', '-').replaceAll('/', '_')) {
        throw fail('is cut or damaged: its last digits are not whole bytes');
    }
    return bytes;
}
function isBase64Text(bytes) {
    return bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

;// CONCATENATED MODULE: ./src/values/private-parts.ts

const PRIVATE_BLOCK = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----([\s\S]*?)-----END [A-Z0-9 ]*PRIVATE KEY-----/g;
const PUBLIC_ARMOR = /-----BEGIN (?:(?:TRUSTED |X509 )?CERTIFICATE|PKCS7|CMS)-----/;
const BASE64_TEXT = /^[A-Za-z0-9+/_\s-]+={0,2}\s*$/;
const SEQUENCE = 0x30;
function privateParts(bytes) {
    const blocks = bytes.toString('latin1').matchAll(PRIVATE_BLOCK);
    return [...blocks].map(([, body = '']) => {
        const digits = body.split(/\r?\n\r?\n/).at(-1) ?? '';
        return Buffer.from(digits.replaceAll('\\n', '').replace(/\s+/g, ''), 'base64');
    });
}
function holdsOnlyPublic(bytes) {
    const text = bytes.toString('latin1');
    if (text.includes('PRIVATE KEY'))
        return false;
    return PUBLIC_ARMOR.test(text) || (BASE64_TEXT.test(text) && Buffer.from(text, 'base64')[0] === SEQUENCE);
}
function publicHalf(pem) {
    try {
        return (0,external_node_crypto_.createPublicKey)(pem).export({ type: 'spki', format: 'der' });
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/values/values.ts





function createValues({ workspace, specFile, secrets, redactor, onSecret }) {
    const told = new Set();
    const register = (value, label, open) => {
        const secret = new redact/* SecretValue */.iJ(value, label);
        redactor.add(secret, open);
        return secret;
    };
    const seek = (name) => secrets.get(name) ?? '';
    const find = (name) => {
        const value = seek(name);
        if (value.trim() === '')
            throw missing(name);
        return value;
    };
    const read = async (reference) => 'file' in reference ? (0,files/* readFileInside */.XW)(workspace, specFile, reference.file) : Buffer.from(find(reference.secret), 'utf8');
    const tell = (bytes, label) => {
        if (!told.has(label))
            onSecret?.(new redact/* SecretValue */.iJ(bytes, label));
        told.add(label);
    };
    const readPrivate = async (reference) => {
        const bytes = await read(reference);
        const label = labelOf(reference);
        tell(bytes, label);
        return { bytes, label };
    };
    return {
        secretText: placed(async (reference) => {
            const { bytes, label } = await readPrivate(reference);
            const text = withoutEnd(bytes.toString('utf8'));
            if (text === '')
                throw new errors/* CodedError */.AK('value.file', `${label}: is empty`);
            return register(text, label);
        }),
        has: (name) => seek(name).trim() !== '',
        variable(name) {
            const text = withoutEnd(find(name));
            if (isPlain(text))
                return new redact/* SecretValue */.iJ(text, name);
            tell(Buffer.from(text, 'utf8'), name);
            return register(text, name);
        },
        keyBytes: placed(async (reference) => {
            const { bytes, label } = await readPrivate(reference);
            for (const part of privateParts(bytes))
                register(part, label);
            return register(bytes, label, publicHalf(bytes)).bytes();
        }),
        keystoreBytes: placed(async (reference) => {
            const { bytes, label } = await readPrivate(reference);
            if ('file' in reference && !isBase64Text(bytes))
                return register(bytes, label).bytes();
            const text = bytes.toString('utf8');
            register(text.replace(/\s+/g, ''), label);
            return register(decodeBase64(text, label), label).bytes();
        }),
        publicBytes: placed(async (reference) => {
            if ('value' in reference)
                return Buffer.from(reference.value, 'utf8');
            const bytes = await read(reference);
            if ('secret' in reference && !holdsOnlyPublic(bytes))
                register(bytes, reference.secret);
            return bytes;
        }),
        made(text, label) {
            const secret = register(text, label);
            onSecret?.(secret);
            return secret;
        },
        derived(bytes, label) {
            const secret = register(bytes, label);
            onSecret?.(secret);
        },
    };
}
const placed = (read) => async (reference) => {
    try {
        return await read(reference);
    }
    catch (error) {
        if (error instanceof errors/* CodedError */.AK)
            error.at ??= reference.at;
        throw error;
    }
};
const withoutEnd = (text) => text.replace(/[\r\n]+$/, '');
const isPlain = (text) => text.length < 4 || /^(?:true|false)$/i.test(text);
const labelOf = (reference) => ('file' in reference ? reference.file : reference.secret);
const missing = (name) => new errors/* CodedError */.AK('value.secret-missing', `secret ${name}: is missing or empty`);

;// CONCATENATED MODULE: ./src/compose.ts
















const MAX_SPEC = 1024 * 1024;
const LONGEST_TIMER = 2 ** 31 - 1;
const MAX_PLAN = 64 * 1024 * 1024;
async function readSpecFile(workspace, spec) {
    const path = (0,external_node_path_.resolve)(workspace, spec);
    const isInside = path.startsWith(`${(0,external_node_path_.resolve)(workspace)}${external_node_path_.sep}`);
    try {
        const bytes = isInside ? await (0,files/* readFileInside */.XW)(workspace, '', spec) : (0,read_file/* readAtMost */.rU)(path, MAX_SPEC);
        if (bytes.length > MAX_SPEC)
            throw new errors/* CodedError */.AK('spec.not-found', `${spec}: is larger than 1 MiB`);
        return bytes.toString('utf8');
    }
    catch (error) {
        throw new errors/* CodedError */.AK('spec.not-found', error instanceof errors/* CodedError */.AK ? error.message : `${spec}: cannot be read`, {
            cause: error,
        });
    }
}
const registerWith = (redactor, onSecret) => (secret) => {
    redactor.add(secret);
    onSecret?.(secret);
};
async function execute(settings, world) {
    const { workspace, environment, redactor, onSecret } = world;
    const register = registerWith(redactor, onSecret);
    const stop = createStop(settings.timeoutMs);
    const open = [];
    try {
        const ca = await readCa(workspace, settings.caCertificates);
        const client = await clientOf(settings.signIn, world.credentials, register);
        const secrets = createSecretSource(world.secrets, environment);
        const values = createValues({ workspace, specFile: settings.spec, secrets, redactor, ...(onSecret && { onSecret }) });
        return await run(settings, {
            readSpec: () => readSpecFile(workspace, settings.spec),
            readPlanFile: (path) => readPlanFile(workspace, path),
            readNamed: (path) => (0,files/* readFileInside */.XW)(workspace, settings.spec, path),
            requirePromoted: (from, content) => requirePromoted(from, content, { ...world, spec: settings.spec, endsAt: stop.endsAt }),
            values,
            connect: (origin) => {
                const { instanceUrl, allowedHosts } = settings;
                (0,instance_origin/* requireTrustedHost */.Df)(origin, { allowedHosts, ...(instanceUrl !== undefined && { instanceUrl }) });
                const transport = connect(origin, settings, { environment, stop, ca, client });
                open.push(transport);
                const clean = watched(withCleanRefusals(transport, redactor), world.onAnswer);
                return createInstance(clean, (0,credentials/* signInBy */.oE)(settings.signIn, world.credentials, clean, register));
            },
            createIssuer: async (issuer) => {
                const { createIssuer } = await Promise.all(/* import() */[__webpack_require__.e(59), __webpack_require__.e(871)]).then(__webpack_require__.bind(__webpack_require__, 11871));
                return createIssuer(issuer, {
                    values,
                    requireAllowed: (origin) => (0,instance_origin/* requireAllowedHost */.CL)(origin, settings.allowedHosts),
                    connect: (origin) => {
                        const transport = connect(origin, settings, { environment, stop, ca });
                        open.push(transport);
                        return withCleanRefusals(transport, redactor);
                    },
                    folder: workspace,
                    path: environment.PATH,
                    home: environment.HOME,
                    redactor,
                    stop: stop.signal,
                    now: () => new Date(),
                    identityToken: async (audience) => {
                        const { workflowIdentity } = await __webpack_require__.e(/* import() */ 529).then(__webpack_require__.bind(__webpack_require__, 11529));
                        return workflowIdentity(audience, {
                            environment,
                            connect: (origin) => {
                                const transport = connect(origin, settings, { environment, stop, ca });
                                open.push(transport);
                                return transport;
                            },
                            onSecret: (text, label) => values.made(text, label),
                        });
                    },
                });
            },
            proxyFor: (url) => (0,http_proxy/* proxyFor */.i)(new URL(url).origin, environment),
            runId: environment.GITHUB_RUN_ID,
            owner: world.owner,
            untrustedEvent: world.untrustedEvent,
            secretsWithheld: world.secretsWithheld,
            now: () => new Date(),
            pause: (ms) => (0,promises_.setTimeout)(ms),
            stop: stop.signal,
            onOutcome: world.onOutcome,
        });
    }
    catch (error) {
        return (0,commands_result/* failedResult */.Nq)([(0,errors/* problemOf */.Zw)((0,errors/* toCoded */.rA)(error).toFinding(), '')], settings.command, settings.environment);
    }
    finally {
        await Promise.all(open.map((transport) => transport.close()));
        stop.release();
    }
}
function connect(origin, { maxParallel }, { environment, stop, ca, client }) {
    const { signal: deadline, endsAt } = stop;
    return createTransport({ origin, maxParallel, deadline, endsAt, environment, ...(ca && { ca }), ...(client && { client }) });
}
const UNTRUSTED_EVENTS = ['pull_request', 'pull_request_target', 'issue_comment', 'workflow_run'];
function untrustedEventIn(environment) {
    return UNTRUSTED_EVENTS.find((event) => event === environment.GITHUB_EVENT_NAME);
}
function withCleanRefusals(transport, redactor) {
    return {
        ...transport,
        request: async (request) => {
            const answer = await transport.request(request);
            if (answer.status < 400)
                return answer;
            return { ...answer, body: Buffer.from(redactor.cleanJson(answer.body.toString('utf8'), false), 'utf8') };
        },
    };
}
function watched(transport, onAnswer) {
    if (onAnswer === undefined)
        return transport;
    let count = 0;
    return {
        ...transport,
        request: async (request) => {
            const answer = await transport.request(request);
            const path = request.path.replace(/\?.*/s, '');
            onAnswer({ method: request.method, path, status: answer.status, count: ++count });
            return answer;
        },
    };
}
async function readPlanFile(workspace, path) {
    const bytes = await (0,read_file/* readFile */.TA)((0,external_node_path_.resolve)(workspace, path)).catch((error) => {
        throw new errors/* CodedError */.AK('input.invalid', `input plan-file: ${path} cannot be read`, { cause: error });
    });
    if (bytes.length > MAX_PLAN)
        throw new errors/* CodedError */.AK('input.invalid', `input plan-file: ${path} has more than ${MAX_PLAN} bytes`);
    return bytes.toString('utf8');
}
async function clientOf(way, secrets, register) {
    if (way?.way !== 'client-certificate')
        return undefined;
    return (await Promise.all(/* import() */[__webpack_require__.e(59), __webpack_require__.e(287)]).then(__webpack_require__.bind(__webpack_require__, 51287))).clientIdentity(way.certificate, secrets, register, new Date());
}
async function readCa(workspace, path) {
    if (path === undefined)
        return undefined;
    try {
        return await (0,read_file/* readFile */.TA)((0,external_node_path_.resolve)(workspace, path));
    }
    catch (error) {
        throw new errors/* CodedError */.AK('input.invalid', `input ca-certificates: ${path} cannot be read`, { cause: error });
    }
}
async function finish(result, { directory, planFile }, redactor) {
    const { plan } = result;
    let problems = [...result.problems, ...tooShort(redactor)];
    let { certificates } = result;
    let written = { directory: '', planFile: '', resultFile: '' };
    let files = [];
    if (plan !== undefined || result.publicKeystores.length > 0) {
        try {
            const { packFiles, PLAN_FILE, writeFiles } = await Promise.all(/* import() */[__webpack_require__.e(59), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 53421));
            const packed = packFiles(result);
            writeFiles(directory, packed.files, redactor);
            certificates = packed.certificates;
            files = packed.files.map(({ path }) => path);
            problems = [...problems, ...requestsWritten(result, packed.requests)];
            written = { ...written, directory, planFile: plan === undefined ? '' : (0,external_node_path_.join)(directory, PLAN_FILE) };
            if (plan !== undefined && planFile !== undefined) {
                const copy = packed.files.filter(({ path }) => path === PLAN_FILE).map((file) => ({ ...file, path: (0,external_node_path_.basename)(planFile) }));
                writeFiles((0,external_node_path_.dirname)(planFile), copy, redactor);
                written = { ...written, planFile };
            }
        }
        catch (error) {
            problems = [...problems, unwritable('the public files', error)];
        }
    }
    if (result.exported !== undefined) {
        try {
            const { requireReplaceable, writeFiles } = await Promise.all(/* import() */[__webpack_require__.e(59), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 53421));
            const exported = result.exported.map(({ path, text }) => ({ path, bytes: Buffer.from(text, 'utf8'), isText: false }));
            const [spec] = exported;
            if (spec !== undefined)
                requireReplaceable(directory, spec);
            writeFiles(directory, exported, redactor);
            files = exported.map(({ path }) => path);
            written = { ...written, directory };
        }
        catch (error) {
            const exists = error instanceof errors/* CodedError */.AK && error.code === 'output.exists';
            problems = [...problems, exists ? (0,errors/* problemIn */.Dk)(error, 'error') : unwritable('the spec', error)];
        }
    }
    const { outputsOf } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 65468));
    const ended = () => {
        const final = { ...result, problems: (0,commands_result/* inSpecOrder */.p7)(problems) };
        const known = { plan, counts: (0,commands_result/* countsIn */.EI)(final), changed: changedIn(final), certificates, targets: result.targets };
        const facts = { ...known, problems: final.problems };
        return { result: final, directory: written.directory, files, outputs: outputsOf({ ...facts, ...written }) };
    };
    if (!(0,inputs/* leavesResult */.K2)(result.command) || problems.some(({ code }) => code === 'output.unwritable'))
        return ended();
    try {
        const path = await leaveResult(result, directory, ended().outputs, redactor);
        files = [...files, path];
        written = { ...written, directory, resultFile: (0,external_node_path_.join)(directory, path) };
    }
    catch (error) {
        problems = [...problems, unwritable('the result', error)];
    }
    return ended();
}
async function leaveResult({ command, environment, plan }, directory, outputs, redactor) {
    const { resultFile, writeFiles } = await Promise.all(/* import() */[__webpack_require__.e(59), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 53421));
    const file = resultFile({ command, environment, instance: plan?.instance ?? null }, outputs);
    writeFiles(directory, [file], redactor);
    return file.path;
}
function tooShort({ tiny }) {
    if (tiny.length === 0)
        return [];
    const message = `${tiny.join(', ')}: shorter than 4 characters, and masked wherever they stand`;
    return [(0,errors/* problemOf */.Zw)({ code: 'value.short-secret', severity: 'warning', message }, '')];
}
const unwritable = (what, error) => {
    const message = `${what} cannot be written: ${(0,errors/* toCoded */.rA)(error).message}`;
    return (0,errors/* problemOf */.Zw)({ code: 'output.unwritable', severity: 'error', message }, '');
};
function requestsWritten({ requests = [] }, paths) {
    return requests.map(({ name, at, subject, record }) => {
        const message = `the request for ${subject}, of the key in ${record}, is written: ${paths.get(name) ?? ''}`;
        return (0,errors/* problemOf */.Zw)({ code: 'request.waits', severity: 'notice', message }, `keystores.${name}`, at);
    });
}
function changedIn({ command, plan, outcomes }) {
    if (plan === undefined)
        return undefined;
    return (0,inputs/* isWriting */.xz)(command) ? outcomes.some((outcome) => outcome.is === 'done' || outcome.begun) : plan.changes.length > 0;
}
function createStop(timeoutMs) {
    const controller = new AbortController();
    const end = (why) => () => controller.abort(new errors/* CodedError */.AK('timeout', why));
    const onInterrupt = end('the run was ended by SIGINT');
    const onTerminate = end('the run was ended by SIGTERM');
    process.once('SIGINT', onInterrupt);
    process.once('SIGTERM', onTerminate);
    const seconds = Math.round(timeoutMs / 1000);
    const ms = Math.min(timeoutMs, LONGEST_TIMER);
    const timer = setTimeout(end(`the run took longer than the ${seconds} seconds of its time-out`), ms);
    return {
        signal: controller.signal,
        endsAt: Date.now() + ms,
        release: () => {
            clearTimeout(timer);
            process.off('SIGINT', onInterrupt);
            process.off('SIGTERM', onTerminate);
        },
    };
}


/***/ }),

/***/ 96172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L1: () => (/* binding */ readCredentials),
  fL: () => (/* binding */ registerEnvironment),
  oE: () => (/* binding */ signInBy)
});

// EXTERNAL MODULE: ./src/commands/sign-in-inputs.ts
var sign_in_inputs = __webpack_require__(94267);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/redact.ts + 1 modules
var redact = __webpack_require__(55518);
;// CONCATENATED MODULE: ./src/instance/grants.ts



const ASSERTION_SECONDS = 300;
const CLIENT = 'the client id or secret is wrong, or the application registry is inactive or of another instance';
function clientCredentials(clientId, clientSecret, register) {
    register(clientSecret);
    return {
        name: 'client credentials',
        form: () => ({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret.text() }),
        repeatable: true,
        refused: `${CLIENT}; or the property glide.oauth.inbound.client.credential.grant_type.enabled is not true; or the registry names no OAuth Application User`,
        useless: 'a token was given and is not accepted: the registry names no OAuth Application User, or that user is inactive, or its scope does not let it use the Table API and the Attachment API',
    };
}
function passwordGrant(clientId, clientSecret, username, password, register) {
    register(clientSecret);
    register(password);
    return {
        name: 'password grant',
        form: () => ({
            grant_type: 'password',
            client_id: clientId,
            client_secret: clientSecret.text(),
            username,
            password: password.text(),
        }),
        repeatable: true,
        refused: `${CLIENT}; or user or password is wrong, or the user is inactive, locked out, or signs in by single sign-on and has no password here`,
        useless: 'a token was given and is not accepted: the user is inactive, or the scope of the registry does not let it use the Table API and the Attachment API',
    };
}
function signingKey(pem) {
    let key;
    try {
        key = (0,external_node_crypto_.createPrivateKey)(pem.text());
    }
    catch {
    }
    if (key?.asymmetricKeyType === 'rsa')
        return key;
    throw new errors/* CodedError */.AK('input.sign-in', `${pem.label}: is not an RSA private key in PEM without a passphrase`, {
        hint: 'give the key whose certificate the JWT verifier map of the registry names; keep its line breaks',
    });
}
const encoded = (part) => Buffer.from(JSON.stringify(part), 'utf8').toString('base64url');
function jwtBearer(client, signer, register, now = Date.now) {
    register(signer.key);
    if (client.secret !== undefined)
        register(client.secret);
    const key = signingKey(signer.key);
    return {
        name: 'JWT bearer',
        form: () => {
            const issued = Math.floor(now() / 1000);
            const claims = {
                iss: client.id,
                aud: client.id,
                sub: signer.subject,
                iat: issued,
                exp: issued + ASSERTION_SECONDS,
                jti: (0,external_node_crypto_.randomUUID)(),
            };
            const signed = `${encoded({ alg: 'RS256', typ: 'JWT', kid: signer.keyId })}.${encoded(claims)}`;
            const assertion = new redact/* SecretValue */.iJ(`${signed}.${(0,external_node_crypto_.sign)('sha256', Buffer.from(signed), key).toString('base64url')}`, 'assertion');
            register(assertion);
            return {
                grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
                client_id: client.id,
                ...(client.secret !== undefined && { client_secret: client.secret.text() }),
                assertion: assertion.text(),
            };
        },
        repeatable: false,
        refused: 'the registry must be an OAuth JWT endpoint with a JWT verifier map of this key-id and the certificate of this key, and client-id is its client id (some releases want client-secret beside it); subject is an active user without the role admin, by the field that the registry says; and the clock of the runner is right',
        useless: 'a token was given and is not accepted: the subject is inactive, or the scope of the registry does not let it use the Table API and the Attachment API',
    };
}

// EXTERNAL MODULE: ./src/http/printable.ts
var printable = __webpack_require__(89155);
// EXTERNAL MODULE: ./src/instance/answers.ts
var answers = __webpack_require__(73136);
;// CONCATENATED MODULE: ./src/instance/oauth.ts




const TOKEN_PATH = '/oauth_token.do';
const MAX_ANSWER = 256 * 1024;
const MARGIN_MS = 60_000;
const TOKEN = /^[\x21-\x7e]{1,16384}$/;
function oauth(transport, grant, register, now = Date.now) {
    let current;
    let held;
    const fetchToken = async () => {
        const { token, lifeMs } = await requestToken(transport, grant);
        register(token);
        const margin = Math.min(MARGIN_MS, lifeMs / 2);
        held = { headers: { authorization: `Bearer ${token.text()}` }, expiresAt: now() + lifeMs - margin, accepted: false };
        return held;
    };
    return {
        hint: grant.useless,
        async headers() {
            if (held !== undefined && now() >= held.expiresAt)
                [current, held] = [undefined, undefined];
            current ??= fetchToken();
            return (await current).headers;
        },
        renew(refused) {
            if (held !== undefined && held.headers !== refused)
                return true;
            if (held?.accepted !== true)
                return held === undefined;
            [current, held] = [undefined, undefined];
            return true;
        },
        accepted(headers) {
            if (held?.headers === headers)
                held.accepted = true;
        },
    };
}
async function requestToken(transport, grant) {
    const asked = { what: `token endpoint (${grant.name})`, write: false };
    const answer = await transport.request({
        method: 'POST',
        path: TOKEN_PATH,
        headers: {
            accept: 'application/json',
            'accept-encoding': 'identity',
            'content-type': 'application/x-www-form-urlencoded',
            'user-agent': 'servicenow-mtls',
        },
        body: Buffer.from(new URLSearchParams({ ...grant.form() }).toString(), 'utf8'),
        maxBytes: MAX_ANSWER,
        idempotent: grant.repeatable,
    });
    (0,answers/* requireNoPage */.CQ)(answer, asked);
    const body = (0,answers/* parseBody */.OG)(answer);
    const parts = (0,answers/* isRecord */.u4)(body) ? body : {};
    if (answer.status < 200 || answer.status >= 300) {
        const told = [parts.error, parts.error_description].filter((text) => typeof text === 'string');
        const quoted = told.length === 0 ? '' : `: "${(0,printable/* printable */.g)(told.join(': '), 120)}"`;
        const message = `${asked.what}: no token is given (HTTP ${answer.status}${quoted})`;
        throw new errors/* CodedError */.AK(answer.status >= 500 ? 'instance.server-error' : 'instance.unauthenticated', message, {
            hint: grant.refused,
        });
    }
    const { access_token: token, expires_in: seconds, token_type: type } = parts;
    if (typeof token !== 'string' || !TOKEN.test(token))
        throw (0,answers/* notDocumented */.kS)(asked, 'without an access token');
    if (type !== undefined && (typeof type !== 'string' || type.toLowerCase() !== 'bearer'))
        throw (0,answers/* notDocumented */.kS)(asked, 'a token of another type');
    const life = Number(seconds);
    return { token: new redact/* SecretValue */.iJ(token, 'access token'), lifeMs: Number.isFinite(life) && life > 0 ? life * 1000 : 1_799_000 };
}

// EXTERNAL MODULE: ./src/http/proxy.ts
var proxy = __webpack_require__(57856);
;// CONCATENATED MODULE: ./src/instance/sign-in.ts


const BASIC_HINT = 'user or password is wrong, or the user is inactive or locked out; or basic authentication is restricted: since 2026 it is refused for interactive users without the role snc_basic_auth_api_access (KB3025707): give the role, or use a user with "Web service access only", or OAuth';
const TOKEN_HINT = 'the token has expired (they live for half an hour unless the registry says otherwise), was revoked, or is of another instance: obtain a new one in the step before';
const KEY_HINT = 'the key is wrong, inactive or expired; or no REST API Access Policy with API key authentication lets it in: the Table API and the Attachment API each need one';
const CERTIFICATE_HINT = 'no active User to Certificate Mapping has this certificate, or its user is inactive; or its CA is not registered under CA Certificate Chain (self-signed ones are refused); or the plugin com.glide.auth.mutual or its property is off; or the certificate does not reach the instance: /adcv2/supports_tls has to answer true (KB0993615)';
const HEADER_TEXT = /^[\x21-\x7e]{1,16384}$/;
function headerText(secret) {
    const text = secret.text().trim();
    if (HEADER_TEXT.test(text))
        return text;
    throw new errors/* CodedError */.AK('input.sign-in', `${secret.label}: has spaces, line breaks or characters that a header cannot carry`);
}
function basic(username, password, register) {
    if (/[:\x00-\x1f\x7f]/.test(username)) {
        throw new errors/* CodedError */.AK('input.sign-in', 'username: a colon or a control character cannot be sent with basic authentication');
    }
    const pair = Buffer.from(`${username}:${password.text()}`, 'utf8').toString('base64');
    const token = new redact/* SecretValue */.iJ(pair, 'basic credentials');
    register(password);
    register(token);
    return { ...fixed({ authorization: `Basic ${token.text()}` }, BASIC_HINT), locks: true };
}
function readyToken(token, register) {
    register(token);
    return fixed({ authorization: `Bearer ${headerText(token)}` }, TOKEN_HINT);
}
function apiKey(key, register) {
    register(key);
    return fixed({ 'x-sn-apikey': headerText(key) }, KEY_HINT);
}
function clientCertificate(origin) {
    if (origin.startsWith('https:'))
        return fixed({}, CERTIFICATE_HINT);
    throw new errors/* CodedError */.AK('input.sign-in', `client-certificate: ${origin} does not speak TLS, so that no certificate can be shown`);
}
const fixed = (headers, hint) => ({
    headers: () => Promise.resolve(headers),
    hint,
});

;// CONCATENATED MODULE: ./src/credentials.ts







const AS_GIVEN = new Set(['password', 'client-certificate-passphrase']);
function readCredentials(given, register) {
    const read = sign_in_inputs/* SECRET_INPUTS */.pH.map((name) => {
        const text = given(name) ?? '';
        const secret = new redact/* SecretValue */.iJ(AS_GIVEN.has(name) ? text : text.trim(), name);
        if (secret.length > 0)
            register(secret);
        return [name, secret];
    });
    return Object.fromEntries(read);
}
function registerEnvironment(environment, register) {
    const token = environment.ACTIONS_RUNTIME_TOKEN ?? '';
    if (token !== '')
        register(new redact/* SecretValue */.iJ(token, 'ACTIONS_RUNTIME_TOKEN'));
    for (const url of (0,proxy/* proxiesIn */.I)(environment)) {
        if (url.password === '')
            continue;
        const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
        register(new redact/* SecretValue */.iJ(password, 'password of the proxy'));
        register(new redact/* SecretValue */.iJ(Buffer.from(`${user}:${password}`, 'utf8').toString('base64'), 'credentials of the proxy'));
    }
}
function signInBy(way, secrets, transport, register) {
    if (way === undefined)
        throw new errors/* CodedError */.AK('internal', 'an instance is asked without a way of signing in');
    switch (way.way) {
        case 'basic':
            return basic(way.username, secrets.password, register);
        case 'api-key':
            return apiKey(secrets['api-key'], register);
        case 'token':
            return readyToken(secrets.token, register);
        case 'client-certificate':
            return clientCertificate(transport.origin);
        case 'client-credentials':
            return oauth(transport, clientCredentials(way.clientId, secrets['client-secret'], register), register);
        case 'password-grant': {
            const { clientId, username } = way;
            return oauth(transport, passwordGrant(clientId, secrets['client-secret'], username, secrets.password, register), register);
        }
        case 'jwt-bearer': {
            const client = { id: way.clientId, secret: way.hasSecret ? secrets['client-secret'] : undefined };
            const signer = { key: secrets['private-key'], keyId: way.keyId, subject: way.subject };
            return oauth(transport, jwtBearer(client, signer, register), register);
        }
    }
}


/***/ }),

/***/ 85015:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ whySecretsAreWithheld),
/* harmony export */   r: () => (/* binding */ readPayload)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23945);
/* harmony import */ var _read_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89834);


const MAX_EVENT = 8 * 1024 * 1024;
const DEPENDABOT = 'dependabot[bot]';
const repository = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ full_name: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()), id: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()), url: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) }));
const pullRequest = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ number: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), base: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ repo: repository })) });
const PAYLOAD = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    repository,
    pull_request: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        number: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()),
        user: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })),
        head: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ sha: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()), repo: repository })),
    })),
    issue: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ number: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), pull_request: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()) })),
    workflow_run: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ head_sha: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()), pull_requests: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(pullRequest)) })),
});
async function whySecretsAreWithheld(environment) {
    const event = environment.GITHUB_EVENT_NAME;
    if (event !== 'pull_request' && event !== 'pull_request_target')
        return undefined;
    const { pull_request: pullRequest, repository: base } = await readPayload(environment.GITHUB_EVENT_PATH);
    const byDependabot = environment.GITHUB_ACTOR === DEPENDABOT || pullRequest?.user?.login === DEPENDABOT;
    if (byDependabot)
        return 'GitHub passes no secrets to pull requests of Dependabot';
    const home = base?.full_name ?? environment.GITHUB_REPOSITORY;
    const fork = pullRequest?.head !== undefined && pullRequest.head.repo?.full_name !== home;
    return fork && event === 'pull_request' ? 'GitHub passes no secrets to pull requests of forks' : undefined;
}
async function readPayload(path) {
    if (path === undefined || path === '')
        return {};
    try {
        const bytes = await (0,_read_file_js__WEBPACK_IMPORTED_MODULE_0__/* .readFile */ .TA)(path);
        const parsed = bytes.length > MAX_EVENT ? undefined : zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xL(PAYLOAD, JSON.parse(bytes.toString('utf8')));
        return parsed?.success === true ? parsed.data : {};
    }
    catch {
        return {};
    }
}


/***/ }),

/***/ 42398:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   XA: () => (/* binding */ TunnelFailure),
/* harmony export */   Xv: () => (/* binding */ failureError),
/* harmony export */   bg: () => (/* binding */ mayPass),
/* harmony export */   ez: () => (/* binding */ WriteUnknown),
/* harmony export */   u7: () => (/* binding */ ExchangeFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

class WriteUnknown extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK {
    outcome = 'unknown';
    constructor(code, message, options = {}) {
        super(code, `${message}; it is not known whether the write took effect`, options);
    }
}
class ExchangeFailure extends Error {
    name = 'ExchangeFailure';
    reason;
    sent;
    cause;
    constructor(reason, sent, cause) {
        super(reason);
        this.reason = reason;
        this.sent = sent;
        if (cause)
            this.cause = cause;
    }
}
class TunnelFailure extends Error {
    name = 'TunnelFailure';
    permanent;
    constructor(says, permanent, cause) {
        super(says, { cause });
        this.permanent = permanent;
    }
}
const UNTRUSTED = {
    says: 'its certificate is not signed by a known authority',
    hint: 'where TLS is inspected or the CA is private, give its certificate in the input `ca-certificates`',
    permanent: true,
};
const HANDSHAKE = { says: 'the TLS handshake failed', permanent: true };
const CLOSED = { says: 'the connection was closed before the answer was complete' };
const NO_ROUTE = { says: 'there is no route to the host' };
const NO_CONNECTION = { says: 'no connection could be made in time' };
const CAUSES = {
    ENOTFOUND: { says: 'the host name does not resolve' },
    EAI_AGAIN: { says: 'the host name could not be resolved' },
    ECONNREFUSED: { says: 'the connection was refused' },
    EHOSTUNREACH: NO_ROUTE,
    ENETUNREACH: NO_ROUTE,
    ETIMEDOUT: NO_CONNECTION,
    UND_ERR_CONNECT_TIMEOUT: NO_CONNECTION,
    ECONNRESET: CLOSED,
    EPIPE: CLOSED,
    UND_ERR_SOCKET: CLOSED,
    UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { says: 'the answer was cut off' },
    UND_ERR_HEADERS_OVERFLOW: { says: 'the headers of the answer are larger than allowed', permanent: true },
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
    UNABLE_TO_GET_ISSUER_CERT: UNTRUSTED,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
    SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
    DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
    CERT_UNTRUSTED: UNTRUSTED,
    CERT_HAS_EXPIRED: { says: 'its certificate has expired', permanent: true },
    CERT_NOT_YET_VALID: { says: 'its certificate is not valid yet', permanent: true },
    ERR_TLS_CERT_ALTNAME_INVALID: { says: 'its certificate is for another host name', permanent: true },
    EPROTO: HANDSHAKE,
};
function codeOf(error) {
    if (typeof error !== 'object' || error === null)
        return undefined;
    if ('code' in error && typeof error.code === 'string')
        return error.code;
    const gathered = 'errors' in error && Array.isArray(error.errors) ? error.errors[0] : undefined;
    return codeOf(gathered) ?? codeOf('cause' in error ? error.cause : undefined);
}
function causeOf(error) {
    if (error instanceof TunnelFailure)
        return { says: error.message, permanent: error.permanent };
    const code = codeOf(error) ?? 'unknown cause';
    if (code.startsWith('HPE_'))
        return { says: `the answer is not HTTP (${code})` };
    const known = CAUSES[code] ?? (code.startsWith('ERR_SSL_') ? HANDSHAKE : { says: 'the connection failed' });
    return { ...known, says: `${known.says} (${code})` };
}
function mayPass(failure) {
    if (failure.reason === 'timed-out')
        return true;
    return failure.reason === 'connection' && causeOf(failure.cause).permanent !== true;
}
function failureError(failure, at) {
    const unknown = at.write && failure.sent;
    const fail = (code, says, hint) => {
        const options = { cause: failure, ...(hint !== undefined && { hint }) };
        const message = `${at.origin}: ${says}`;
        return unknown ? new WriteUnknown(code, message, options) : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK(code, message, options);
    };
    if (failure.reason === 'too-large')
        return fail('instance.too-large', 'the answer is larger than allowed');
    if (failure.reason === 'timed-out')
        return fail('instance.unreachable', `no answer within ${at.timeoutMs / 1000} seconds`);
    const cause = causeOf(failure.cause);
    return fail(failure.cause instanceof TunnelFailure ? 'instance.proxy' : 'instance.unreachable', cause.says, cause.hint);
}


/***/ }),

/***/ 19576:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vs: () => (/* binding */ retryAfterMs),
/* harmony export */   cV: () => (/* binding */ holdMs),
/* harmony export */   jy: () => (/* binding */ waitBeforeRetry),
/* harmony export */   ok: () => (/* binding */ namesTime)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42398);

const TRIES = 3;
const FIRST_BACKOFF_MS = 400;
const LONGEST_BACKOFF_MS = 10_000;
const TRANSIENT = new Set([500, 502, 503, 504]);
const HOLDING = new Set([429, 503]);
function retryAfterMs(headers, now) {
    const text = headers['retry-after']?.trim() ?? '';
    if (/^\d{1,9}$/.test(text))
        return Number(text) * 1000;
    const date = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
const backoffMs = (attempt, random) => Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempt - 1)) * (0.5 + random() / 2);
function askedMs(outcome, now) {
    if (outcome instanceof Error || !HOLDING.has(outcome.status))
        return undefined;
    const asked = retryAfterMs(outcome.headers, now) ?? 0;
    return asked > 0 ? asked : undefined;
}
const namesTime = (outcome, { now }) => askedMs(outcome, now()) !== undefined;
function holdMs(outcome, { now, random }) {
    const asked = askedMs(outcome, now());
    return asked === undefined ? 0 : asked + 50 + 50 * random();
}
function waitBeforeRetry(outcome, { repeatable, attempt }, clock) {
    const again = outcome instanceof Error
        ? (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .mayPass */ .bg)(outcome) && (repeatable || !outcome.sent)
        : outcome.status === 429 || (repeatable && TRANSIENT.has(outcome.status));
    if (!again)
        return undefined;
    if (namesTime(outcome, clock))
        return 0;
    return attempt < TRIES ? backoffMs(attempt, clock.random) : undefined;
}


/***/ }),

/***/ 89155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu;
function printable(text, longest = 300) {
    const line = text
        .slice(0, longest * 8)
        .replaceAll(UNPRINTABLE, ' ')
        .trim();
    return line.length > longest ? `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}\u2026` : line;
}


/***/ }),

/***/ 57856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ proxiesIn),
/* harmony export */   i: () => (/* binding */ proxyFor)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _instance_origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83995);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89155);




const variable = (environment, name) => (environment[name.toLowerCase()] ?? environment[name])?.trim() ?? '';
function proxiesIn(environment) {
    const addresses = ['HTTPS_PROXY', 'HTTP_PROXY'].map((name) => withScheme(variable(environment, name)));
    return addresses.flatMap((address) => (URL.canParse(address) ? [urlOf(address)] : []));
}
function urlOf(address) {
    const url = new URL(address);
    for (const part of ['username', 'password']) {
        try {
            decodeURIComponent(url[part]);
        }
        catch {
            url[part] = url[part].replaceAll('%', '%25');
        }
    }
    return url;
}
const withScheme = (text) => (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
function covers(entry, hostname, port) {
    const [, name = '', entryPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    if (entryPort !== undefined && entryPort !== port)
        return false;
    const domain = name.replace(/^\*?\./, '');
    return hostname === name || hostname === domain || ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(hostname) === 0 && hostname.endsWith(`.${domain}`));
}
function bypassed(target, noProxy) {
    const hostname = target.hostname.replaceAll(/[[\]]/g, '');
    const port = target.port || (target.protocol === 'https:' ? '443' : '80');
    return noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .some((entry) => entry === '*' || entry === hostname || covers(entry, hostname, port));
}
function proxyFor(origin, environment) {
    const target = new URL(origin);
    const name = target.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
    const text = variable(environment, name);
    if (text === '' || (0,_instance_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .isLoopback */ .U9)(target.hostname) || bypassed(target, variable(environment, 'NO_PROXY')))
        return undefined;
    const address = withScheme(text);
    if (!URL.canParse(address))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('instance.proxy', `${name}: its value is not a URL`);
    const url = urlOf(address);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        const scheme = (0,_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(url.protocol.slice(0, -1), 20);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('instance.proxy', `${name}: proxies of the kind ${scheme} are not supported, only http and https`);
    }
    return url;
}


/***/ }),

/***/ 83995:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ requireAllowedHost),
/* harmony export */   Df: () => (/* binding */ requireTrustedHost),
/* harmony export */   QS: () => (/* binding */ normaliseInstance),
/* harmony export */   U9: () => (/* binding */ isLoopback)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _spec_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61381);


const SERVICENOW = ['.service-now.com', '.servicenowservices.com'];
const BARE_NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const HOST_NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const IPV6 = /^\[[0-9a-f:.]+\]$/;
function shown(text) {
    const line = text.replaceAll(/[^\x20-\x7e]+/g, '?').replace(/\/\/[^/]*@/, '//***@');
    return line.length > 100 ? `${line.slice(0, 99)}...` : line;
}
function parseOrigin(text) {
    if (/[^\x21-\x7e]|\\/.test(text))
        return 'a character that is not allowed in a URL';
    if (!URL.canParse(text))
        return 'not a URL';
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        return 'neither https:// nor http://';
    if (/^[a-z]+:\/\/[^/?#]*@/i.test(text))
        return 'credentials in the URL';
    if (url.pathname !== '/' || /[?#]/.test(text))
        return 'more than scheme, host and port';
    if (!HOST_NAME.test(url.hostname) && !IPV6.test(url.hostname))
        return 'not a host name';
    return url;
}
function normaliseInstance(text) {
    const trimmed = text.trim();
    if (BARE_NAME.test(trimmed))
        return `https://${trimmed.toLowerCase()}.service-now.com`;
    const url = parseOrigin(trimmed.includes('://') ? trimmed : `https://${trimmed}`);
    if (typeof url !== 'string')
        return url.origin;
    const hint = 'write https://x.service-now.com, or x for the same';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `${shown(trimmed)}: does not name an instance (${url})`, { hint });
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}
function names(entry, url) {
    const named = parseOrigin(entry.includes('://') ? entry : `${url.protocol}//${entry}`);
    if (typeof named === 'string') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `allowed-hosts: ${shown(entry)} is no host (${named})`);
    }
    const anyPort = !/:\d+$/.test(entry) && !entry.includes('://');
    return anyPort ? named.hostname === url.hostname : named.origin === url.origin;
}
function requireTrustedHost(origin, workflow) {
    const isInstance = ({ hostname, origin: itself }) => itself === workflow.instanceUrl || SERVICENOW.some((domain) => hostname.endsWith(domain));
    requireHost(origin, workflow.allowedHosts, isInstance);
}
function requireAllowedHost(origin, allowedHosts) {
    requireHost(origin, allowedHosts, () => false);
}
function requireHost(origin, allowedHosts, more) {
    const url = parseOrigin(origin);
    if (typeof url === 'string')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('instance.untrusted-host', `${shown(origin)}: ${url}`);
    const named = allowedHosts.map((entry) => names(entry.trim(), url)).includes(true);
    if (isLoopback(url.hostname))
        return;
    if (url.protocol === 'http:') {
        const hint = 'use https://; without TLS credentials go to this machine only';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('instance.untrusted-host', `${url.origin}: credentials would be sent without TLS`, { hint });
    }
    if (named || more(url))
        return;
    const meant = misspelt(url.hostname);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('instance.untrusted-host', `${url.origin}: not a host that may receive credentials`, {
        ...(meant !== undefined && { hint: `did you mean ${meant}? A host of another name would be sent credentials` }),
    });
}
function misspelt(hostname) {
    const [, name = '', domain = ''] = /^(.+)\.([^.]+\.[^.]+)$/.exec(hostname) ?? [];
    const known = (0,_spec_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggest */ .Z)(domain, SERVICENOW.map((own) => own.slice(1)));
    return known === undefined || domain === '' ? undefined : `${name}.${known}`;
}


/***/ }),

/***/ 73136:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   CQ: () => (/* binding */ requireNoPage),
/* harmony export */   JD: () => (/* binding */ hasError),
/* harmony export */   OG: () => (/* binding */ parseBody),
/* harmony export */   P_: () => (/* binding */ Refusal),
/* harmony export */   kS: () => (/* binding */ notDocumented),
/* harmony export */   mP: () => (/* binding */ UNREADABLE),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   z_: () => (/* binding */ requireSuccess)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _http_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42398);
/* harmony import */ var _http_printable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89155);



class Refusal extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK {
    status;
    noSuchTable;
    constructor(code, message, options) {
        super(code, message, options.hint === undefined ? {} : { hint: options.hint });
        this.status = options.status;
        this.noSuchTable = options.noSuchTable ?? false;
    }
}
const UNREADABLE = new Set([
    'instance.forbidden',
    'instance.refused',
    'instance.rows-hidden',
    'instance.too-large',
    'record.changed',
]);
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function parseBody(answer) {
    try {
        return JSON.parse(answer.body.toString('utf8'));
    }
    catch {
        return undefined;
    }
}
function pageTitle(answer) {
    if (!/^text\/html|^application\/xhtml/i.test(answer.headers['content-type'] ?? ''))
        return undefined;
    const start = answer.body.subarray(0, 16_384).toString('utf8');
    return (0,_http_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(/<title[^<>]{0,200}>([^<]{0,400})/i.exec(start)?.[1] ?? '', 100);
}
function reasonIn(answer) {
    const body = parseBody(answer);
    const error = isRecord(body) && isRecord(body.error) ? body.error : {};
    const texts = [error.message, error.detail].filter((text) => typeof text === 'string' && text.trim() !== '');
    return (0,_http_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(texts.join(': '));
}
function hasError(answer) {
    const body = parseBody(answer);
    return isRecord(body) && isRecord(body.error);
}
const NO_SUCH_TABLE = /^invalid table/i;
const MEANINGS = [
    {
        test: /failed api level acl/i,
        code: 'instance.forbidden',
        says: 'a REST API Access Policy does not let the account use the API',
        hint: 'let the account through the API access policies of the Table API and of the Attachment API: each has its own',
    },
    {
        test: /business rule/i,
        code: 'instance.refused',
        says: 'a business rule of the instance refuses the write',
        hint: 'the message names the rule; change it, or what it asks for',
    },
    {
        test: /data policy/i,
        code: 'instance.refused',
        says: 'a data policy of the instance refuses the write',
        hint: 'the message names the column that the policy makes mandatory or read-only',
    },
    {
        test: /file type not permitted|mime type/i,
        code: 'instance.refused',
        says: 'the instance does not take files of this kind',
        hint: 'allow .jks and .p12 in the properties glide.attachment.extensions and glide.security.file.mime_type.validation',
    },
    { test: /insufficient rights to query/i, code: 'instance.forbidden', says: 'access rules do not let the account read' },
    { test: /acl exception|security constraints/i, code: 'instance.forbidden', says: 'access rules do not let the account write' },
    {
        test: NO_SUCH_TABLE,
        code: 'instance.refused',
        says: 'there is no such table',
        hint: 'the plugin that brings the table may be off',
    },
];
function byStatus(status) {
    if (status === 401)
        return { code: 'instance.unauthenticated', says: 'the credentials are refused' };
    if (status === 403)
        return { code: 'instance.forbidden', says: 'the account may not do this' };
    if (status === 404)
        return { code: 'record.changed', says: 'the record is not there any more, or access rules hide it' };
    if (status >= 500)
        return { code: 'instance.server-error', says: 'the instance failed' };
    return { code: 'instance.refused', says: 'the instance refuses the request' };
}
function refusal(answer, asked) {
    const { status } = answer;
    if (status === 404 && !asked.write && !hasError(answer))
        return notDocumented(asked, `HTTP 404 of something else`);
    const title = pageTitle(answer);
    const reason = title ?? reasonIn(answer);
    const found = status === 401 || status >= 500 ? undefined : MEANINGS.find(({ test }) => test.test(reason));
    const { code, says, hint = status === 401 ? answer.signInHint : undefined } = found ?? byStatus(status);
    const quoted = reason === '' ? '' : `: "${reason}"`;
    const message = `${asked.what}: ${says} (HTTP ${status}${quoted})`;
    if (asked.write && status >= 500)
        return new _http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .WriteUnknown */ .ez(code, message);
    return new Refusal(code, message, { status, hint, noSuchTable: status === 400 && NO_SUCH_TABLE.test(reason) });
}
function requireSuccess(answer, asked) {
    requireAwake(answer, asked);
    if (answer.status < 200 || answer.status >= 300)
        throw refusal(answer, asked);
    requireNoPage(answer, asked);
    const encoding = answer.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity')
        throw notDocumented(asked, `encoded (${(0,_http_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(encoding, 30)}) though that was not asked for`);
}
function requireAwake(answer, asked) {
    if (/hibernat/i.test(pageTitle(answer) ?? '')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('instance.asleep', `${asked.what}: the instance is hibernating`);
    }
}
function requireNoPage(answer, asked) {
    requireAwake(answer, asked);
    const title = pageTitle(answer);
    if (title !== undefined)
        throw notDocumented(asked, `a web page${title === '' ? '' : ` with the title "${title}"`}`);
}
function notDocumented(asked, instead) {
    const message = `${asked.what}: the answer is ${instead}, not what the API of an instance answers`;
    return asked.write ? new _http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .WriteUnknown */ .ez('instance.not-json', message) : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('instance.not-json', message);
}
function resultOf(answer, asked) {
    requireSuccess(answer, asked);
    const type = answer.headers['content-type'] ?? '';
    if (!/^application\/json\b/i.test(type)) {
        throw notDocumented(asked, type === '' ? 'of no content type' : `of the content type ${(0,_http_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g)(type, 60)}`);
    }
    const body = parseBody(answer);
    if (!isRecord(body))
        throw notDocumented(asked, body === undefined ? 'cut off or not JSON' : 'JSON of another form');
    if (isRecord(body.error)) {
        const message = `${asked.what}: the answer is incomplete: "${reasonIn(answer)}"`;
        throw asked.write ? new _http_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .WriteUnknown */ .ez('instance.server-error', message) : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('instance.server-error', message);
    }
    if (!Object.hasOwn(body, 'result'))
        throw notDocumented(asked, 'JSON without a result');
    return body.result;
}


/***/ }),

/***/ 21555:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ createLimiter)
/* harmony export */ });
function createLimiter(size) {
    const waiting = [];
    let free = size;
    return async (task) => {
        if (free > 0)
            free -= 1;
        else
            await new Promise((resolve) => waiting.push(resolve));
        try {
            return await task();
        }
        finally {
            const next = waiting.shift();
            if (next)
                next();
            else
                free += 1;
        }
    };
}


/***/ }),

/***/ 86975:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ likeness),
/* harmony export */   Ap: () => (/* binding */ familyOf),
/* harmony export */   CH: () => (/* binding */ toAskReferencesOf),
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   Ng: () => (/* binding */ isUsable),
/* harmony export */   PT: () => (/* binding */ isHeldBack),
/* harmony export */   ZJ: () => (/* binding */ retiredOf),
/* harmony export */   kT: () => (/* binding */ replacedOf),
/* harmony export */   ll: () => (/* binding */ newestFirst),
/* harmony export */   v9: () => (/* binding */ holds),
/* harmony export */   wP: () => (/* binding */ isWhole)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42471);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10818);



function familyOf(stored, identity, kind, name) {
    const { jks, pkcs12, trusted } = stored.facts.certificateTypes;
    const types = kind === 'keystore' ? [jks, pkcs12] : [trusted];
    return rowsOf(stored.certificates, name).flatMap((row) => {
        const generation = (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .generationOf */ .gS)(name, row.columns.name ?? '');
        if (generation === undefined || !types.includes(row.columns.type ?? ''))
            return [];
        return [memberOf(row, generation, stored.attachments.get(row.sysId) ?? [], identity, kind)];
    });
}
function rowsOf(rows, name) {
    const known = BY_NAME.get(rows);
    if (known !== undefined)
        return known.get(name) ?? [];
    const byName = new Map();
    for (const row of rows) {
        for (const begin of beginsOf(row.columns.name ?? '')) {
            const same = byName.get(begin);
            if (same === undefined)
                byName.set(begin, [row]);
            else
                same.push(row);
        }
    }
    BY_NAME.set(rows, byName);
    return byName.get(name) ?? [];
}
const BY_NAME = new WeakMap();
function beginsOf(name) {
    const end = name.lastIndexOf(' (');
    return end < 0 ? [name] : [name, name.slice(0, end)];
}
function memberOf(row, generation, attachments, identity, kind) {
    const mark = attachments.map(({ fileName }) => (0,_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMark */ .lw)(fileName)).find((found) => found !== undefined);
    const attached = attachments.length === 1 ? (attachments[0]?.hash ?? '') || (mark?.content ?? '') : '';
    const pem = kind === 'trusted-certificate' ? (row.columns.pem ?? '') : '';
    return {
        row,
        name: row.columns.name ?? '',
        active: row.columns.active === 'true',
        generation,
        attachments,
        pasted: pem !== '',
        mark,
        whose: whoseIs(mark, identity),
        sha256: pem === '' ? attached : hashOfPem(pem),
    };
}
function whoseIs(mark, identity) {
    if (mark === undefined)
        return 'unmarked';
    if (!(0,_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .isHere */ .nw)(mark, identity))
        return 'other-instance';
    if ((0,_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .isOfSpec */ .TI)(mark, identity))
        return 'ours';
    return mark.owner === identity.owner ? 'other-environment' : 'other-owner';
}
function hashOfPem(pem) {
    const base64 = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/.exec(pem)?.[1];
    return base64 === undefined ? '' : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', Buffer.from(base64, 'base64'), 'hex');
}
function likeness(member, wanted) {
    if (member.row.columns.type !== wanted.type)
        return 'different';
    if (wanted.stands === 'pasted' && !member.pasted)
        return 'different';
    if (wanted.stands === 'attached' && member.attachments.length === 0)
        return 'different';
    if (member.pasted)
        return member.sha256 === wanted.sha256 ? 'same' : 'different';
    if (member.attachments.length !== 1)
        return 'different';
    if (wanted.secret && member.whose === 'other-instance')
        return 'different';
    const hash = member.attachments[0]?.hash ?? '';
    if (hash !== '' && hash === wanted.sha256)
        return 'same';
    if (member.mark?.writer !== _mark_js__WEBPACK_IMPORTED_MODULE_1__/* .WRITER */ .cI)
        return 'open';
    const marked = member.mark.content === wanted.sha256.slice(0, 16);
    if (hash !== '' && !hash.startsWith(member.mark.content))
        return 'open';
    if (!marked || hash !== '')
        return 'different';
    return wanted.size === undefined || member.attachments[0]?.size === wanted.size ? 'same' : 'open';
}
function holds(member, wanted, opened) {
    const found = likeness(member, wanted);
    if (found !== 'open')
        return found === 'same';
    const content = opened.get(member.row.sysId);
    if (content?.kind === 'requested')
        return content.facts.same;
    return content?.kind === 'same' || (content?.kind === 'issued' && content.facts.sha256 === wanted.sha256);
}
const isLive = (member) => member.generation.is === 'current' || member.generation.is === 'new';
const isRetired = ({ generation, active }) => generation.is === 'retired' && !active;
const isWhole = ({ attachments, mark, sha256 }) => attachments.length === 1 && mark !== undefined && sha256.startsWith(mark.content);
const isUsable = (member, now) => member.whose === 'ours' &&
    isWhole(member) &&
    (member.mark?.notAfter ?? '') >= now.toISOString().slice(0, 10).replaceAll('-', '');
function newestFirst(replaced) {
    const key = ({ generation, row: { columns } }) => `${'date' in generation ? generation.date : ''} ${columns.updated ?? ''} ${columns.created ?? ''}`;
    return [...replaced].sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : a.row.sysId < b.row.sysId ? -1 : 1));
}
const retiredOf = (family) => newestFirst(family.filter(isRetired));
const replacedOf = (family) => newestFirst(family.filter((member) => isRetired(member) || (member.generation.is === 'in use' && member.active)));
function toAskReferencesOf(family, wanted, opened, keep) {
    if (wanted.sha256 === '')
        return family.map(({ row }) => row.sysId);
    const stepAside = family.filter((member) => !(isLive(member) && member.active && holds(member, wanted, opened)) && !isRetired(member));
    const kept = Math.max(0, keep - stepAside.length);
    const surplus = retiredOf(family).filter((member, index) => index >= kept || !isWhole(member) || member.whose === 'other-instance');
    return [...stepAside, ...surplus, ...family.filter(({ generation }) => generation.is === 'rolled back')].map(({ row }) => row.sysId);
}
function isHeldBack(family, wanted, opened) {
    const holding = family.filter((member) => holds(member, wanted, opened));
    return (holding.some(({ generation }) => generation.is === 'rolled back') &&
        !holding.some((member) => isLive(member) && member.active));
}


/***/ }),

/***/ 77913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Po: () => (/* binding */ tooLong),
/* harmony export */   a7: () => (/* binding */ weighed),
/* harmony export */   qY: () => (/* binding */ offlineProblems)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

function weighed(finding, publishes, accept, levels) {
    if (accept.includes(finding.code) && finding.severity === 'error')
        return { ...finding, severity: 'warning' };
    if (finding.code === 'certificate.expiring')
        return { ...finding, severity: levels.expiring };
    if (publishes || finding.severity !== 'error')
        return finding;
    return { ...finding, severity: finding.code === 'certificate.expired' ? levels.expired : 'warning' };
}
function tooLong({ passwordLength }, { passwordMaxLength }) {
    if (passwordLength <= passwordMaxLength)
        return [];
    const message = `the password is longer than the ${passwordMaxLength} characters that the instance stores`;
    return [{ code: 'instance.password-not-saved', severity: 'error', message }];
}
function offlineProblems(wanted, levels) {
    const told = (section, items) => [...items].flatMap(({ name, at, findings, accept }) => findings.map((finding) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOf */ .Zw)(weighed(finding, true, accept, levels), `${section}.${name}`, at)));
    return [
        ...told('trusted-certificates', wanted.trusted.values()),
        ...told('keystores', wanted.keystores.values()),
        ...told('keystores', wanted.unseen.values()),
        ...told('keystores', [...wanted.requested.values()].map(ofCertificate)),
    ];
}
const ofCertificate = ({ findings, certificate, ...wanted }) => ({
    ...wanted,
    findings: [...findings, ...(certificate?.findings ?? [])],
});


/***/ }),

/***/ 9702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ inDays),
/* harmony export */   FP: () => (/* binding */ settleIssued),
/* harmony export */   GZ: () => (/* binding */ askedFor),
/* harmony export */   Tn: () => (/* binding */ rootInUse),
/* harmony export */   ev: () => (/* binding */ isNamed),
/* harmony export */   jF: () => (/* binding */ byRun),
/* harmony export */   mi: () => (/* binding */ contentInPlace),
/* harmony export */   n8: () => (/* binding */ unreadableOf),
/* harmony export */   sP: () => (/* binding */ unknownRotations),
/* harmony export */   wc: () => (/* binding */ renewalOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _spec_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23803);
/* harmony import */ var _x509_format_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87181);
/* harmony import */ var _family_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86975);




const isNamed = (names, name) => names.some((one) => one === 'all' || one === name || one === `keystores.${name}`);
function unknownRotations({ rotate, purge }, isKnown, what) {
    const told = (input, names) => names
        .filter((name) => name !== 'all' && !isKnown(name.replace(/^keystores\./, '')))
        .map((name) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOf */ .Zw)({ code: 'input.invalid', severity: 'error', message: `input ${input}: ${name}: ${what}` }, ''));
    return [...told('rotate', rotate), ...told('rotate-purge', purge)];
}
function settleIssued(wanted, family, observed, { now, rotation }) {
    const found = family.flatMap((member) => {
        const opened = observed.opened.get(member.row.sysId);
        return opened?.kind === 'issued' && member.whose !== 'other-instance' ? [{ member, facts: opened.facts }] : [];
    });
    const current = found.find(({ member }) => member.active && member.generation.is === 'current');
    const fitting = found
        .filter(({ facts, member }) => fits(facts, member, wanted, observed, now))
        .sort((a, b) => byRun(a.member, b.member, rotation.runId));
    const waiting = fitting.find(({ member }) => member.generation.is === 'new');
    const rolledBack = fitting.find(({ member }) => member.generation.is === 'rolled back');
    const inUse = family.some((member) => member.active && member.generation.is === 'current');
    const used = fitting.find(({ member }) => (0,_family_js__WEBPACK_IMPORTED_MODULE_2__/* .isLive */ .DG)(member) && member.active) ??
        (inUse ? undefined : fitting.find(({ member }) => member.generation.is === 'current'));
    const there = [waiting, used, rolledBack].filter((one) => one !== undefined);
    const asked = askedFor(wanted.name, rotation, there);
    const purged = isNamed(rotation.purge, wanted.name);
    const unreadable = unreadableOf(family, observed);
    const leave = ({ facts }, findings, atOnce = false) => ({
        sha256: facts.sha256,
        facts,
        reason: 'renewal-due',
        notes: [],
        findings,
        atOnce,
    });
    const use = (one, reason, findings) => {
        if (rotation.runId === undefined)
            return leave(one, findings, true);
        const notes = ['the keystore that is on the instance already is used now: it was named in rotate'];
        return { sha256: '', facts: one.facts, reason, notes, findings, atOnce: true, copied: one.member };
    };
    if (waiting !== undefined && asked !== 'purge') {
        const told = unreadable === undefined ? [] : [{ ...unreadable, severity: 'warning' }];
        if (asked === 'rotate')
            return use(waiting, 'handover', told);
        return leave(waiting, told, purged || isCopy(waiting, found, rotation.runId));
    }
    if (unreadable !== undefined && asked === 'no' && !(purged && rolledBack !== undefined)) {
        return { sha256: '', facts: undefined, reason: 'missing', notes: [], findings: [unreadable], atOnce: false };
    }
    if (rolledBack !== undefined && asked !== 'purge') {
        if (asked === 'rotate')
            return use(rolledBack, 'rotated', []);
        if (purged)
            return leave(rolledBack, [], true);
        const until = current && heldUntil(rolledBack.member, current.facts.leaf, wanted);
        if (current !== undefined && until !== undefined && now < until) {
            return leave(rolledBack, [whenNext(current.facts.leaf, until, now)]);
        }
    }
    if (used !== undefined && asked === 'no') {
        const due = renewalOf(used.facts.leaf, wanted);
        if (now < due)
            return leave(used, [whenNext(used.facts.leaf, due, now)]);
        return issue(current, 'renewal-due', whyDue(used.facts.leaf, due, now));
    }
    if (asked !== 'no' && current !== undefined)
        return issue(current, 'rotated', `it was named in ${rotationInput(asked)}`, asked === 'purge');
    if (current === undefined) {
        return issue(undefined, inUse ? 'not-whole' : 'missing', 'there is none that could be used', asked === 'purge');
    }
    if (new Date(current.facts.leaf.notAfter) <= now)
        return issue(current, 'renewal-due', 'it has expired');
    return issue(current, 'request-changed', `another is asked for: ${current.facts.differs.join(', ')}`);
}
const isCopy = ({ member, facts }, found, runId) => runId !== undefined &&
    member.mark?.runId === runId &&
    found.some((other) => other.member !== member && other.facts.sha256 === facts.sha256);
function byRun(a, b, runId) {
    const isOwn = ({ mark }) => runId !== undefined && mark?.runId === runId;
    const age = ({ row: { columns, sysId } }) => `${columns.created ?? ''} ${sysId}`;
    return Number(isOwn(b)) - Number(isOwn(a)) || (age(a) < age(b) ? -1 : 1);
}
const rotationInput = (asked) => (asked === 'purge' ? 'rotate-purge' : 'rotate');
function issue(current, reason, why, atOnce = false) {
    return { sha256: '', facts: current?.facts, reason, notes: [`a new key and certificate: ${why}`], findings: [], atOnce };
}
function askedFor(name, { rotate, purge, runId }, there) {
    if (runId !== undefined && there.some(({ member }) => member.mark?.runId === runId))
        return 'no';
    if (isNamed(purge, name))
        return 'purge';
    return isNamed(rotate, name) ? 'rotate' : 'no';
}
function fits(facts, { row }, wanted, { facts: { certificateTypes } }, now) {
    return facts.differs.length === 0 && row.columns.type === certificateTypes[wanted.type] && new Date(facts.leaf.notAfter) > now;
}
function unreadableOf(family, observed, hint) {
    for (const { active, generation, row, name, whose, attachments } of family) {
        if (!active || generation.is !== 'current' || whose === 'other-instance')
            continue;
        const opened = observed.opened.get(row.sysId);
        const several = attachments.length > 1 ? `it has ${attachments.length} attachments` : undefined;
        const why = opened?.kind === 'unreadable' ? opened.why : several;
        if (why === undefined)
            continue;
        const message = `the keystore in ${name} (${row.sysId}) cannot be opened: ${why}`;
        return { code: 'keystore.in-use-unreadable', severity: 'error', message, ...(hint !== undefined && { hint }) };
    }
    return undefined;
}
function rootInUse(family, { opened }) {
    const used = family.find(({ active, generation, whose }) => active && generation.is === 'current' && whose !== 'other-instance');
    const content = used && opened.get(used.row.sysId);
    if (content?.kind === 'issued')
        return content.facts.root;
    return used?.mark === undefined ? undefined : '';
}
function renewalOf(leaf, wanted) {
    const [from, until] = [new Date(leaf.notBefore).getTime(), new Date(leaf.notAfter).getTime()];
    const lasts = until - from;
    const third = lasts / 3;
    const handover = wanted.handoverMs === 0 ? 0 : wanted.handoverMs + _spec_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .BETWEEN_RUNS */ .o8;
    const roomy = handover === 0 ? 0 : handover + _spec_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .BETWEEN_RUNS */ .o8;
    const before = Math.max(wanted.renewBeforeMs ?? third, roomy <= lasts / 2 ? roomy : handover);
    return new Date(until - (before >= lasts ? third : before));
}
function heldUntil({ generation }, leaf, wanted) {
    const since = 'date' in generation ? new Date(generation.date).getTime() : 0;
    const half = (since + new Date(leaf.notAfter).getTime()) / 2;
    return new Date(Math.max(renewalOf(leaf, wanted).getTime(), half));
}
const inDays = (ms) => (0,_x509_format_js__WEBPACK_IMPORTED_MODULE_3__/* .daysText */ .D5)(Math.max(0, Math.floor(ms / _x509_format_js__WEBPACK_IMPORTED_MODULE_3__/* .DAY */ .d_)));
function whenNext({ notAfter }, due, now) {
    const left = inDays(new Date(notAfter).getTime() - now.getTime());
    const message = `valid for ${left}, until ${notAfter.slice(0, 10)}; renewed in ${(0,_x509_format_js__WEBPACK_IMPORTED_MODULE_3__/* .daysText */ .D5)(Math.ceil((due.getTime() - now.getTime()) / _x509_format_js__WEBPACK_IMPORTED_MODULE_3__/* .DAY */ .d_))}, from ${due.toISOString().slice(0, 10)} on`;
    return { code: 'keystore.renewal', severity: 'notice', message };
}
function whyDue({ notAfter }, due, now) {
    const left = inDays(new Date(notAfter).getTime() - now.getTime());
    return `the one in use is valid for ${left}, until ${notAfter.slice(0, 10)}, and renewed since ${due.toISOString().slice(0, 10)}`;
}
function contentInPlace(family, observed) {
    const order = ['new', 'rolled back', 'current'];
    const found = family.flatMap((member) => {
        const opened = observed.opened.get(member.row.sysId);
        const counts = member.generation.is !== 'current' || member.active;
        return opened?.kind === 'issued' && counts && order.includes(member.generation.is) ? [{ member, facts: opened.facts }] : [];
    });
    found.sort((a, b) => order.indexOf(a.member.generation.is) - order.indexOf(b.member.generation.is));
    return found[0]?.facts;
}


/***/ }),

/***/ 86437:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YB: () => (/* binding */ namedColumn),
/* harmony export */   vW: () => (/* binding */ namedValue),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
const SYS_ID = /\b[0-9a-f]{32}\b/g;
const SYS_IDS = /^[0-9a-f]{32}(?:,[0-9a-f]{32})*$/;
const COLUMN_OF = /^(.+ of )([0-9a-f]{32})$/;
function namesIn(changes, { certificates, profiles, people }) {
    const known = new Map();
    for (const { sysId, columns } of [...certificates, ...profiles])
        known.set(sysId, columns.name ?? '');
    for (const [name, { sysIds }] of people)
        for (const sysId of sysIds)
            known.set(sysId, name);
    const mentioned = changes.flatMap(({ columns }) => columns.flatMap(({ column, from, to }) => [column, from ?? '', to]));
    return new Map(mentioned
        .flatMap((text) => text.match(SYS_ID) ?? [])
        .map((sysId) => [sysId, known.get(sysId) ?? ''])
        .filter(([, name]) => name !== ''));
}
const named = (sysId, names) => {
    const name = names.get(sysId);
    return name === undefined ? sysId : `${name} (${sysId})`;
};
const namedValue = (value, names) => SYS_IDS.test(value)
    ? value
        .split(',')
        .map((sysId) => named(sysId, names))
        .join(', ')
    : value;
function namedColumn(column, all, names) {
    const [, what = '', sysId = ''] = COLUMN_OF.exec(column) ?? [];
    const isSaid = all.some((other) => other.column.endsWith(sysId) && other.from === names.get(sysId));
    return sysId === '' || isSaid ? column : `${what}${named(sysId, names)}`;
}


/***/ }),

/***/ 10818:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TI: () => (/* binding */ isOfSpec),
/* harmony export */   cI: () => (/* binding */ WRITER),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   lw: () => (/* binding */ parseMark),
/* harmony export */   nw: () => (/* binding */ isHere),
/* harmony export */   ry: () => (/* binding */ formatMark)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const WRITER = 1;
const PATTERN = /^smtls\.([0-9a-f]{8})\.([A-Za-z0-9_-]{1,32})\.([0-9a-f]{8})\.(\d{8})\.([0-9a-f]{16})\.w(\d{1,4})(?:\.r(\d{1,20}))?\.(?:jks|p12|cer)$/;
const ownerHash = (owner) => sha256Start(owner.toLowerCase());
const instanceHash = (name) => sha256Start(name.toLowerCase());
function sha256Start(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', text, 'hex').slice(0, 8);
}
function parseMark(fileName) {
    const match = PATTERN.exec(fileName);
    if (match === null)
        return undefined;
    const [, owner = '', environment = '', instance = '', notAfter = '', content = '', writer = '0', runId] = match;
    return { owner, environment, instance, notAfter, content, writer: Number(writer), runId };
}
const isHere = (mark, identity) => mark.instance === identity.instance || identity.alsoKnownAs.includes(mark.instance) || !identity.nameKnown;
const isOfSpec = (mark, identity) => mark?.owner === identity.owner && mark.environment === identity.environment && isHere(mark, identity);
function identityOf(owner, environment, origin, name) {
    const host = new URL(origin).hostname.replace(/\.service-now\.com$/, '');
    const hashes = [name, host].filter((known) => known !== '').map(instanceHash);
    return {
        owner: ownerHash(owner),
        environment,
        instance: hashes[0] ?? '',
        alsoKnownAs: hashes.slice(1),
        nameKnown: name !== '',
    };
}
function formatMark(identity, notAfter, sha256, extension, runId) {
    const date = notAfter.slice(0, 10).replaceAll('-', '');
    const run = runId === undefined || !/^\d{1,20}$/.test(runId) ? '' : `.r${runId}`;
    return `smtls.${identity.owner}.${identity.environment}.${identity.instance}.${date}.${sha256.slice(0, 16)}.w${WRITER}${run}.${extension}`;
}


/***/ }),

/***/ 38582:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isOnlyDue),
/* harmony export */   m: () => (/* binding */ countsOf)
/* harmony export */ });
const isOnlyDue = ({ reason }) => reason === 'renewal-due' || reason === 'handover';
function countsOf(plan) {
    const count = (kind) => plan.changes.filter((change) => change.kind === kind).length;
    return {
        create: count('create'),
        update: count('update'),
        rotate: count('rotate'),
        delete: count('delete'),
        unchanged: plan.unchanged.length,
    };
}


/***/ }),

/***/ 42471:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ baseName),
/* harmony export */   Q$: () => (/* binding */ dateOf),
/* harmony export */   QQ: () => (/* binding */ keptName),
/* harmony export */   gS: () => (/* binding */ generationOf),
/* harmony export */   mS: () => (/* binding */ untilName),
/* harmony export */   oW: () => (/* binding */ newName),
/* harmony export */   tu: () => (/* binding */ comingName),
/* harmony export */   xv: () => (/* binding */ withoutDate)
/* harmony export */ });
const SUFFIX = /^ \((?:new ([0-9a-f]{8})|(retired|in use|rolled back) (\d{4}-\d\d-\d\d) ([0-9a-f]{8})|until (\d{4}-\d\d-\d\d))\)$/;
const isKept = (word) => word === 'retired' || word === 'in use' || word === 'rolled back';
function generationOf(name, recordName) {
    if (recordName === name)
        return { is: 'current' };
    if (!recordName.startsWith(`${name} (`))
        return undefined;
    const [, fresh, word, date = '', hash = '', until] = SUFFIX.exec(recordName.slice(name.length)) ?? [];
    if (fresh !== undefined)
        return { is: 'new', hash: fresh };
    if (isKept(word))
        return { is: word, date, hash };
    if (until !== undefined)
        return { is: 'until', date: until };
    return undefined;
}
function baseName(recordName) {
    const end = recordName.lastIndexOf(' (');
    return end > 0 && SUFFIX.test(recordName.slice(end)) ? recordName.slice(0, end) : recordName;
}
const short = (sha256) => (sha256 === '' ? '00000000' : sha256.slice(0, 8));
const dateOf = (time) => time.toISOString().slice(0, 10);
const newName = (name, sha256) => `${name} (new ${short(sha256)})`;
const comingName = (name, sha256) => (sha256 === '' ? `${name} (new \u2026)` : newName(name, sha256));
const untilName = (name, date) => `${name} (until ${dateOf(date)})`;
function keptName(name, is, since, sha256) {
    return `${name} (${is} ${typeof since === 'string' ? since : dateOf(since)} ${short(sha256)})`;
}
function withoutDate(recordName) {
    return recordName.replace(/ \((retired|in use|rolled back|until) \d{4}-\d\d-\d\d/, ' ($1 DATE');
}


/***/ }),

/***/ 47469:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FU: () => (/* binding */ messageWarnings),
/* harmony export */   IY: () => (/* binding */ resolveMessage),
/* harmony export */   j7: () => (/* binding */ planColumns),
/* harmony export */   mC: () => (/* binding */ resolveProfile),
/* harmony export */   pC: () => (/* binding */ methodWarnings)
/* harmony export */ });
function resolveProfile(observed, name) {
    const rows = observed.profiles.filter((row) => row.columns.name === name);
    if (rows.length > 1)
        return { finding: ambiguous('protocol profiles', rows, ONE_PROFILE) };
    return { row: rows[0] };
}
const WORDS = {
    'rest-message': 'REST message',
    'soap-message': 'SOAP message',
    connection: 'connection',
    'oauth-provider': 'OAuth provider',
};
function resolveMessage(observed, query) {
    const what = WORDS[query.kind];
    const unavailable = observed.facts.unavailable[query.kind];
    if (unavailable !== undefined)
        return { finding: { code: 'record.unclear', severity: 'error', message: unavailable } };
    const named = observed.messages[query.kind].filter((row) => row.columns.name === query.name);
    const rows = named.filter((row) => (query.sysId === undefined || row.sysId === query.sysId) &&
        (query.scope === undefined || row.columns.scope === query.scope || row.columns['scope-name'] === query.scope));
    if (rows.length > 1)
        return { finding: ambiguous(`${what}s`, rows) };
    if (rows[0] !== undefined)
        return { row: rows[0] };
    const message = named.length === 0
        ? `the instance has no ${what} of this name`
        : `no ${what} of this name has the ${query.sysId === undefined ? 'scope' : 'sys-id'} that the spec gives`;
    return { finding: { code: 'record.missing', severity: 'error', message } };
}
const ONE_PROFILE = 'which of them a call over its scheme takes is a guess: keep the one that messages refer to and that points at the keystore in use, repoint the other messages, and delete the other profiles';
function ambiguous(what, rows, hint) {
    const ids = rows.map(({ sysId }) => sysId).join(', ');
    const message = `${rows.length} ${what} have this name: ${ids}`;
    return { code: 'record.ambiguous', severity: 'error', message, ...(hint !== undefined && { hint }) };
}
function messageWarnings(row) {
    const findings = [];
    if (row.columns['authentication-type'] === 'oauth2') {
        findings.push({ code: 'message.oauth2', severity: 'warning', message: `the message signs in with OAuth 2.0` });
    }
    if (!['', 'false', '0'].includes(row.columns['mid-server'] ?? '')) {
        findings.push({ code: 'message.mid-server', severity: 'warning', message: `the message is sent by a MID Server` });
    }
    return findings;
}
function methodWarnings(observed, row, wanted) {
    const nameOf = (profile) => observed.profiles.find(({ sysId }) => sysId === profile)?.columns.name ?? profile;
    return observed.methods
        .filter(({ message, profile }) => message === row.sysId && profile !== '')
        .filter(({ mutualAuthentication, profile }) => mutualAuthentication !== wanted.mutualAuthentication ||
        (mutualAuthentication && nameOf(profile) !== wanted.protocolProfile))
        .map(({ name, mutualAuthentication, profile }) => {
        const says = mutualAuthentication ? `uses the profile ${nameOf(profile)}` : 'has mutual authentication off';
        return { code: 'message.method', severity: 'warning', message: `its method ${name} overrides the message: it ${says}` };
    });
}
const equals = (stored, wanted) => typeof wanted === 'string' ? stored === wanted : 'sysId' in wanted && stored === wanted.sysId;
function planColumns(wanted, row, tables) {
    const { table, columns: names } = tables[wanted.kind];
    const item = `${wanted.section}.${wanted.name}`;
    const differing = Object.entries({ ...(row === undefined ? wanted.initially : {}), ...wanted.columns }).filter(([column, value]) => !wanted.settled.includes(column) && !equals(row?.columns[column], value));
    const { beside = { columns: [], steps: [] } } = wanted;
    if (differing.length === 0 && beside.steps.length === 0)
        return undefined;
    const values = Object.fromEntries(differing);
    const record = row === undefined ? { made: item } : { sysId: row.sysId };
    const step = row === undefined
        ? { do: 'create', kind: wanted.kind, item, columns: values, known: [] }
        : { do: 'update', kind: wanted.kind, record, name: wanted.name, columns: values };
    const scope = row?.columns['scope-name'] ?? row?.columns.scope ?? '';
    const protection = row?.columns.protection ?? '';
    const columns = differing.map(([column, value]) => ({
        column: names[column] ?? column,
        from: row?.columns[column] ?? null,
        to: typeof value === 'string' ? value : (wanted.refersTo[column] ?? ''),
    }));
    return {
        item,
        kind: row === undefined ? 'create' : 'update',
        table,
        name: wanted.name,
        sysId: row?.sysId ?? null,
        reason: row === undefined ? 'missing' : 'column-differs',
        columns: [...columns, ...beside.columns],
        contentHash: null,
        dependsOn: wanted.dependsOn,
        steps: [...(differing.length === 0 ? [] : [step]), ...beside.steps],
        notes: [
            ...(scope === '' ? [] : [`it is a part of the application scope ${scope}`]),
            ...(protection === '' ? [] : [`its protection policy is ${protection}`]),
        ],
    };
}


/***/ }),

/***/ 40745:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ usersOf),
/* harmony export */   s: () => (/* binding */ wiringOf)
/* harmony export */ });
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47469);

function wiringOf(spec, observed) {
    const messages = spec.messages.map(({ kind, name, scope, sysId, mutualAuthentication, protocolProfile }) => {
        const resolved = observed === undefined ? undefined : (0,_references_js__WEBPACK_IMPORTED_MODULE_0__/* .resolveMessage */ .IY)(observed, { kind, name, scope, sysId });
        const endpoint = resolved !== undefined && 'row' in resolved ? resolved.row?.columns.endpoint : undefined;
        const item = `${kind}s.${name}`;
        return { item, name, profile: mutualAuthentication ? protocolProfile : undefined, partner: hostOf(endpoint ?? '') };
    });
    const profiles = [...spec.protocolProfiles.values()].map(({ name, keystore }) => ({ name, keystore }));
    return { messages, profiles };
}
const hostOf = (endpoint) => /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?([^/?#@]+)/i.exec(endpoint)?.[1] ?? '';
function usersOf({ messages, profiles }, keystore) {
    const using = new Set(profiles.filter((profile) => profile.keystore === keystore).map(({ name }) => name));
    return messages.filter(({ profile }) => profile !== undefined && using.has(profile));
}


/***/ }),

/***/ 65468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ flat),
/* harmony export */   m: () => (/* binding */ problemOutputs),
/* harmony export */   outputsOf: () => (/* binding */ outputsOf)
/* harmony export */ });
function outputsOf(facts) {
    const { plan, counts, changed, certificates, problems, directory, planFile, resultFile, targets } = facts;
    const days = certificates.filter(({ kind }) => kind === 'keystore').map(({ daysRemaining }) => daysRemaining);
    return {
        changed: changed === undefined ? '' : String(changed),
        changes: counts === undefined ? '' : JSON.stringify(counts),
        'plan-digest': plan?.digest ?? '',
        'plan-file': planFile,
        certificates: JSON.stringify(certificates),
        'days-to-expiry': days.length === 0 ? '' : String(Math.min(...days)),
        'certificate-directory': directory,
        'result-file': resultFile,
        targets: targets === undefined ? '' : JSON.stringify(matrixOf(targets)),
        'artifact-id': '',
        'artifact-url': '',
        ...problemOutputs(problems),
    };
}
const matrixOf = (targets) => ({
    environment: targets.map(({ environment }) => environment),
    include: targets,
});
function problemOutputs(problems) {
    return {
        problems: JSON.stringify(problems.map(flat)),
        'error-code': problems.find(({ severity }) => severity === 'error')?.code ?? '',
    };
}
function flat({ code, severity, item, message, hint, at }) {
    return { code, severity, item, message, hint, file: at?.file ?? null, line: at?.line ?? null, column: at?.column ?? null };
}


/***/ }),

/***/ 65655:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ textOf)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14031);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72691);


function textOf(report) {
    const { plan } = report;
    const where = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .whereOf */ .de)(report);
    const changes = plan?.changes ?? [];
    const sections = [
        { title: `changes`, lines: changes.flatMap((change) => changeLines(change, report)) },
        { title: 'environments', lines: (report.targets ?? []).map(targetLine) },
        { title: 'examined', lines: (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .examinedOf */ .p4)(report).map(([what, found]) => `${what}: ${found}`) },
        { title: 'blocked', lines: blockedLines(report) },
        { title: 'certificates', lines: certificateLines(report.certificates) },
        { title: 'problems', lines: report.problems.flatMap(problemLines) },
    ];
    const depth = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .depthSentence */ .nC)(report);
    const summary = {
        title: `${report.command} ${where}`.trim(),
        lines: [(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .verdict */ .WJ)(report), depth, (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .changeSentence */ .y6)(report)].filter((line) => line !== ''),
    };
    return [...sections.filter(({ lines }) => lines.length > 0), summary].map(({ title, lines }) => ({
        title: (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .logLine */ .BP)(title),
        lines: lines.map(_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .logLine */ .BP),
    }));
}
function changeLines(change, report) {
    const outcome = report.outcomes.get(change.item);
    const ended = outcome === undefined ? '' : ` (${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .endOf */ .pJ)(outcome)})`;
    const columns = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .PL)(change, report);
    const width = Math.max(0, ...columns.map(({ column }) => column.length));
    return [
        `${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .SIGN */ .AJ[change.kind]} ${change.kind} ${change.item} in ${change.table}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(change)}${ended}`,
        ...columns.map(({ column, text }) => `    ${column.padEnd(width)}  ${text}`),
        ...(change.contentHash === null ? [] : [`    content sha256 ${change.contentHash}`]),
        ...change.notes.map((note) => `    note: ${note}`),
    ];
}
const targetLine = (target) => `${target.environment}: ${target.instance}${target.protected ? ' (protected)' : ''}`;
function blockedLines(report) {
    return (report.plan?.blocked ?? []).map((blocked) => {
        const why = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .blockedBecause */ .hs)(blocked, report);
        return `! ${blocked.item}: ${'see' in why ? why.see : `waits for ${why.waitsFor}`}`;
    });
}
function certificateLines(certificates) {
    const width = Math.max(0, ...certificates.map(({ name }) => name.length));
    return certificates.flatMap(({ name, kind, notAfter, daysRemaining, subject, fingerprint256 }) => [
        `${name.padEnd(width)}  ${kind.padEnd(19)}  ${notAfter}  ${String(daysRemaining).padStart(5)} days  ${subject}`,
        `    sha256 ${fingerprint256}`,
    ]);
}
function problemLines({ severity, code, item, message, hint, at }) {
    const place = at === undefined ? '' : ` (${at.file}:${at.line}:${at.column})`;
    const what = item === '' ? message : `${item}: ${message}`;
    return [`${severity} ${code} ${what}${place}`, `    hint: ${hint}`];
}


/***/ }),

/***/ 72691:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   AJ: () => (/* binding */ SIGN),
/* harmony export */   PL: () => (/* binding */ columnsOf),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   de: () => (/* binding */ whereOf),
/* harmony export */   hs: () => (/* binding */ blockedBecause),
/* harmony export */   nC: () => (/* binding */ depthSentence),
/* harmony export */   p4: () => (/* binding */ examinedOf),
/* harmony export */   pJ: () => (/* binding */ endOf),
/* harmony export */   rB: () => (/* binding */ withProblems),
/* harmony export */   y6: () => (/* binding */ changeSentence)
/* harmony export */ });
/* harmony import */ var _plan_known_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86437);

function withProblems(report, more) {
    const failed = report.failed || more.some(({ severity }) => severity === 'error');
    return { ...report, problems: [...report.problems, ...more], failed };
}
function endOf({ is, because, captured }) {
    const sets = captured.length === 0 ? '' : `, in the update set ${captured.join(' and ')}`;
    return is === 'done' ? `done${sets}` : `${is}: ${because}${sets}`;
}
const SIGN = { create: '+', update: '~', rotate: '\u21bb', delete: '-' };
const REASONS = {
    missing: 'it is not there',
    'content-changed': 'its content changed',
    'column-differs': 'it differs from the spec',
    unfinished: 'a run has begun it and not finished it, or is still at it',
    inactive: 'it was made inactive',
    'other-instance': 'it holds the key of another instance, as after a clone',
    'not-whole': 'the record there is not whole',
    leftover: 'a run left something behind, or is still at it',
    surplus: 'more old generations are kept than the spec asks for',
    unused: 'nothing refers to the old generation any more',
    'renewal-due': 'it is time to renew it',
    'request-changed': 'another certificate is asked for',
    rotated: 'it was asked for',
    handover: 'a new one is published, or its handover has ended',
    'rolled-back': 'it returns to the generation before',
    absent: 'the spec says that it must not be there',
    destroyed: 'what this spec has made is taken away',
    'overlap-ended': 'the time in which the old certificate stays trusted is over',
};
const reasonOf = (change) => REASONS[change.reason];
function countsSentence(counts, past) {
    const words = [
        [counts.create, 'create', 'created'],
        [counts.update, 'update', 'updated'],
        [counts.rotate, 'rotate', 'rotated'],
        [counts.delete, 'delete', 'deleted'],
    ];
    const parts = words.flatMap(([count, verb, done]) => (count === 0 ? [] : [past ? `${count} ${done}` : `${count} to ${verb}`]));
    const sentence = parts.length === 0 ? [past ? 'nothing written' : 'nothing to change'] : parts;
    return [...sentence, `${counts.unchanged} unchanged`].join(', ');
}
const DEPTHS = {
    offline: 'offline: the spec, its files and certificates were looked at, no instance was asked',
    public: 'public: key secrets are withheld, so that keystores were told by their marks and public certificates alone',
    full: '',
};
function depthSentence({ depth, secretsWithheld }) {
    const sentence = depth === undefined ? '' : DEPTHS[depth];
    return sentence === '' || secretsWithheld === undefined ? sentence : `${sentence}; ${secretsWithheld}`;
}
function changeSentence({ changeRequest }) {
    if (changeRequest === undefined)
        return '';
    const { number, description, state, start, end } = changeRequest;
    return `change request ${number} (${state}, planned ${start} to ${end} UTC): ${description}`;
}
function verdict(report) {
    const count = (severity) => report.problems.filter((problem) => problem.severity === severity).length;
    const errors = count('error');
    if (report.command === 'doctor') {
        const warnings = count('warning');
        if (errors + warnings === 0)
            return 'nothing is wrong';
        return `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
    }
    if (report.command === 'export' && errors === 0)
        return 'the spec was written';
    if (errors === 0 && report.targets !== undefined) {
        return `${report.targets.length} ${report.targets.length === 1 ? 'environment' : 'environments'}`;
    }
    const without = report.depth === 'offline' ? 'nothing was compared' : 'no plan came about';
    const blocked = report.plan?.blocked.length ?? 0;
    const sentence = report.counts === undefined ? without : countsSentence(report.counts, report.writes);
    const counted = blocked === 0 ? sentence : `${sentence}, ${blocked} blocked`;
    return errors === 0 ? counted : `${counted}; ${errors} ${errors === 1 ? 'error' : 'errors'}`;
}
function whereOf({ environment, plan, examined }) {
    const instance = plan?.instance ?? examined?.instance;
    return instance === undefined ? environment : `${plan?.environment ?? environment} on ${instance}`.trim();
}
function examinedOf({ examined }) {
    if (examined === undefined)
        return [];
    const { roles, tables, certificateTypes: types, properties } = examined;
    const listed = (names) => names === null ? 'cannot be read' : names.length === 0 ? 'none' : names.join(', ');
    const set = Object.entries(properties ?? {}).map(([name, value]) => `${name}=${value}`);
    return [
        ['roles of the account', listed(roles)],
        ...tables.map(({ table, rows, refused }) => [`table ${table}`, refused ?? `${rows ?? 0} rows`]),
        ['types of certificates', listed(types)],
        ['system properties', listed(properties === null ? null : set)],
    ];
}
function columnsOf({ columns }, { names }) {
    const quoted = (value) => {
        if (value.startsWith('-----BEGIN '))
            return `(a certificate in PEM, ${value.length} characters)`;
        return value === '' ? '(empty)' : (0,_plan_known_names_js__WEBPACK_IMPORTED_MODULE_0__/* .namedValue */ .vW)(value, names);
    };
    return columns.map(({ column, from, to }) => ({
        column: (0,_plan_known_names_js__WEBPACK_IMPORTED_MODULE_0__/* .namedColumn */ .YB)(column, columns, names),
        text: from === null ? quoted(to) : `${quoted(from)} \u2192 ${quoted(to)}`,
    }));
}
function blockedBecause({ item, because }, { problems }) {
    if (item !== because)
        return { waitsFor: because };
    const isWrong = problems.some((problem) => problem.item === item && problem.severity === 'error');
    return { see: isWrong ? 'see its problems' : 'it waits: see what is said of it' };
}


/***/ }),

/***/ 23803:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   ft: () => (/* binding */ DURATION),
/* harmony export */   nv: () => (/* binding */ DURATION_FORMS),
/* harmony export */   o8: () => (/* binding */ BETWEEN_RUNS)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

const BETWEEN_RUNS = 8 * 24 * 60 * 60 * 1000;
const DURATION = /^\d{1,5}[dhms]$/;
const DURATION_FORMS = '30d, 12h, 10m or 90s';
const UNITS = new Map([
    ['d', 24 * 60 * 60 * 1000],
    ['h', 60 * 60 * 1000],
    ['m', 60 * 1000],
    ['s', 1000],
]);
function parseDuration(text) {
    const unit = UNITS.get(text.slice(-1));
    if (unit === undefined || !DURATION.test(text)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('input.invalid', `${JSON.stringify(text.slice(0, 40))}: not a duration as ${DURATION_FORMS}`);
    }
    return Number(text.slice(0, -1)) * unit;
}


/***/ }),

/***/ 82135:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ parseSpec),
  Y: () => (/* binding */ specFor)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/instance-origin.ts
var instance_origin = __webpack_require__(83995);
;// CONCATENATED MODULE: ./src/spec/problems.ts

const SECTIONS = [
    'keystores',
    'trusted-certificates',
    'protocol-profiles',
    'rest-messages',
    'soap-messages',
    'connections',
    'oauth-providers',
];
const MOST_PROBLEMS = 1000;
const LONGEST_SHOWN = 100;
function shown(text) {
    return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}\u2026` : text;
}
const withoutEnvironment = (path) => (path[0] === 'environments' ? path.slice(2) : path);
function itemOf(path) {
    const [section, name] = withoutEnvironment(path);
    const known = SECTIONS.find((one) => one === section);
    return known !== undefined && typeof name === 'string' ? `${known}.${shown(name)}` : '';
}
function written(path) {
    const below = itemOf(path) === '' ? path : withoutEnvironment(path).slice(2);
    return below.reduce((text, step) => {
        if (typeof step === 'number')
            return `${text}[${step}]`;
        return text === '' ? shown(step) : `${text}.${shown(step)}`;
    }, '');
}
function problemAt(code, path, what, at, hint) {
    const item = itemOf(path);
    const thing = written(path) || item.slice(item.indexOf('.') + 1);
    const message = thing === '' ? what : `${thing}: ${what}`;
    const finding = { code, severity: 'error', message, ...(hint !== undefined && { hint }) };
    return (0,errors/* problemOf */.Zw)(finding, item, at);
}
const keyOf = ({ code, item, message, at }) => JSON.stringify([code, item, message, at?.line ?? 0, at?.column ?? 0]);
function inOrder(problems) {
    const once = [...new Map(problems.map((problem) => [keyOf(problem), problem])).values()];
    once.sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
    return once.slice(0, MOST_PROBLEMS);
}
function gathered(everywhere, byEnvironment) {
    const known = new Set(everywhere.map(keyOf));
    const found = new Map();
    for (const [environment, problems] of byEnvironment) {
        for (const problem of problems) {
            const key = keyOf(problem);
            if (known.has(key))
                continue;
            const entry = found.get(key) ?? { problem, environments: new Set() };
            found.set(key, entry);
            entry.environments.add(environment);
        }
    }
    const particular = [...found.values()].map(({ problem, environments }) => {
        if (environments.size === byEnvironment.size)
            return problem;
        return { ...problem, message: `${problem.message} (environment ${[...environments].join(', ')})` };
    });
    return inOrder([...everywhere, ...particular]);
}

;// CONCATENATED MODULE: ./src/spec/tree.ts
function entryOf(tree, key) {
    return tree?.kind === 'mapping' ? tree.entries.get(key) : undefined;
}
function entriesOf(tree) {
    return tree?.kind === 'mapping' ? [...tree.entries.values()] : [];
}
function treeAt(tree, path) {
    let found = tree;
    for (const step of path) {
        if (typeof step === 'number')
            found = found?.kind === 'list' ? found.items[step] : undefined;
        else
            found = entryOf(found, step)?.value;
    }
    return found;
}
function placeOf(tree, path) {
    let place = tree.at;
    let found = tree;
    for (const step of path) {
        const entry = typeof step === 'string' ? entryOf(found, step) : undefined;
        const next = typeof step === 'number' && found.kind === 'list' ? found.items[step] : entry?.value;
        if (next === undefined)
            return place;
        place = entry?.at ?? next.at;
        found = next;
    }
    return place;
}
function textOf(tree) {
    return tree?.kind === 'scalar' && typeof tree.value === 'string' ? tree.value : undefined;
}
function isNull(tree) {
    return tree.kind === 'scalar' && tree.value === null;
}
function plain(tree) {
    if (tree.kind === 'scalar')
        return tree.value;
    if (tree.kind === 'list')
        return tree.items.map(plain);
    const mapping = Object.create(null);
    for (const { key, value } of tree.entries.values())
        mapping[key] = plain(value);
    return mapping;
}

;// CONCATENATED MODULE: ./src/spec/environment.ts


function sectionsOf(spec, environment) {
    const entries = new Map();
    for (const section of SECTIONS) {
        const base = entryOf(spec, section);
        const merged = mergeEntry(isEmpty(base) ? undefined : base, entryOf(environment, section), 'section');
        if (merged !== undefined)
            entries.set(section, merged);
    }
    const base = entryOf(spec, 'issuers');
    const issuers = mergeEntry(isEmpty(base) ? undefined : base, entryOf(environment, 'issuers'), 'item');
    if (issuers !== undefined)
        entries.set('issuers', issuers);
    const probes = mergeEntry(entryOf(spec, 'probes'), entryOf(environment, 'probes'), 'key');
    if (probes !== undefined && !isNull(probes.value))
        entries.set('probes', probes);
    return { kind: 'mapping', at: spec.at, entries };
}
const isEmpty = (entry) => entry !== undefined && isNull(entry.value);
const BELOW = { section: 'item', item: 'key', key: undefined };
function mergeEntry(base, override, level) {
    if (override === undefined)
        return base;
    if (isNull(override.value))
        return undefined;
    const below = BELOW[level];
    if (below === undefined || override.value.kind !== 'mapping')
        return override;
    const entries = new Map(base?.value.kind === 'mapping' ? base.value.entries : []);
    for (const entry of entriesOf(override.value)) {
        const merged = mergeEntry(entries.get(entry.key), entry, below);
        if (merged === undefined)
            entries.delete(entry.key);
        else
            entries.set(entry.key, merged);
    }
    const { key, at, value } = base ?? override;
    return { key, at, value: { kind: 'mapping', at: value.at, entries } };
}
function itemsOf(sections, section) {
    return entriesOf(entryOf(sections, section)?.value);
}

;// CONCATENATED MODULE: ./src/spec/absent.ts



function isAbsent({ value }) {
    const said = entryOf(value, 'absent')?.value;
    return said?.kind === 'scalar' && said.value === true;
}
function splitAbsent(sections) {
    const only = (wanted) => {
        const entries = [...sections.entries].map(([section, entry]) => {
            if (entry.value.kind !== 'mapping')
                return [section, entry];
            const items = [...entry.value.entries].filter(([, item]) => isAbsent(item) === wanted);
            return [section, { ...entry, value: { ...entry.value, entries: new Map(items) } }];
        });
        return { ...sections, entries: new Map(entries) };
    };
    return { present: only(false), absent: only(true) };
}
function absentItems(absent) {
    return SECTIONS.flatMap((section) => itemsOf(absent, section).map(({ key: name, at, value }) => {
        const scope = textOf(entryOf(value, 'scope')?.value);
        const sysId = textOf(entryOf(value, 'sys-id')?.value);
        return { section, name, at, ...(scope !== undefined && { scope }), ...(sysId !== undefined && { sysId }) };
    }));
}

// EXTERNAL MODULE: ./src/spec/duration.ts
var duration = __webpack_require__(23803);
;// CONCATENATED MODULE: ./src/spec/build.ts



const fillIn = (template, environment) => template.replaceAll('${environment}', environment);
function buildSpec(value, tree, absent, environment, owner) {
    return { ...new Builder(tree, environment).spec(value, owner), absent };
}
class Builder {
    #tree;
    #environment;
    constructor(tree, environment) {
        this.#tree = tree;
        this.#environment = environment;
    }
    spec(value, owner) {
        const byName = (items) => new Map(items.map((item) => [item.name, item]));
        const keystores = this.#items('keystores', value.keystores, (item, entry) => this.#keystore(item, entry));
        return {
            version: 1,
            owner,
            environment: this.#environment,
            keystores: byName(keystores.filter((built) => 'source' in built)),
            existing: byName(keystores.filter((built) => !('source' in built))),
            trustedCertificates: byName(this.#items('trusted-certificates', value['trusted-certificates'], (item, entry) => this.#trusted(item, entry))),
            protocolProfiles: byName(this.#items('protocol-profiles', value['protocol-profiles'], profile)),
            messages: [
                ...this.#items('rest-messages', value['rest-messages'], (item, entry) => message('rest-message', item, entry)),
                ...this.#items('soap-messages', value['soap-messages'], (item, entry) => message('soap-message', item, entry)),
                ...this.#items('connections', value.connections, (item, entry) => message('connection', item, entry)),
                ...this.#items('oauth-providers', value['oauth-providers'], (item, entry) => message('oauth-provider', item, entry)),
            ],
            probes: (value.probes ?? []).map((given, index) => ({
                at: this.#placeOf(['probes', index]),
                url: fillIn(given.url, this.#environment.name),
                protocolProfile: given['protocol-profile'],
                expectStatus: given['expect-status'],
                required: given.required,
            })),
            issuers: byName(entriesOf(treeAt(this.#tree, ['issuers'])).flatMap(({ key: name, at }) => {
                const form = value.issuers?.[name];
                return form === undefined ? [] : [{ name, at, form: this.#issuer(form, ['issuers', name]) }];
            })),
        };
    }
    #items(section, given, build) {
        return itemsOf(this.#tree, section).flatMap((entry) => {
            const item = given?.[entry.key];
            return item === undefined ? [] : [build(item, entry)];
        });
    }
    #keystore(item, { key: name, at }) {
        const path = ['keystores', name];
        const { source, password } = item;
        if ('existing' in source || password === undefined)
            return { name, at };
        return {
            name,
            at,
            type: item.type,
            alias: (item.alias ?? name).toLowerCase(),
            password: this.#private(password, [...path, 'password']),
            source: this.#source(source, [...path, 'source']),
            adopt: item.adopt,
            accept: item.accept,
            handoverMs: (0,duration/* parseDuration */.E9)(item.handover),
            keepPrevious: item['keep-previous'],
            warnInDays: item['warn-in-days'],
            notify: item.notify,
        };
    }
    #source(form, path) {
        if ('keystore' in form) {
            return {
                kind: 'load',
                keystore: this.#private(form.keystore, [...path, 'keystore']),
                password: form.password && this.#private(form.password, [...path, 'password']),
                alias: form.alias,
            };
        }
        if ('issuer' in form)
            return this.#issue(form, path);
        if ('request' in form)
            return this.#request(form, path);
        const passphrase = form['key-passphrase'];
        return {
            kind: 'build',
            key: this.#private(form.key, [...path, 'key']),
            keyPassphrase: passphrase && this.#private(passphrase, [...path, 'key-passphrase']),
            certificate: this.#public(form.certificate, [...path, 'certificate']),
            chain: form.chain.map((link, index) => this.#public(link, [...path, 'chain', index])),
        };
    }
    #issue(form, path) {
        return {
            kind: 'issue',
            issuer: form.issuer,
            ...this.#asked(form),
            validityMs: optionalDuration(form.validity),
            chain: form.chain.map((link, index) => this.#public(link, [...path, 'chain', index])),
        };
    }
    #request(form, path) {
        return {
            kind: 'request',
            ...this.#asked(form),
            certificate: form.certificate && this.#public(form.certificate, [...path, 'certificate']),
            chain: form.chain.map((link, index) => this.#public(link, [...path, 'chain', index])),
        };
    }
    #asked(form) {
        const fill = (text) => fillIn(text, this.#environment.name);
        const { CN, C, ...others } = form.subject;
        const filled = Object.entries(others).map(([attribute, text]) => [attribute, text && fill(text)]);
        const more = Object.fromEntries(filled);
        return {
            subject: { ...more, CN: fill(CN), C },
            names: form['subject-alternative-names'].map(fill),
            keyAlgorithm: form['key-algorithm'],
            renewBeforeMs: optionalDuration(form['renew-before']),
        };
    }
    #issuer(given, path) {
        const at = (kind, key) => [...path, kind, key];
        if ('exec' in given) {
            const { command, env, timeout } = given.exec;
            return { kind: 'exec', command, env, timeoutMs: (0,duration/* parseDuration */.E9)(timeout) };
        }
        if ('local' in given) {
            const { certificate, key, 'key-passphrase': passphrase } = given.local;
            return {
                kind: 'local',
                certificate: this.#public(certificate, at('local', 'certificate')),
                key: this.#private(key, at('local', 'key')),
                keyPassphrase: passphrase && this.#private(passphrase, at('local', 'key-passphrase')),
            };
        }
        if ('cfssl' in given) {
            const { url, profile, 'auth-key': authKey } = given.cfssl;
            return {
                kind: 'cfssl',
                url: fillIn(url, this.#environment.name),
                profile: profile,
                authKey: authKey && this.#private(authKey, at('cfssl', 'auth-key')),
            };
        }
        if ('vault' in given) {
            const { url, mount, role, token, audience } = given.vault;
            return {
                kind: 'vault',
                url: fillIn(url, this.#environment.name),
                mount,
                role,
                token: token && this.#private(token, at('vault', 'token')),
                jwtRole: given.vault['jwt-role'],
                jwtMount: given.vault['jwt-mount'],
                audience: audience ?? fillIn(url, this.#environment.name),
            };
        }
        return { kind: 'self-signed' };
    }
    #trusted(item, { key: name, at }) {
        const certificate = this.#public(item.certificate, ['trusted-certificates', name, 'certificate']);
        const overlapMs = (0,duration/* parseDuration */.E9)(item.overlap);
        return {
            name,
            at,
            certificate,
            format: item.format,
            accept: item.accept,
            adopt: item.adopt,
            overlapMs,
            warnInDays: item['warn-in-days'],
            notify: item.notify,
        };
    }
    #private(form, path) {
        const at = this.#placeOf(path);
        return 'secret' in form ? { secret: form.secret, at } : { file: this.#file(form.file), at };
    }
    #public(form, path) {
        return 'value' in form ? { value: form.value, at: this.#placeOf(path) } : this.#private(form, path);
    }
    #file(path) {
        return fillIn(path, this.#environment.name);
    }
    #placeOf(path) {
        return (treeAt(this.#tree, path) ?? this.#tree).at;
    }
}
const optionalDuration = (text) => (text === undefined ? undefined : (0,duration/* parseDuration */.E9)(text));
function profile({ keystore, port }, { key: name, at }) {
    return { name, at, keystore, port };
}
function message(kind, item, { key: name, at }) {
    return {
        kind,
        name,
        at,
        protocolProfile: item['protocol-profile'],
        mutualAuthentication: item['mutual-authentication'],
        mode: item.mode,
        rewriteEndpoint: 'rewrite-endpoint' in item && item['rewrite-endpoint'],
        scope: item.scope,
        sysId: item['sys-id'],
    };
}

;// CONCATENATED MODULE: ./src/spec/content.ts

const GUESSABLE = new Set(['password', 'key-passphrase', 'token', 'auth-key']);
function contentOf(tree) {
    const entries = new Map([...tree.entries].filter(([key]) => key !== 'environments'));
    const common = { ...tree, entries };
    return { text: JSON.stringify(sorted(plain(common))), files: [...new Set(filesIn(common, false))].sort() };
}
function filesIn(tree, isGuessable) {
    if (tree.kind === 'list')
        return tree.items.flatMap((item) => filesIn(item, isGuessable));
    const path = textOf(entryOf(tree, 'file')?.value);
    const own = !isGuessable && path !== undefined && !path.includes('${environment}') ? [path] : [];
    return [...own, ...entriesOf(tree).flatMap(({ key, value }) => filesIn(value, GUESSABLE.has(key)))];
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./src/spec/document.ts


const MAX_BYTES = 1024 * 1024;
const MAX_LEXEMES = 200_000;
const MAX_VALUES = 100_000;
const MAX_DEPTH = 32;
const MOST_ERRORS = 20;
const MAX_STACK = 4 * MAX_DEPTH;
const OPTIONS = { schema: 'core', merge: false, resolveKnownTags: false, uniqueKeys: false, prettyErrors: false };
const CORE_TAGS = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));
class Unreadable extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.offset = offset;
    }
}
function readDocument(text, file) {
    const body = text.startsWith('\ufeff') ? text.slice(1) : text;
    const lines = new dist/* LineCounter */.HN();
    const locate = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const fail = (what, at, hint) => ({
        problems: [problemAt('spec.yaml', [], what, at, hint)],
    });
    if (Buffer.byteLength(text) > MAX_BYTES)
        return fail('spec: is larger than 1 MiB', { file, line: 1, column: 1 });
    try {
        const document = compose(body, lines);
        const errors = worthTelling([...document.errors, ...document.warnings], locate);
        if (errors.length > 0) {
            return { problems: errors.map(({ error, at }) => problemAt('spec.yaml', [], sentence(error), at, hintOf(error, body))) };
        }
        if (document.directives.yaml.version !== '1.2') {
            return fail('spec: is YAML 1.2, not 1.1', locate(0), 'remove the line that begins with %YAML');
        }
        if (document.contents === null)
            return fail('spec: is empty', locate(0), 'docs/SPEC.md has an example');
        const reader = new Reader(locate);
        const tree = reader.read(document.contents, []);
        if (tree.kind === 'mapping')
            return { tree, problems: reader.problems };
        return { problems: [problemAt('spec.type', [], 'spec: is not a mapping of keys to values', tree.at)] };
    }
    catch (error) {
        if (error instanceof Unreadable)
            return fail(error.message, locate(error.offset));
        throw error;
    }
}
function compose(text, lines) {
    lines.addNewLine(0);
    const parser = new dist/* Parser */.iX(lines.addNewLine);
    const tokens = [];
    let lexemes = 0;
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        if (++lexemes > MAX_LEXEMES)
            throw new Unreadable('spec: has more in it than a spec can have', parser.offset);
        for (const token of parser.next(lexeme))
            tokens.push(token);
        if (parser.stack.length > MAX_STACK)
            throw new Unreadable(`spec: is nested deeper than ${MAX_DEPTH} levels`, parser.offset);
    }
    tokens.push(...parser.end());
    const [first, second] = new dist/* Composer */.Dk(OPTIONS).compose(tokens, true, text.length);
    if (second !== undefined)
        throw new Unreadable('spec: is one YAML document, and here a second one begins', second.range[0]);
    if (first === undefined)
        throw new Unreadable('spec: is empty', 0);
    return first;
}
function worthTelling(errors, locate) {
    const lost = errors.findIndex(({ message }) => message.includes('in YAML stream'));
    const known = errors.slice(0, lost === -1 ? errors.length : Math.max(lost, 1)).slice(0, 100 * MOST_ERRORS);
    const located = known.map((error) => ({ error, at: locate(error.pos[0]) }));
    const byLine = new Map(located.toReversed().map((entry) => [entry.at.line, entry]));
    return [...byLine.values()].slice(0, MOST_ERRORS);
}
function hintOf({ pos: [offset] }, text) {
    return text.startsWith('${', offset - 1) ? 'put a text with ${environment} in quotes' : undefined;
}
function sentence({ message }) {
    const [first = ''] = message.split('\n');
    return shown(first.charAt(0).toLowerCase() + first.slice(1)).replace(/\.$/, '');
}
class Reader {
    problems = [];
    #anchors = new Map();
    #locate;
    #values = 0;
    constructor(locate) {
        this.#locate = locate;
    }
    read(node, path, empty = 0) {
        const offset = node?.range[0] ?? empty;
        const at = this.#locate(offset);
        if (++this.#values > MAX_VALUES)
            throw new Unreadable(`spec: has more than ${MAX_VALUES} values`, offset);
        if (path.length > MAX_DEPTH)
            throw new Unreadable(`spec: is nested deeper than ${MAX_DEPTH} levels`, offset);
        if (node === null)
            return { kind: 'scalar', at, value: null };
        if ((0,dist/* isAlias */.Vj)(node))
            return this.#alias(node.source, path, at);
        if (node.anchor !== undefined)
            this.#anchors.set(node.anchor, node);
        if (node.tag !== undefined && !CORE_TAGS.has(node.tag))
            this.#report(path, `tag ${shown(node.tag)} is not supported`, at);
        if ((0,dist/* isMap */.jh)(node))
            return { kind: 'mapping', at, entries: this.#entries(node.items, path) };
        if ((0,dist/* isSeq */.oP)(node))
            return { kind: 'list', at, items: node.items.map((item, index) => this.read(item, [...path, index])) };
        return { kind: 'scalar', at, value: this.#scalar(node, path, at) };
    }
    #entries(pairs, path) {
        const entries = new Map();
        for (const pair of pairs) {
            const at = this.#locate(pair.key.range[0]);
            const key = this.#key(pair.key, path, at);
            if (key === undefined)
                continue;
            const value = this.read(pair.value, [...path, key], pair.key.range[1]);
            const first = entries.get(key);
            if (first === undefined)
                entries.set(key, { key, at, value });
            else {
                const what = `is here twice, the first time in line ${first.at.line}`;
                this.problems.push(problemAt('spec.duplicate-key', [...path, key], what, at));
            }
        }
        return entries;
    }
    #key(node, path, at) {
        const text = (0,dist/* isScalar */.jn)(node) ? (typeof node.value === 'string' ? node.value : node.source) : undefined;
        if (text === undefined)
            this.#report(path, 'a key is text, not a list, a mapping or an alias', at);
        else if (text === '')
            this.#report(path, 'a key is missing before the colon', at);
        return text === '' ? undefined : text;
    }
    #alias(name, path, at) {
        const target = this.#anchors.get(name);
        if (target !== undefined)
            return this.read(target, path);
        this.#report(path, `the anchor of the alias *${shown(name)} is not there, or comes later`, at);
        return { kind: 'scalar', at, value: null };
    }
    #scalar({ value }, path, at) {
        if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
            return value;
        this.#report(path, 'a value is text, a number, true, false or null', at);
        return null;
    }
    #report(path, what, at) {
        this.problems.push(problemAt('spec.yaml', path, what, at));
    }
}

// EXTERNAL MODULE: ./src/spec/names.ts
var names = __webpack_require__(49891);
// EXTERNAL MODULE: ./src/spec/model.ts
var model = __webpack_require__(63522);
// EXTERNAL MODULE: ./src/spec/suggest.ts
var suggest = __webpack_require__(61381);
;// CONCATENATED MODULE: ./src/spec/references.ts








const MAX_ITEMS = 1000;
const MESSAGE_SECTIONS = model/* MESSAGE_KINDS */.k.map((kind) => `${kind}s`);
const MOST_HINTS = 20;
const NAME_RULES = {
    keystores: names/* recordName */.xD,
    'trusted-certificates': names/* recordName */.xD,
    'protocol-profiles': names/* profileName */.vR,
    'rest-messages': names/* messageName */.fe,
    'soap-messages': names/* messageName */.fe,
    connections: names/* messageName */.fe,
    'oauth-providers': names/* messageName */.fe,
};
function checkNames(sections) {
    return SECTIONS.flatMap((section) => itemsOf(sections, section).flatMap(({ key, at }) => {
        const reason = NAME_RULES[section](key);
        return reason === undefined ? [] : [problemAt('spec.name', [section, key], `the name ${reason}`, at)];
    }));
}
function checkReferences(sections, present) {
    return [
        ...checkNumber(sections),
        ...checkKinds(sections),
        ...checkPasswords(present),
        ...dangling(present, 'protocol-profiles', 'keystore', itemsOf(sections, 'keystores'), 'keystores'),
        ...checkIssuing(present),
        ...checkProbes(present),
        ...MESSAGE_SECTIONS.flatMap((section) => [
            ...dangling(present, section, 'protocol-profile', itemsOf(sections, 'protocol-profiles'), 'protocol-profiles'),
            ...checkMessages(present, section),
        ]),
    ];
}
function checkNumber(sections) {
    const beyond = SECTIONS.flatMap((section) => itemsOf(sections, section)).at(MAX_ITEMS);
    return beyond === undefined ? [] : [problemAt('spec.type', [], `spec: has more than ${MAX_ITEMS} items`, beyond.at)];
}
function checkPasswords(present) {
    return itemsOf(present, 'keystores').flatMap(({ key, at, value }) => {
        const source = entryOf(value, 'source')?.value;
        if (value.kind !== 'mapping' || value.entries.has('password') || entryOf(source, 'existing') !== undefined)
            return [];
        return [problemAt('spec.type', ['keystores', key, 'password'], 'is missing', at)];
    });
}
function checkKinds(sections) {
    const keystores = new Map(itemsOf(sections, 'keystores').map((entry) => [entry.key, entry]));
    return itemsOf(sections, 'trusted-certificates').flatMap(({ key, at }) => {
        const keystore = keystores.get(key);
        if (keystore === undefined)
            return [];
        const what = `a keystore has this name too, in line ${keystore.at.line}: both would be certificate records`;
        return [problemAt('spec.name', ['trusted-certificates', key], what, at)];
    });
}
function dangling(present, from, key, items, to) {
    const known = items.filter((item) => !isAbsent(item)).map((entry) => entry.key);
    const absent = new Set(items.filter(isAbsent).map((entry) => entry.key));
    const names = new Set(known);
    const found = itemsOf(present, from).flatMap((item) => {
        const value = entryOf(item.value, key)?.value;
        const name = textOf(value);
        return value === undefined || name === undefined || names.has(name) ? [] : [{ path: [from, item.key, key], name, value }];
    });
    return found.map(({ path, name, value }, index) => {
        const near = index < MOST_HINTS && !absent.has(name) ? (0,suggest/* didYouMean */.a)(name, known) : undefined;
        const hint = absent.has(name) ? 'make what refers to it absent, too, or let it refer to another' : near;
        const what = absent.has(name) ? `${shown(name)} is said to be absent` : `${shown(name)} is not in ${to}`;
        return problemAt('spec.reference', path, what, value.at, hint);
    });
}
function checkIssuing(present) {
    const issuers = entriesOf(entryOf(present, 'issuers')?.value);
    const known = issuers.map(({ key }) => key);
    const problems = issuers.flatMap(({ key, value }) => checkVault(key, entryOf(value, 'vault')));
    for (const { key: name, value } of itemsOf(present, 'keystores')) {
        const source = entryOf(value, 'source');
        const issuer = entryOf(source?.value, 'issuer');
        const named = textOf(issuer?.value);
        const path = ['keystores', name];
        if (issuer === undefined)
            continue;
        if (named !== undefined && !known.includes(named)) {
            const what = `${shown(named)} is not in issuers`;
            problems.push(problemAt('spec.reference', [...path, 'source', 'issuer'], what, issuer.value.at, (0,suggest/* didYouMean */.a)(named, known)));
        }
        const before = entryOf(source?.value, 'renew-before');
        const validity = durationIn(entryOf(source?.value, 'validity'));
        const handover = entryOf(value, 'handover');
        if (before !== undefined && validity !== undefined && (durationIn(before) ?? 0) >= validity) {
            problems.push(problemAt('spec.type', [...path, 'source', 'renew-before'], 'is not shorter than validity', before.at));
        }
        const late = tooLate(durationIn(handover), durationIn(before), validity);
        if (late !== undefined)
            problems.push(problemAt('spec.type', [...path, 'handover'], late, handover?.at ?? issuer.at));
    }
    return problems;
}
function checkProbes(present) {
    const known = itemsOf(present, 'protocol-profiles').map(({ key }) => key);
    const list = entryOf(present, 'probes')?.value;
    return (list?.kind === 'list' ? list.items : []).flatMap((probe, index) => {
        const value = entryOf(probe, 'protocol-profile')?.value;
        const name = textOf(value);
        if (value === undefined || name === undefined || known.includes(name))
            return [];
        const path = ['probes', index, 'protocol-profile'];
        return [problemAt('spec.reference', path, `${shown(name)} is not in protocol-profiles`, value.at, (0,suggest/* didYouMean */.a)(name, known))];
    });
}
function tooLate(handover = 0, before, validity) {
    if (handover === 0)
        return undefined;
    const needed = handover + duration/* BETWEEN_RUNS */.o8;
    if (before !== undefined)
        return needed > before ? 'is not at least 8 days shorter than renew-before' : undefined;
    if (validity === undefined || needed <= validity / 3)
        return undefined;
    return 'is not at least 8 days shorter than a third of validity, when renewal begins: set renew-before';
}
function durationIn(entry) {
    const text = textOf(entry?.value);
    return text !== undefined && duration/* DURATION */.ft.test(text) ? (0,duration/* parseDuration */.E9)(text) : undefined;
}
function checkVault(name, vault) {
    if (vault?.value.kind !== 'mapping')
        return [];
    const given = ['token', 'jwt-role'].filter((key) => entryOf(vault.value, key) !== undefined);
    if (given.length === 1)
        return [];
    return [problemAt('spec.type', ['issuers', name, 'vault'], 'needs exactly one of token and jwt-role', vault.at)];
}
function checkMessages(sections, section) {
    return itemsOf(sections, section).flatMap(({ key: name, at, value }) => {
        if (value.kind !== 'mapping' || value.entries.has('protocol-profile'))
            return [];
        const path = [section, name];
        const flag = entryOf(value, 'mutual-authentication');
        const rewrite = entryOf(value, 'rewrite-endpoint');
        if (flag === undefined || isTrue(flag)) {
            const hint = 'name a key of protocol-profiles, or say mutual-authentication: false';
            return [problemAt('spec.type', [...path, 'protocol-profile'], 'is missing', at, hint)];
        }
        const what = 'needs a protocol-profile, whose name becomes the scheme';
        return isTrue(rewrite) ? [problemAt('spec.type', [...path, 'rewrite-endpoint'], what, rewrite.at)] : [];
    });
}
const isTrue = (entry) => entry?.value.kind === 'scalar' && entry.value.value === true;

// EXTERNAL MODULE: ./node_modules/zod/v4/core/registries.js
var registries = __webpack_require__(29396);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(63619);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./src/spec/schema.ts




const KEYSTORE_TYPES = ['jks', 'pkcs12'];
const KEY_ALGORITHMS = ['rsa-2048', 'rsa-3072', 'rsa-4096', 'ec-p256', 'ec-p384'];
function described(schema, description, more = {}) {
    registries/* globalRegistry */.fd.add(schema, { description, ...more });
    return schema;
}
function obeying(rule, code = 'spec.type') {
    return schemas/* check */.z6Y((context) => {
        const message = rule(context.value);
        if (message !== undefined)
            context.issues.push({ code: 'custom', input: context.value, message, params: { code } });
    });
}
const schema_text = (longest) => schemas/* string */.YjP().check(api/* _maxLength */.Eb(longest, `is longer than ${longest} characters`), obeying(names/* oneLine */.TN));
const wholeNumber = (least, most) => {
    const range = `is not a whole number from ${least} to ${most}`;
    return schemas/* int */.Whr().check(api/* _gte */.qm(least, range), api/* _lte */.Zm(most, range));
};
const schema_duration = () => {
    const form = `is not a duration as ${duration/* DURATION_FORMS */.nv}`;
    return schemas/* string */.YjP(form).check(api/* _regex */.Fk(duration/* DURATION */.ft, form));
};
const secretForm = schemas/* strictObject */.rej({
    secret: described(schemas/* string */.YjP().check(obeying(names/* secretName */.Gf, 'spec.name')), 'Name of a secret: a key of the input `secrets`, else an environment variable of the step. Names that begin with `GITHUB_`, `ACTIONS_`, `RUNNER_` or `INPUT_` are refused.', { pattern: `^(?!GITHUB_|ACTIONS_|RUNNER_|INPUT_)${names/* SECRET_NAME */.J4.source.slice(1)}`, examples: ['BANK_KEYSTORE_PASSWORD'] }),
});
const fileForm = schemas/* strictObject */.rej({
    file: described(schemas/* string */.YjP().check(api/* _maxLength */.Eb(1024, 'is longer than 1024 characters'), obeying(names/* template */.vs)), 'Path of a file of at most 1 MiB, relative to the spec, inside the workspace once links are resolved. `${environment}` is replaced.', { minLength: 1, examples: ['certs/bank-root.pem', 'certs/${environment}/bank-root.pem'] }),
});
const textForm = schemas/* strictObject */.rej({
    value: described(schemas/* string */.YjP().check(api/* _minLength */.m9(1, 'is empty')), 'The value itself, for public material only.', { minLength: 1 }),
});
registries/* globalRegistry */.fd.add(secretForm, { id: 'secret' });
registries/* globalRegistry */.fd.add(fileForm, { id: 'file' });
registries/* globalRegistry */.fd.add(textForm, { id: 'text' });
const privateValue = () => schemas/* union */.KCZ([secretForm, fileForm]);
const publicValue = () => schemas/* union */.KCZ([fileForm, secretForm, textForm]);
const loadForm = schemas/* strictObject */.rej({
    keystore: described(privateValue(), 'An existing keystore: base64 of a JKS or PKCS#12, told apart by its bytes (`base64 -w0 bank.jks`). A file may also hold the keystore itself.'),
    password: schemas/* optional */.lqM(described(privateValue(), 'Password of that keystore, when it differs from the one it is stored with.')),
    alias: schemas/* optional */.lqM(described(schema_text(200), 'Which private key is meant, when the keystore holds several.')),
});
const buildForm = schemas/* strictObject */.rej({
    key: described(privateValue(), 'Private key as PEM: PKCS#8, PKCS#1 or SEC1. A committed key is a leaked key: use a secret, or a file that an earlier step has written.'),
    'key-passphrase': schemas/* optional */.lqM(described(privateValue(), 'Passphrase of the key, when it is encrypted.')),
    certificate: described(publicValue(), 'Certificate of that key: PEM, DER or PKCS#7 (.p7b). Its chain may stand in the same file.'),
    chain: schemas/* _default */.Rvf(described(schemas/* array */.YOg(publicValue()).check(api/* _maxLength */.Eb(20, 'has more than 20 entries')), 'The certificates of its issuers up to the root; they are put in order by their signatures.'), []),
});
const subjectText = (longest) => schemas/* string */.YjP().check(api/* _maxLength */.Eb(longest, `is longer than ${longest} characters`), obeying(names/* template */.vs));
const subject = schemas/* strictObject */.rej({
    CN: described(subjectText(64), 'Common name. `${environment}` is replaced, as in the others.', {
        minLength: 1,
        examples: ['acme-${environment}.example'],
    }),
    O: schemas/* optional */.lqM(described(subjectText(64), 'Organization.')),
    OU: schemas/* optional */.lqM(described(subjectText(64), 'Organizational unit.')),
    L: schemas/* optional */.lqM(described(subjectText(128), 'Locality.')),
    ST: schemas/* optional */.lqM(described(subjectText(128), 'State or province.')),
    STREET: schemas/* optional */.lqM(described(subjectText(128), 'Street.')),
    C: schemas/* optional */.lqM(described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^[A-Z]{2}$/, 'is not a country of two capital letters')), 'Country, two capital letters.')),
    UID: schemas/* optional */.lqM(described(subjectText(64), 'User id.')),
});
const certificateKeys = () => ({
    subject: described(subject, 'Whom the certificate is for. It is put in the usual order, the most general part first.'),
    'subject-alternative-names': schemas/* _default */.Rvf(described(schemas/* array */.YOg(schemas/* string */.YjP().check(api/* _maxLength */.Eb(260, 'is longer than 260 characters'), obeying(names/* alternativeName */.HW)))
        .check(api/* _maxLength */.Eb(100, 'has more than 100 entries')), 'Further names, each with its kind: `DNS:`, `IP:`, `URI:` or `email:`. `${environment}` is replaced.', { examples: [['DNS:acme-${environment}.example']] }), []),
    'key-algorithm': schemas/* _default */.Rvf(described(schemas/* enum */.k5n(KEY_ALGORITHMS), 'Of the key, which is made for each certificate anew.'), 'rsa-3072'),
    'renew-before': schemas/* optional */.lqM(described(schema_duration(), 'How long before its end a certificate is renewed. Without it, or where it is longer than the certificate lasts: after two thirds of the lifetime.', { examples: ['30d'] })),
});
const existingForm = schemas/* strictObject */.rej({
    existing: described(schemas/* literal */.euz(true), 'The record of this name is on the instance, made by people. It is used, and its content is never touched; no secret is needed.'),
});
const issueForm = schemas/* strictObject */.rej({
    issuer: described(schema_text(200), 'A key of `issuers`. `apply` makes a new key, has it signed, and renews it in time.'),
    ...certificateKeys(),
    validity: schemas/* optional */.lqM(described(schema_duration(), 'How long a certificate shall last. Without it: as the issuer does; `local` gives 90 days, `self-signed` 365.', { examples: ['90d'] })),
    chain: schemas/* _default */.Rvf(described(schemas/* array */.YOg(publicValue()).check(api/* _maxLength */.Eb(20, 'has more than 20 entries')), 'Certificates above the issuer that it does not give itself, such as the root.'), []),
});
const requestForm = schemas/* strictObject */.rej({
    request: described(schemas/* literal */.euz(true), 'People have it signed: `csr` makes the key once, keeps it on the instance and writes the request as a file; `apply` joins key and certificate once that is here.'),
    ...certificateKeys(),
    certificate: schemas/* optional */.lqM(described(publicValue(), 'The certificate that was signed: PEM, DER or PKCS#7 (.p7b); until the file is there the keystore waits.')),
    chain: schemas/* _default */.Rvf(described(schemas/* array */.YOg(publicValue()).check(api/* _maxLength */.Eb(20, 'has more than 20 entries')), 'The certificates of its issuers up to the root; they are put in order by their signatures.'), []),
});
const warnInDays = () => schemas/* optional */.lqM(described(wholeNumber(0, 9999), '_Warn in days to expire_ of the record. Without it, 30 is set when the record is created, and what people change later is left alone.', { examples: [30] }));
const notify = () => schemas/* optional */.lqM(described(schemas/* array */.YOg(schemas/* string */.YjP().check(obeying(names/* personName */.hJ))).check(api/* _maxLength */.Eb(20, 'has more than 20 entries')), '_Notify on expiration_ of the record: user IDs, emails or names of users; names of groups where the column holds groups. Without it the input `notify` counts, and without that what stands on the instance is left alone.', { examples: [['pki.team']] }));
const accept = () => schemas/* _default */.Rvf(described(schemas/* array */.YOg(schemas/* enum */.k5n(errors/* ACCEPTABLE */.TD)).check(api/* _maxLength */.Eb(50, 'has more than 50 entries')), 'Codes of checks that are only warned of here. A key that does not match, a wrong password, or private material in a public file cannot be accepted.', { examples: [['chain.incomplete']] }), []);
const absent = () => schemas/* _default */.Rvf(described(schemas/* boolean */.zMY(), 'Whether it must not be there: what this spec has made is taken away in the safe order, what people made is renamed and made inactive, of a message mutual authentication is switched off. Refused while something else refers to it.'), false);
const adopt = () => schemas/* _default */.Rvf(described(schemas/* boolean */.zMY(), 'Whether a record that bears the mark of another repository or of another environment is taken over. Without it that is an error. A content that is equal is left where it is: the record gets the mark of this spec with its next content; until then `destroy` leaves it, and the other spec, if it is not changed, goes on to manage it.'), false);
const keystore = schemas/* strictObject */.rej({
    type: schemas/* _default */.Rvf(described(schemas/* enum */.k5n(KEYSTORE_TYPES), 'Format of the keystore that is stored; what it is loaded from may be another.'), 'jks'),
    alias: schemas/* optional */.lqM(described(schema_text(200), 'Alias of the private key, in lower case as Java keeps it. Without it: the name, lower-cased.')),
    password: schemas/* optional */.lqM(described(privateValue(), 'Password of the keystore and of its private key, which the instance stores. Newlines at its end are left out. Needed unless the source is `existing`.')),
    source: described(schemas/* union */.KCZ([loadForm, buildForm, issueForm, requestForm, existingForm]), 'Where the keystore comes from: exactly one of the forms below.'),
    handover: schemas/* _default */.Rvf(described(schema_duration(), 'How long before it is used a new keystore is published: its files, and a record that is whole and waits. For partners who pin a certificate.', { examples: ['7d'] }), '0d'),
    'keep-previous': schemas/* _default */.Rvf(described(wholeNumber(0, 100), 'Retired generations that are kept on the instance to go back to.'), 1),
    'warn-in-days': warnInDays(),
    notify: notify(),
    accept: accept(),
    adopt: adopt(),
    absent: absent(),
});
const trustedCertificate = schemas/* strictObject */.rej({
    certificate: described(publicValue(), 'One certificate, PEM or DER, told apart by its bytes.'),
    format: schemas/* optional */.lqM(described(schemas/* enum */.k5n(['pem', 'der']), '`pem` is pasted into the record, `der` is attached. PEM that is too long is attached, too. Left out: `pem` for a new record, and one that is there stays as it is.')),
    overlap: schemas/* _default */.Rvf(described(schema_duration(), 'How long a certificate stays trusted after it was replaced by another.'), '30d'),
    'warn-in-days': warnInDays(),
    notify: notify(),
    accept: accept(),
    adopt: adopt(),
    absent: absent(),
});
const protocolProfile = schemas/* strictObject */.rej({
    keystore: described(schema_text(names/* MAX_RECORD_NAME */.fs), 'A key of `keystores`.'),
    port: schemas/* optional */.lqM(described(wholeNumber(1, 65535), 'Default port. Without it, 443 is set when the record is created, and what people change later is left alone.', { examples: [443] })),
    absent: absent(),
});
const messageKeys = {
    'protocol-profile': schemas/* optional */.lqM(described(schema_text(40), 'A key of `protocol-profiles`; needed unless `mutual-authentication` is `false`.')),
    'mutual-authentication': schemas/* _default */.Rvf(described(schemas/* boolean */.zMY(), '_Use mutual authentication_ of the record.'), true),
    mode: schemas/* _default */.Rvf(described(schemas/* enum */.k5n(['enforce', 'require']), '`enforce` sets flag and profile; `require` never writes, and is an error where the record is not so: for records that are developed elsewhere.'), 'enforce'),
    scope: schemas/* optional */.lqM(described(schema_text(100), 'Name or sys_id of its application, where a name is not unique on the instance.', {
        examples: ['x_acme_bank'],
    })),
    'sys-id': schemas/* optional */.lqM(described(schemas/* string */.YjP().check(api/* _regex */.Fk(/^[0-9a-f]{32}$/, 'is not a sys_id: 32 digits of 0-9 and a-f')), 'sys_id of the record, where a name is not unique on the instance.')),
    absent: absent(),
};
const otherPlace = schemas/* strictObject */.rej(messageKeys);
const schema_message = schemas/* strictObject */.rej({
    ...messageKeys,
    'rewrite-endpoint': schemas/* _default */.Rvf(described(schemas/* boolean */.zMY(), "Whether endpoints get the profile's name as their scheme, `https://host` becoming `bankm://host`: needed where a test of the message shows plain `https://` (KB0696599). Of a REST message its own and those of its methods, of a SOAP message those of its functions. With `mutual-authentication: false` the profile's name becomes `https` again."), false),
});
const execIssuer = schemas/* strictObject */.rej({
    exec: described(schemas/* strictObject */.rej({
        command: described(schemas/* array */.YOg(schema_text(4096)).check(api/* _minLength */.m9(1, 'names no program'), api/* _maxLength */.Eb(100, 'has more than 100 entries')), 'The program and its arguments, run in the workspace and without a shell: the request (PEM) on its standard input, the chain (PEM) on its standard output. It is fully trusted code.', { examples: [['./scripts/sign.sh']] }),
        env: schemas/* _default */.Rvf(described(schemas/* array */.YOg(schemas/* string */.YjP().check(obeying(names/* secretName */.Gf, 'spec.name'))).check(api/* _maxLength */.Eb(100, 'has more than 100 entries')), 'Names of secrets that it gets as environment variables, beside `PATH`. It sees nothing else of the environment.', { examples: [['CA_TOKEN']] }), []),
        timeout: schemas/* _default */.Rvf(described(schema_duration(), 'How long it may take.'), '2m'),
    }), 'Any command.'),
});
const localIssuer = schemas/* strictObject */.rej({
    local: described(schemas/* strictObject */.rej({
        certificate: described(publicValue(), 'Certificate of the CA; those above it may stand in the same file.'),
        key: described(privateValue(), 'Private key of the CA, PEM.'),
        'key-passphrase': schemas/* optional */.lqM(described(privateValue(), 'Passphrase of the key, when it is encrypted.')),
    }), 'A CA whose key is a secret, for laboratories and small private CAs.'),
});
const cfsslIssuer = schemas/* strictObject */.rej({
    cfssl: described(schemas/* strictObject */.rej({
        url: described(schemas/* string */.YjP().check(obeying(names/* serviceUrl */.Rs)), 'Where CFSSL serves its API. The host has to be named in `allowed-hosts`, unless it is loopback.', {
            examples: ['https://ca.acme.example:8888'],
        }),
        profile: schemas/* optional */.lqM(described(schema_text(200), 'Signing profile. Without it: the default one.')),
        'auth-key': schemas/* optional */.lqM(described(privateValue(), 'Authentication key in hexadecimal; with it `authsign` is used.')),
    }), 'A CFSSL server.'),
});
const vaultIssuer = schemas/* strictObject */.rej({
    vault: described(schemas/* strictObject */.rej({
        url: described(schemas/* string */.YjP().check(obeying(names/* serviceUrl */.Rs)), 'Where Vault is. The host has to be named in `allowed-hosts`, unless it is loopback.', {
            examples: ['https://vault.acme.example'],
        }),
        mount: schemas/* _default */.Rvf(described(schema_text(200), 'Where the PKI secrets engine is mounted.'), 'pki'),
        role: described(schema_text(200), 'Its role.'),
        token: schemas/* optional */.lqM(described(privateValue(), 'A token for Vault. Without it: `jwt-role`.')),
        'jwt-role': schemas/* optional */.lqM(described(schema_text(200), "Role of the JWT auth method, signed in to with the workflow's identity (`permissions: id-token: write`).")),
        'jwt-mount': schemas/* _default */.Rvf(described(schema_text(200), 'Where the JWT auth method is mounted.'), 'jwt'),
        audience: schemas/* optional */.lqM(described(schema_text(500), 'Audience of the identity token. Without it: the URL. Another host than that of the URL has to be among `allowed-hosts`.')),
    }), 'The PKI secrets engine of HashiCorp Vault, after its documentation.'),
});
const selfSignedIssuer = schemas/* strictObject */.rej({
    'self-signed': described(schemas/* strictObject */.rej({}), 'Each certificate signs itself, for partners who pin it: `self-signed: {}`.'),
});
const issuer = schemas/* union */.KCZ([execIssuer, localIssuer, cfsslIssuer, vaultIssuer, selfSignedIssuer]);
const issuersSchema = described(schemas/* record */.g1P(schema_text(100), issuer), 'Where certificates come from that `source.issuer` names. Each has exactly one form.');
const probe = schemas/* strictObject */.rej({
    url: described(schemas/* string */.YjP().check(obeying(names/* httpsUrl */.N3)), 'What is asked with GET and without credentials, `https://` only. `${environment}` is replaced.', {
        examples: ['https://api.bank.example/health'],
    }),
    'protocol-profile': described(schema_text(40), 'A key of `protocol-profiles`: its keystore is the identity.'),
    'expect-status': schemas/* optional */.lqM(described(wholeNumber(100, 599), 'The HTTP status of a good answer. Without it: 2xx where the probe is `required`; else any but 400, 495 and 496, by which servers refuse a certificate, and those from 500 on.', { examples: [200] })),
    required: schemas/* _default */.Rvf(described(schemas/* boolean */.zMY(), 'Whether a failure is an error, and a server that asks for no client certificate is one. Then it is asked before a profile uses a new keystore, too: one that the partner does not accept is not used.'), false),
});
const probesSchema = described(schemas/* array */.YOg(probe).check(api/* _maxLength */.Eb(100, 'has more than 100 entries')), 'Real handshakes from the runner with the keystore of a profile, after `apply` and in `verify`. Exactly the `trusted-certificates` of the spec are trusted. Where `HTTPS_PROXY` and `NO_PROXY` of the runner say so, the connection goes through the proxy.');
const schema_names = (hints) => {
    const name = schemas/* string */.YjP();
    registries/* globalRegistry */.fd.add(name, hints);
    return name;
};
const recordNames = schema_names({ minLength: 1, maxLength: names/* MAX_RECORD_NAME */.fs, pattern: '^[^^\\s]([^^]*[^^\\s])?$' });
const messageNames = schema_names({ minLength: 1, maxLength: names/* MAX_MESSAGE_NAME */.xU, pattern: '^[^^\\s]([^^]*[^^\\s])?$' });
const sectionShape = {
    keystores: described(schemas/* record */.g1P(recordNames, keystore), 'Keystores with a private key: _X.509 Certificate_ records (`sys_certificate`) of type _Java Key Store_, by their names of at most 94 characters.'),
    'trusted-certificates': described(schemas/* record */.g1P(recordNames, trustedCertificate), 'Certificates that the instance trusts: records of type _Trust Store Cert_, by their names of at most 94 characters.'),
    'protocol-profiles': described(schemas/* record */.g1P(schema_names({ pattern: '^(?!https?$)[a-z]{1,7}$' }), protocolProfile), 'Protocol profiles (`sys_protocol_profile`). The name becomes a URL scheme: 1 to 7 lower-case letters, and no scheme that exists already, such as `http`.'),
    'rest-messages': described(schemas/* record */.g1P(messageNames, schema_message), 'REST messages (`sys_rest_message`) by their names. They must be there: messages are never created.'),
    'soap-messages': described(schemas/* record */.g1P(messageNames, schema_message), 'SOAP messages (`sys_soap_message`) by their names. They must be there: messages are never created.'),
    connections: described(schemas/* record */.g1P(messageNames, otherPlace), 'HTTP(s) Connection records (`http_connection`) by their names. They must be there. What their columns are called is asked of the instance.'),
    'oauth-providers': described(schemas/* record */.g1P(messageNames, otherPlace), 'Application registries (`oauth_entity`) by their names, for token calls over mutual TLS. They must be there.'),
};
const sections = schemas/* strictObject */.rej({
    keystores: schemas/* optional */.lqM(sectionShape.keystores),
    'trusted-certificates': schemas/* optional */.lqM(sectionShape['trusted-certificates']),
    'protocol-profiles': schemas/* optional */.lqM(sectionShape['protocol-profiles']),
    'rest-messages': schemas/* optional */.lqM(sectionShape['rest-messages']),
    'soap-messages': schemas/* optional */.lqM(sectionShape['soap-messages']),
    connections: schemas/* optional */.lqM(sectionShape.connections),
    'oauth-providers': schemas/* optional */.lqM(sectionShape['oauth-providers']),
    issuers: schemas/* optional */.lqM(issuersSchema),
    probes: schemas/* optional */.lqM(probesSchema),
});
const environmentShape = {
    instance: described(schemas/* string */.YjP().check(obeying(names/* template */.vs)), 'The instance: `https://x.service-now.com`, or bare `x` for the same. `${environment}` is replaced. The input `instance-url` overrides it.', { examples: ['https://acmedev.service-now.com', 'acmedev'] }),
    protected: schemas/* _default */.Rvf(described(schemas/* boolean */.zMY(), 'Whether another instance than this one, given by `instance-url`, needs the input `confirm`.'), false),
};
const headShape = {
    version: described(schemas/* literal */.euz(1), 'Version of this format.'),
    owner: schemas/* optional */.lqM(described(schema_text(200), 'Whose records these are, as it is marked on the instance. Without it: the repository.', {
        examples: ['acme/integrations'],
    })),
};
const anySections = schemas/* optional */.lqM(schemas/* unknown */.L5J());
const anything = {
    keystores: anySections,
    'trusted-certificates': anySections,
    'protocol-profiles': anySections,
    'rest-messages': anySections,
    'soap-messages': anySections,
    connections: anySections,
    'oauth-providers': anySections,
    issuers: anySections,
    probes: anySections,
};
const environments = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* strictObject */.rej({ ...environmentShape, ...anything }));
const head = schemas/* strictObject */.rej({ ...headShape, environments, ...anything });

// EXTERNAL MODULE: ./node_modules/zod/v4/core/parse.js + 1 modules
var parse = __webpack_require__(23945);
;// CONCATENATED MODULE: ./src/spec/validate.ts





const NO_WORDS = 'Invalid input';
function validate(schema, tree, path, whole = true) {
    const result = parse/* safeParse */.xL(schema, plain(tree));
    if (result.success)
        return { value: result.data, problems: [] };
    const reporter = new Reporter(tree, path, whole);
    for (const issue of result.error.issues)
        reporter.issue(issue, [], schema);
    return { problems: reporter.problems };
}
class Reporter {
    problems = [];
    #tree;
    #path;
    #whole;
    constructor(tree, path, whole) {
        this.#tree = tree;
        this.#path = path;
        this.#whole = whole;
    }
    issue(issue, from, schema) {
        if (this.problems.length >= MOST_PROBLEMS)
            return;
        const below = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
        const path = [...from, ...below];
        const here = schemaAt(schema, below);
        const tree = treeAt(this.#tree, path);
        if (tree === undefined)
            this.#missing(path);
        else if (issue.code === 'invalid_union') {
            this.#union(path, tree, here, (form, option) => {
                for (const inner of issue.errors[form] ?? [])
                    this.issue(inner, path, option);
            });
        }
        else if (issue.code === 'unrecognized_keys') {
            if (optionsOf(here).length === 0)
                this.#unknown(path, issue.keys, keysOf(here));
            else
                this.#union(path, tree, here, (_, option) => this.#unknown(path, issue.keys, keysOf(option)));
        }
        else if (issue.code === 'invalid_value')
            this.#choice(path, tree, issue.values);
        else if (issue.code === 'invalid_type' && issue.message === NO_WORDS)
            this.#type(path, tree, wanted(here));
        else
            this.#report(codeOf(issue), path, issue.message);
    }
    #unknown(path, keys, known) {
        for (const key of keys.slice(0, MOST_PROBLEMS)) {
            const at = [...path, key];
            const hint = (0,suggest/* didYouMean */.a)(key, known) ?? `known here: ${known.join(', ')}`;
            this.#report('spec.unknown-key', at, 'is not known here', hint, true);
        }
    }
    #missing(path) {
        const above = path.slice(0, -1);
        if (!this.#whole)
            return;
        const at = placeOf(this.#tree, above);
        this.problems.push(problemAt('spec.type', this.#full(path), 'is missing', at));
    }
    #union(path, tree, schema, report) {
        const options = optionsOf(schema);
        const forms = options.map(formOf);
        if (tree.kind !== 'mapping') {
            const what = forms.map(({ tell }) => `{ ${tell}: \u2026 }`).join(' or ');
            this.#report('spec.type', path, `is ${found(tree)} where ${what} is meant`);
            return;
        }
        const given = forms.flatMap(({ tell }, index) => (tree.entries.has(tell) ? [index] : []));
        const [chosen, second] = given;
        const option = chosen === undefined ? undefined : options[chosen];
        if (chosen === undefined || option === undefined)
            this.#noForm(path, tree, forms);
        else if (second === undefined)
            report(chosen, option);
        else {
            const tells = given.map((index) => forms[index]?.tell ?? '');
            const what = `${tells.join(' and ')} exclude each other: exactly one of them`;
            this.#report('spec.type', [...path, forms[second]?.tell ?? ''], what, undefined, true);
        }
    }
    #noForm(path, tree, forms) {
        const known = new Set(forms.flatMap(({ keys }) => keys));
        const unknown = entriesOf(tree).flatMap(({ key }) => (known.has(key) ? [] : [key]));
        const tells = forms.map(({ tell }) => tell);
        if (unknown.includes('value')) {
            const hint = 'store it as a secret and write { secret: NAME }; treat what was written here as leaked';
            this.#report('spec.type', [...path, 'value'], 'a password or key is never written into the spec', hint, true);
        }
        else if (unknown.length > 0)
            this.#unknown(path, unknown, tells);
        else
            this.#report('spec.type', path, `needs exactly one of ${tells.join(', ')}`);
    }
    #choice(path, tree, values) {
        const value = tree.kind === 'scalar' ? tree.value : undefined;
        const allowed = values.map(String);
        const isText = typeof value === 'string';
        const said = isText ? `${shown(value)} is` : 'is';
        if (isText && allowed.includes(value))
            this.#report('spec.type', path, 'is text', 'leave the quotes out');
        else {
            const what = `${said} not ${allowed.length > 1 ? 'one of ' : ''}${allowed.join(', ')}`;
            this.#report('spec.type', path, what, isText ? hintFor(value, allowed) : undefined);
        }
    }
    #type(path, tree, what) {
        const value = tree.kind === 'scalar' ? tree.value : null;
        let hint;
        if (what === 'text' && value !== null)
            hint = 'put it in quotes';
        else if (typeof value === 'string' && /^(?:\d+|true|false)$/.test(value))
            hint = 'leave the quotes out';
        this.#report('spec.type', path, `is ${found(tree)} where ${what} is meant`, hint);
    }
    #report(code, path, what, hint, atKey = false) {
        const tree = treeAt(this.#tree, path);
        const hasPlace = tree !== undefined && tree.kind !== 'mapping' && !isNull(tree);
        const at = hasPlace && !atKey ? tree.at : placeOf(this.#tree, path);
        this.problems.push(problemAt(code, this.#full(path), what, at, hint));
    }
    #full(path) {
        return [...this.#path, ...path];
    }
}
const isErrorCode = (code) => typeof code === 'string' && code in errors/* ERRORS */.Sr;
function codeOf(issue) {
    const code = issue.code === 'custom' ? issue.params?.code : undefined;
    return isErrorCode(code) ? code : 'spec.type';
}
function found(tree) {
    if (tree.kind === 'list')
        return 'a list';
    if (tree.kind === 'mapping')
        return 'a mapping';
    if (tree.value === null)
        return 'empty';
    if (typeof tree.value === 'string')
        return 'text';
    if (typeof tree.value === 'boolean')
        return String(tree.value);
    return Number.isInteger(tree.value) ? 'a number' : 'a number with a fraction';
}
const isKind = (schema, kind) => schema._zod.def.type === kind;
function bare(schema) {
    return isKind(schema, 'optional') || isKind(schema, 'default') ? bare(schema._zod.def.innerType) : schema;
}
function schemaAt(schema, path) {
    let here = bare(schema);
    for (const step of path) {
        let next;
        if (isKind(here, 'object'))
            next = here._zod.def.shape[step];
        else if (isKind(here, 'record'))
            next = here._zod.def.valueType;
        else if (isKind(here, 'array'))
            next = here._zod.def.element;
        if (next === undefined)
            return undefined;
        here = bare(next);
    }
    return here;
}
const keysOf = (schema) => schema !== undefined && isKind(schema, 'object') ? Object.keys(schema._zod.def.shape) : [];
const optionsOf = (schema) => schema !== undefined && isKind(schema, 'union') ? schema._zod.def.options : [];
function formOf(option) {
    const keys = keysOf(option);
    return { tell: keys[0] ?? '', keys };
}
function wanted(schema) {
    if (schema === undefined)
        return 'something else';
    if (isKind(schema, 'string'))
        return 'text';
    if (isKind(schema, 'number'))
        return 'a whole number';
    if (isKind(schema, 'boolean'))
        return 'true or false';
    if (isKind(schema, 'array'))
        return 'a list';
    return isKind(schema, 'union') ? 'a value' : 'a mapping';
}
const hintFor = (value, allowed) => allowed.includes('pkcs12') && /^bcfks$/i.test(value)
    ? 'BCFKS is not written by this action: keystores of an instance in FIPS mode, which takes nothing else, are loaded by hand'
    : (0,suggest/* didYouMean */.a)(value, allowed);

;// CONCATENATED MODULE: ./src/spec/load.ts














const MAX_ENVIRONMENTS = 100;
function parseSpec(text, file) {
    const { tree, problems: unreadable } = readDocument(text, file);
    if (tree === undefined)
        return { problems: inOrder(unreadable) };
    const entries = entriesOf(entryOf(tree, 'environments')?.value);
    const header = validate(head, tree, []);
    const bare = sectionsOf(tree);
    const everywhere = [
        ...unreadable,
        ...header.problems,
        ...checkEnvironments(tree, entries),
        ...validate(sections, splitAbsent(bare).present, [], entries.length === 0).problems,
        ...checkNames(bare),
    ];
    let common;
    const applied = entries.slice(0, MAX_ENVIRONMENTS).map((entry) => {
        const checked = overrides(entry) ? check(sectionsOf(tree, entry.value)) : (common ??= check(bare));
        return { ...checked, name: entry.key, entry, ...originOf(entry) };
    });
    everywhere.push(...checkCollisions(applied), ...applied.flatMap(({ problem }) => problem ?? []));
    const problems = gathered(everywhere, new Map(applied.map((environment) => [environment.name, environment.problems])));
    const specs = new Map();
    for (const environment of problems.length === 0 ? applied : []) {
        const spec = build(environment, header.value?.owner);
        if (spec !== undefined)
            specs.set(environment.name, spec);
    }
    const at = entryOf(tree, 'environments')?.at ?? tree.at;
    return { document: { at, environmentNames: entries.map(({ key }) => key), specs, content: contentOf(tree) }, problems };
}
function specFor(document, environment) {
    const { at, environmentNames: names, specs } = document;
    const [only, second] = names;
    const name = environment ?? (second === undefined ? only : undefined);
    const report = (what, hint) => ({
        problems: [problemAt('spec.environment', [], what, at, hint)],
    });
    if (only === undefined)
        return { problems: [] };
    if (name === undefined)
        return report(`environment: there are several, and none is given: ${names.map(shown).join(', ')}`);
    if (!names.includes(name)) {
        return report(`environment: ${shown(name)} is not one of ${names.map(shown).join(', ')}`, (0,suggest/* didYouMean */.a)(name, names));
    }
    const spec = specs.get(name);
    return { ...(spec !== undefined && { spec }), problems: [] };
}
function checkEnvironments(tree, entries) {
    const problems = entries.flatMap(({ key, at }) => {
        const reason = (0,names/* environmentName */.VE)(key);
        return reason === undefined ? [] : [problemAt('spec.name', ['environments', key], `the name ${reason}`, at)];
    });
    const section = entryOf(tree, 'environments');
    if (section?.value.kind === 'mapping' && entries.length === 0) {
        problems.push(problemAt('spec.type', ['environments'], 'has no environment', section.at, 'name one, with its instance'));
    }
    const beyond = entries[MAX_ENVIRONMENTS];
    if (beyond !== undefined) {
        problems.push(problemAt('spec.type', ['environments'], `has more than ${MAX_ENVIRONMENTS} environments`, beyond.at));
    }
    return problems;
}
const overrides = ({ value }) => [...SECTIONS, 'issuers', 'probes'].some((section) => entryOf(value, section) !== undefined);
function check(tree) {
    const { present, absent } = splitAbsent(tree);
    const { value, problems } = validate(sections, present, []);
    const others = validate(sections, absent, [], false).problems;
    return { tree, value, problems: [...problems, ...others, ...checkNames(tree), ...checkReferences(tree, present)] };
}
function build({ name, entry, tree, value, origin }, owner) {
    if (origin === undefined || value === undefined)
        return undefined;
    const guard = entryOf(entry.value, 'protected')?.value;
    const isProtected = guard?.kind === 'scalar' && guard.value === true;
    const { present, absent } = splitAbsent(tree);
    return buildSpec(value, present, absentItems(absent), { name, at: entry.at, instance: origin, protected: isProtected }, owner);
}
function originOf({ key: name, value }) {
    const given = entryOf(value, 'instance')?.value;
    const template = textOf(given);
    if (given === undefined || template === undefined)
        return {};
    try {
        return { origin: (0,instance_origin/* normaliseInstance */.QS)(fillIn(template, name)) };
    }
    catch (error) {
        if (!(error instanceof errors/* CodedError */.AK))
            throw error;
        return { problem: problemAt('spec.type', ['environments', name, 'instance'], error.message, given.at, error.hint) };
    }
}
function recordsOf({ tree }) {
    return new Map(SECTIONS.flatMap((section) => itemsOf(tree, section).map(({ key, value }) => {
        const table = section === 'trusted-certificates' ? 'keystores' : section;
        const marks = [textOf(entryOf(value, 'scope')?.value), textOf(entryOf(value, 'sys-id')?.value)];
        return [JSON.stringify([table, key, ...marks]), itemOf([section, key])];
    })));
}
function checkCollisions(environments) {
    const seen = new Map();
    return environments.flatMap((environment) => {
        const { name, entry, origin } = environment;
        if (origin === undefined)
            return [];
        const taken = seen.get(origin) ?? new Map();
        seen.set(origin, taken);
        const records = [...recordsOf(environment)];
        const shared = records.find(([record]) => taken.has(record));
        for (const [record] of records)
            if (!taken.has(record))
                taken.set(record, name);
        if (shared === undefined)
            return [];
        const [record, item] = shared;
        const what = `is on ${origin} like ${taken.get(record) ?? ''}, and both have ${item}`;
        const hint = 'give each environment an instance of its own, or names of its own';
        return [problemAt('spec.environment', ['environments', name], what, entry.at, hint)];
    });
}


/***/ }),

/***/ 63522:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ MESSAGE_KINDS)
/* harmony export */ });
const MESSAGE_KINDS = ['rest-message', 'soap-message', 'connection', 'oauth-provider'];


/***/ }),

/***/ 49891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gf: () => (/* binding */ secretName),
/* harmony export */   HW: () => (/* binding */ alternativeName),
/* harmony export */   J4: () => (/* binding */ SECRET_NAME),
/* harmony export */   N3: () => (/* binding */ httpsUrl),
/* harmony export */   Rs: () => (/* binding */ serviceUrl),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   fe: () => (/* binding */ messageName),
/* harmony export */   fs: () => (/* binding */ MAX_RECORD_NAME),
/* harmony export */   hJ: () => (/* binding */ personName),
/* harmony export */   vR: () => (/* binding */ profileName),
/* harmony export */   vs: () => (/* binding */ template),
/* harmony export */   xD: () => (/* binding */ recordName),
/* harmony export */   xU: () => (/* binding */ MAX_MESSAGE_NAME)
/* harmony export */ });
/* unused harmony export ENVIRONMENT_NAME */
const MAX_RECORD_NAME = 94;
const MAX_MESSAGE_NAME = 200;
const MAX_PERSON_NAME = 151;
const ENVIRONMENT_NAME = /^[A-Za-z0-9_-]{1,32}$/;
const PROFILE_NAME = /^[a-z]{1,7}$/;
const SECRET_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]/u;
const GENERATION = / \((?:new [0-9a-f]{8}|(?:retired|in use|rolled back) \d{4}-\d\d-\d\d [0-9a-f]{8}|until \d{4}-\d\d-\d\d)\)$/i;
const SCHEMES = new Set([
    'http https ftp ftps sftp file jar jmod jrt mailto data blob about urn',
    'ldap ldaps dns rmi iiop jdbc jms imap imaps smtp smtps ws wss ssh scp tcp udp smb nfs news nntp telnet gopher',
]
    .join(' ')
    .split(' '));
const RESERVED_SECRETS = /^(?:GITHUB|ACTIONS|RUNNER|INPUT)_/i;
function queryable(name, longest) {
    if (name === '__proto__')
        return 'cannot be a name';
    if (name.length > longest)
        return `is longer than ${longest} characters`;
    if (CONTROL.test(name))
        return 'has a control character in it';
    if (name !== name.trim())
        return 'begins or ends with a space';
    if (name.includes('^'))
        return 'has a ^ in it, which queries of the instance cannot express';
    if (/^javascript:/i.test(name))
        return 'begins with javascript:, which the instance would run';
    if (GENERATION.test(name))
        return 'looks like the name of an old or new generation of a record';
    return undefined;
}
const recordName = (name) => queryable(name, MAX_RECORD_NAME);
const messageName = (name) => queryable(name, MAX_MESSAGE_NAME);
const personName = (name) => oneLine(name) ?? queryable(name, MAX_PERSON_NAME);
const profileName = (name) => {
    if (!PROFILE_NAME.test(name))
        return 'is not 1 to 7 lower-case letters (KB0696599)';
    return SCHEMES.has(name) ? 'is a URL scheme that exists already' : undefined;
};
const environmentName = (name) => ENVIRONMENT_NAME.test(name) && name !== '__proto__' ? undefined : 'is not 1 to 32 letters, digits, _ and -';
const secretName = (name) => {
    if (!SECRET_NAME.test(name))
        return 'is no name of a secret: letters, digits and _, no digit first';
    return RESERVED_SECRETS.test(name) ? 'is a name of the runner, not of a secret: GITHUB_, ACTIONS_, RUNNER_, INPUT_' : undefined;
};
const oneLine = (text) => {
    if (text.trim() === '')
        return 'is empty';
    return CONTROL.test(text) ? 'has a control character in it' : undefined;
};
const template = (text) => {
    const other = [...text.matchAll(/\$\{([^}]*)\}?/g)].find(([whole]) => whole !== '${environment}');
    return other === undefined ? oneLine(text) : 'has a ${\u2026} in it that is not ${environment}';
};
const HOST_NAME = /^(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;
const IP4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
const alternativeName = (text) => {
    const [, kind, value = ''] = /^(DNS|IP|URI|email):(.+)$/.exec(text.replaceAll('${environment}', 'environment')) ?? [];
    if (kind === undefined)
        return 'does not begin with DNS:, IP:, URI: or email:, or names nothing';
    if (!/^[\x21-\x7e]+$/.test(value))
        return 'has a character that is not printable ASCII';
    if (kind === 'DNS' && (!HOST_NAME.test(value) || value.length > 253))
        return 'is not a host name';
    if (kind === 'IP' && !IP4.test(value) && !isIp6(value))
        return 'is not an IP address';
    if (kind === 'URI' && !URL.canParse(value))
        return 'is not a URI';
    return kind === 'email' && !/^[^@]+@[^@]+$/.test(value) ? 'is not an e-mail address' : undefined;
};
const isIp6 = (text) => /^[0-9a-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]`);
const serviceUrl = (text) => urlOf(text, ['https:', 'http:']);
const httpsUrl = (text) => urlOf(text, ['https:']);
function urlOf(text, schemes) {
    const filled = text.replaceAll('${environment}', 'environment');
    if (!/^[\x21-\x7e]+$/.test(filled) || !URL.canParse(filled))
        return 'is not a URL';
    const url = new URL(filled);
    if (!schemes.includes(url.protocol))
        return `is not a URL that begins with ${schemes.join('// or ')}//`;
    return url.username === '' && url.password === '' && url.hash === '' ? undefined : 'has credentials or a fragment in it';
}


/***/ }),

/***/ 61381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest),
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
function distance(from, to) {
    let before = [];
    let last = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (let i = 1; i <= from.length; i++) {
        const row = [i];
        for (let j = 1; j <= to.length; j++) {
            const same = from[i - 1] === to[j - 1];
            const swapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
            row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1), swapped));
        }
        before = last;
        last = row;
    }
    return last[to.length] ?? 0;
}
const kebab = (text) => text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase();
const LONGEST_WORD = 40;
const MOST_KNOWN = 100;
function suggest(word, known) {
    if (word.length > LONGEST_WORD || known.length > MOST_KNOWN)
        return undefined;
    const meant = kebab(word);
    const near = known.flatMap((name) => {
        const most = Math.max(1, Math.floor(name.length / 3));
        if (Math.abs(name.length - meant.length) > most)
            return [];
        const far = Math.min(distance(word, name), distance(meant, kebab(name)));
        return far <= most ? [{ name, far }] : [];
    });
    near.sort((a, b) => a.far - b.far);
    return near[0]?.name;
}
function didYouMean(word, known) {
    const name = suggest(word, known);
    return name === undefined ? undefined : `did you mean ${name}?`;
}


/***/ }),

/***/ 18449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XW: () => (/* binding */ readFileInside),
/* harmony export */   b2: () => (/* binding */ isMissing)
/* harmony export */ });
/* unused harmony export readResolved */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _read_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89834);




const MAX_FILE = 1024 * 1024;
function readFileInside(workspace, specFile, path) {
    return new Promise((resolved) => resolved(readNow(workspace, specFile, path)));
}
function readNow(workspace, specFile, path) {
    const fail = (what, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CodedError */ .AK('value.file', `${path}: ${what}`, { cause });
    try {
        const root = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(workspace);
        const target = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(specFile), path));
        const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, target).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
        if (below[0] === '..' || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, ...below) !== target)
            throw fail('is outside the workspace');
        if (below.includes('.git'))
            throw fail('is in a .git folder');
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(target).isFile())
            throw fail('is not a regular file');
        return readResolved(target, fail);
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CodedError */ .AK)
            throw error;
        throw fail(WORDS.get(codeOf(error)) ?? 'cannot be read', error);
    }
}
const WORDS = new Map([
    ['ENOENT', 'is not there'],
    ['ENOTDIR', 'is not there'],
    ['ELOOP', 'is a link that leads nowhere'],
    ['EACCES', 'may not be read'],
]);
const isMissing = (error) => error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CodedError */ .AK && error.code === 'value.file' && ['ENOENT', 'ENOTDIR'].includes(codeOf(error.cause));
const codeOf = (error) => typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
const whereIs = (file, path) => process.platform === 'linux' ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(`/proc/self/fd/${file}`) : node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path);
function readResolved(path, fail) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    try {
        const opened = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
        if (!opened.isFile())
            throw fail('is not a regular file');
        if (whereIs(file, path) !== path)
            throw fail('was moved while it was opened');
        if (opened.size > MAX_FILE)
            throw fail('is larger than 1 MiB');
        const bytes = (0,_read_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readOpen */ .FA)(file, opened.size);
        if (bytes.length > opened.size)
            throw fail('has grown while it was read');
        return bytes;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}


/***/ })

};
