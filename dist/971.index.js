export const id = 971;
export const ids = [971];
export const modules = {

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

/***/ 55971:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Um: () => (/* binding */ seekProfile),
/* harmony export */   n9: () => (/* binding */ planMessage),
/* harmony export */   rA: () => (/* binding */ planProfile),
/* harmony export */   remarksOnMethods: () => (/* binding */ remarksOnMethods)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _endpoints_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6685);
/* harmony import */ var _known_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86437);
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47469);




const DEFAULT_PORT = 443;
function seekProfile(ledger, name) {
    const { spec, observed } = ledger.input;
    const resolved = (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveProfile */ .mC)(observed, name);
    const at = spec.protocolProfiles.get(name)?.at;
    if ('row' in resolved)
        ledger.profileRows.set(name, resolved.row);
    else if (at !== undefined)
        ledger.report(`protocol-profiles.${name}`, at, [resolved.finding]);
}
function planProfile(ledger, profile) {
    const { observed } = ledger.input;
    const item = `protocol-profiles.${profile.name}`;
    const needed = `keystores.${profile.keystore}`;
    if (ledger.isBlocked(item, [needed]))
        return;
    const family = ledger.records.get(needed);
    if (family === undefined)
        return;
    const row = ledger.profileRows.get(profile.name);
    const repoints = ({ steps }) => steps.some((step) => step.do === 'update' && step.kind === 'protocol-profile' && 'sysId' in step.record && step.record.sysId === row?.sysId);
    const before = ledger.changes.filter(repoints).map((change) => change.item);
    ledger.profileRecords.set(profile.name, row === undefined ? { made: item } : { sysId: row.sysId });
    ledger.settle((0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .planColumns */ .j7)({
        section: 'protocol-profiles',
        kind: 'protocol-profile',
        name: profile.name,
        at: profile.at,
        columns: {
            name: profile.name,
            keystore: family.record,
            ...(profile.port !== undefined && { port: String(profile.port) }),
        },
        refersTo: { keystore: needed },
        initially: { port: String(DEFAULT_PORT) },
        dependsOn: [...new Set([...ledger.changing(needed), ...before])],
        settled: before.includes(needed) ? ['keystore'] : [],
    }, row, observed.tables), item);
}
function planMessage(ledger, message) {
    const { observed } = ledger.input;
    const section = `${message.kind}s`;
    const item = `${section}.${message.name}`;
    const resolved = (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveMessage */ .IY)(observed, {
        kind: message.kind,
        name: message.name,
        scope: message.scope,
        sysId: message.sysId,
    });
    if ('finding' in resolved)
        ledger.report(item, message.at, [resolved.finding]);
    else if (resolved.row !== undefined && message.mutualAuthentication)
        ledger.report(item, message.at, (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .messageWarnings */ .FU)(resolved.row));
    const needed = message.protocolProfile === undefined ? [] : [`protocol-profiles.${message.protocolProfile}`];
    if (ledger.isBlocked(item, needed) || 'finding' in resolved || resolved.row === undefined)
        return;
    const methods = (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .methodsOf */ .oz)(observed, resolved.row);
    const endpoints = (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .planEndpoints */ .Qp)(message, resolved.row, methods, observed.tables);
    ledger.report(item, message.at, [...endpoints.findings, ...schemeWarnings(message, resolved.row, observed)]);
    if (ledger.isBlocked(item, needed))
        return;
    const record = ledger.profileRecords.get(message.protocolProfile ?? '');
    const keystore = ledger.input.spec.protocolProfiles.get(message.protocolProfile ?? '')?.keystore;
    const keystores = keystore === undefined ? [] : [`keystores.${keystore}`];
    ledger.report(item, message.at, (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .methodWarnings */ .pC)(observed, resolved.row, message));
    planAsMode(ledger, message, (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .planColumns */ .j7)({
        section,
        kind: message.kind,
        name: message.name,
        at: message.at,
        columns: {
            'mutual-authentication': String(message.mutualAuthentication),
            ...(record !== undefined && { 'protocol-profile': record }),
            ...(endpoints.own !== undefined && { endpoint: endpoints.own }),
        },
        refersTo: { 'protocol-profile': needed[0] ?? '' },
        initially: {},
        dependsOn: [...needed, ...keystores].flatMap((dependency) => ledger.changing(dependency)),
        settled: [],
        beside: endpoints.beside,
    }, resolved.row, observed.tables), item);
}
function schemeWarnings(message, row, observed) {
    const methods = (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .methodsOf */ .oz)(observed, row);
    const { protocolProfile: profile, mutualAuthentication, rewriteEndpoint } = message;
    const given = { protocolProfile: profile, rewriteEndpoint: rewriteEndpoint && mutualAuthentication };
    const others = observed.profiles.filter(({ columns }) => !rewriteEndpoint || columns.name !== profile);
    const left = mutualAuthentication ? [] : (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .schemesLeft */ .SR)(row, (0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .quietMethods */ .Vr)(methods), others);
    return [...(0,_endpoints_js__WEBPACK_IMPORTED_MODULE_1__/* .endpointWarnings */ .d8)(given, row, methods), ...left];
}
function remarksOnMethods(spec, observed) {
    return spec.messages.flatMap((message) => {
        const { kind, name, scope, sysId, at } = message;
        const resolved = (0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveMessage */ .IY)(observed, { kind, name, scope, sysId });
        if ('finding' in resolved || resolved.row === undefined)
            return [];
        const told = schemeWarnings(message, resolved.row, { ...observed, methods: [] }).map((finding) => finding.message);
        const besides = schemeWarnings(message, resolved.row, observed).filter((finding) => !told.includes(finding.message));
        const findings = [...besides, ...(0,_references_js__WEBPACK_IMPORTED_MODULE_2__/* .methodWarnings */ .pC)(observed, resolved.row, message)];
        return findings.map((finding) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOf */ .Zw)(finding, `${kind}s.${name}`, at));
    });
}
function planAsMode(ledger, { mode, at }, change, item) {
    if (mode === 'enforce' || change === undefined) {
        ledger.settle(change, item);
        return;
    }
    const names = (0,_known_names_js__WEBPACK_IMPORTED_MODULE_3__/* .namesIn */ .wX)([change], ledger.input.observed);
    const differs = change.columns.map(({ column, from, to }) => `${column} is '${(0,_known_names_js__WEBPACK_IMPORTED_MODULE_3__/* .namedValue */ .vW)(from ?? '', names)}' and not '${to}'`);
    const message = `is not as it is required to be: ${differs.join(', ')}`;
    ledger.report(item, at, [{ code: 'message.required', severity: 'error', message }]);
}


/***/ })

};
