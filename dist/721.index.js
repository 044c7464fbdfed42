export const id = 721;
export const ids = [721];
export const modules = {

/***/ 49721:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requireArtifactService: () => (/* binding */ requireArtifactService),
/* harmony export */   uploadArtifact: () => (/* binding */ uploadArtifact)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14031);



const TAKEN = /\b409\b|conflict|already exists|backend was not ok/i;
function requireArtifactService(upload, run, environment) {
    if (isEnterpriseServer(run.serverUrl))
        throw noService(upload, `${run.serverUrl} has none of the kind this action speaks to`);
    const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'].find((name) => (environment[name] ?? '') === '');
    if (missing !== undefined)
        throw noService(upload, `the runner does not set ${missing}`);
}
async function uploadArtifact(upload, run, timeoutMs) {
    let timer;
    const late = new Promise((_resolve, reject) => {
        const seconds = Math.ceil(timeoutMs / 1000);
        timer = setTimeout(() => reject(failure(upload, `the artifact service did not take it within ${seconds} seconds`)), timeoutMs);
    });
    try {
        return await Promise.race([send(upload, run), late]);
    }
    finally {
        clearTimeout(timer);
    }
}
async function send(upload, run) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(51)]).then(__webpack_require__.bind(__webpack_require__, 96432));
    const client = new DefaultArtifactClient();
    const once = async (replaced) => {
        const files = upload.paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(upload.directory, ...path.split('/')));
        const options = upload.retentionDays === undefined ? {} : { retentionDays: upload.retentionDays };
        const { id } = await client.uploadArtifact(upload.name, files, upload.directory, options);
        if (id === undefined)
            throw failure(upload, 'the artifact service gave it no id');
        return {
            name: upload.name,
            id: String(id),
            url: `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}/artifacts/${id}`,
            replaced,
        };
    };
    try {
        return await once(false);
    }
    catch (error) {
        if (!TAKEN.test(messageOf(error)))
            throw failure(upload, messageOf(error), error);
    }
    try {
        await client.deleteArtifact(upload.name);
        return await once(true);
    }
    catch (error) {
        throw failure(upload, messageOf(error), error);
    }
}
function isEnterpriseServer(serverUrl) {
    const { hostname } = new URL(serverUrl);
    return hostname !== 'github.com' && !/\.(ghe\.com|localhost)$/.test(hostname);
}
const messageOf = (error) => (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(error instanceof Error ? error.message : String(error));
function failure({ name }, what, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('github.artifact', `artifact ${name}: ${what}`, { cause });
}
const noService = ({ name }, why) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('github.no-artifact-service', `artifact ${name}: the artifact service is not there: ${why}`);


/***/ })

};
