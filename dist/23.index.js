export const id = 23;
export const ids = [23];
export const modules = {

/***/ 29023:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RESULT_FILE: () => (/* binding */ RESULT_FILE),
/* harmony export */   resultFile: () => (/* binding */ resultFile)
/* harmony export */ });
const RESULT_FILE = 'result.json';
/** Outputs that stand in the result file under their names; that which is JSON as what it is. */
const OUTPUTS = ['changed', 'changes', 'plan-digest', 'days-to-expiry', 'certificates', 'problems', 'error-code'];
/**
 * How a run ended, for machines: the jobs of a matrix overwrite each other's outputs, and leave such a file each. What is not
 * known is null. `schema/result.schema.json` has its shape. Public facts only.
 * @param head `instance` is the origin, or null where it was not reached
 */
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
