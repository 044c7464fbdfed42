export const id = 738;
export const ids = [738];
export const modules = {

/***/ 31738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mayHavePullRequest: () => (/* binding */ mayHavePullRequest),
/* harmony export */   runFacts: () => (/* binding */ runFacts),
/* harmony export */   specPath: () => (/* binding */ specPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85015);


async function runFacts(environment) {
    const text = (name) => environment[name] ?? '';
    const payload = await (0,_event_js__WEBPACK_IMPORTED_MODULE_1__/* .readPayload */ .r)(environment.GITHUB_EVENT_PATH);
    const serverUrl = (text('GITHUB_SERVER_URL') || 'https://github.com').replace(/\/+$/, '');
    const repository = text('GITHUB_REPOSITORY');
    const runId = /^\d+$/.exec(text('GITHUB_RUN_ID'))?.[0] ?? '0';
    const attempt = Number(text('GITHUB_RUN_ATTEMPT')) || 1;
    const page = `${serverUrl}/${repository}/actions/runs/${runId}`;
    return {
        workspace: text('GITHUB_WORKSPACE'),
        repository,
        serverUrl,
        apiUrl: (text('GITHUB_API_URL') || 'https://api.github.com').replace(/\/+$/, ''),
        runId,
        attempt,
        runUrl: attempt > 1 ? `${page}/attempts/${attempt}` : page,
        event: text('GITHUB_EVENT_NAME'),
        sha: payload.pull_request?.head?.sha ?? payload.workflow_run?.head_sha ?? text('GITHUB_SHA'),
        branch: /^refs\/heads\/(.+)$/.exec(text('GITHUB_REF'))?.[1],
        pullRequest: numberIn(payload),
    };
}
function specPath(given, workspace) {
    const normal = (path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path.replaceAll('\\', '/'));
    const path = normal(given.trim() || 'servicenow-mtls.yml');
    const root = workspace === '' ? '' : normal(`${workspace}/`);
    return root !== '' && path.startsWith(root) ? path.slice(root.length) : path;
}
const mayHavePullRequest = ({ event, pullRequest }) => pullRequest !== undefined || event === 'push' || event === 'workflow_dispatch';
function numberIn({ pull_request, issue, workflow_run, repository }) {
    const commented = issue?.pull_request === undefined ? undefined : issue.number;
    const ours = workflow_run?.pull_requests?.find(({ base }) => isSame(base?.repo, repository));
    return pull_request?.number ?? commented ?? ours?.number;
}
function isSame(one, other) {
    const differ = (a, b) => a !== undefined && b !== undefined && a !== b;
    return !differ(one?.id, other?.id) && !differ(one?.url, other?.url);
}


/***/ })

};
