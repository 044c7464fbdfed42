export const id = 432;
export const ids = [432,943];
export const modules = {

/***/ 28943:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectGitHub: () => (/* binding */ connectGitHub),
/* harmony export */   refusalOf: () => (/* binding */ refusalOf),
/* harmony export */   statusOf: () => (/* binding */ statusOf)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61351);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14031);



/** A GitHub that does not answer must not keep a job waiting. */
const REQUEST_TIMEOUT_MS = 20_000;
function connectGitHub(token, { apiUrl, repository }) {
    const silent = () => undefined;
    // The toolkit's client would tell the console of deprecations and errors; what matters is told as a warning of our own.
    const log = { debug: silent, info: silent, warn: silent, error: silent };
    const api = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, { baseUrl: apiUrl, log });
    api.hook.before('request', (options) => {
        options.request.signal = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    });
    const [owner = '', repo = ''] = repository.split('/');
    return { api, owner, repo };
}
/** The status of an answer, or undefined where there was none. */
function statusOf(error) {
    if (!(error instanceof Error) || !('status' in error) || !('response' in error))
        return undefined;
    return typeof error.status === 'number' ? error.status : undefined;
}
/**
 * What GitHub's refusal means.
 * @param doing what was tried, as `comment on pull request 7`
 * @param permission what the job needs for it, as `pull-requests: write`
 */
function refusalOf(error, doing, permission) {
    const status = statusOf(error);
    const said = (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(error instanceof Error ? error.message : String(error), 300);
    if (status === 403 || status === 404) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('github.forbidden', `${doing}: the token may not (${status}): it needs ${permission}`, {
            hint: `add \`permissions: { ${permission} }\` to the job; on pull requests of forks and Dependabot GitHub gives a token that only reads, and \`comment: never\` keeps it quiet`,
            cause: error,
        });
    }
    if (status === 401) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('github.forbidden', `${doing}: GitHub does not know the token (401)`, {
            hint: 'check the input `github-token`; without it the token of the job is used',
            cause: error,
        });
    }
    if (status === undefined) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('github.failed', `${doing}: ${said}`, {
            hint: 'check the network of the runner: HTTPS_PROXY and NO_PROXY, and NODE_EXTRA_CA_CERTS where GitHub is behind a private CA',
            cause: error,
        });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('github.failed', `${doing}: ${said} (${status})`, { cause: error });
}


/***/ }),

/***/ 77369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ identify)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23945);

/** What the token of a job writes as. */
const JOB_TOKEN = 'github-actions[bot]';
const viewerSchema = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ viewer: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }) });
/**
 * Asks who the token is: a person by REST; an app, whose tokens REST does not answer, by GraphQL; else it is the token of the
 * job. Anybody can write our header into a comment, so a comment is only ours when this identity wrote it.
 */
async function identify({ api }) {
    const login = (await asUser(api)) ?? (await asViewer(api)) ?? JOB_TOKEN;
    return {
        isAuthorOf: (user) => user?.login === login || (user?.type === 'Bot' && !login.endsWith('[bot]') && user.login === `${login}[bot]`),
    };
}
async function asUser(api) {
    try {
        return (await api.rest.users.getAuthenticated()).data.login;
    }
    catch {
        return undefined;
    }
}
async function asViewer(api) {
    try {
        const parsed = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xL(viewerSchema, await api.graphql('query { viewer { login } }'));
        return parsed.success ? parsed.data.viewer.login : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 43432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LABEL: () => (/* binding */ LABEL),
/* harmony export */   keepIssue: () => (/* binding */ keepIssue)
/* harmony export */ });
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28943);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77369);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15435);



const PAGE = 100;
const MOST_PAGES = 20;
const FEW_PAGES = 3;
/** By it our issues are listed among the many of a repository; which of them is ours is told by header and author. */
const LABEL = 'servicenow-mtls';
/**
 * Keeps one issue: opened when it is needed, opened again rather than twice, brought up to date, closed when all is well.
 * @returns its address; undefined where there is none and none is needed
 * @throws github.forbidden, github.failed
 */
async function keepIssue(github, kept) {
    if (kept.needed === undefined)
        return undefined;
    const { api, owner, repo } = github;
    try {
        const found = await findIssue(github, kept);
        if (kept.needed) {
            const body = kept.write(found?.body);
            if (found === undefined) {
                const { data } = await api.rest.issues.create({ owner, repo, title: kept.title, body, labels: [LABEL] });
                return data.html_url;
            }
            const { data } = await api.rest.issues.update({
                owner,
                repo,
                issue_number: found.number,
                title: kept.title,
                body,
                state: 'open',
            });
            return data.html_url;
        }
        if (found?.state !== 'open')
            return undefined;
        await api.rest.issues.createComment({ owner, repo, issue_number: found.number, body: kept.settled });
        const closed = { state: 'closed', state_reason: 'completed' };
        const { data } = await api.rest.issues.update({
            owner,
            repo,
            issue_number: found.number,
            body: kept.write(found.body),
            ...closed,
        });
        return data.html_url;
    }
    catch (error) {
        throw (0,_api_js__WEBPACK_IMPORTED_MODULE_0__.refusalOf)(error, 'issue of the environment', _permissions_js__WEBPACK_IMPORTED_MODULE_2__/* .PERMISSIONS */ .J.issue);
    }
}
async function findIssue(github, { rank }) {
    const labelled = await ownIssues(github, rank, { labels: LABEL, state: 'all' }, MOST_PAGES);
    // A token may make issues and not label them: then it is among those that were touched last.
    const own = labelled.length > 0 ? labelled : await ownIssues(github, rank, { state: 'open', sort: 'updated' }, FEW_PAGES);
    return own.find(({ state }) => state === 'open') ?? own[0];
}
async function ownIssues(github, rank, query, mostPages) {
    const { api, owner, repo } = github;
    const candidates = [];
    for (let page = 1; page <= mostPages; page++) {
        const { data } = await api.rest.issues.listForRepo({ owner, repo, ...query, per_page: PAGE, page });
        for (const { number, state, body, user, pull_request } of data) {
            if (pull_request === undefined && rank(body ?? '') > 1)
                candidates.push({ found: { number, state, body: body ?? '' }, user });
        }
        if (data.length < PAGE)
            break;
    }
    if (candidates.length === 0)
        return [];
    const self = await (0,_identity_js__WEBPACK_IMPORTED_MODULE_1__/* .identify */ .l)(github);
    return candidates.filter(({ user }) => self.isAuthorOf(user)).map(({ found }) => found);
}


/***/ }),

/***/ 15435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ PERMISSIONS)
/* harmony export */ });
/** What the token of a job must be allowed for what is shown on GitHub; nothing else is asked of it. */
const PERMISSIONS = {
    comment: 'pull-requests: write',
    issue: 'issues: write',
    deployment: 'deployments: write',
};


/***/ })

};
