export const id = 887;
export const ids = [887,268];
export const modules = {

/***/ 16887:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   record: () => (/* binding */ record),
/* harmony export */   standingOf: () => (/* binding */ standingOf)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23945);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77369);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15435);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46047);




const TASK = 'servicenow-mtls';
const PAGE = 100;
const MOST_PAGES = 5;
const MAX_DESCRIPTION = 140;
const STATES = { applied: 'in_progress', verified: 'success', left: 'failure' };
const DESCRIPTIONS = {
    applied: 'applied; verify has not looked since',
    verified: 'applied, and verify found nothing to change',
    left: 'a run since has failed, found a difference, or taken it back',
};
const payloadSchema = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    tool: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(TASK),
    format: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    spec: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    environment: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    content: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
});
async function standingOf(github, wanted) {
    try {
        return (await newest(github, wanted))?.standing;
    }
    catch (error) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalOf */ .Of)(error, `deployments of ${wanted.environment}`, _permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .PERMISSIONS */ .J.deployment);
    }
}
async function record(github, deployed, standing, anew) {
    try {
        const found = await newest(github, deployed);
        if (standing === 'applied') {
            if (found !== undefined && !anew)
                return false;
            const made = await github.makeOnce(() => create(github, deployed), async () => {
                const last = await newest(github, deployed);
                return last === undefined || last.id === found?.id ? undefined : last.id;
            });
            await setStanding(github, made, standing, deployed);
            return true;
        }
        if (found === undefined || found.standing === standing)
            return false;
        await setStanding(github, found.id, standing, deployed);
        return true;
    }
    catch (error) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalOf */ .Of)(error, `deployment in ${deployed.environment}`, _permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .PERMISSIONS */ .J.deployment);
    }
}
async function newest(github, wanted) {
    const { api, owner, repo } = github;
    const { environment } = wanted;
    const candidates = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
        const { data } = await api.rest.repos.listDeployments({ owner, repo, environment, task: TASK, per_page: PAGE, page });
        for (const { id, payload, creator } of data)
            if (isOf(payload, wanted))
                candidates.push({ id, creator });
        if (data.length < PAGE)
            break;
    }
    if (candidates.length === 0)
        return undefined;
    const self = await (0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .identify */ .l)(github);
    const [own] = candidates.filter(({ creator }) => self.isAuthorOf(creator)).sort((a, b) => b.id - a.id);
    if (own === undefined)
        return undefined;
    const { data } = await api.rest.repos.listDeploymentStatuses({ owner, repo, deployment_id: own.id, per_page: PAGE });
    const [last] = data.filter(({ creator, state }) => self.isAuthorOf(creator) && state !== 'inactive').sort((a, b) => b.id - a.id);
    const standing = Object.keys(STATES).find((one) => STATES[one] === last?.state);
    return { id: own.id, standing: standing ?? 'applied' };
}
function isOf(payload, { spec, environment, content }) {
    const parsed = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xL(payloadSchema, typeof payload === 'string' ? parseJson(payload) : payload);
    if (!parsed.success)
        return false;
    const said = parsed.data;
    return said.spec === spec && said.environment === environment && said.content === content;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
async function create({ api, owner, repo }, deployed) {
    const { spec, environment, content, instance, run } = deployed;
    const { data } = await api.rest.repos.createDeployment({
        owner,
        repo,
        ref: deployed.sha,
        task: TASK,
        environment,
        description: `${spec} as ${content.slice(0, 19)}`.slice(0, MAX_DESCRIPTION),
        payload: { tool: TASK, format: 1, spec, environment, content, instance, run },
        production_environment: deployed.production,
        transient_environment: false,
        auto_merge: false,
        required_contexts: [],
    });
    if ('id' in data)
        return data.id;
    throw new Error('GitHub merged instead of making the deployment');
}
async function setStanding({ api, owner, repo }, deployment_id, standing, { instance, runUrl }) {
    await api.rest.repos.createDeploymentStatus({
        owner,
        repo,
        deployment_id,
        state: STATES[standing],
        description: DESCRIPTIONS[standing],
        log_url: runUrl,
        environment_url: instance,
        auto_inactive: false,
        request: { repeatable: true },
    });
}


/***/ }),

/***/ 77369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ identify)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23945);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46047);


const JOB_TOKEN = 'github-actions[bot]';
const viewerSchema = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ viewer: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ login: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }) });
async function identify({ api }) {
    const person = await asUser(api);
    if (person !== undefined)
        return { isAuthorOf: (user) => user?.login === person };
    const viewer = (await asViewer(api)) ?? JOB_TOKEN;
    const app = viewer.endsWith('[bot]') ? viewer : `${viewer}[bot]`;
    return { isAuthorOf: (user) => user?.login === viewer || (user?.type === 'Bot' && user.login === app) };
}
async function asUser(api) {
    try {
        return (await api.rest.users.getAuthenticated()).data.login;
    }
    catch (error) {
        if ((0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(error))
            return undefined;
        throw error;
    }
}
async function asViewer(api) {
    try {
        return zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qg(viewerSchema, await api.graphql('query { viewer { login } }')).viewer.login;
    }
    catch (error) {
        if ((0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(error))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 15435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ WITHOUT_COMMENT),
/* harmony export */   J: () => (/* binding */ PERMISSIONS)
/* harmony export */ });
const PERMISSIONS = {
    comment: 'pull-requests: write',
    issue: 'issues: write',
    deployment: 'deployments: write',
};
const WITHOUT_COMMENT = ['targets', 'doctor', 'export'];


/***/ }),

/***/ 46047:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   Of: () => (/* binding */ refusalOf),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   tX: () => (/* binding */ rateLimitOf)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23945);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43759);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14031);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15435);




function statusOf(error) {
    const told = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xL(answered, error);
    return told.success ? told.data.status : undefined;
}
const answered = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ status: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), response: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({}) });
function rootOf(error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const root = cause === undefined ? undefined : rootOf(cause);
    if (root !== undefined && root.message !== '')
        return root;
    return error instanceof Error ? error : new Error(typeof error === 'string' ? error : '');
}
const LIMITED_S = 60;
function rateLimitOf(error, now) {
    const status = statusOf(error);
    const told = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xL(refusal, error);
    if ((status !== 403 && status !== 429) || !told.success)
        return undefined;
    const { 'retry-after': after, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset } = told.data.response.headers;
    const usedUp = Number(remaining ?? 1) === 0;
    if (status === 403 && after === undefined && !usedUp && !/rate limit/i.test(told.data.message))
        return undefined;
    const seconds = Number(after ?? (usedUp && reset !== undefined ? Number(reset) - now / 1000 : LIMITED_S));
    return Number.isNaN(seconds) ? LIMITED_S : Math.max(1, Math.ceil(seconds));
}
const isRateLimit = (error) => rateLimitOf(error, 0) !== undefined;
const number = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig()]));
const headers = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ 'retry-after': number, 'x-ratelimit-remaining': number, 'x-ratelimit-reset': number });
const refusal = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ message: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), response: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ headers }) });
const DENIED_TYPES = ['FORBIDDEN', 'INSUFFICIENT_SCOPES'];
const graphqlErrors = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ errors: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ type: zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()) })).check(zod_mini__WEBPACK_IMPORTED_MODULE_4__/* ._minLength */ .m9(1)) });
function isDenied(error) {
    const status = statusOf(error);
    if (status !== undefined)
        return (status === 401 || status === 403) && !isRateLimit(error);
    const told = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xL(graphqlErrors, error);
    return told.success && told.data.errors.every(({ type = '' }) => DENIED_TYPES.includes(type));
}
const QUIET = {
    [_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .PERMISSIONS */ .J.comment]: 'comment: never',
    [_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .PERMISSIONS */ .J.issue]: 'issue: never',
    [_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .PERMISSIONS */ .J.deployment]: 'deployment: never',
};
function refusalOf(error, doing, permission) {
    const status = statusOf(error);
    const told = status === undefined ? rootOf(error) : error;
    const said = (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .oneLine */ .TN)(told instanceof Error ? told.message : String(told), 300);
    if (isRateLimit(error)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('github.failed', `${doing}: GitHub was asked too much in a short time: ${said} (${status ?? ''})`, {
            hint: 'run again later; what was done on the instance is not touched by it',
            cause: error,
        });
    }
    if (status === 403 && /\blocked\b/i.test(said)) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('github.failed', `${doing}: ${said} (${status})`, {
            hint: `unlock the conversation, or set \`${QUIET[permission] ?? ''}\``,
            cause: error,
        });
    }
    if (status === 403 || status === 404) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('github.forbidden', `${doing}: the token may not: it needs ${permission}; GitHub: ${said} (${status})`, {
            hint: `add \`permissions: { ${permission} }\` to the job; on pull requests of forks and Dependabot GitHub gives a token that only reads, and \`${QUIET[permission] ?? ''}\` keeps it quiet`,
            cause: error,
        });
    }
    if (status === 401) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('github.forbidden', `${doing}: GitHub does not know the token (401)`, {
            hint: 'check the input `github-token`; without it the token of the job is used',
            cause: error,
        });
    }
    if (status === undefined) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('github.failed', `${doing}: ${said}`, {
            hint: 'check the network of the runner: HTTPS_PROXY and NO_PROXY, and NODE_EXTRA_CA_CERTS where GitHub is behind a private CA',
            cause: error,
        });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('github.failed', `${doing}: ${said} (${status})`, { cause: error });
}


/***/ })

};
