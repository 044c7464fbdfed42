export const id = 529;
export const ids = [529];
export const modules = {

/***/ 11529:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   workflowIdentity: () => (/* binding */ workflowIdentity)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63619);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43759);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23945);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);


const ANSWER = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ value: zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._minLength */ .m9(1)) });
/**
 * The identity of the workflow as a token for an audience, asked of the runner's own service (OpenID Connect in GitHub Actions).
 * @param connect the service's address comes from the runner, not from the spec
 * @throws issuer.identity
 */
async function workflowIdentity(environment, connect, audience) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token = '' } = environment;
    if (!URL.canParse(address) || token === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('issuer.identity', 'the job has no identity to sign in with');
    }
    const url = new URL(address);
    url.searchParams.set('audience', audience);
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    const path = `${url.pathname}${url.search}`;
    const answer = await connect(url.origin).request({ method: 'GET', path, headers, maxBytes: 64 * 1024, idempotent: true });
    try {
        return zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qg(ANSWER, JSON.parse(answer.body.toString('utf8'))).value;
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('issuer.identity', `the identity of the job was refused with HTTP ${answer.status}`, { cause: error });
    }
}


/***/ })

};
