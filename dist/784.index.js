export const id = 784;
export const ids = [784,820];
export const modules = {

/***/ 74820:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctorCommand: () => (/* binding */ doctorCommand),
  namedInstance: () => (/* binding */ namedInstance)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/instance-origin.ts
var instance_origin = __webpack_require__(83995);
// EXTERNAL MODULE: ./src/spec/model.ts
var model = __webpack_require__(63522);
// EXTERNAL MODULE: ./src/plan/health.ts
var health = __webpack_require__(13577);
;// CONCATENATED MODULE: ./src/plan/examine-account.ts


const finding = (code, severity, message) => ({ code, severity, message });
/** What the account may do, as far as it can be told without writing (docs/PERMISSIONS.md). Pure. */
function examineAccount(inventory, purpose) {
    return [...reads(inventory), ...roles(inventory, purpose), ...columns(inventory)];
}
/** Tables that the account cannot read: those of certificates and profiles are needed, of the others only what a spec names. */
function reads({ records, attachments, facts }) {
    const needed = [records.certificate, records['protocol-profile'], attachments];
    const refusals = needed.flatMap((told) => ('refused' in told ? [told.refused] : []));
    const others = model/* MESSAGE_KINDS */.k.filter((kind) => facts.unavailable[kind] === undefined).flatMap((kind) => {
        const told = records[kind];
        return 'refused' in told ? [told.refused] : [];
    });
    return [
        ...refusals.map(({ message }) => finding('doctor.unreadable', 'error', `${message}: no command can work without it`)),
        ...others.map(({ message }) => finding('doctor.unreadable', 'warning', `${message}: a spec that names such records cannot be planned`)),
        ...Object.values(facts.unavailable).map((why) => finding('doctor.unreadable', 'notice', `${why}: the section cannot be used on this instance`)),
    ];
}
function roles({ advice }, purpose) {
    if (advice.roles === undefined) {
        return [finding('doctor.roles', 'notice', 'the roles of the account cannot be read: what it may write is not known')];
    }
    if (purpose === 'plan')
        return [];
    const has = (...names) => names.some((name) => advice.roles?.includes(name) === true);
    if (has('snc_read_only')) {
        return [finding('doctor.roles', 'error', 'the account has the role snc_read_only: every write of apply would be refused')];
    }
    if (has('admin'))
        return [];
    const missing = (what, role) => finding('doctor.roles', 'warning', `the account has not the role ${role}, which the documentation names for ${what}: unless access rules of the instance say otherwise, apply cannot write them`);
    return [
        missing('certificates and protocol profiles', 'admin'),
        ...(has('web_service_admin') ? [] : [missing('REST and SOAP messages', 'web_service_admin')]),
        ...(has('connection_admin') ? [] : [missing('connections', 'connection_admin')]),
    ];
}
function columns({ facts, advice, records }) {
    const missing = facts.missingColumns.map(({ kind, column }) => finding('instance.column-dropped', 'error', `the table of ${kind} records has no column for ${column}: what is written there would be dropped without a word`));
    if (advice.typeLabels === undefined || (0,health/* rowsOf */.RO)(records.certificate).length === 0)
        return missing;
    const unknown = ['Java Key Store', 'PKCS12 Key Store', 'Trust Store Cert'].filter((label) => advice.typeLabels?.some((told) => plain(told) === plain(label)) !== true);
    return [
        ...missing,
        ...unknown.map((label) => finding('doctor.choices', 'warning', `sys_choice has no type ${label}: the value that is known of other instances is used, and this instance may not know it`)),
    ];
}
const plain = (label) => label.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

// EXTERNAL MODULE: ./src/plan/examine-records.ts
var examine_records = __webpack_require__(17399);
;// CONCATENATED MODULE: ./src/plan/examine-settings.ts

const examine_settings_finding = (code, severity, message) => ({ code, severity, message });
const LEFTOVER = /^glide\.httpclient\.protocol\.(.+)\.(?:class|port)$/;
const isTrue = (value) => value?.trim().toLowerCase() === 'true';
/** System properties that break mutual authentication, refuse keystores, or make it worth little. Pure. */
function examineSettings(inventory) {
    const { properties } = inventory.advice;
    if (properties === undefined) {
        return [
            examine_settings_finding('doctor.unreadable', 'notice', 'sys_properties cannot be read: leftovers, attachment rules and hardening are not examined'),
        ];
    }
    return [...leftovers(inventory, properties), ...attachmentRules(properties), ...hardening(properties), ...fips(properties)];
}
/** KB0824494: they take the place of the protocol profile of that name. */
function leftovers({ records }, properties) {
    const profiles = new Set((0,health/* rowsOf */.RO)(records['protocol-profile']).map(({ columns }) => columns.name));
    return [...properties.keys()].flatMap((name) => {
        const scheme = LEFTOVER.exec(name)?.[1];
        if (scheme === undefined)
            return [];
        const used = profiles.has(scheme);
        const consequence = used
            ? `it takes the place of the protocol profile ${scheme}, whose calls fail`
            : 'a protocol profile of that name would not work';
        return [
            examine_settings_finding('doctor.leftover-property', used ? 'error' : 'warning', `the system property ${name} is left over: ${consequence}`),
        ];
    });
}
function attachmentRules(properties) {
    const allowed = (properties.get('glide.attachment.extensions') ?? '')
        .split(',')
        .map((extension) => extension.trim().toLowerCase())
        .filter((extension) => extension !== '');
    const refused = allowed.length === 0 ? [] : ['jks', 'p12', 'cer'].filter((extension) => !allowed.includes(extension));
    return [
        ...(refused.length === 0
            ? []
            : [
                examine_settings_finding('doctor.attachments', 'error', `glide.attachment.extensions allows ${allowed.length} extensions and not ${refused.join(', ')}: attaching such files is refused`),
            ]),
        ...(isTrue(properties.get('glide.security.file.mime_type.validation'))
            ? [
                examine_settings_finding('doctor.attachments', 'warning', 'glide.security.file.mime_type.validation is true: attaching keystores may be refused, as their content has no well-known type'),
            ]
            : []),
    ];
}
function hardening(properties) {
    const hostname = properties.get('com.glide.communications.httpclient.verify_hostname');
    return [
        ...(isTrue(properties.get('com.glide.communications.trustmanager_trust_all'))
            ? [
                examine_settings_finding('doctor.hardening', 'warning', 'com.glide.communications.trustmanager_trust_all is true: the instance trusts every server certificate, so that trusted certificates protect nothing'),
            ]
            : []),
        ...(hostname !== undefined && !isTrue(hostname)
            ? [
                examine_settings_finding('doctor.hardening', 'warning', `com.glide.communications.httpclient.verify_hostname is ${hostname === '' ? 'empty' : hostname}: a certificate of any host is taken for that of the partner`),
            ]
            : []),
    ];
}
/** In FIPS mode an instance takes only BCFKS keystores, which are not written here. The property's name is not documented. */
function fips(properties) {
    return [...properties]
        .filter(([name, value]) => /fips/i.test(name) && isTrue(value))
        .map(([name]) => examine_settings_finding('doctor.fips', 'error', `${name} is true: in FIPS mode the instance takes only BCFKS keystores, and neither JKS nor PKCS#12`));
}

// EXTERNAL MODULE: ./src/plan/mark.ts
var mark = __webpack_require__(10818);
// EXTERNAL MODULE: ./src/commands/inventory.ts
var commands_inventory = __webpack_require__(67870);
// EXTERNAL MODULE: ./src/commands/result.ts + 1 modules
var result = __webpack_require__(3406);
// EXTERNAL MODULE: ./src/commands/survey.ts + 4 modules
var survey = __webpack_require__(51534);
;// CONCATENATED MODULE: ./src/commands/doctor.ts










/** A spec is not needed where the input `instance-url` names the instance. */
async function namedInstance(settings, ports) {
    const { instanceUrl } = settings;
    const { spec, problems } = await (0,survey/* readSpec */.Ot)(settings, ports);
    if (spec !== undefined) {
        const { name, instance } = spec.environment;
        return { origin: instanceUrl ?? (0,instance_origin/* normaliseInstance */.QS)(instance), environment: name, owner: spec.owner };
    }
    const without = instanceUrl !== undefined && problems.every(({ code }) => code === 'spec.not-found');
    return without ? { origin: instanceUrl, environment: settings.environment ?? '', owner: undefined } : { problems };
}
const tablesOf = (instance) => {
    const name = (kind) => instance.describe(kind).table;
    return {
        certificate: name('certificate'),
        'protocol-profile': name('protocol-profile'),
        'rest-message': name('rest-message'),
        'soap-message': name('soap-message'),
        connection: name('connection'),
        'oauth-provider': name('oauth-provider'),
    };
};
const ORDER = ['error', 'warning', 'notice'];
/**
 * Examines an instance: what the account may do, how the instance is set, and everything that is broken, expired or dangling on
 * it, whoever made it. Nothing is written.
 */
async function doctorCommand(settings, ports) {
    const named = await namedInstance(settings, ports);
    if ('problems' in named)
        return (0,result/* failedResult */.Nq)(named.problems, settings.command, settings.environment);
    const { environment, origin } = named;
    try {
        const instance = ports.connect(origin);
        const inventory = await (0,commands_inventory/* takeInventory */.O)(instance);
        const identity = (0,mark/* identityOf */.cu)(named.owner ?? ports.owner, environment, inventory.facts.origin, inventory.facts.name);
        const findings = [
            ...examineAccount(inventory, settings.purpose),
            ...examineSettings(inventory),
            ...(0,examine_records/* examineRecords */.I)(inventory, { now: ports.now(), expiryWarningMs: settings.expiryWarningMs, identity }),
        ];
        const sorted = findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
        return {
            ...(0,result/* failedResult */.Nq)([], settings.command),
            environment,
            examined: (0,health/* examinationOf */.xL)(inventory, settings.purpose, tablesOf(instance)),
            problems: sorted.map((finding) => (0,errors/* problemOf */.Zw)(finding, '')),
        };
    }
    catch (error) {
        return { ...(0,result/* failedResult */.Nq)([(0,errors/* problemOf */.Zw)((0,errors/* toCoded */.rA)(error).toFinding(), '')], settings.command), environment };
    }
}


/***/ }),

/***/ 75784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exportCommand: () => (/* binding */ exportCommand)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/plan/health.ts
var health = __webpack_require__(13577);
// EXTERNAL MODULE: ./src/spec/model.ts
var model = __webpack_require__(63522);
// EXTERNAL MODULE: ./src/spec/names.ts
var names = __webpack_require__(49891);
// EXTERNAL MODULE: ./src/x509/pem.ts
var pem = __webpack_require__(64786);
// EXTERNAL MODULE: ./src/plan/endpoints.ts
var endpoints = __webpack_require__(6685);
// EXTERNAL MODULE: ./src/plan/examine-records.ts
var examine_records = __webpack_require__(17399);
// EXTERNAL MODULE: ./src/plan/references.ts
var references = __webpack_require__(47469);
;// CONCATENATED MODULE: ./src/plan/export.ts







const quoted = (text) => JSON.stringify(text);
/** One line of a comment: what others wrote must not end it. */
const comment = (text) => `  # ${text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}`;
/**
 * Writes the spec that describes what is there: profiles in use with their keystores as they are, trusted certificates, and what
 * calls out over them. `plan` with it changes nothing and needs no secret. Pure.
 */
function exportSpec(inventory, exporting) {
    const keystores = usableKeystores(inventory);
    const profiles = profileEntries(inventory, keystores);
    const used = new Set(profiles.flatMap((entry) => ('keystore' in entry ? [entry.keystore] : [])));
    const trusted = trustedEntries(inventory, exporting, used);
    const schemes = new Map(profiles.flatMap((entry) => ('sysId' in entry ? [[entry.sysId, entry.name]] : [])));
    const sections = [
        ['keystores', [...used].sort().map((name) => ({ name, text: '{ source: { existing: true } }' }))],
        ['trusted-certificates', trusted.entries],
        ['protocol-profiles', profiles],
        ...model/* MESSAGE_KINDS */.k.map((kind) => [`${kind}s`, messageEntries(inventory, kind, schemes)]),
    ];
    const head = [
        '# What is on the instance, written by `export`. `plan` with it changes nothing and needs no secret.',
        '# Replace `existing: true` keystore by keystore to have them renewed from here on.',
        'version: 1',
        'environments:',
        `  ${exporting.environment}: { instance: ${quoted(inventory.facts.origin)} }`,
    ];
    const findings = sections.flatMap(([section, entries]) => entries.flatMap((entry) => 'why' in entry ? [{ code: 'export.left-out', severity: 'notice', message: `${section}: ${entry.name}: ${entry.why}` }] : []));
    return { spec: `${[...head, ...sections.flatMap(sectionLines)].join('\n')}\n`, files: trusted.files, findings };
}
function sectionLines([section, entries]) {
    if (entries.length === 0)
        return [];
    const lines = entries.flatMap((entry) => 'text' in entry
        ? [...(entry.notes ?? []).map(comment), `  ${quoted(entry.name)}: ${entry.text}`]
        : [comment(`${quoted(entry.name)}: left out: ${entry.why}`)]);
    // A section of comments alone would be empty, which a mapping cannot be.
    return entries.some((entry) => 'text' in entry) ? [`${section}:`, ...lines] : [`# ${section}:`, ...lines];
}
const nameOf = ({ columns }) => columns.name ?? '';
const byName = (rows) => rows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
/** The keystores that a profile can name, and why others cannot. */
function usableKeystores(inventory) {
    const { jks, pkcs12 } = inventory.facts.certificateTypes;
    const attachments = (0,health/* byRecord */.rB)(inventory.attachments);
    const rows = (0,health/* rowsOf */.RO)(inventory.records.certificate);
    const keystores = rows.filter(({ columns }) => columns.type === jks || columns.type === pkcs12);
    const active = keystores.filter(({ columns }) => columns.active === 'true');
    const judged = rows.map((row) => {
        const name = nameOf(row);
        const reason = (0,names/* recordName */.xD)(name);
        const files = attachments.get(row.sysId)?.length ?? 0;
        if (!keystores.includes(row))
            return [row.sysId, { why: `its keystore ${name} is no keystore` }];
        if (!active.includes(row))
            return [row.sysId, { why: `its keystore ${name} is inactive` }];
        if (reason !== undefined)
            return [row.sysId, { why: `the name of its keystore, ${name}, ${reason}` }];
        if (active.filter((other) => nameOf(other) === name).length > 1)
            return [row.sysId, { why: `several active keystores are named ${name}` }];
        return [row.sysId, files === 1 ? { name } : { why: `its keystore ${name} has ${files} attachments` }];
    });
    return new Map(judged);
}
function profileEntries(inventory, keystores) {
    const rows = byName((0,health/* rowsOf */.RO)(inventory.records['protocol-profile']));
    return rows.map((row) => {
        const name = nameOf(row);
        const keystore = keystores.get(row.columns.keystore ?? '') ?? { why: 'its keystore is not there' };
        const reason = (0,names/* profileName */.vR)(name);
        if (reason !== undefined)
            return { name, why: `the name ${reason}` };
        if (rows.filter((other) => nameOf(other) === name).length > 1)
            return { name, why: 'several protocol profiles have this name' };
        if ('why' in keystore)
            return { name, why: keystore.why };
        const port = row.columns.port ?? '';
        const usable = /^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65_535;
        const text = `{ keystore: ${quoted(keystore.name)}${usable ? `, port: ${port}` : ''} }`;
        return { name, text, keystore: keystore.name, sysId: row.sysId };
    });
}
function trustedEntries(inventory, { attached, fileName }, keystores) {
    const rows = byName((0,health/* rowsOf */.RO)(inventory.records.certificate).filter(({ columns }) => columns.active === 'true' && columns.type === inventory.facts.certificateTypes.trusted));
    const files = [];
    const entries = rows.map((row) => {
        const name = nameOf(row);
        const pem = row.columns.pem ?? '';
        const content = pem === '' ? attached.get(row.sysId) : Buffer.from(pem, 'utf8');
        const reason = (0,names/* recordName */.xD)(name);
        if (reason !== undefined)
            return { name, why: `the name ${reason}` };
        if (keystores.has(name))
            return { name, why: 'a keystore has this name, too' };
        if (rows.filter((other) => nameOf(other) === name).length > 1)
            return { name, why: 'several active trusted certificates have this name' };
        const certificate = content === undefined ? undefined : onlyCertificate(content);
        if (certificate === undefined)
            return { name, why: 'the record holds no single certificate that can be read' };
        const taken = new Set(files.map(({ path }) => path.toLowerCase()));
        const candidates = [fileName(name), ...Array.from({ length: 1000 }, (_, at) => `${fileName(name)}-${at + 2}`)];
        const base = candidates.find((candidate) => !taken.has(`certs/${candidate}.pem`.toLowerCase())) ?? row.sysId;
        const path = `certs/${base}.pem`;
        files.push({ path, text: certificate });
        return { name, text: `{ certificate: { file: ${quoted(path)} }${pem === '' ? ', format: der' : ''} }` };
    });
    return { entries, files };
}
function onlyCertificate(content) {
    try {
        const [certificate, second] = (0,pem/* readCertificates */.jZ)(content);
        return certificate === undefined || second !== undefined ? undefined : (0,pem/* toPem */.sg)(certificate);
    }
    catch {
        return undefined;
    }
}
/** What calls out with mutual authentication on. */
function messageEntries(inventory, kind, schemes) {
    const rows = byName((0,health/* rowsOf */.RO)(inventory.records[kind]));
    const on = rows.filter(({ columns }) => columns['mutual-authentication'] === 'true');
    return on.map((row) => {
        const name = nameOf(row);
        const scheme = schemes.get(row.columns['protocol-profile'] ?? '');
        const reason = (0,names/* messageName */.fe)(name);
        if (reason !== undefined)
            return { name, why: `the name ${reason}` };
        if (on.filter((other) => nameOf(other) === name).length > 1)
            return { name, why: `several ${examine_records/* KIND_WORDS */.P[kind]}s of this name have mutual authentication on` };
        if (scheme === undefined)
            return { name, why: 'its protocol profile is not there, or left out above' };
        const shared = rows.filter((other) => nameOf(other) === name).length > 1;
        const methods = (0,endpoints/* methodsOf */.oz)(inventory, row);
        const told = [
            ...(0,references/* methodWarnings */.pC)({ methods, profiles: (0,health/* rowsOf */.RO)(inventory.records['protocol-profile']) }, row, {
                mutualAuthentication: true,
                profile: scheme,
            }),
            ...(0,endpoints/* endpointWarnings */.d8)({ rewriteEndpoint: false, protocolProfile: scheme }, row, methods),
            ...(0,references/* messageWarnings */.FU)(row),
        ];
        const notes = told.map(({ message }) => `${quoted(name)}: ${message}`);
        return { name, notes, text: `{ protocol-profile: ${scheme}${shared ? `, sys-id: ${quoted(row.sysId)}` : ''} }` };
    });
}

// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(14031);
// EXTERNAL MODULE: ./src/commands/doctor.ts + 2 modules
var doctor = __webpack_require__(74820);
// EXTERNAL MODULE: ./src/commands/inventory.ts
var commands_inventory = __webpack_require__(67870);
// EXTERNAL MODULE: ./src/commands/result.ts + 1 modules
var result = __webpack_require__(3406);
;// CONCATENATED MODULE: ./src/commands/export.ts







/** A certificate is never larger. */
const MAX_CERTIFICATE = 256 * 1024;
const AT_ONCE = 4;
/** Writes a spec from what the instance has, and the public certificates that it names. Nothing is written on the instance. */
async function exportCommand(settings, ports) {
    const named = await (0,doctor.namedInstance)(settings, ports);
    if ('problems' in named)
        return (0,result/* failedResult */.Nq)(named.problems, settings.command, settings.environment);
    const environment = settings.environment ?? (named.environment === '' ? 'dev' : named.environment);
    try {
        const instance = ports.connect(named.origin);
        const inventory = await (0,commands_inventory/* takeInventory */.O)(instance);
        const attached = await readAttached(instance, inventory);
        const { spec, files, findings } = exportSpec(inventory, { environment, attached, fileName: report_escape/* fileName */.Md });
        const refused = Object.values(inventory.records).flatMap((told) => ('refused' in told ? [told.refused] : []));
        const problems = [
            ...refused.map((finding) => (0,errors/* problemOf */.Zw)({ ...finding, severity: 'warning' }, '')),
            ...findings.map((finding) => (0,errors/* problemOf */.Zw)(finding, '')),
        ];
        const exported = [{ path: 'servicenow-mtls.yml', text: spec }, ...files];
        return { ...(0,result/* failedResult */.Nq)(problems, settings.command), environment, exported };
    }
    catch (error) {
        return { ...(0,result/* failedResult */.Nq)([(0,errors/* problemOf */.Zw)((0,errors/* toCoded */.rA)(error).toFinding(), '')], settings.command), environment };
    }
}
/** Trusted certificates that are attached and not pasted; one that cannot be read is left out. */
async function readAttached(instance, inventory) {
    const attachments = (0,health/* byRecord */.rB)(inventory.attachments);
    const wanted = (0,health/* rowsOf */.RO)(inventory.records.certificate).flatMap(({ sysId, columns }) => {
        const [file, second] = attachments.get(sysId) ?? [];
        const isTrusted = columns.type === inventory.facts.certificateTypes.trusted && columns.active === 'true';
        const single = file !== undefined && second === undefined && file.size <= MAX_CERTIFICATE;
        return isTrusted && (columns.pem ?? '') === '' && single ? [{ sysId, attachment: file.sysId }] : [];
    });
    const contents = new Map();
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
        const part = wanted.slice(at, at + AT_ONCE);
        const read = part.map(async ({ sysId, attachment }) => {
            contents.set(sysId, await instance.download(attachment, MAX_CERTIFICATE));
        });
        await Promise.all(read);
    }
    return contents;
}


/***/ }),

/***/ 67870:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ takeInventory)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

/** What says that the account may not have a table, and not that the instance cannot be worked with at all. */
const REFUSALS = [
    'instance.forbidden',
    'instance.refused',
    'instance.rows-hidden',
    'instance.column-dropped',
    'instance.too-large',
    'record.changed',
    'record.unclear',
];
async function told(ask) {
    try {
        return { rows: await ask() };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK) || !REFUSALS.includes(error.code))
            throw error;
        return { refused: error.toFinding() };
    }
}
/** Asks an instance for all that it has of certificates, profiles and what uses them, as far as the account may see it. */
async function takeInventory(instance) {
    // One request alone first: wrong credentials are told once.
    await instance.certificateTypes();
    const all = (kind) => told(() => instance.find(kind, []));
    const [facts, advice, certificate, profile, rest, soap, connection, provider, attachments] = await Promise.all([
        instance.facts(),
        instance.advice(),
        all('certificate'),
        all('protocol-profile'),
        all('rest-message'),
        all('soap-message'),
        all('connection'),
        all('oauth-provider'),
        told(() => instance.attachments()),
    ]);
    const methods = await Promise.all([instance.methods('rest-message'), instance.methods('soap-message')]);
    return {
        facts,
        advice,
        records: {
            certificate,
            'protocol-profile': profile,
            'rest-message': rest,
            'soap-message': soap,
            connection,
            'oauth-provider': provider,
        },
        attachments,
        methods: methods.flat(),
    };
}


/***/ }),

/***/ 6685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qp: () => (/* binding */ planEndpoints),
/* harmony export */   d8: () => (/* binding */ endpointWarnings),
/* harmony export */   oz: () => (/* binding */ methodsOf),
/* harmony export */   yO: () => (/* binding */ withoutScheme)
/* harmony export */ });
/* unused harmony export schemeOf */
/**
 * Endpoints of messages and of their methods. The name of a protocol profile is a scheme of its own: `bankm://host` is called over
 * it whatever the flag says, and where a test shows plain `https://`, the endpoint itself must have it (KB0696599). A REST message
 * has one, and its methods may; of a SOAP message only the functions have.
 */
/** The longest endpoint that fits into sys_rest_message.rest_endpoint. */
const MAX_REST_ENDPOINT = 200;
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
/** The scheme of an endpoint in lower case; undefined where it has none, as one that begins with a variable. */
const schemeOf = (endpoint) => SCHEME.exec(endpoint)?.[1]?.toLowerCase();
const methodsOf = ({ methods }, { sysId }) => methods.filter(({ message }) => message === sysId);
/** The endpoints of methods in another form, each in a write of its own. */
function writing(changed, tables) {
    return {
        columns: changed.map(({ method, to }) => {
            const column = tables[method.kind].columns.endpoint ?? 'endpoint';
            return { column: `${column} of ${method.name}`, from: method.endpoint ?? null, to };
        }),
        steps: changed.map(({ method: { kind, sysId, name }, to }) => ({
            do: 'update',
            kind,
            record: { sysId },
            name,
            columns: { endpoint: to },
        })),
    };
}
const LEFT_ALONE = { own: undefined, beside: { columns: [], steps: [] }, findings: [] };
/** The endpoints with the profile's name as their scheme, where the spec asks for that. */
function planEndpoints({ kind, rewriteEndpoint, protocolProfile: profile }, row, methods, tables) {
    if (!rewriteEndpoint || profile === undefined)
        return LEFT_ALONE;
    const rewritten = (endpoint) => endpoint.replace(SCHEME, `${profile}://`);
    const own = row.columns.endpoint === undefined ? undefined : rewritten(row.columns.endpoint);
    const changed = methods.flatMap((method) => {
        const { endpoint = '' } = method;
        return rewritten(endpoint) === endpoint ? [] : [{ method, to: rewritten(endpoint) }];
    });
    const findings = [];
    const unclear = (message) => void findings.push({ code: 'record.unclear', severity: 'error', message });
    if (kind === 'rest-message' && [own ?? '', ...changed.map(({ to }) => to)].some(({ length }) => length > MAX_REST_ENDPOINT))
        unclear(`the rewritten endpoint is longer than ${MAX_REST_ENDPOINT} characters`);
    if (kind === 'soap-message' && !methods.some(({ endpoint }) => endpoint !== undefined))
        unclear('no function of the message tells its endpoint: there is none, or the account may not read them');
    return { own, beside: writing(changed, tables), findings };
}
/** What brings the endpoints of methods back that were given the scheme of a profile, which leads nowhere without it. */
function withoutScheme(scheme, methods, tables) {
    const changed = methods.flatMap((method) => {
        const { endpoint = '' } = method;
        return schemeOf(endpoint) === scheme ? [{ method, to: endpoint.replace(SCHEME, 'https://') }] : [];
    });
    return writing(changed, tables);
}
/**
 * Endpoints whose scheme is that of another profile, or of none that is known: what is called over which keystore is then not
 * what the spec says. Those that are rewritten are no matter.
 */
function endpointWarnings({ rewriteEndpoint, protocolProfile: profile }, row, methods) {
    if (profile === undefined)
        return [];
    const endpoints = [
        { whose: 'its endpoint', endpoint: row.columns.endpoint },
        ...methods.map(({ name, endpoint }) => ({ whose: `the endpoint of its method ${name}`, endpoint })),
    ];
    return endpoints.flatMap(({ whose, endpoint = '' }) => {
        const scheme = schemeOf(endpoint);
        if (rewriteEndpoint) {
            if (scheme !== undefined || endpoint === '')
                return [];
            const message = `${whose} has no scheme to be rewritten: what it becomes when it is called is for whoever sets its variables`;
            return [{ code: 'message.endpoint', severity: 'warning', message }];
        }
        if (scheme === undefined || ['http', 'https', profile].includes(scheme))
            return [];
        const message = `${whose} begins with ${scheme}://, and not with https:// or the profile's ${profile}://: it is called over another profile, or not at all`;
        return [{ code: 'message.endpoint', severity: 'warning', message }];
    });
}


/***/ }),

/***/ 17399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ examineRecords),
/* harmony export */   P: () => (/* binding */ KIND_WORDS)
/* harmony export */ });
/* harmony import */ var _spec_model_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(63522);
/* harmony import */ var _x509_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87181);
/* harmony import */ var _x509_pem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64786);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6685);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13577);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10818);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(47469);







const finding = (code, severity, message) => ({ code, severity, message });
const named = ({ sysId, columns }) => `${columns.name ?? ''} (${sysId})`;
const KIND_WORDS = {
    'rest-message': 'REST message',
    'soap-message': 'SOAP message',
    connection: 'connection',
    'oauth-provider': 'OAuth provider',
};
/** What is broken, expired, twice there or left dangling among all records, whoever made them. Pure. */
function examineRecords(inventory, examining) {
    return [
        ...keystores(inventory, examining),
        ...expiries(inventory, examining),
        ...duplicates(inventory),
        ...profiles(inventory),
        ...messages(inventory),
    ];
}
const isKeystore = ({ facts }, { columns }) => columns.type === facts.certificateTypes.jks || columns.type === facts.certificateTypes.pkcs12;
const active = (inventory) => (0,_health_js__WEBPACK_IMPORTED_MODULE_5__/* .rowsOf */ .RO)(inventory.records.certificate).filter(({ columns }) => columns.active === 'true');
/** KB1217702: the platform loads every active record, and one that is broken fails LDAP, mail and others too. */
function keystores(inventory, { identity }) {
    const attachments = (0,_health_js__WEBPACK_IMPORTED_MODULE_5__/* .byRecord */ .rB)(inventory.attachments);
    const harm = 'a broken active record fails LDAP and mail connections of the whole instance';
    return active(inventory)
        .filter((row) => isKeystore(inventory, row))
        .flatMap((row) => {
        if ('refused' in inventory.attachments)
            return [];
        const files = attachments.get(row.sysId) ?? [];
        const foreign = files.some(({ fileName }) => {
            const mark = (0,_mark_js__WEBPACK_IMPORTED_MODULE_3__/* .parseMark */ .lw)(fileName);
            return mark !== undefined && !(0,_mark_js__WEBPACK_IMPORTED_MODULE_3__/* .isHere */ .nw)(mark, identity);
        });
        return [
            ...(files.length === 1
                ? []
                : [
                    finding('doctor.broken-keystore', 'error', `the active keystore ${named(row)} has ${files.length} attachments instead of one: ${harm}`),
                ]),
            ...(inventory.advice.withoutPassword.includes(row.sysId)
                ? [finding('doctor.broken-keystore', 'error', `the active keystore ${named(row)} has no password: ${harm}`)]
                : []),
            ...(foreign
                ? [
                    finding('doctor.clone', 'warning', `the keystore ${named(row)} holds the key of another instance, as a clone leaves it: this instance calls in the name of that one`),
                ]
                : []),
        ];
    });
}
/** The time in a record, in the certificate that is pasted into it, or the day (`YYYY-MM-DD`) in the mark of its attachment. */
function expiryOf(inventory, files, row) {
    const pem = row.columns.pem ?? '';
    if (pem !== '')
        return notAfterIn(pem);
    const told = inventory.advice.expiries.get(row.sysId) ?? '';
    if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(told))
        return new Date(`${told.replace(' ', 'T')}Z`);
    const marked = files.map(({ fileName }) => (0,_mark_js__WEBPACK_IMPORTED_MODULE_3__/* .parseMark */ .lw)(fileName)?.notAfter).find((date) => date !== undefined);
    return marked === undefined ? undefined : `${marked.slice(0, 4)}-${marked.slice(4, 6)}-${marked.slice(6)}`;
}
function notAfterIn(pem) {
    try {
        return (0,_x509_pem_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificates */ .jZ)(Buffer.from(pem, 'utf8'))[0]?.notAfter;
    }
    catch {
        return undefined;
    }
}
/** Trusted certificates that hold none: nothing of the instance says so, they only trust nobody. */
function brokenCertificate(inventory, files, row) {
    const pem = row.columns.pem ?? '';
    const broken = (what) => [finding('doctor.broken-certificate', 'warning', what)];
    if (pem !== '') {
        if (notAfterIn(pem) !== undefined)
            return [];
        return broken(`the text of the active certificate ${named(row)} is no certificate: it is loaded and trusts nobody`);
    }
    if ('refused' in inventory.attachments || isKeystore(inventory, row))
        return [];
    if (files.length !== 1)
        return broken(`the active certificate ${named(row)} has no text and ${files.length} files: it is loaded and trusts nobody`);
    // The instance computes it from what is attached, where it can read that.
    if (inventory.advice.expiries.get(row.sysId) !== '')
        return [];
    return broken(`the instance finds no certificate in the file of ${named(row)}: it is loaded and trusts nobody`);
}
function expiries(inventory, { now, expiryWarningMs }) {
    const attachments = (0,_health_js__WEBPACK_IMPORTED_MODULE_5__/* .byRecord */ .rB)(inventory.attachments);
    return active(inventory).flatMap((row) => {
        const files = attachments.get(row.sysId) ?? [];
        const broken = brokenCertificate(inventory, files, row);
        const until = expiryOf(inventory, files, row);
        if (broken.length > 0 || until === undefined)
            return broken;
        const what = `the active ${isKeystore(inventory, row) ? 'keystore' : 'trusted certificate'} ${named(row)}`;
        const today = now.toISOString().slice(0, 10);
        const day = until instanceof Date ? until.toISOString().slice(0, 10) : until;
        const left = (until instanceof Date ? until : new Date(`${until}T23:59:59Z`)).getTime() - now.getTime();
        if (left < 0)
            return [finding('doctor.expired', 'warning', `${what} has expired on ${day}: calls that need it fail`)];
        if (left >= expiryWarningMs)
            return [];
        const when = day !== today
            ? `expires on ${day}, in ${Math.floor(left / _x509_format_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_)} days`
            : until instanceof Date
                ? `expires today, at ${(0,_x509_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(until)}`
                : 'expires today, if it has not already';
        return [finding('doctor.expiring', 'warning', `${what} ${when}`)];
    });
}
function duplicates(inventory) {
    const groups = new Map();
    for (const row of active(inventory)) {
        const key = `${isKeystore(inventory, row) ? 'keystores' : 'trusted certificates'} are named ${row.columns.name ?? ''}`;
        groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    for (const row of (0,_health_js__WEBPACK_IMPORTED_MODULE_5__/* .rowsOf */ .RO)(inventory.records['protocol-profile'])) {
        const key = `protocol profiles are named ${row.columns.name ?? ''}`;
        groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    return [...groups].flatMap(([what, rows]) => {
        if (rows.length < 2)
            return [];
        const ids = rows
            .map(({ sysId }) => sysId)
            .sort()
            .join(', ');
        return [
            finding('doctor.duplicate', 'error', `${rows.length} active ${what}: ${ids}: which of them is used is a guess, and apply refuses to guess`),
        ];
    });
}
function profiles(inventory) {
    if ('refused' in inventory.records.certificate)
        return [];
    const certificates = new Map(inventory.records.certificate.rows.map((row) => [row.sysId, row]));
    return (0,_health_js__WEBPACK_IMPORTED_MODULE_5__/* .rowsOf */ .RO)(inventory.records['protocol-profile']).flatMap((row) => {
        const reference = row.columns.keystore ?? '';
        const keystore = certificates.get(reference);
        const fault = reference === ''
            ? 'no keystore'
            : keystore === undefined
                ? `a keystore that is not there (${reference}), as after a clone`
                : keystore.columns.active !== 'true'
                    ? `the inactive keystore ${named(keystore)}`
                    : isKeystore(inventory, keystore)
                        ? undefined
                        : `${named(keystore)}, which is no keystore`;
        return fault === undefined
            ? []
            : [finding('doctor.profile', 'error', `the protocol profile ${named(row)} points at ${fault}: calls over it fail`)];
    });
}
function messages(inventory) {
    const known = new Map((0,_health_js__WEBPACK_IMPORTED_MODULE_5__/* .rowsOf */ .RO)(inventory.records['protocol-profile']).map((row) => [row.sysId, row.columns.name ?? '']));
    return _spec_model_js__WEBPACK_IMPORTED_MODULE_6__/* .MESSAGE_KINDS */ .k.flatMap((kind) => (0,_health_js__WEBPACK_IMPORTED_MODULE_5__/* .rowsOf */ .RO)(inventory.records[kind]).flatMap((row) => {
        const what = `${KIND_WORDS[kind]} ${named(row)}`;
        const on = row.columns['mutual-authentication'] === 'true';
        const profile = row.columns['protocol-profile'] ?? '';
        const methods = (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__/* .methodsOf */ .oz)(inventory, row);
        const hiding = methods
            .filter((method) => method.profile !== '' && method.mutualAuthentication !== on)
            .map(({ name, mutualAuthentication }) => finding('message.method', 'warning', `${what}: its method ${name} overrides the message: mutual authentication is ${mutualAuthentication ? 'on' : 'off'} there`));
        if (!on)
            return hiding;
        const without = !known.has(profile) && !('refused' in inventory.records['protocol-profile']);
        const where = profile === '' ? 'no protocol profile' : `a protocol profile that is not there (${profile})`;
        return [
            ...(without
                ? [
                    finding('doctor.message', 'error', `${what} has mutual authentication on and ${where}: its calls fail or go without a certificate`),
                ]
                : []),
            ...(0,_endpoints_js__WEBPACK_IMPORTED_MODULE_2__/* .endpointWarnings */ .d8)({ rewriteEndpoint: false, protocolProfile: known.get(profile) }, row, methods).map((warning) => ({
                ...warning,
                message: `${what}: ${warning.message}`,
            })),
            ...(0,_references_js__WEBPACK_IMPORTED_MODULE_4__/* .messageWarnings */ .FU)(row).map((warning) => ({
                ...warning,
                message: `${what}: ${warning.message}: mutual authentication does not work with that`,
            })),
            ...hiding,
        ];
    }));
}


/***/ }),

/***/ 13577:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   rB: () => (/* binding */ byRecord),
/* harmony export */   xL: () => (/* binding */ examinationOf)
/* harmony export */ });
/** @param tables what the kinds of records are called on the instance */
function examinationOf({ facts, advice, records, attachments }, purpose, tables) {
    const told = (table, rows) => 'rows' in rows
        ? { table, rows: rows.rows.length, refused: null }
        : { table, rows: null, refused: `${rows.refused.code}: ${rows.refused.message}` };
    const kinds = Object.entries(tables);
    const sorted = [...(advice.properties ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
        instance: facts.origin,
        instanceName: facts.name,
        for: purpose,
        roles: advice.roles?.toSorted() ?? null,
        tables: [...kinds.map(([kind, table]) => told(table, records[kind])), told('sys_attachment', attachments)],
        certificateTypes: advice.typeLabels ?? null,
        properties: advice.properties === undefined ? null : Object.fromEntries(sorted),
    };
}
const rowsOf = (told) => ('rows' in told ? told.rows : []);
/** The attachments of each record. */
function byRecord(attachments) {
    const found = new Map();
    for (const attachment of rowsOf(attachments)) {
        const own = found.get(attachment.recordId) ?? [];
        own.push(attachment);
        found.set(attachment.recordId, own);
    }
    return found;
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
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31963);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28647);
/* harmony import */ var _pkcs7_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74864);







/** More than anybody's bundle; each is compared with each when a chain is put in order. */
const MAX_CERTIFICATES = 200;
const CERTIFICATE_LABELS = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']);
const PKCS7_LABELS = new Set(['PKCS7', 'PKCS #7 SIGNED DATA', 'CMS']);
/** The certificate as PEM: 64 columns, `\n`, a newline at the end. */
function toPem(certificate) {
    return (0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .armor */ .yE)('CERTIFICATE', certificate.der);
}
/**
 * The certificates of a public file, in its order: PEM (one or many, with text around), DER, PKCS#7 (PEM, DER or BER), or bare base64.
 * @throws CodedError value.private-in-public when a private key or a keystore is found in it, before anything else is said;
 *   certificate.unreadable when it holds no certificate, or a damaged one
 */
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
/** Looks for private keys before the file is understood: a damaged one is private all the same. */
function refusePrivate(bytes) {
    if (/BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File/.test((0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(bytes)))
        throw privateInPublic('a private key');
    const kind = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes);
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .isPrivate */ .G)(kind))
        throw privateInPublic(kind.endsWith('ks') || kind === 'pkcs12' ? 'a keystore' : 'a private key');
}
const privateInPublic = (what) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('value.private-in-public', `${what} stands where only certificates are meant`);
/** The DER of the certificates in a block; none for a block of something else, which may stand beside them. */
function certificatesOf({ label, bytes }) {
    if (PKCS7_LABELS.has(label) || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes) === 'pkcs7')
        return (0,_pkcs7_js__WEBPACK_IMPORTED_MODULE_5__/* .readSignedData */ .f)(bytes);
    // OpenSSL appends what it trusts the certificate for.
    if (label === 'TRUSTED CERTIFICATE')
        return [(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readFirst */ .vv)(bytes).bytes];
    return CERTIFICATE_LABELS.has(label) || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes) === 'certificate' || label === '' ? [bytes] : [];
}
/** What a file holds in place of a certificate, for the message. */
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
/**
 * A `.p7b`: SignedData without content and signers that only carries certificates (RFC 2315 9.1; RFC 5652 5.1 calls it degenerate).
 * They stand in the order of their bytes, as DER asks of a SET: the order of a chain is found by its reader.
 */
function certsOnly(certificates) {
    const distinct = certificates.filter((one, index) => certificates.findIndex((other) => other.equals(one)) === index);
    const sorted = distinct.map(({ der }) => der).sort((a, b) => a.compare(b));
    const signedData = (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(1), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .set */ .hZ)(), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(DATA)), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O)(0, Buffer.concat(sorted)), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .set */ .hZ)());
    return (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(SIGNED_DATA), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O)(0, signedData));
}
/** The DER of each certificate that a SignedData carries, in its order; signatures are not looked at. @throws DerError */
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


/***/ })

};
