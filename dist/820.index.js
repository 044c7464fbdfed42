export const id = 820;
export const ids = [820,834];
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
function examineAccount(inventory, purpose) {
    return [...reads(inventory), ...roles(inventory, purpose), ...columns(inventory)];
}
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
    const missing = (what, role) => finding('doctor.roles', 'warning', `the account does not have the role ${role}, which the documentation names for ${what}: unless access rules of the instance say otherwise, apply cannot write them`);
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
function examineSettings(inventory) {
    const { properties } = inventory.advice;
    if (properties === undefined) {
        return [
            examine_settings_finding('doctor.unreadable', 'notice', 'sys_properties cannot be read: leftovers, attachment rules and hardening are not examined'),
        ];
    }
    return [...leftovers(inventory, properties), ...attachmentRules(properties), ...hardening(properties), ...fips(properties)];
}
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
        .map((extension) => extension
        .trim()
        .toLowerCase()
        .replace(/^\*?\./, ''))
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
        ...(/^\s*(?:false|0|no)\s*$/i.test(hostname ?? '')
            ? [
                examine_settings_finding('doctor.hardening', 'warning', `com.glide.communications.httpclient.verify_hostname is ${hostname}: a certificate of any host is taken for that of the partner`),
            ]
            : []),
    ];
}
function fips(properties) {
    return [...properties]
        .filter(([name, value]) => /fips/i.test(name) && isTrue(value))
        .map(([name]) => examine_settings_finding('doctor.fips', 'error', `${name} is true: where that is FIPS mode, the instance takes only BCFKS keystores, and neither JKS nor PKCS#12`));
}

// EXTERNAL MODULE: ./src/plan/mark.ts
var mark = __webpack_require__(10818);
// EXTERNAL MODULE: ./src/commands/inventory.ts
var commands_inventory = __webpack_require__(67870);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/commands/survey.ts + 6 modules
var survey = __webpack_require__(77625);
;// CONCATENATED MODULE: ./src/commands/doctor.ts










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
async function doctorCommand(settings, ports) {
    const named = await namedInstance(settings, ports);
    if ('problems' in named)
        return (0,result/* failedResult */.Nq)(named.problems, settings.command, settings.environment);
    const { environment, origin } = named;
    try {
        const instance = ports.connect(origin);
        const inventory = await (0,commands_inventory/* takeInventory */.O)(instance, 'undated files');
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

/***/ 67870:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ takeInventory)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _keystore_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84673);
/* harmony import */ var _plan_health_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13577);
/* harmony import */ var _plan_mark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10818);
/* harmony import */ var _wanted_existing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55834);





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
const MAX_CERTIFICATE = 256 * 1024;
const MAX_KEYSTORE = 1024 * 1024;
const AT_ONCE = 4;
async function takeInventory(instance, look) {
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
    const inventory = {
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
        attached: new Map(),
        ends: new Map(),
        formats: new Map(),
    };
    const undated = (sysId) => (advice.expiries.get(sysId) ?? '') === '';
    const [attached, shown] = await Promise.all([
        readAttached(instance, inventory, look === 'all files' ? () => true : undated),
        look === 'all files' ? new Map() : readKeystores(instance, inventory, undated),
    ]);
    const ends = new Map([...shown].map(([sysId, { end }]) => [sysId, end]));
    const formats = new Map([...shown].flatMap(([sysId, { format }]) => (format === undefined ? [] : [[sysId, format]])));
    return { ...inventory, attached, ends, formats };
}
function readAttached(instance, inventory, isWanted) {
    const isAttached = (row) => (0,_plan_health_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(row, inventory.facts.certificateTypes) === 'trusted' && (row.columns.pem ?? '') === '' && isWanted(row.sysId);
    return readFiles(instance, inventory, { most: MAX_CERTIFICATE, isWanted: isAttached, read: (content) => content });
}
function readKeystores(instance, inventory, isWanted) {
    const isUndated = (row, { fileName }) => (0,_plan_health_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(row, inventory.facts.certificateTypes) === 'keystore' && (0,_plan_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMark */ .lw)(fileName) === undefined && isWanted(row.sysId);
    const read = async (content) => ({
        end: noKeystore(content) ?? (await (0,_wanted_existing_js__WEBPACK_IMPORTED_MODULE_3__.endOf)(content)),
        format: (0,_wanted_existing_js__WEBPACK_IMPORTED_MODULE_3__.formatOf)(content),
    });
    return readFiles(instance, inventory, { most: MAX_KEYSTORE, isWanted: isUndated, read });
}
function noKeystore(content) {
    try {
        (0,_keystore_format_js__WEBPACK_IMPORTED_MODULE_1__/* .tellFormat */ .J)(content);
        return undefined;
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toCoded */ .rA)(error).message;
    }
}
async function readFiles(instance, inventory, { most, isWanted, read }) {
    const attachments = (0,_plan_health_js__WEBPACK_IMPORTED_MODULE_4__/* .byRecord */ .rB)(inventory.attachments);
    const wanted = (0,_plan_health_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(inventory.records.certificate).flatMap((row) => {
        const [file, second] = attachments.get(row.sysId) ?? [];
        if (row.columns.active !== 'true' || file === undefined || second !== undefined || file.size > most)
            return [];
        return isWanted(row, file) ? [{ sysId: row.sysId, attachment: file.sysId }] : [];
    });
    const found = new Map();
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
        const part = wanted.slice(at, at + AT_ONCE);
        const reading = part.map(async ({ sysId, attachment }) => {
            const content = await told(async () => [await instance.download(attachment, most)]);
            for (const bytes of (0,_plan_health_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(content))
                found.set(sysId, await read(bytes));
        });
        await Promise.all(reading);
    }
    return found;
}


/***/ }),

/***/ 6685:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qp: () => (/* binding */ planEndpoints),
/* harmony export */   SR: () => (/* binding */ schemesLeft),
/* harmony export */   Vr: () => (/* binding */ quietMethods),
/* harmony export */   d8: () => (/* binding */ endpointWarnings),
/* harmony export */   oz: () => (/* binding */ methodsOf),
/* harmony export */   yO: () => (/* binding */ withoutScheme)
/* harmony export */ });
const MAX_REST_ENDPOINT = 200;
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;
const schemeOf = (endpoint) => SCHEME.exec(endpoint)?.[1]?.toLowerCase();
const methodsOf = ({ methods }, { sysId }) => methods.filter(({ message }) => message === sysId);
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
const quietMethods = (methods) => methods.filter(({ mutualAuthentication, profile }) => !mutualAuthentication || profile === '');
function planEndpoints({ kind, rewriteEndpoint, protocolProfile: profile, mutualAuthentication: on }, row, methods, tables) {
    if (!rewriteEndpoint || profile === undefined)
        return LEFT_ALONE;
    const rewritten = (endpoint) => on
        ? endpoint.replace(SCHEME, `${profile}://`)
        : schemeOf(endpoint) === profile
            ? endpoint.replace(SCHEME, 'https://')
            : endpoint;
    const own = row.columns.endpoint === undefined ? undefined : rewritten(row.columns.endpoint);
    const changed = (on ? methods : quietMethods(methods)).flatMap((method) => {
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
function withoutScheme(scheme, methods, tables) {
    const changed = methods.flatMap((method) => {
        const { endpoint = '' } = method;
        return schemeOf(endpoint) === scheme ? [{ method, to: endpoint.replace(SCHEME, 'https://') }] : [];
    });
    return writing(changed, tables);
}
const endpointsOf = (row, methods) => [
    { whose: 'its endpoint', endpoint: row.columns.endpoint },
    ...methods.map(({ name, endpoint }) => ({ whose: `the endpoint of its method ${name}`, endpoint })),
];
function schemesLeft(row, methods, profiles) {
    const names = new Set(profiles.map(({ columns }) => columns.name));
    return endpointsOf(row, methods).flatMap(({ whose, endpoint = '' }) => {
        const scheme = schemeOf(endpoint);
        if (scheme === undefined || ['http', 'https'].includes(scheme) || !names.has(scheme))
            return [];
        const message = `${whose} begins with ${scheme}://: it is called over that profile though mutual authentication is off`;
        return [{ code: 'message.endpoint', severity: 'warning', message }];
    });
}
function endpointWarnings({ rewriteEndpoint, protocolProfile: profile }, row, methods) {
    if (profile === undefined)
        return [];
    return endpointsOf(row, methods).flatMap(({ whose, endpoint = '' }) => {
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
/* harmony import */ var _x509_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(87181);
/* harmony import */ var _x509_pem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64786);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6685);
/* harmony import */ var _health_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13577);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10818);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47469);







const finding = (code, severity, message) => ({ code, severity, message });
const named = ({ sysId, columns }) => `${columns.name ?? ''} (${sysId})`;
const KIND_WORDS = {
    'rest-message': 'REST message',
    'soap-message': 'SOAP message',
    connection: 'connection',
    'oauth-provider': 'OAuth provider',
};
function examineRecords(inventory, examining) {
    return [
        ...otherTypes(inventory),
        ...keystores(inventory, examining),
        ...expiries(inventory, examining),
        ...unwatched(inventory),
        ...duplicates(inventory),
        ...profiles(inventory),
        ...messages(inventory),
    ];
}
const isKeystore = ({ facts }, row) => (0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(row, facts.certificateTypes) === 'keystore';
const isTrusted = ({ facts }, row) => (0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(row, facts.certificateTypes) === 'trusted';
const active = (inventory) => (0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(inventory.records.certificate).filter(({ columns }) => columns.active === 'true');
function otherTypes(inventory) {
    const types = active(inventory)
        .filter((row) => (0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(row, inventory.facts.certificateTypes) === 'other')
        .map(({ columns }) => columns.type ?? '');
    return [...new Set(types)].sort().map((type) => {
        const what = /bcfks/i.test(type) ? 'BCFKS keystores are neither read nor written here' : 'this type is not known here';
        const count = types.filter((other) => other === type).length;
        const records = `${count} active certificate record${count === 1 ? ' is' : 's are'} of the type ${type === '' ? '(empty)' : type}`;
        return finding('doctor.other-type', 'notice', `${records}: ${what}, and what they hold is not examined`);
    });
}
function keystores(inventory, { identity }) {
    const attachments = (0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .byRecord */ .rB)(inventory.attachments);
    const harm = 'a broken active record fails LDAP and mail connections of the whole instance';
    return active(inventory)
        .filter((row) => isKeystore(inventory, row))
        .flatMap((row) => {
        if ('refused' in inventory.attachments)
            return [];
        const files = attachments.get(row.sysId) ?? [];
        const end = inventory.ends.get(row.sysId);
        const foreign = files.some(({ fileName }) => {
            const mark = (0,_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMark */ .lw)(fileName);
            return mark !== undefined && !(0,_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .isHere */ .nw)(mark, identity);
        });
        return [
            ...(0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .otherFormat */ .Qc)(row, inventory.facts, inventory.formats.get(row.sysId), `the active keystore ${named(row)}`),
            ...(files.length === 1
                ? []
                : [
                    finding('doctor.broken-keystore', 'error', `the active keystore ${named(row)} has ${files.length} attachments instead of one: ${harm}`),
                ]),
            ...(inventory.advice.withoutPassword.includes(row.sysId)
                ? [finding('doctor.broken-keystore', 'error', `the active keystore ${named(row)} has no password: ${harm}`)]
                : []),
            ...(typeof end === 'string'
                ? [
                    finding('doctor.broken-keystore', 'error', `the active keystore ${named(row)} has a file that is none: ${end}: ${harm}`),
                ]
                : []),
            ...(foreign
                ? [
                    finding('doctor.clone', 'warning', `the keystore ${named(row)} holds the key of another instance, as a clone leaves it: this instance calls in the name of that one`),
                ]
                : []),
        ];
    });
}
function expiryOf(inventory, files, row) {
    const pem = row.columns.pem ?? '';
    if (pem !== '')
        return isTrusted(inventory, row) ? notAfterIn(Buffer.from(pem, 'utf8')) : undefined;
    const told = inventory.advice.expiries.get(row.sysId) ?? '';
    if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(told))
        return new Date(`${told.replace(' ', 'T')}Z`);
    if (/^\d{4}-\d\d-\d\d$/.test(told))
        return told;
    const content = inventory.attached.get(row.sysId);
    if (content !== undefined)
        return notAfterIn(content);
    const end = inventory.ends.get(row.sysId);
    if (end instanceof Date)
        return end;
    const marked = files.map(({ fileName }) => (0,_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .parseMark */ .lw)(fileName)?.notAfter).find((date) => date !== undefined);
    return marked === undefined ? undefined : `${marked.slice(0, 4)}-${marked.slice(4, 6)}-${marked.slice(6)}`;
}
function notAfterIn(content) {
    try {
        return (0,_x509_pem_js__WEBPACK_IMPORTED_MODULE_0__/* .readCertificates */ .jZ)(content)[0]?.notAfter;
    }
    catch {
        return undefined;
    }
}
function brokenCertificate(inventory, files, row) {
    const pem = row.columns.pem ?? '';
    const broken = (what) => [finding('doctor.broken-certificate', 'warning', what)];
    if (!isTrusted(inventory, row))
        return [];
    if (pem !== '') {
        if (notAfterIn(Buffer.from(pem, 'utf8')) !== undefined)
            return [];
        return broken(`the text of the active certificate ${named(row)} is no certificate: it is loaded and trusts nobody`);
    }
    if ('refused' in inventory.attachments)
        return [];
    if (files.length !== 1)
        return broken(`the active certificate ${named(row)} has no text and ${files.length} files: it is loaded and trusts nobody`);
    const content = inventory.attached.get(row.sysId);
    if (content === undefined || notAfterIn(content) !== undefined)
        return [];
    return broken(`the file of the active certificate ${named(row)} is no certificate: it is loaded and trusts nobody`);
}
const KINDS = { keystore: 'keystore', trusted: 'trusted certificate', other: 'record' };
function expiries(inventory, { now, expiryWarningMs }) {
    const attachments = (0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .byRecord */ .rB)(inventory.attachments);
    return active(inventory).flatMap((row) => {
        const files = attachments.get(row.sysId) ?? [];
        const broken = brokenCertificate(inventory, files, row);
        const until = expiryOf(inventory, files, row);
        if (broken.length > 0 || until === undefined)
            return broken;
        const what = `the active ${KINDS[(0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(row, inventory.facts.certificateTypes)]} ${named(row)}`;
        const today = now.toISOString().slice(0, 10);
        const day = until instanceof Date ? until.toISOString().slice(0, 10) : until;
        const left = (until instanceof Date ? until : new Date(`${until}T23:59:59Z`)).getTime() - now.getTime();
        if (left < 0)
            return [finding('doctor.expired', 'warning', `${what} has expired on ${day}: calls that need it fail`)];
        if (left >= expiryWarningMs)
            return [];
        const when = day !== today
            ? `expires on ${day}${until instanceof Date ? `, in ${Math.floor(left / _x509_format_js__WEBPACK_IMPORTED_MODULE_5__/* .DAY */ .d_)} days` : ''}`
            : until instanceof Date
                ? `expires today, at ${(0,_x509_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatTime */ .fU)(until)}`
                : 'expires today, if it has not already';
        return [finding('doctor.expiring', 'warning', `${what} ${when}`)];
    });
}
function unwatched({ records, ends }) {
    const rows = (0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(records.certificate).filter(({ sysId }) => ends.has(sysId) && ends.get(sysId) === undefined);
    if (rows.length === 0)
        return [];
    const message = `how long these active keystores are valid cannot be told without their passwords: ${rows.map(named).sort().join(', ')}`;
    return [finding('doctor.unwatched', 'notice', message)];
}
const TWICE = {
    keystore: ['active keystores', 'profiles go on with the one they point at, but a spec that names it is refused'],
    trusted: ['active trusted certificates', 'all of them are trusted, but a spec that names one is refused'],
    other: ['active records of another type', 'which of them is meant cannot be told by the name'],
    profile: ['protocol profiles', 'which of them a call takes is a guess, and apply refuses to guess'],
};
function duplicates(inventory) {
    const { certificateTypes } = inventory.facts;
    const certificates = active(inventory).map((row) => [(0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(row, certificateTypes), row]);
    const profiles = (0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(inventory.records['protocol-profile']).map((row) => ['profile', row]);
    const groups = Map.groupBy([...certificates, ...profiles], ([kind, row]) => `${kind} ${row.columns.name ?? ''}`);
    return [...groups.values()].flatMap((group) => {
        const [first, second] = group;
        if (first === undefined || second === undefined)
            return [];
        const [[kind, row], ids] = [first, group.map(([, { sysId }]) => sysId).sort()];
        const [what, consequence] = TWICE[kind];
        const message = `${group.length} ${what} are named ${row.columns.name ?? ''}: ${ids.join(', ')}: ${consequence}`;
        return [finding('doctor.duplicate', kind === 'profile' || kind === 'keystore' ? 'error' : 'warning', message)];
    });
}
function profiles(inventory) {
    if ('refused' in inventory.records.certificate)
        return [];
    const certificates = new Map(inventory.records.certificate.rows.map((row) => [row.sysId, row]));
    return (0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(inventory.records['protocol-profile']).flatMap((row) => {
        const reference = row.columns.keystore ?? '';
        const keystore = certificates.get(reference);
        const fault = reference === ''
            ? 'no keystore'
            : keystore === undefined
                ? `a keystore that is not there (${reference}), as after a clone, or that the account does not see`
                : keystore.columns.active !== 'true'
                    ? `the inactive keystore ${named(keystore)}`
                    : isTrusted(inventory, keystore)
                        ? `${named(keystore)}, which is a trusted certificate and no keystore`
                        : undefined;
        return fault === undefined
            ? []
            : [finding('doctor.profile', 'error', `the protocol profile ${named(row)} points at ${fault}: calls over it fail`)];
    });
}
function messages(inventory) {
    const known = new Map((0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(inventory.records['protocol-profile']).map((row) => [row.sysId, row.columns.name ?? '']));
    return _spec_model_js__WEBPACK_IMPORTED_MODULE_6__/* .MESSAGE_KINDS */ .k.flatMap((kind) => (0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(inventory.records[kind]).flatMap((row) => {
        const what = `${KIND_WORDS[kind]} ${named(row)}`;
        const on = row.columns['mutual-authentication'] === 'true';
        const profile = row.columns['protocol-profile'] ?? '';
        const methods = (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .methodsOf */ .oz)(inventory, row);
        const seen = !('refused' in inventory.records['protocol-profile']);
        const lost = methods
            .filter((method) => seen && method.mutualAuthentication && method.profile !== '' && !known.has(method.profile))
            .map(({ name, profile: id }) => finding('doctor.message', 'error', `${what}: its method ${name} has a protocol profile of its own that is not there (${id}): its calls fail or go without a certificate`));
        const hiding = methods
            .filter((method) => method.profile !== '' &&
            (method.mutualAuthentication !== on || (on && known.has(method.profile) && method.profile !== profile)))
            .map((method) => {
            const does = method.mutualAuthentication === on ? 'is over another protocol profile' : `is ${on ? 'off' : 'on'}`;
            const message = `${what}: its method ${method.name} overrides the message: mutual authentication ${does} there`;
            return finding('message.method', 'warning', message);
        });
        if (!on) {
            const quiet = (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .quietMethods */ .Vr)(methods);
            const left = (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .schemesLeft */ .SR)(row, quiet, (0,_health_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(inventory.records['protocol-profile']));
            return [...left.map((warning) => ({ ...warning, message: `${what}: ${warning.message}` })), ...lost, ...hiding];
        }
        const without = profile === '' || (seen && !known.has(profile));
        const where = profile === '' ? 'no protocol profile' : `a protocol profile that is not there (${profile})`;
        return [
            ...(without
                ? [
                    finding('doctor.message', 'error', `${what} has mutual authentication on and ${where}: its calls fail or go without a certificate`),
                ]
                : []),
            ...(0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointWarnings */ .d8)({ rewriteEndpoint: false, protocolProfile: known.get(profile) }, row, methods).map((warning) => ({
                ...warning,
                message: `${what}: ${warning.message}`,
            })),
            ...(0,_references_js__WEBPACK_IMPORTED_MODULE_3__/* .messageWarnings */ .FU)(row).map((warning) => ({
                ...warning,
                message: `${what}: ${warning.message}: mutual authentication does not work with that`,
            })),
            ...lost,
            ...hiding,
        ];
    }));
}


/***/ }),

/***/ 13577:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   Qc: () => (/* binding */ otherFormat),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   rB: () => (/* binding */ byRecord),
/* harmony export */   xL: () => (/* binding */ examinationOf)
/* harmony export */ });
function kindOf({ columns: { type } }, types) {
    if (type === types.jks || type === types.pkcs12)
        return 'keystore';
    return type === types.trusted ? 'trusted' : 'other';
}
function otherFormat({ columns }, { certificateTypes: types }, format, what) {
    if (format === undefined || types[format] === columns.type || ![types.jks, types.pkcs12].includes(columns.type ?? ''))
        return [];
    const names = { jks: 'JKS', pkcs12: 'PKCS#12' };
    const message = `${what} is of the type ${columns.type ?? ''}, and its file is ${names[format]}: whether that is read hangs on the Java of the instance`;
    return [{ code: 'keystore.other-type', severity: 'warning', message }];
}
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

/***/ 55834:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   endOf: () => (/* binding */ endOf),
/* harmony export */   formatOf: () => (/* binding */ formatOf),
/* harmony export */   lookedInto: () => (/* binding */ lookedInto)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _keystore_format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84673);
/* harmony import */ var _keystore_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90379);
/* harmony import */ var _x509_chain_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48713);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75208);





async function chainWithoutPassword(content) {
    const { entries } = await (0,_keystore_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readKeystore */ .J)(content, {}, { decryptKeys: false });
    const chains = entries
        .filter((entry) => entry.kind === 'private-key')
        .map(({ chain }) => chain)
        .filter((chain) => chain.length > 0)
        .sort(([a], [b]) => a.notAfter.getTime() - b.notAfter.getTime());
    const [first] = chains;
    if (first === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('keystore.no-key', 'keystore shows no certificate of a key');
    return first;
}
async function endOf(content) {
    try {
        return (await chainWithoutPassword(content))[0].notAfter;
    }
    catch {
        return undefined;
    }
}
const isOfTime = ({ code }) => code === 'certificate.expired' || code === 'certificate.expiring';
function formatOf(content) {
    try {
        return (0,_keystore_format_js__WEBPACK_IMPORTED_MODULE_1__/* .tellFormat */ .J)(content);
    }
    catch {
        return undefined;
    }
}
const lookedInto = (checking) => async (content) => {
    const shown = await (0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .shownBy */ .Le)(async () => {
        const chain = await chainWithoutPassword(content);
        return { kind: 'different', leaf: (0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .factsOf */ .xS)(chain[0]), findings: (0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_3__/* .checkChain */ .uy)(chain, checking).filter(isOfTime) };
    });
    const format = formatOf(content);
    return format !== undefined && (shown.kind === 'different' || shown.kind === 'unreadable') ? { ...shown, format } : shown;
};


/***/ }),

/***/ 75208:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Le: () => (/* binding */ shownBy),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   kP: () => (/* binding */ readPublic),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _x509_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87181);
/* harmony import */ var _x509_pem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64786);



function factsOf(certificate) {
    const { subject, issuer, serialNumber, fingerprint256, notBefore, notAfter } = certificate;
    return { subject, issuer, serialNumber, fingerprint256, notBefore: (0,_x509_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTime */ .fU)(notBefore), notAfter: (0,_x509_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTime */ .fU)(notAfter) };
}
async function shownBy(open) {
    try {
        return await open();
    }
    catch (error) {
        return { kind: 'unreadable', why: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toCoded */ .rA)(error).message };
    }
}
async function readPublic(reference, values) {
    const bytes = await values.publicBytes(reference);
    try {
        return (0,_x509_pem_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificates */ .jZ)(bytes);
    }
    catch (error) {
        const { code, message, hint } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toCoded */ .rA)(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK(code, `${labelOf(reference)}${message}`, { hint, cause: error, at: reference.at });
    }
}
const labelOf = (reference) => 'file' in reference ? `${reference.file}: ` : 'secret' in reference ? `secret ${reference.secret}: ` : '';


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


/***/ })

};
