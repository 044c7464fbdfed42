export const id = 612;
export const ids = [612];
export const modules = {

/***/ 25231:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectGitHub: () => (/* binding */ connectGitHub)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js
var github = __webpack_require__(61351);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/http/failure.ts
var failure = __webpack_require__(42398);
// EXTERNAL MODULE: ./src/http/policy.ts
var policy = __webpack_require__(19576);
// EXTERNAL MODULE: ./src/github/refusal.ts
var github_refusal = __webpack_require__(46047);
;// CONCATENATED MODULE: ./src/github/retry.ts




const REQUEST_TIMEOUT_MS = 20_000;
const PATIENCE_MS = 90_000;
const SHORTEST_MS = 5_000;
const SETTLES_MS = 1000;
const UNSENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];
function retrying(api, patience) {
    const { now = Date.now, random = Math.random, sleep = promises_.setTimeout, within = (ms) => AbortSignal.timeout(ms) } = patience;
    const clock = { now, random };
    const endsAt = Math.max(now() + SHORTEST_MS, Math.min(patience.endsAt, now() + PATIENCE_MS));
    api.hook.wrap('request', async (request, options) => {
        for (let attempt = 1;;) {
            const left = endsAt - now();
            if (left <= 0)
                throw new Error('was not asked any more: the time of the run is over');
            try {
                options.request.signal = within(Math.min(REQUEST_TIMEOUT_MS, left));
                const answer = await request(options);
                if (typeof answer.data === 'string' && answer.status !== 204)
                    throw new Error('the answer is not JSON, or was cut off');
                return answer;
            }
            catch (error) {
                const outcome = outcomeOf(error, now());
                const wait = (0,policy/* waitBeforeRetry */.jy)(outcome, { repeatable: isRepeatable(options), attempt }, clock);
                const pause = Math.max(wait ?? 0, (0,policy/* holdMs */.cV)(outcome, clock));
                if (wait === undefined || now() + pause >= endsAt)
                    throw error;
                if (!(0,policy/* namesTime */.ok)(outcome, clock))
                    attempt += 1;
                await sleep(pause);
            }
        }
    });
    return async (make, find) => {
        try {
            return await make();
        }
        catch (error) {
            if (!mayHaveActed(error) || now() + SETTLES_MS >= endsAt)
                throw error;
            await sleep(SETTLES_MS);
            return (await find()) ?? (await make());
        }
    };
}
const isRepeatable = ({ method, url, request }) => method !== 'POST' || url.endsWith('/graphql') || ('repeatable' in request && request.repeatable === true);
function outcomeOf(error, now) {
    const status = (0,github_refusal/* statusOf */.c2)(error);
    if (status === undefined) {
        const root = (0,github_refusal/* rootOf */.I5)(error);
        if (root.name === 'TimeoutError')
            return new failure/* ExchangeFailure */.u7('timed-out', true, root);
        const refusal = proxyStatus(root);
        const cause = refusal === undefined ? root : new failure/* TunnelFailure */.XA(root.message, refusal < 500, root);
        return new failure/* ExchangeFailure */.u7('connection', wasSent(error), cause);
    }
    const seconds = (0,github_refusal/* rateLimitOf */.tX)(error, now);
    return seconds === undefined ? { status, headers: {} } : { status: 429, headers: { 'retry-after': String(seconds) } };
}
function mayHaveActed(error) {
    const status = (0,github_refusal/* statusOf */.c2)(error);
    return status === undefined ? wasSent(error) : status >= 500;
}
const wasSent = (error) => !UNSENT.includes((0,failure/* codeOf */.$N)(error) ?? '') && proxyStatus((0,github_refusal/* rootOf */.I5)(error)) === undefined;
function proxyStatus({ message }) {
    const status = /^Proxy response \((\d{3})\)/.exec(message)?.[1];
    return status === undefined ? undefined : Number(status);
}

;// CONCATENATED MODULE: ./src/github/api.ts


function connectGitHub(token, { apiUrl, repository }, patience) {
    const silent = () => undefined;
    const log = { debug: silent, info: silent, warn: silent, error: silent };
    const api = (0,github/* getOctokit */.Q)(token, { baseUrl: apiUrl, log });
    const [owner = '', repo = ''] = repository.split('/');
    return { api, owner, repo, makeOnce: retrying(api, patience) };
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
