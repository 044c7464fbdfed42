export const id = 336;
export const ids = [336];
export const modules = {

/***/ 60336:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   targetsCommand: () => (/* binding */ targetsCommand)
/* harmony export */ });
/* harmony import */ var _spec_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82135);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4493);
/* harmony import */ var _survey_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77625);



async function targetsCommand({ command, environment, spec }, ports) {
    const { document, problems } = await (0,_survey_js__WEBPACK_IMPORTED_MODULE_2__/* .readDocumentOf */ .bv)(spec, ports);
    const failed = { ...(0,_result_js__WEBPACK_IMPORTED_MODULE_1__/* .failedResult */ .Nq)(problems, command), environment: environment ?? '' };
    if (document === undefined || problems.length > 0)
        return failed;
    const one = environment === undefined ? undefined : (0,_spec_load_js__WEBPACK_IMPORTED_MODULE_0__/* .specFor */ .Y)(document, environment);
    if (one !== undefined && one.problems.length > 0)
        return { ...failed, problems: one.problems };
    const chosen = one?.spec === undefined ? [...document.specs.values()] : [one.spec];
    const targets = chosen.map(({ environment: { name, instance, protected: isProtected } }) => ({
        environment: name,
        instance,
        protected: isProtected,
    }));
    return { ...failed, targets };
}


/***/ })

};
