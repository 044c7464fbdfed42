export const id = 9023;
export const ids = [9023];
export const modules = {

/***/ 29023:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RESULT_FILE: () => (/* binding */ RESULT_FILE),
/* harmony export */   resultFile: () => (/* binding */ resultFile)
/* harmony export */ });
const RESULT_FILE = 'result.json';
const OUTPUTS = ['changed', 'changes', 'plan-digest', 'days-to-expiry', 'certificates', 'problems', 'error-code'];
function resultFile(head, outputs) {
    const known = OUTPUTS.map((name) => [name, valueOf(outputs[name] ?? '')]);
    const content = { format: 1, ...head, ...Object.fromEntries(known) };
    return { path: RESULT_FILE, bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`, 'utf8'), isText: true };
}
function valueOf(text) {
    if (text === '')
        return null;
    return /^([[{]|true$|false$|-?\d+$)/.test(text) ? JSON.parse(text) : text;
}


/***/ })

};
