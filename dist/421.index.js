export const id = 421;
export const ids = [421];
export const modules = {

/***/ 53421:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PLAN_FILE: () => (/* reexport */ pack/* PLAN_FILE */.VI),
  packFiles: () => (/* reexport */ pack/* packFiles */.Po),
  requireReplaceable: () => (/* reexport */ requireReplaceable),
  resultFile: () => (/* reexport */ result_file/* resultFile */.C),
  writeFiles: () => (/* reexport */ writeFiles)
});

// EXTERNAL MODULE: ./src/output/pack.ts
var pack = __webpack_require__(15068);
// EXTERNAL MODULE: ./src/output/result-file.ts
var result_file = __webpack_require__(29023);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/output/write.ts



function writeFiles(directory, files, redactor) {
    const clean = files.map(({ path, bytes, isText }) => {
        if (isText) {
            const text = bytes.toString('utf8');
            const cleaned = cleanText(path, text, redactor);
            return { path, bytes: cleaned === text ? bytes : Buffer.from(cleaned, 'utf8') };
        }
        if (!redactor.finds(bytes))
            return { path, bytes };
        throw new errors/* CodedError */.AK('internal', `${path}: a secret was about to be written to a public file`);
    });
    const root = (0,external_node_path_.resolve)(directory);
    const targets = clean.map(({ path, bytes }) => ({ target: `${root}${external_node_path_.sep}${path.replaceAll('/', external_node_path_.sep)}`, bytes }));
    for (const folder of new Set(targets.map(({ target }) => (0,external_node_path_.dirname)(target))))
        makeFolder(folder);
    for (const { target, bytes } of targets) {
        if (holds(target, bytes))
            continue;
        const partial = `${target}.partial`;
        (0,external_node_fs_.writeFileSync)(partial, bytes);
        (0,external_node_fs_.renameSync)(partial, target);
    }
}
function requireReplaceable(directory, { path, bytes }) {
    const target = (0,external_node_path_.join)(directory, ...path.split('/'));
    if ((0,external_node_fs_.existsSync)(target) && !holds(target, bytes)) {
        throw new errors/* CodedError */.AK('output.exists', `${target} is there and holds something else: nothing was written`);
    }
}
function cleanText(path, text, redactor) {
    const clean = redactor.clean(text);
    if (clean === text || !path.endsWith('.json'))
        return clean;
    return `${JSON.stringify(redactor.cleanAll(JSON.parse(text)), null, 2)}\n`;
}
function makeFolder(path) {
    if ((0,external_node_fs_.existsSync)(path))
        return;
    makeFolder((0,external_node_path_.dirname)(path));
    (0,external_node_fs_.mkdirSync)(path);
}
function holds(target, bytes) {
    const found = (0,external_node_fs_.statSync)(target, { throwIfNoEntry: false });
    return found?.isFile() === true && found.size === bytes.length && (0,external_node_fs_.readFileSync)(target).equals(bytes);
}

;// CONCATENATED MODULE: ./src/output/output.ts





/***/ }),

/***/ 15068:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Po: () => (/* binding */ packFiles),
/* harmony export */   VI: () => (/* binding */ PLAN_FILE),
/* harmony export */   h1: () => (/* binding */ MANIFEST_FILE)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14031);
/* harmony import */ var _x509_pem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64786);
/* harmony import */ var _x509_pkcs7_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74864);
/* harmony import */ var _result_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29023);





const PLAN_FILE = 'plan.json';
const MANIFEST_FILE = 'manifest.json';
function packFiles({ environment, plan, certificates: known, publicKeystores, requests = [] }) {
    const folders = safeNames([...new Set([...publicKeystores, ...requests].map(({ name }) => name))]);
    const packs = new Map(publicKeystores.map(({ name, chain }) => [name, partnerPack(folders.get(name) ?? (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name), chain)]));
    const asked = requests.map(({ name, subject, pem }) => ({
        name,
        subject,
        files: requestPack(folders.get(name) ?? (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name), pem),
    }));
    const certificates = known.map((certificate) => {
        const pack = certificate.kind === 'keystore' ? (packs.get(certificate.name) ?? []) : [];
        const files = pack.map(({ path }) => path);
        return certificate.next ? { ...certificate, next: { ...certificate.next, files } } : { ...certificate, files };
    });
    const manifest = {
        format: 1,
        environment,
        instance: plan?.instance ?? null,
        certificates: certificates.map(withoutDays),
        ...(asked.length > 0 && { requests: asked.map(withPaths) }),
    };
    const planFile = plan === undefined ? [] : [jsonFile(PLAN_FILE, { ...plan, certificates })];
    const files = [...[...packs.values()].flat(), ...asked.flatMap((one) => one.files)];
    const paths = new Map(asked.map((one) => [one.name, one.files[0]?.path ?? '']));
    return { certificates, requests: paths, files: [...files, jsonFile(MANIFEST_FILE, manifest), ...planFile] };
}
const withPaths = ({ files, ...one }) => ({
    ...one,
    files: files.map(({ path }) => path),
});
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
    return withSums(folder, files);
}
const requestPack = (folder, pem) => withSums(folder, [{ path: `${folder}/${folder}.csr`, bytes: Buffer.from(pem, 'utf8') }]);
function withSums(folder, files) {
    const sums = files.map(({ path, bytes }) => `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', bytes, 'hex')}  ${path.slice(folder.length + 1)}\n`);
    const sumsFile = { path: `${folder}/SHA256SUMS`, bytes: Buffer.from(sums.join(''), 'utf8') };
    return [...files, sumsFile].map((file) => ({ ...file, isText: false }));
}
function safeNames(names) {
    const count = new Map();
    for (const name of names)
        count.set((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name).toLowerCase(), (count.get((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name).toLowerCase()) ?? 0) + 1);
    const taken = (name) => (count.get((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name).toLowerCase()) ?? 0) > 1 || reserved((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name));
    const tail = (name) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', name, 'hex').slice(0, 8);
    return new Map(names.map((name) => [name, taken(name) ? `${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name)}-${tail(name)}` : (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fileName */ .Md)(name)]));
}
const reserved = (name) => [MANIFEST_FILE, PLAN_FILE, _result_file_js__WEBPACK_IMPORTED_MODULE_4__/* .RESULT_FILE */ .F].includes(name.toLowerCase());


/***/ }),

/***/ 29023:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ resultFile),
/* harmony export */   F: () => (/* binding */ RESULT_FILE)
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


/***/ }),

/***/ 64786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jZ: () => (/* binding */ readCertificates),
/* harmony export */   sg: () => (/* binding */ toPem)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _armor_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86747);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97127);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(28647);
/* harmony import */ var _pkcs7_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74864);







const MAX_CERTIFICATES = 200;
const CERTIFICATE_LABELS = new Set(['CERTIFICATE', 'X509 CERTIFICATE', 'TRUSTED CERTIFICATE']);
const PKCS7_LABELS = new Set(['PKCS7', 'PKCS #7 SIGNED DATA', 'CMS']);
function toPem(certificate) {
    return (0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .armor */ .yE)('CERTIFICATE', certificate.der);
}
function readCertificates(bytes) {
    refusePrivate(bytes);
    const blocks = coded(() => (0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .blocksOf */ .SH)(bytes));
    for (const block of blocks)
        if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .isPrivate */ .G)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(block.bytes)))
            throw privateInPublic('a private key or a keystore');
    const found = blocks.flatMap((block) => coded(() => certificatesOf(block)));
    if (found.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('certificate.unreadable', `file holds no certificate${insteadOf(blocks)}`);
    if (found.length > MAX_CERTIFICATES) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('certificate.unreadable', `file holds more than ${MAX_CERTIFICATES} certificates`);
    }
    return found.map((der) => _certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .Certificate */ .u.fromDer(der));
}
function refusePrivate(bytes) {
    if (/BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY|PuTTY-User-Key-File/.test((0,_armor_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)(bytes)))
        throw privateInPublic('a private key');
    const kind = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes);
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .isPrivate */ .G)(kind))
        throw privateInPublic(kind.endsWith('ks') || kind === 'pkcs12' ? 'a keystore' : 'a private key');
}
const privateInPublic = (what) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('value.private-in-public', `${what} stands where only certificates are meant`);
function certificatesOf({ label, bytes }) {
    if (PKCS7_LABELS.has(label) || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes) === 'pkcs7')
        return (0,_pkcs7_js__WEBPACK_IMPORTED_MODULE_5__/* .readSignedData */ .f)(bytes);
    if (label === 'TRUSTED CERTIFICATE')
        return [(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readFirst */ .vv)(bytes).bytes];
    return CERTIFICATE_LABELS.has(label) || (0,_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(bytes) === 'certificate' || label === '' ? [bytes] : [];
}
function insteadOf(blocks) {
    const names = new Set(blocks.map(({ label }) => label).filter((label) => label !== ''));
    return names.size === 0 ? '' : `, but ${[...names].join(', ')}`;
}
function coded(read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof _armor_js__WEBPACK_IMPORTED_MODULE_2__/* .PemError */ .fd || error instanceof _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('certificate.unreadable', `certificate cannot be read: ${error.message}`);
    }
}


/***/ }),

/***/ 74864:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readSignedData),
/* harmony export */   u: () => (/* binding */ certsOnly)
/* harmony export */ });
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35016);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75320);


const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
function certsOnly(certificates) {
    const distinct = certificates.filter((one, index) => certificates.findIndex((other) => other.equals(one)) === index);
    const sorted = distinct.map(({ der }) => der).sort((a, b) => a.compare(b));
    const signedData = (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)(1), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .set */ .hZ)(), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(DATA)), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O)(0, Buffer.concat(sorted)), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .set */ .hZ)());
    return (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .sequence */ .K2)((0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .oid */ .jq)(SIGNED_DATA), (0,_der_writer_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O)(0, signedData));
}
function readSignedData(bytes) {
    const [type, content] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .readOne */ .JF)(bytes, { ber: true }));
    if ((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asOid */ .jm)(type) !== SIGNED_DATA || !(0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isContext */ .aE)(content, 0))
        throw new _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .DerError */ .I4('it is not signed data');
    const [version, ...parts] = (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(content)[0]);
    (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .asSmallInteger */ .Gp)(version);
    const certificates = parts.find((part) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isContext */ .aE)(part, 0));
    if (certificates === undefined)
        return [];
    return (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .children */ .Y_)(certificates)
        .filter((part) => (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .isUniversal */ .Aw)(part, _der_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .TAG */ .Dk.sequence))
        .map(({ bytes: der }) => der);
}


/***/ })

};
