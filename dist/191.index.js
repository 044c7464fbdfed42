export const id = 191;
export const ids = [191];
export const modules = {

/***/ 75208:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Le: () => (/* binding */ shownBy),
/* harmony export */   Wy: () => (/* binding */ labelOf),
/* harmony export */   kP: () => (/* binding */ readPublic),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _x509_format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87181);
/* harmony import */ var _x509_pem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64786);



function factsOf(certificate) {
    const { subject, issuer, serialNumber, fingerprint256, notBefore, notAfter } = certificate;
    return { subject, issuer, serialNumber, fingerprint256, notBefore: (0,_x509_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTime */ .fU)(notBefore), notAfter: (0,_x509_format_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTime */ .fU)(notAfter) };
}
async function shownBy(open) {
    try {
        return await open();
    }
    catch (error) {
        return { kind: 'unreadable', why: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toCoded */ .rA)(error).message };
    }
}
async function readPublic(reference, values) {
    const bytes = await values.publicBytes(reference);
    try {
        return (0,_x509_pem_js__WEBPACK_IMPORTED_MODULE_1__/* .readCertificates */ .jZ)(bytes);
    }
    catch (error) {
        const { code, message, hint } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toCoded */ .rA)(error);
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CodedError */ .AK(code, `${labelOf(reference)}${message}`, { hint, cause: error, at: reference.at });
    }
}
const labelOf = (reference) => 'file' in reference ? `${reference.file}: ` : 'secret' in reference ? `secret ${reference.secret}: ` : '';


/***/ }),

/***/ 53318:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lm: () => (/* binding */ wantedOf),
/* harmony export */   M0: () => (/* binding */ buildIssued),
/* harmony export */   sl: () => (/* binding */ isIssued),
/* harmony export */   xH: () => (/* binding */ askedOtherwise)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _keystore_password_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86663);
/* harmony import */ var _keystore_keystore_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85190);
/* harmony import */ var _keystore_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90379);
/* harmony import */ var _x509_algorithms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(95952);
/* harmony import */ var _x509_alternative_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60938);
/* harmony import */ var _x509_chain_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48713);
/* harmony import */ var _x509_subject_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(49656);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(75208);
/* harmony import */ var _keystore_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(36123);
/* harmony import */ var _settle_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2724);












const isIssued = (spec) => spec.source.kind === 'issue';
async function buildIssued(spec, issuers, values, checking, opened) {
    const read = (reference) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_9__/* .readPublic */ .kP)(reference, values);
    const issuer = issuers.get(spec.source.issuer);
    if (issuer === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('internal', `issuer ${spec.source.issuer} is not in the spec`);
    const [password, known, authority] = await (0,_settle_js__WEBPACK_IMPORTED_MODULE_11__/* .all */ .Q)([
        values.secretText(spec.password),
        (0,_settle_js__WEBPACK_IMPORTED_MODULE_11__/* .all */ .Q)(spec.source.chain.map(read)),
        issuer.form.kind === 'local' ? read(issuer.form.certificate) : Promise.resolve([]),
    ]);
    const contents = new Map();
    return {
        wanted: wantedOf(spec, password),
        contents,
        spec,
        password: (0,_keystore_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedPassword */ .Z9)(password),
        known: known.flat(),
        compare: (content) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_9__/* .shownBy */ .Le)(async () => {
            const found = await (0,_keystore_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readKeystore */ .J)(content, { store: password }, { decryptKeys: false });
            const { alias, chain } = (0,_keystore_keystore_js__WEBPACK_IMPORTED_MODULE_3__/* .privateKeyEntryOf */ .q)(found);
            const [leaf] = chain;
            if (leaf === undefined)
                return { kind: 'unreadable', why: 'its key has no certificate' };
            const sha256 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', content, 'hex');
            opened.set(leaf.fingerprint256, chain);
            contents.set(sha256, content);
            const differs = [
                ...(alias === spec.alias ? [] : [`alias ${spec.alias}`]),
                ...askedOtherwise(leaf, spec.source),
                ...(isFrom(leaf, issuer, authority) ? [] : [`issuer ${issuer.name}`]),
            ];
            const facts = {
                sha256,
                leaf: (0,_facts_js__WEBPACK_IMPORTED_MODULE_9__/* .factsOf */ .xS)(leaf),
                root: chain.at(-1)?.fingerprint256 ?? '',
                differs,
                findings: (0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_7__/* .checkChain */ .uy)(chain, checking),
            };
            return { kind: 'issued', facts };
        }),
    };
}
function wantedOf(spec, password) {
    const { name, at, type, accept, keepPrevious, handoverMs, warnInDays, source } = spec;
    const findings = (0,_keystore_password_js__WEBPACK_IMPORTED_MODULE_2__/* .checkPassword */ .O)(password, type);
    const terms = { keepPrevious, handoverMs, warnInDays, renewBeforeMs: source.renewBeforeMs };
    return { name, at, type, findings, accept, passwordLength: password.text().length, ...terms };
}
function askedOtherwise(leaf, { subject, names, keyAlgorithm }) {
    const algorithm = (0,_x509_algorithms_js__WEBPACK_IMPORTED_MODULE_5__/* .keyAlgorithmNamed */ .wW)(keyAlgorithm);
    return [
        ...((0,_x509_subject_js__WEBPACK_IMPORTED_MODULE_8__/* .hasSubject */ .Fg)(leaf, subject) ? [] : [`subject ${(0,_x509_subject_js__WEBPACK_IMPORTED_MODULE_8__/* .subjectText */ .yq)(subject)}`]),
        ...((0,_x509_alternative_names_js__WEBPACK_IMPORTED_MODULE_6__/* .hasNames */ .P3)(leaf.alternativeNames, subject.CN, names) ? [] : [`alternative names ${names.join(', ') || '(none)'}`]),
        ...(leaf.keyAlgorithm === algorithm ? [] : [`a key of ${algorithm}`]),
    ];
}
function isFrom(leaf, { form }, authority) {
    if (form.kind === 'self-signed')
        return leaf.isSelfSigned;
    if (form.kind === 'local')
        return authority.some((certificate) => leaf.isIssuedBy(certificate));
    return !leaf.isSelfSigned;
}


/***/ }),

/***/ 36123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z9: () => (/* binding */ checkedPassword),
/* harmony export */   by: () => (/* binding */ buildKeystore),
/* harmony export */   kG: () => (/* binding */ lookAtPublic)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _keystore_canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60262);
/* harmony import */ var _keystore_compare_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78015);
/* harmony import */ var _keystore_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90379);
/* harmony import */ var _x509_chain_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48713);
/* harmony import */ var _x509_private_key_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93491);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75208);
/* harmony import */ var _settle_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2724);









const MAX_PASSWORD = 255;
async function buildKeystore(spec, values, checking, opened) {
    const password = values.secretText(spec.password);
    const make = spec.source.kind === 'load' ? load(spec, spec.source, password, values) : build(spec, spec.source, password, values);
    const [made, storePassword] = await (0,_settle_js__WEBPACK_IMPORTED_MODULE_8__/* .all */ .Q)([make, password]);
    checkedPassword(storePassword);
    values.derived(made.bytes, `keystore ${spec.name}`);
    values.derived(made.key.pkcs8, `key of ${spec.name}`);
    const wanted = {
        name: spec.name,
        at: spec.at,
        type: spec.type,
        sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', made.bytes, 'hex'),
        size: made.bytes.length,
        leaf: (0,_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .factsOf */ .xS)(made.leaf),
        putRight: made.putRight,
        passwordLength: storePassword.text().length,
        findings: [...made.findings, ...(0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_5__/* .checkChain */ .uy)(made.chain, { ...checking, end: made.end })],
        accept: spec.accept,
        keepPrevious: spec.keepPrevious,
        handoverMs: spec.handoverMs,
        warnInDays: spec.warnInDays,
    };
    const compare = (content) => compareWith(made, storePassword, content, checking, opened);
    return { wanted, chain: made.chain, content: made.bytes, password: storePassword, compare };
}
function checkedPassword(password) {
    if (password.length <= MAX_PASSWORD)
        return password;
    const message = `the password is longer than the ${MAX_PASSWORD} characters the instance stores`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('keystore.weak-password', message);
}
async function load(spec, source, wantedPassword, values) {
    const storePassword = source.password === undefined ? wantedPassword : values.secretText(source.password);
    const [bytes, store, password] = await (0,_settle_js__WEBPACK_IMPORTED_MODULE_8__/* .all */ .Q)([values.keystoreBytes(source.keystore), storePassword, wantedPassword]);
    const loaded = await (0,_keystore_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readKeystore */ .J)(bytes, { store, keys: [password] });
    const sourceAlias = source.alias === undefined ? {} : { sourceAlias: source.alias };
    return (0,_keystore_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalKeystore */ .l)({ loaded, bytes }, { type: spec.type, alias: spec.alias, password, ...sourceAlias });
}
async function build(spec, source, wantedPassword, values) {
    const passphrase = source.keyPassphrase === undefined ? Promise.resolve(undefined) : values.secretText(source.keyPassphrase);
    const certificates = [source.certificate, ...source.chain].map((reference) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .readPublic */ .kP)(reference, values));
    const [keyBytes, keyPassphrase, password, ...chain] = await (0,_settle_js__WEBPACK_IMPORTED_MODULE_8__/* .all */ .Q)([
        values.keyBytes(source.key),
        passphrase,
        wantedPassword,
        ...certificates,
    ]);
    const key = (0,_x509_private_key_js__WEBPACK_IMPORTED_MODULE_6__/* .readPrivateKey */ .$)(keyBytes, keyPassphrase?.text());
    return (0,_keystore_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalKeystore */ .l)({ key, certificates: chain.flat() }, { type: spec.type, alias: spec.alias, password });
}
async function lookAtPublic({ name, at, accept, source }, values, checking) {
    const nothing = { unseen: { name, at, accept, leaf: undefined, findings: [] }, chain: [] };
    if (source.kind !== 'build' && source.kind !== 'request')
        return nothing;
    try {
        const references = [...(source.certificate === undefined ? [] : [source.certificate]), ...source.chain];
        const found = await (0,_settle_js__WEBPACK_IMPORTED_MODULE_8__/* .all */ .Q)(references.map((reference) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .readPublic */ .kP)(reference, values)));
        const certificates = found.flat();
        const leaf = (0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_5__/* .findLeaf */ .iZ)(certificates);
        if (leaf === undefined)
            return nothing;
        const { chain, end } = (0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_5__/* .orderChain */ .k$)(leaf, certificates, checking.now);
        const findings = (0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_5__/* .checkChain */ .uy)(chain, { ...checking, end });
        return { unseen: { name, at, accept, leaf: (0,_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .factsOf */ .xS)(leaf), findings }, chain };
    }
    catch {
        return nothing;
    }
}
function compareWith(made, password, content, checking, opened) {
    return (0,_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .shownBy */ .Le)(async () => {
        const found = await (0,_keystore_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readKeystore */ .J)(content, { store: password });
        if ((0,_keystore_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .sameContents */ .P1)(found, made))
            return { kind: 'same' };
        const entry = found.entries.find((one) => one.kind === 'private-key');
        const [leaf] = entry?.chain ?? [];
        if (entry === undefined || leaf === undefined)
            return { kind: 'different' };
        opened.set(leaf.fingerprint256, entry.chain);
        return { kind: 'different', leaf: (0,_facts_js__WEBPACK_IMPORTED_MODULE_7__/* .factsOf */ .xS)(leaf), findings: (0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_5__/* .checkChain */ .uy)(entry.chain, checking) };
    });
}


/***/ }),

/***/ 98442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ makeKnown)
/* harmony export */ });
/* harmony import */ var _x509_armor_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86747);

const SHORTEST = 16;
function makeKnown(key, name, values) {
    values.derived(key.pkcs8, `key of ${name}`);
    const lines = (0,_x509_armor_js__WEBPACK_IMPORTED_MODULE_0__/* .armor */ .yE)('PRIVATE KEY', key.pkcs8).trim().split('\n').slice(1, -1);
    const isSecret = (line) => line.length >= SHORTEST && !key.publicSpki.includes(Buffer.from(line, 'base64'));
    for (const line of lines.filter(isSecret))
        values.made(line, `key of ${name}`);
}


/***/ }),

/***/ 25191:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mf: () => (/* binding */ PLACEHOLDER_END),
/* harmony export */   ks: () => (/* binding */ isRequest),
/* harmony export */   mK: () => (/* binding */ buildRequest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(83916);
/* harmony import */ var _keystore_canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60262);
/* harmony import */ var _keystore_compare_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78015);
/* harmony import */ var _keystore_keystore_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85190);
/* harmony import */ var _keystore_read_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90379);
/* harmony import */ var _values_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(18449);
/* harmony import */ var _x509_chain_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48713);
/* harmony import */ var _x509_roots_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(16629);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75208);
/* harmony import */ var _issued_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(53318);
/* harmony import */ var _keystore_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(36123);
/* harmony import */ var _known_key_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(98442);
/* harmony import */ var _settle_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2724);














const isRequest = (spec) => spec.source.kind === 'request';
const PLACEHOLDER_END = new Date('9999-12-31T23:59:59Z');
async function buildRequest(spec, values, checking, opened) {
    const { name, type, alias, source } = spec;
    const [password, { signed, unsigned }] = await (0,_settle_js__WEBPACK_IMPORTED_MODULE_12__/* .all */ .Q)([values.secretText(spec.password), signedFor(source, values, checking)]);
    (0,_keystore_js__WEBPACK_IMPORTED_MODULE_10__/* .checkedPassword */ .Z9)(password);
    const contents = new Map();
    let bytes;
    const openKey = async (content) => {
        const found = await (0,_keystore_read_js__WEBPACK_IMPORTED_MODULE_5__/* .readKeystore */ .J)(content, { store: password });
        const { key } = (0,_keystore_keystore_js__WEBPACK_IMPORTED_MODULE_4__/* .privateKeyOf */ .O)(found);
        (0,_known_key_js__WEBPACK_IMPORTED_MODULE_11__/* .makeKnown */ .S)(key, name, values);
        return { found, key };
    };
    const join = async (content, { certificates }) => {
        const { found, key } = await openKey(content);
        const made = await (0,_keystore_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalKeystore */ .l)({ key, certificates }, { type, alias, password });
        values.derived(made.bytes, `keystore ${name}`);
        opened.set(made.leaf.fingerprint256, made.chain);
        bytes = made.bytes;
        const findings = [...made.findings, ...(0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_7__/* .checkChain */ .uy)(made.chain, { ...checking, end: made.end })];
        const joined = { sha256: hashOf(made.bytes), leaf: (0,_facts_js__WEBPACK_IMPORTED_MODULE_8__/* .factsOf */ .xS)(made.leaf), differs: (0,_issued_js__WEBPACK_IMPORTED_MODULE_9__/* .askedOtherwise */ .xH)(made.leaf, source), findings };
        return { joined, same: (0,_keystore_compare_js__WEBPACK_IMPORTED_MODULE_3__/* .sameContents */ .P1)(found, made) };
    };
    const look = async (content) => {
        const { chain } = (0,_keystore_keystore_js__WEBPACK_IMPORTED_MODULE_4__/* .privateKeyEntryOf */ .q)(await (0,_keystore_read_js__WEBPACK_IMPORTED_MODULE_5__/* .readKeystore */ .J)(content, { store: password }, { decryptKeys: false }));
        const [leaf] = chain;
        if (leaf === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('key.mismatch', 'its key has no certificate');
        const sha256 = hashOf(content);
        contents.set(sha256, content);
        opened.set(leaf.fingerprint256, chain);
        const isFor = signed?.leaf.spki.equals(leaf.spki) === true;
        const { joined, same } = isFor ? await join(content, signed) : { joined: undefined, same: false };
        const top = chain.at(-1) ?? leaf;
        return {
            sha256,
            leaf: (0,_facts_js__WEBPACK_IMPORTED_MODULE_8__/* .factsOf */ .xS)(leaf),
            differs: (0,_issued_js__WEBPACK_IMPORTED_MODULE_9__/* .askedOtherwise */ .xH)(leaf, source),
            findings: (0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_7__/* .checkChain */ .uy)(chain, { ...checking, ...(same && { end: signed?.end }) }),
            placeholder: leaf.isSelfSigned && leaf.notAfter.getTime() === PLACEHOLDER_END.getTime(),
            sameRoot: signed === undefined || (0,_x509_roots_js__WEBPACK_IMPORTED_MODULE_13__/* .leadsTo */ .R)(signed.chain, top.fingerprint256, top),
            joined,
            same,
        };
    };
    const wanted = (0,_issued_js__WEBPACK_IMPORTED_MODULE_9__/* .wantedOf */ .Lm)(spec, password);
    return {
        wanted: { ...wanted, findings: [...wanted.findings, ...unsigned], certificate: signed && certificateIn(signed, checking) },
        spec,
        password,
        compare: (content) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_8__/* .shownBy */ .Le)(async () => ({ kind: 'requested', facts: await look(content) })),
        seeks: () => signed !== undefined && bytes === undefined,
        keyIn: async (sha256) => {
            const content = contents.get(sha256);
            if (content === undefined)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('internal', `the keystore ${sha256} was not looked into`);
            return (await openKey(content)).key;
        },
        joined: () => bytes,
    };
}
async function signedFor({ certificate: reference, chain }, values, { now }) {
    if (reference === undefined)
        return { signed: undefined, unsigned: [] };
    const reading = [reference, ...chain].map((one) => (0,_facts_js__WEBPACK_IMPORTED_MODULE_8__/* .readPublic */ .kP)(one, values));
    const [first] = await Promise.allSettled(reading);
    if ('file' in reference && first?.status === 'rejected' && (0,_values_files_js__WEBPACK_IMPORTED_MODULE_6__/* .isMissing */ .b2)(first.reason)) {
        const message = `its certificate is still to be signed: ${reference.file} is not there`;
        return { signed: undefined, unsigned: [{ code: 'request.unsigned', severity: 'notice', message }] };
    }
    const [own = [], ...more] = await (0,_settle_js__WEBPACK_IMPORTED_MODULE_12__/* .all */ .Q)(reading);
    const given = [...own, ...more.flat()];
    const leaf = (0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_7__/* .findLeaf */ .iZ)(own) ?? (0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_7__/* .findLeaf */ .iZ)(given);
    if (leaf === undefined) {
        const message = 'there are several certificates that issued none of the others: which one was signed cannot be told';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CodedError */ .AK('certificate.several', message);
    }
    const certificates = [leaf, ...given.filter((one) => !one.equals(leaf))];
    return { signed: { leaf, certificates, ...(0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_7__/* .orderChain */ .k$)(leaf, certificates, now) }, unsigned: [] };
}
const certificateIn = ({ leaf, chain, end }, checking) => ({
    leaf: (0,_facts_js__WEBPACK_IMPORTED_MODULE_8__/* .factsOf */ .xS)(leaf),
    isCa: leaf.isCa,
    findings: (0,_x509_chain_js__WEBPACK_IMPORTED_MODULE_7__/* .checkChain */ .uy)(chain, { ...checking, end }),
});
const hashOf = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', content, 'hex');


/***/ }),

/***/ 2724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ all),
/* harmony export */   R: () => (/* binding */ errorsIn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

class Failures extends Error {
    name = 'Failures';
    errors;
    constructor(errors) {
        super(errors.map(({ message }) => message).join('; '));
        this.errors = errors;
    }
}
function errorsIn(error) {
    const errors = error instanceof Failures ? [...error.errors] : [(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .toCoded */ .rA)(error)];
    return errors.filter((one, index) => errors.findIndex(({ code, message }) => code === one.code && message === one.message) === index);
}
async function all(promises) {
    const settled = await Promise.allSettled(promises);
    const errors = settled.flatMap((result) => (result.status === 'rejected' ? errorsIn(result.reason) : []));
    if (errors.length > 0)
        throw new Failures(errors);
    return Promise.all(promises);
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


/***/ }),

/***/ 16629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ leadsTo)
/* harmony export */ });
function leadsTo(chain, root, top) {
    if (chain.some(({ fingerprint256 }) => fingerprint256 === root))
        return true;
    const own = chain.at(-1);
    if (top?.isCa !== true || own?.isCa !== true)
        return false;
    if (top.isIssuedBy(own) || chain.some((certificate) => certificate.isIssuedBy(top)))
        return true;
    return own.spki.equals(top.spki) && own.subjectDer.equals(top.subjectDer);
}


/***/ }),

/***/ 49656:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ writeSubject),
/* harmony export */   Fg: () => (/* binding */ hasSubject),
/* harmony export */   yq: () => (/* binding */ subjectText)
/* harmony export */ });
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75320);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58153);


const SUBJECT_ATTRIBUTES = ['C', 'ST', 'L', 'STREET', 'O', 'OU', 'UID', 'CN'];
function writeSubject(subject) {
    const attributes = SUBJECT_ATTRIBUTES.flatMap((attribute) => {
        const value = subject[attribute];
        return value === undefined ? [] : [{ attribute, value }];
    });
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2(...attributes.map(({ attribute, value }) => _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .set */ .hZ(writeAttribute(attribute, value))));
}
function writeAttribute(attribute, value) {
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .oid */ .jq(_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ATTRIBUTE_TYPES */ .Pp[attribute]), attribute === 'C' ? _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$(value) : _der_writer_js__WEBPACK_IMPORTED_MODULE_0__/* .utf8 */ .As(value));
}
function hasSubject(certificate, wanted) {
    const written = SUBJECT_ATTRIBUTES.flatMap((attribute) => {
        const value = wanted[attribute];
        return value === undefined ? [] : [`${_name_js__WEBPACK_IMPORTED_MODULE_1__/* .ATTRIBUTE_TYPES */ .Pp[attribute]}=${folded(value)}`];
    });
    return sorted(written) === sorted(textsOf(certificate.subjectName));
}
const textsOf = (name) => (0,_name_js__WEBPACK_IMPORTED_MODULE_1__/* .attributeTexts */ .F_)(name).map(({ type, text }) => `${type}=${folded(text)}`);
const sorted = (texts) => JSON.stringify([...texts].sort());
const folded = (text) => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
function subjectText(subject) {
    return SUBJECT_ATTRIBUTES.toReversed()
        .flatMap((attribute) => {
        const value = subject[attribute];
        return value === undefined ? [] : [`${attribute}=${value}`];
    })
        .join(',');
}


/***/ })

};
