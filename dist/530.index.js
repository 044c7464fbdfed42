export const id = 530;
export const ids = [530];
export const modules = {

/***/ 21530:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lackingForRenewal: () => (/* binding */ lackingForRenewal)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

function lackingForRenewal({ issuers }, { toIssue }, values, isIssued) {
    return [...toIssue.values()].flatMap(({ spec: { name, at, source } }) => {
        const issuer = issuers.get(source.issuer);
        if (issuer === undefined || isIssued(name))
            return [];
        return secretsOf(issuer.form)
            .filter((secret) => !values.has(secret))
            .map((secret) => {
            const message = `secret ${secret}: is missing or empty, and issuer ${issuer.name} needs it when the certificate is renewed`;
            return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOf */ .Zw)({ code: 'value.secret-missing', severity: 'warning', message }, `keystores.${name}`, at);
        });
    });
}
function secretsOf(form) {
    const named = (...references) => references.flatMap((reference) => (reference !== undefined && 'secret' in reference ? [reference.secret] : []));
    switch (form.kind) {
        case 'exec':
            return [...form.env];
        case 'local':
            return named(form.key, form.keyPassphrase);
        case 'cfssl':
            return named(form.authKey);
        case 'vault':
            return named(form.token);
        case 'self-signed':
            return [];
    }
}


/***/ })

};
