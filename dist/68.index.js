export const id = 68;
export const ids = [68];
export const modules = {

/***/ 15068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MANIFEST_FILE: () => (/* binding */ MANIFEST_FILE),
/* harmony export */   PLAN_FILE: () => (/* binding */ PLAN_FILE),
/* harmony export */   packFiles: () => (/* binding */ packFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14031);
/* harmony import */ var _x509_pem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64786);
/* harmony import */ var _x509_pkcs7_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74864);




const PLAN_FILE = 'plan.json';
const MANIFEST_FILE = 'manifest.json';
/**
 * The files of a run (contract 6): for each keystore the partner pack, which can be forwarded as it is, and the manifest and
 * plan beside them. Without a plan, as when the instance was not reached, what could be built is there all the same.
 */
function packFiles({ environment, plan, certificates: known, publicKeystores }) {
    const folders = safeNames(publicKeystores.map(({ name }) => name));
    const packs = new Map(publicKeystores.map(({ name, chain }) => [name, partnerPack(folders.get(name) ?? (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name), chain)]));
    const certificates = known.map((certificate) => {
        const pack = certificate.kind === 'keystore' ? (packs.get(certificate.name) ?? []) : [];
        return { ...certificate, files: pack.map(({ path }) => path) };
    });
    const manifest = { format: 1, environment, instance: plan?.instance ?? null, certificates: certificates.map(withoutDays) };
    const planFile = plan === undefined ? [] : [jsonFile(PLAN_FILE, { ...plan, certificates })];
    return { certificates, files: [...[...packs.values()].flat(), jsonFile(MANIFEST_FILE, manifest), ...planFile] };
}
/** Days change from run to run without anything having changed: the manifest is the same while its contents are. */
function withoutDays(certificate) {
    const facts = { ...certificate };
    delete facts.daysRemaining;
    return facts;
}
function jsonFile(path, value) {
    return { path, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8'), isText: true };
}
function partnerPack(folder, chain) {
    const [leaf] = chain;
    if (leaf === undefined)
        return [];
    const files = [
        { path: `${folder}/${folder}.pem`, bytes: Buffer.from((0,_x509_pem_js__WEBPACK_IMPORTED_MODULE_1__/* .toPem */ .sg)(leaf), 'utf8') },
        { path: `${folder}/${folder}.cer`, bytes: leaf.der },
        { path: `${folder}/${folder}-chain.pem`, bytes: Buffer.from(chain.map(_x509_pem_js__WEBPACK_IMPORTED_MODULE_1__/* .toPem */ .sg).join(''), 'utf8') },
        { path: `${folder}/${folder}-chain.p7b`, bytes: (0,_x509_pkcs7_js__WEBPACK_IMPORTED_MODULE_2__/* .certsOnly */ .u)(chain) },
    ];
    const sums = files.map(({ path, bytes }) => `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}  ${path.slice(folder.length + 1)}\n`);
    const sumsFile = { path: `${folder}/SHA256SUMS`, bytes: Buffer.from(sums.join(''), 'utf8') };
    return [...files, sumsFile].map((file) => ({ ...file, isText: false }));
}
/** A file name for each name, also where the file system ignores case: what collides gets a part of its name's hash. */
function safeNames(names) {
    const count = new Map();
    for (const name of names)
        count.set((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name).toLowerCase(), (count.get((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name).toLowerCase()) ?? 0) + 1);
    const taken = (name) => (count.get((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name).toLowerCase()) ?? 0) > 1 || reserved((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name));
    const tail = (name) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name, 'utf8').digest('hex').slice(0, 8);
    return new Map(names.map((name) => [name, taken(name) ? `${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name)}-${tail(name)}` : (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name)]));
}
/** Names that stand beside the folders. */
const reserved = (name) => [MANIFEST_FILE, PLAN_FILE].includes(name.toLowerCase());


/***/ })

};
