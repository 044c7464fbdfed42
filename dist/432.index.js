export const id = 432;
export const ids = [432];
export const modules = {

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

/***/ 43432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LABEL: () => (/* binding */ LABEL),
/* harmony export */   keepIssue: () => (/* binding */ keepIssue)
/* harmony export */ });
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77369);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15435);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46047);



const PAGE = 100;
const MOST_PAGES = 20;
const FEW_PAGES = 3;
const LABEL = 'servicenow-mtls';
async function keepIssue(github, kept) {
    if (kept.needed === undefined)
        return undefined;
    try {
        const [first, ...others] = await findIssues(github, kept);
        if (first === undefined)
            return kept.needed ? await open(github, kept) : undefined;
        const address = kept.needed ? await update(github, first, kept) : await settle(github, first, kept);
        await closeDuplicates(github, first, others);
        return address;
    }
    catch (error) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .refusalOf */ .Of)(error, 'issue of the environment', _permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .PERMISSIONS */ .J.issue);
    }
}
async function open(github, kept) {
    const { api, owner, repo, makeOnce } = github;
    const text = kept.write(undefined);
    const made = await makeOnce(async () => foundOf((await api.rest.issues.create({ owner, repo, title: kept.title, body: text, labels: [LABEL] })).data), async () => (await findIssues(github, kept)).find(({ state }) => state === 'open'));
    const isAuthorOf = (user) => user?.login === made.user?.login && user?.type === made.user?.type;
    const all = await findIssues(github, kept, { isAuthorOf });
    const [first = made, ...others] = all.filter(({ state }) => state === 'open');
    const address = first.body === text ? first.url : await update(github, first, kept);
    await closeDuplicates(github, first, others);
    return address;
}
async function update({ api, owner, repo }, found, { title, write }) {
    const body = write(found.body);
    const { data } = await api.rest.issues.update({ owner, repo, issue_number: found.number, title, body, state: 'open' });
    return data.html_url;
}
async function settle({ api, owner, repo }, found, { write, settled }) {
    if (found.state !== 'open')
        return undefined;
    const one = { owner, repo, issue_number: found.number };
    const { data } = await api.rest.issues.update({ ...one, body: write(found.body), ...CLOSED, state_reason: 'completed' });
    await api.rest.issues.createComment({ ...one, body: settled });
    return data.html_url;
}
const CLOSED = { state: 'closed' };
async function closeDuplicates({ api, owner, repo }, first, others) {
    for (const { number, state } of others) {
        if (state !== 'open')
            continue;
        const one = { owner, repo, issue_number: number };
        await api.rest.issues.update({ ...one, ...CLOSED, state_reason: 'not_planned' });
        await api.rest.issues.createComment({ ...one, body: `the same as #${first.number}, which is kept` });
    }
}
async function findIssues(github, { rank }, self) {
    const labelled = await ownIssues(github, rank, { labels: LABEL, state: 'all' }, MOST_PAGES, self);
    const own = labelled.length > 0 ? labelled : await ownIssues(github, rank, { state: 'open', sort: 'updated' }, FEW_PAGES, self);
    const isOpen = ({ state }) => (state === 'open' ? 0 : 1);
    return own.toSorted((a, b) => isOpen(a) - isOpen(b) || a.number - b.number);
}
async function ownIssues(github, rank, query, mostPages, self) {
    const { api, owner, repo } = github;
    const candidates = [];
    for (let page = 1; page <= mostPages; page++) {
        const { data } = await api.rest.issues.listForRepo({ owner, repo, ...query, per_page: PAGE, page });
        const issues = data.filter((one) => one.pull_request === undefined).map(foundOf);
        candidates.push(...issues.filter(({ body }) => rank(body) > 1));
        if (data.length < PAGE)
            break;
    }
    if (candidates.length === 0)
        return [];
    const { isAuthorOf } = self ?? (await (0,_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .identify */ .l)(github));
    return candidates.filter(({ user }) => isAuthorOf(user));
}
const foundOf = ({ number, state, body, html_url: url, user }) => ({ number, state, body: body ?? '', url, user });


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
