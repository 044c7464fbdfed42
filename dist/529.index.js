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
const MAX_ANSWER = 64 * 1024;
async function workflowIdentity(audience, world) {
    const { environment, connect, onSecret } = world;
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: text = '' } = environment;
    if (!URL.canParse(address) || text === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('issuer.identity', 'the job has no identity to sign in with');
    }
    const token = onSecret(text, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN');
    const url = new URL(address);
    url.searchParams.set('audience', audience);
    const headers = { accept: 'application/json', authorization: `Bearer ${token.text()}` };
    const request = {
        method: 'GET',
        path: `${url.pathname}${url.search}`,
        headers,
        maxBytes: MAX_ANSWER,
        idempotent: true,
    };
    let answer;
    try {
        answer = await connect(url.origin).request(request);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK) || error.code === 'timeout')
            throw error;
        const message = `the identity of the job cannot be asked for: ${error.message}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('issuer.identity', message, { hint: error.hint, cause: error });
    }
    if (answer.status >= 400) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('issuer.identity', `the identity of the job was refused with HTTP ${answer.status}`);
    }
    return onSecret(valueIn(answer), 'identity of the workflow');
}
function valueIn({ body, status }) {
    try {
        return zod_mini__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qg(ANSWER, JSON.parse(body.toString('utf8'))).value;
    }
    catch {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK('issuer.identity', `the service of the runner answered with HTTP ${status} and no identity`);
    }
}


/***/ })

};
