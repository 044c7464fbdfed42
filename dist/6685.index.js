export const id = 6685;
export const ids = [6685];
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
/* unused harmony export schemeOf */
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
        if (scheme === undefined || scheme.startsWith('http') || !names.has(scheme))
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


/***/ })

};
