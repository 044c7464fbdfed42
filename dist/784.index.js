export const id = 784;
export const ids = [784];
export const modules = {

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
// EXTERNAL MODULE: ./src/plan/family.ts
var plan_family = __webpack_require__(86975);
// EXTERNAL MODULE: ./src/plan/obstacles.ts
var obstacles = __webpack_require__(73633);
// EXTERNAL MODULE: ./src/plan/health.ts
var health = __webpack_require__(13577);
// EXTERNAL MODULE: ./src/plan/references.ts
var references = __webpack_require__(47469);
;// CONCATENATED MODULE: ./src/plan/export.ts









const quoted = (text) => JSON.stringify(text);
const WORD = /^(?!(?:null|true|false|yes|no|on|off|y|n)$)[a-z]+$/;
const plain = (text) => (WORD.test(text) ? text : quoted(text));
const comment = (text) => `  # ${text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}]+/gu, ' ')}`;
function exportSpec(inventory, exporting) {
    const keystores = usableKeystores(inventory);
    const profiles = profileEntries(inventory, keystores);
    const used = new Set(profiles.flatMap((entry) => ('keystore' in entry ? [entry.keystore] : [])));
    const trusted = trustedEntries(inventory, exporting, used);
    const pkcs12 = new Set((0,health/* rowsOf */.RO)(inventory.records.certificate)
        .filter(({ columns }) => columns.active === 'true' && columns.type === inventory.facts.certificateTypes.pkcs12)
        .map(nameOf));
    const schemes = new Map(profiles.flatMap((entry) => ('sysId' in entry ? [[entry.sysId, entry.name]] : [])));
    const sections = [
        ['keystores', [...used].sort().map((name) => ({ name, text: existing(pkcs12.has(name)) }))],
        ['trusted-certificates', trusted.entries],
        ['protocol-profiles', profiles],
        ...model/* MESSAGE_KINDS */.k.map((kind) => [`${kind}s`, messageEntries(inventory, kind, schemes)]),
    ];
    const head = [
        '# What is on the instance, written by `export`. `plan` with it changes nothing and needs no secret.',
        '# Replace `existing: true` keystore by keystore to have them renewed from here on.',
        'version: 1',
        'environments:',
        `  ${plain(exporting.environment)}: { instance: ${quoted(inventory.facts.origin)} }`,
    ];
    const findings = sections.flatMap(([section, entries]) => entries.flatMap((entry) => 'why' in entry ? [{ code: 'export.left-out', severity: 'notice', message: `${section}: ${entry.name}: ${entry.why}` }] : []));
    return { spec: `${[...head, ...sections.flatMap(sectionLines)].join('\n')}\n`, files: trusted.files, findings };
}
const existing = (isPkcs12) => `{ ${isPkcs12 ? 'type: pkcs12, ' : ''}source: { existing: true } }`;
function sectionLines([section, entries]) {
    if (entries.length === 0)
        return [];
    const lines = entries.flatMap((entry) => 'text' in entry
        ? [...(entry.notes ?? []).map(comment), `  ${quoted(entry.name)}: ${entry.text}`]
        : [comment(`${quoted(entry.name)}: left out: ${entry.why}`)]);
    return entries.some((entry) => 'text' in entry) ? [`${section}:`, ...lines] : [`# ${section}:`, ...lines];
}
const nameOf = ({ columns }) => columns.name ?? '';
const byName = (rows) => rows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
function usableKeystores(inventory) {
    const attachments = (0,health/* byRecord */.rB)(inventory.attachments);
    const rows = (0,health/* rowsOf */.RO)(inventory.records.certificate);
    const keystores = rows.filter((row) => (0,health/* kindOf */.I)(row, inventory.facts.certificateTypes) === 'keystore');
    const active = keystores.filter(({ columns }) => columns.active === 'true');
    const judged = rows.map((row) => {
        const name = nameOf(row);
        const reason = (0,names/* recordName */.xD)(name);
        const files = attachments.get(row.sysId)?.length ?? 0;
        const kind = (0,health/* kindOf */.I)(row, inventory.facts.certificateTypes);
        const type = row.columns.type ?? '';
        if (kind === 'other')
            return [row.sysId, { why: `its keystore ${name} is of the type ${type}, neither JKS nor PKCS#12` }];
        if (kind === 'trusted')
            return [row.sysId, { why: `its keystore ${name} is a trusted certificate` }];
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
        const reference = row.columns.keystore ?? '';
        const missing = reference === '' ? 'it has no keystore' : `its keystore (${reference}) is not there`;
        const keystore = keystores.get(reference) ?? { why: missing };
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
function trustedEntries(inventory, { identity, fileName }, keystores) {
    const rows = byName((0,health/* rowsOf */.RO)(inventory.records.certificate).filter((row) => row.columns.active === 'true' && (0,health/* kindOf */.I)(row, inventory.facts.certificateTypes) === 'trusted'));
    const certificates = (0,health/* rowsOf */.RO)(inventory.records.certificate);
    const stored = { facts: inventory.facts, certificates, attachments: (0,health/* byRecord */.rB)(inventory.attachments) };
    const files = [];
    const entries = rows.map((row) => {
        const name = nameOf(row);
        const pem = row.columns.pem ?? '';
        const content = pem === '' ? inventory.attached.get(row.sysId) : Buffer.from(pem, 'utf8');
        const reason = (0,names/* recordName */.xD)(name);
        if (reason !== undefined)
            return { name, why: `the name ${reason}` };
        if (keystores.has(name))
            return { name, why: 'a keystore has this name, too' };
        if (rows.filter((other) => nameOf(other) === name).length > 1)
            return { name, why: 'several active trusted certificates have this name' };
        const family = (0,plan_family/* familyOf */.Ap)(stored, identity, 'trusted-certificate', name);
        const [obstacle] = (0,obstacles/* obstaclesOf */._)(family);
        if (obstacle !== undefined)
            return { name, why: `${obstacle.message}: what another spec manages is not taken over` };
        const other = family.find(({ generation, active }) => generation.is === 'new' || (generation.is === 'until' && active));
        if (other !== undefined)
            return { name, why: `it is being replaced: there is ${other.name}, too` };
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
function tellingApart(row, namesakes) {
    const scopeOf = ({ columns }) => columns['scope-name'] ?? '';
    const scope = scopeOf(row);
    const unique = scope !== '' && namesakes.filter((other) => scopeOf(other) === scope).length === 1;
    return unique ? `, scope: ${quoted(scope)}` : `, sys-id: ${quoted(row.sysId)}`;
}
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
            return {
                name,
                why: `several ${examine_records/* KIND_WORDS */.P[kind]}s of this name have mutual authentication on, and a spec names each once: this is ${row.columns['scope-name'] ?? ''} ${row.sysId}`,
            };
        if ((row.columns['protocol-profile'] ?? '') === '')
            return { name, why: 'it has no protocol profile' };
        if (scheme === undefined)
            return { name, why: 'its protocol profile is not there, or left out above' };
        const namesakes = rows.filter((other) => nameOf(other) === name);
        const methods = (0,endpoints/* methodsOf */.oz)(inventory, row);
        const told = [
            ...(0,references/* methodWarnings */.pC)({ methods, profiles: (0,health/* rowsOf */.RO)(inventory.records['protocol-profile']) }, row, {
                mutualAuthentication: true,
                protocolProfile: scheme,
            }),
            ...(0,endpoints/* endpointWarnings */.d8)({ rewriteEndpoint: false, protocolProfile: scheme }, row, methods),
            ...(0,references/* messageWarnings */.FU)(row),
        ];
        const notes = told.map(({ message }) => `${quoted(name)}: ${message}`);
        const which = namesakes.length < 2 ? '' : tellingApart(row, namesakes);
        return { name, notes, text: `{ protocol-profile: ${plain(scheme)}${which} }` };
    });
}

// EXTERNAL MODULE: ./src/plan/mark.ts
var mark = __webpack_require__(10818);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(14031);
// EXTERNAL MODULE: ./src/commands/doctor.ts + 2 modules
var doctor = __webpack_require__(74820);
// EXTERNAL MODULE: ./src/commands/inventory.ts
var commands_inventory = __webpack_require__(67870);
// EXTERNAL MODULE: ./src/commands/result.ts
var result = __webpack_require__(4493);
;// CONCATENATED MODULE: ./src/commands/export.ts







async function exportCommand(settings, ports) {
    const named = await (0,doctor.namedInstance)(settings, ports);
    if ('problems' in named)
        return (0,result/* failedResult */.Nq)(named.problems, settings.command, settings.environment);
    const environment = settings.environment ?? (named.environment === '' ? 'dev' : named.environment);
    try {
        const instance = ports.connect(named.origin);
        const inventory = await (0,commands_inventory/* takeInventory */.O)(instance, 'all files');
        const identity = (0,mark/* identityOf */.cu)(named.owner ?? ports.owner, environment, inventory.facts.origin, inventory.facts.name);
        const { spec, files, findings } = exportSpec(inventory, { environment, identity, fileName: report_escape/* fileName */.Md });
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


/***/ }),

/***/ 73633:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ obstaclesOf)
/* harmony export */ });
/* harmony import */ var _family_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86975);

function obstaclesOf(family, adopt = false) {
    const live = family.filter(_family_js__WEBPACK_IMPORTED_MODULE_0__/* .isLive */ .DG);
    const current = live.filter(({ generation, active }) => generation.is === 'current' && active);
    const findings = [];
    if (current.length > 1) {
        const ids = current.map(({ row }) => row.sysId).join(', ');
        findings.push({
            code: 'record.ambiguous',
            severity: 'error',
            message: `${current.length} active certificate records have this name: ${ids}`,
            hint: 'keep the one that profiles point at active, and make the others inactive or rename them',
        });
    }
    for (const member of live) {
        if (member.whose !== 'other-owner' && member.whose !== 'other-environment')
            continue;
        const message = member.whose === 'other-owner'
            ? `the record ${member.name} (${member.row.sysId}) is marked as another repository's`
            : `the record ${member.name} (${member.row.sysId}) is marked as belonging to environment ${member.mark?.environment ?? ''}`;
        findings.push(adopt
            ? {
                code: 'record.adopted',
                severity: 'notice',
                message: `${message}: it is taken over, and keeps that mark until its content changes; until then neither destroy nor absent takes it away`,
            }
            : { code: `record.${member.whose}`, severity: 'error', message });
    }
    return findings;
}


/***/ })

};
