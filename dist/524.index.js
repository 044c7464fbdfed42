export const id = 524;
export const ids = [524];
export const modules = {

/***/ 52524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findPullRequest: () => (/* binding */ findPullRequest)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23945);
/* harmony import */ var _permissions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15435);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46047);



const found = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    number: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    state: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    merged_at: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    merge_commit_sha: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    head: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ ref: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()), sha: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) })),
    base: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ repo: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .nullish */ .cl6(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ full_name: zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()) })) })),
}));
async function findPullRequest(github, run) {
    if (run.pullRequest !== undefined)
        return run.pullRequest;
    if (run.event === 'push' && run.sha !== '')
        return byCommit(github, run);
    if (run.event === 'workflow_dispatch' && run.branch !== undefined)
        return byBranch(github, run.branch);
    return undefined;
}
async function byCommit({ api, owner, repo }, { sha, repository }) {
    try {
        const { data } = await api.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: sha, per_page: 100 });
        const home = repository.toLowerCase();
        const ours = zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qg(found, data).filter(({ base }) => (base?.repo?.full_name?.toLowerCase() ?? home) === home);
        const merged = ours.find(({ merge_commit_sha }) => merge_commit_sha === sha);
        const proposed = ours.find(({ head, state }) => head?.sha === sha && state === 'open');
        return (merged ?? proposed ?? ours.find(({ merged_at: mergedAt }) => (mergedAt ?? '') !== ''))?.number;
    }
    catch (error) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalOf */ .Of)(error, `pull request of commit ${sha.slice(0, 7)}`, _permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .PERMISSIONS */ .J.comment);
    }
}
async function byBranch({ api, owner, repo }, branch) {
    try {
        const { data } = await api.rest.pulls.list({ owner, repo, state: 'open', head: `${owner}:${branch}`, per_page: 100 });
        return zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qg(found, data).find(({ head }) => (head?.ref ?? branch) === branch)?.number;
    }
    catch (error) {
        throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalOf */ .Of)(error, 'pull request of the branch', _permissions_js__WEBPACK_IMPORTED_MODULE_0__/* .PERMISSIONS */ .J.comment);
    }
}


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
