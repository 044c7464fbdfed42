export const id = 7322;
export const ids = [7322];
export const modules = {

/***/ 47322:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   requireReplaceable: () => (/* binding */ requireReplaceable),
/* harmony export */   writeFiles: () => (/* binding */ writeFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);



function writeFiles(directory, files, redactor) {
    const clean = files.map(({ path, bytes, isText }) => {
        if (isText) {
            const text = bytes.toString('utf8');
            const cleaned = cleanText(path, text, redactor);
            return { path, bytes: cleaned === text ? bytes : Buffer.from(cleaned, 'utf8') };
        }
        if (!redactor.finds(bytes))
            return { path, bytes };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CodedError */ .AK('internal', `${path}: a secret was about to be written to a public file`);
    });
    const targets = clean.map(({ path, bytes }) => ({ target: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, ...path.split('/')), bytes }));
    for (const folder of new Set(targets.map(({ target }) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target))))
        makeFolder(folder);
    for (const { target, bytes } of targets) {
        if (holds(target, bytes))
            continue;
        const partial = `${target}.partial`;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(partial, bytes);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(partial, target);
    }
}
function requireReplaceable(directory, { path, bytes }) {
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, ...path.split('/'));
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(target) && !holds(target, bytes)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CodedError */ .AK('output.exists', `${target} is there and holds something else: nothing was written`);
    }
}
function cleanText(path, text, redactor) {
    const clean = redactor.clean(text);
    if (clean === text || !path.endsWith('.json'))
        return clean;
    return `${JSON.stringify(redactor.cleanAll(JSON.parse(text)), null, 2)}\n`;
}
function makeFolder(path) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return;
    makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path);
}
function holds(target, bytes) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(target, { throwIfNoEntry: false });
    return found?.isFile() === true && found.size === bytes.length && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(target).equals(bytes);
}


/***/ })

};
