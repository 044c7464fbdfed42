export const id = 375;
export const ids = [375];
export const modules = {

/***/ 39375:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  csrCommand: () => (/* binding */ csrCommand)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/plan/conclude.ts + 1 modules
var conclude = __webpack_require__(98536);
// EXTERNAL MODULE: ./src/plan/issued.ts
var issued = __webpack_require__(9702);
// EXTERNAL MODULE: ./src/plan/requested.ts
var requested = __webpack_require__(26791);
;// CONCATENATED MODULE: ./src/plan/asking.ts


function settleRequest(wanted, family, observed, { now, rotation }) {
    const records = (0,requested/* recordsOf */.M$)(family, observed);
    const { found, requests, served, leaf } = records;
    const published = found.some(({ member, facts }) => facts.joined !== undefined && !requests.includes(member));
    const waiting = found.filter(({ member }) => requests.includes(member) && !(published && served.includes(member)));
    const asked = (0,issued/* askedFor */.GZ)(wanted.name, rotation, waiting);
    const nothing = { kept: undefined, why: undefined, purged: [], outdated: [], findings: [] };
    const used = (0,requested/* usedUnreadable */.L_)(family, observed);
    const shut = records.unreadable ?? (asked === 'no' ? used : undefined);
    if (shut !== undefined && asked !== 'purge')
        return { ...nothing, findings: [shut] };
    const warned = used === undefined ? [] : [{ ...used, severity: 'warning' }];
    const rotated = { reason: 'rotated', note: `it was named in ${asked === 'purge' ? 'rotate-purge' : 'rotate'}` };
    if (asked === 'purge')
        return { ...nothing, why: rotated, purged: requests, findings: warned };
    const fitting = waiting.filter(({ facts }) => facts.differs.length === 0);
    const kept = fitting.find(({ facts }) => facts.joined !== undefined) ?? fitting[0];
    const outdated = waiting.filter(({ facts, member }) => facts.differs.length > 0 && !served.includes(member));
    const members = outdated.map(({ member }) => member);
    if (kept !== undefined)
        return { ...nothing, kept, outdated: members };
    if (outdated.length > 0 && asked === 'no')
        return { ...nothing, findings: (0,requested/* askedOtherwise */.xH)(records, 'error') };
    if (asked === 'rotate')
        return { ...nothing, why: rotated, outdated: members, findings: warned };
    if (leaf === undefined)
        return { ...nothing, why: { reason: 'missing', note: 'there was none' } };
    const due = (0,issued/* renewalOf */.wc)(leaf, wanted);
    if (now < due)
        return { ...nothing, findings: (0,requested/* standing */.JA)(wanted, records, now) };
    const left = (0,issued/* inDays */.DV)(new Date(leaf.notAfter).getTime() - now.getTime());
    return { ...nothing, why: { reason: 'renewal-due', note: `the certificate is valid for ${left}` } };
}

// EXTERNAL MODULE: ./src/plan/findings.ts
var plan_findings = __webpack_require__(77913);
// EXTERNAL MODULE: ./src/plan/family.ts
var family = __webpack_require__(86975);
// EXTERNAL MODULE: ./src/plan/obstacles.ts
var obstacles = __webpack_require__(73633);
// EXTERNAL MODULE: ./src/plan/shown.ts
var plan_shown = __webpack_require__(99266);
// EXTERNAL MODULE: ./src/plan/making.ts
var plan_making = __webpack_require__(37546);
// EXTERNAL MODULE: ./src/plan/record-steps.ts
var record_steps = __webpack_require__(5412);
// EXTERNAL MODULE: ./src/plan/retiring.ts
var retiring = __webpack_require__(99051);
// EXTERNAL MODULE: ./src/plan/names.ts
var plan_names = __webpack_require__(42471);
// EXTERNAL MODULE: ./src/plan/only.ts
var plan_only = __webpack_require__(68373);
// EXTERNAL MODULE: ./src/plan/guards.ts
var guards = __webpack_require__(329);
// EXTERNAL MODULE: ./src/plan/keystores.ts + 2 modules
var keystores = __webpack_require__(51481);
// EXTERNAL MODULE: ./src/plan/summaries.ts
var summaries = __webpack_require__(45919);
;// CONCATENATED MODULE: ./src/plan/requests.ts
















function computeRequests(input) {
    const { spec, observed, only, rotation } = input;
    const isRequest = (item) => item.startsWith('keystores.') && spec.keystores.get(nameIn(item))?.source.kind === 'request';
    const problems = input.problems.filter((problem) => (0,errors/* stopsRun */.PW)(problem) || isRequest(problem.item));
    const changes = [];
    const others = [];
    for (const wanted of input.requested.values()) {
        const item = `keystores.${wanted.name}`;
        others.push(item);
        if (!(0,plan_only/* isNamed */.ev)(item, only))
            continue;
        const { findings, change } = planRequest(wanted, input);
        problems.push(...findings);
        if (change !== undefined && !findings.some(({ severity }) => severity === 'error'))
            changes.push(change);
    }
    if (![...spec.keystores.keys()].some((name) => isRequest(`keystores.${name}`))) {
        const message = 'the spec has no keystore whose certificate people sign (source: request: true)';
        problems.push((0,errors/* problemOf */.Zw)({ code: 'request.none', severity: 'notice', message }, ''));
    }
    const what = 'is no keystore whose certificate people sign (source: request: true)';
    const strangers = (0,plan_only/* strangersAmong */.KA)(only, spec, isRequest, what);
    problems.push(...strangers.problems, ...(0,issued/* unknownRotations */.sP)(rotation, (name) => isRequest(`keystores.${name}`), what));
    problems.push(...(0,guards/* missingColumns */.Q)(observed));
    const blocked = (0,conclude/* failedIn */.r)(problems);
    const changing = new Set(changes.map(({ item }) => item));
    const unchanged = others.filter((item) => (0,plan_only/* isNamed */.ev)(item, only) && !changing.has(item) && !blocked.has(item));
    return (0,conclude/* concluded */._)(input, {
        depth: 'full',
        changes,
        unchanged,
        blocked,
        others: [...others, ...strangers.names],
        problems,
    });
}
const nameIn = (item) => item.slice(item.indexOf('.') + 1);
function keysWaiting(input) {
    const { requested, only } = input;
    const named = [...requested.values()].filter(({ name }) => (0,plan_only/* isNamed */.ev)(`keystores.${name}`, only));
    return new Map(named.flatMap((wanted) => {
        const { kept } = settleRequest(wanted, familyIn(wanted, input), input.observed, input);
        return kept === undefined ? [] : [[wanted.name, kept.facts.sha256]];
    }));
}
const familyIn = ({ name }, { observed, identity }) => (0,family/* familyOf */.Ap)(observed, identity, 'keystore', name);
function planRequest(wanted, input) {
    const { observed, spec } = input;
    const { name, at } = wanted;
    const item = `keystores.${name}`;
    const family = familyIn(wanted, input);
    const settled = settleRequest(wanted, family, observed, input);
    const adopts = spec.keystores.get(name)?.adopt === true;
    const terms = [...wanted.findings, ...(0,plan_findings/* tooLong */.Po)(wanted, observed.facts)];
    const found = [...terms, ...(0,obstacles/* obstaclesOf */._)(family, adopts), ...(0,summaries/* deniedOf */.tJ)(family, observed), ...settled.findings];
    const findings = found.map((finding) => (0,errors/* problemOf */.Zw)(finding, item, at));
    const steps = stepsOf(wanted, settled, family, input);
    if (steps.length === 0)
        return { findings, change: undefined };
    const { table, columns } = observed.tables.certificate;
    const { kept, why } = settled;
    const shown = (0,plan_shown/* shownColumns */.L)({ name: (0,plan_names/* comingName */.tu)(name, ''), waits: true }, kept?.member, steps, family);
    const planned = {
        item,
        kind: why === undefined ? 'update' : 'create',
        table,
        name,
        sysId: kept?.member.row.sysId ?? null,
        reason: why?.reason ?? 'leftover',
        columns: shown.map((one) => ({ ...one, column: columns[one.column] ?? one.column })),
        contentHash: null,
        dependsOn: [],
        steps,
        notes: why === undefined ? [] : [`a new key, which waits for its certificate: ${why.note}`],
    };
    return { findings, change: planned };
}
function stepsOf(wanted, settled, family, input) {
    const { name, type } = wanted;
    const { observed, identity, rotation } = input;
    const { kept, why, purged, outdated } = settled;
    const unused = (members) => members.filter((member) => (0,retiring/* usersOf */.ev)(member, observed, []).length === 0);
    const steps = unused([...family.filter(isLeftover), ...purged]).map((member) => (0,record_steps/* remove */.TF)(member));
    if (why !== undefined) {
        const item = `keystores.${name}`;
        const stored = observed.facts.certificateTypes[type];
        const how = { item, name, type: stored, extension: (0,keystores/* extensionOf */.je)(type), identity, runId: rotation.runId, root: undefined };
        const making = { item, name, sha256: '', type: stored, columns: {}, secret: true, issue: how, fileName: undefined };
        steps.push(...(0,plan_making/* make */.L8)(making, family));
    }
    if (kept !== undefined && kept.member.name !== (0,plan_names/* newName */.oW)(name, kept.facts.sha256)) {
        steps.push((0,record_steps/* change */.Zg)(kept.member, { name: (0,plan_names/* newName */.oW)(name, kept.facts.sha256) }));
    }
    return [...steps, ...unused(outdated).map((member) => (0,record_steps/* remove */.TF)(member))];
}
const isLeftover = (member) => (0,retiring/* isStale */.QO)(member) && (member.attachments.length === 0 || member.whose === 'other-instance');

// EXTERNAL MODULE: ./src/commands/apply.ts + 9 modules
var apply = __webpack_require__(11699);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/issuer/certificate.ts
var certificate = __webpack_require__(7764);
// EXTERNAL MODULE: ./src/issuer/keys.ts
var keys = __webpack_require__(80279);
// EXTERNAL MODULE: ./src/keystore/canonical.ts + 4 modules
var canonical = __webpack_require__(60262);
// EXTERNAL MODULE: ./src/wanted/known-key.ts
var known_key = __webpack_require__(98442);
// EXTERNAL MODULE: ./src/wanted/requested.ts
var wanted_requested = __webpack_require__(25191);
// EXTERNAL MODULE: ./src/x509/format.ts
var format = __webpack_require__(87181);
// EXTERNAL MODULE: ./src/x509/subject.ts
var x509_subject = __webpack_require__(49656);
;// CONCATENATED MODULE: ./src/commands/requesting.ts










function createRequesting(wanted, ports) {
    const made = new Map();
    return {
        issued: [],
        problems: [],
        issue: async ({ name, item }) => {
            const built = wanted.toRequest.get(name);
            if (built === undefined)
                throw new errors/* CodedError */.AK('internal', `${item} is not requested`);
            const { type, alias, source } = built.spec;
            const key = await (0,keys/* newKey */.uM)(source.keyAlgorithm);
            (0,known_key/* makeKnown */.S)(key, name, ports.values);
            const now = ports.now();
            const holder = { publicSpki: key.publicSpki, subject: source.subject, names: source.names, validityMs: undefined };
            const terms = { key: (0,keys/* keyObjectOf */._z)(key), now, validityMs: wanted_requested/* PLACEHOLDER_END */.Mf.getTime() - now.getTime() };
            const placeholder = await (0,certificate/* makeCertificate */.W)(holder, terms);
            const keystore = await (0,canonical/* canonicalKeystore */.l)({ key, certificates: [placeholder] }, { type, alias, password: built.password });
            ports.values.derived(keystore.bytes, `keystore ${name}`);
            const sha256 = (0,external_node_crypto_.hash)('sha256', keystore.bytes, 'hex');
            made.set(name, { key, sha256 });
            return { content: keystore.bytes, sha256, notAfter: (0,format/* formatTime */.fU)(wanted_requested/* PLACEHOLDER_END */.Mf) };
        },
        requests: async (waiting, isWhole) => {
            const asked = [...wanted.toRequest.values()].map(async ({ spec: { name, at, source }, keyIn }) => {
                const own = made.get(name);
                const sha256 = own?.sha256 ?? waiting.get(name);
                if (sha256 === undefined || !isWhole(name))
                    return [];
                const { subject, names } = source;
                const pem = await (0,keys/* makeRequest */.In)(own?.key ?? (await keyIn(sha256)), { subject: (0,x509_subject/* writeSubject */.ED)(subject), names });
                return [{ name, at, subject: (0,x509_subject/* subjectText */.yq)(subject), record: (0,plan_names/* newName */.oW)(name, sha256), pem }];
            });
            return (await Promise.all(asked)).flat();
        },
    };
}

;// CONCATENATED MODULE: ./src/commands/csr.ts



async function csrCommand(settings, ports) {
    const found = {};
    const compute = (input) => {
        found.waiting = keysWaiting(input);
        return computeRequests(input);
    };
    const maker = (_spec, wanted) => {
        found.requesting = createRequesting(wanted, ports);
        return Promise.resolve(found.requesting);
    };
    const result = await (0,apply.carryOutPlan)(settings, ports, compute, maker);
    const { waiting = new Map(), requesting } = found;
    if (requesting === undefined)
        return { ...result, publicKeystores: [] };
    const failed = new Set(result.outcomes.flatMap(({ is, change }) => (is === 'done' ? [] : [change.item])));
    for (const { item } of result.plan?.blocked ?? [])
        failed.add(item);
    const requests = await requesting.requests(waiting, (name) => !failed.has(`keystores.${name}`));
    return { ...result, publicKeystores: [], requests };
}


/***/ }),

/***/ 7764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ makeCertificate)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97127);
/* harmony import */ var _x509_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49656);
/* harmony import */ var _x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75670);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80279);





const MINUTE = 60_000;
const BEFORE_MS = 5 * MINUTE;
function newSerialNumber() {
    const serial = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16);
    serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
    return serial;
}
async function makeCertificate(request, terms) {
    const { key, issuer, now, validityMs } = terms;
    const wanted = new Date(now.getTime() + validityMs);
    const holder = { subject: (0,_x509_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSubject */ .ED)(request.subject), names: request.names, publicSpki: request.publicSpki };
    const toBeSigned = (0,_x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_3__/* .certificateToBeSigned */ .SW)(holder, {
        serialNumber: newSerialNumber(),
        notBefore: new Date(now.getTime() - BEFORE_MS),
        notAfter: terms.notAfter !== undefined && terms.notAfter < wanted ? terms.notAfter : wanted,
        algorithm: (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .signingAlgorithm */ .d)(key).identifier,
        ...(issuer !== undefined && { issuer }),
    });
    return _x509_certificate_js__WEBPACK_IMPORTED_MODULE_1__/* .Certificate */ .u.fromDer(await (0,_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .signWith */ .Ez)(key, toBeSigned));
}


/***/ }),

/***/ 80279:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ez: () => (/* binding */ signWith),
/* harmony export */   In: () => (/* binding */ makeRequest),
/* harmony export */   _z: () => (/* binding */ keyObjectOf),
/* harmony export */   d: () => (/* binding */ signingAlgorithm),
/* harmony export */   uM: () => (/* binding */ newKey)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _x509_algorithms_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95952);
/* harmony import */ var _x509_private_key_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93491);
/* harmony import */ var _x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75670);






const generate = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.generateKeyPair);
const signAsync = (0,node_util__WEBPACK_IMPORTED_MODULE_1__.promisify)(node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign);
async function newKey(algorithm) {
    const size = algorithm.slice(algorithm.indexOf('-') + 1);
    const { privateKey } = algorithm.startsWith('rsa-')
        ? await generate('rsa', { modulusLength: Number(size) })
        : await generate('ec', { namedCurve: size.toUpperCase().replace('P', 'P-') });
    return _x509_private_key_js__WEBPACK_IMPORTED_MODULE_4__/* .PrivateKey */ .Z.fromKeyObject(privateKey);
}
const keyObjectOf = (key) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)({ key: key.pkcs8, format: 'der', type: 'pkcs8' });
function signingAlgorithm(key) {
    const algorithm = (0,_x509_algorithms_js__WEBPACK_IMPORTED_MODULE_3__/* .signingAlgorithmOf */ .I3)(key);
    if (algorithm !== undefined)
        return algorithm;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .CodedError */ .AK('issuer.key', 'the key is of a kind that does not sign certificates here: RSA, EC P-256, P-384, P-521 or Ed25519');
}
async function signWith(key, toBeSigned) {
    const { digest, identifier } = signingAlgorithm(key);
    return (0,_x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_5__/* .signed */ .x8)(toBeSigned, identifier, await signAsync(digest, toBeSigned, key));
}
async function makeRequest(key, holder) {
    const request = (0,_x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_5__/* .requestToBeSigned */ .gu)({ ...holder, publicSpki: key.publicSpki });
    return (0,_x509_to_be_signed_js__WEBPACK_IMPORTED_MODULE_5__/* .requestPem */ ._y)(await signWith(keyObjectOf(key), request));
}


/***/ }),

/***/ 75670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SW: () => (/* binding */ certificateToBeSigned),
/* harmony export */   _y: () => (/* binding */ requestPem),
/* harmony export */   gu: () => (/* binding */ requestToBeSigned),
/* harmony export */   x8: () => (/* binding */ signed),
/* harmony export */   xd: () => (/* binding */ issuerNamesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _der_reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35016);
/* harmony import */ var _der_writer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75320);
/* harmony import */ var _alternative_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60938);
/* harmony import */ var _armor_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86747);
/* harmony import */ var _chain_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48713);






function requestToBeSigned(holder) {
    const extensionRequest = _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq('1.2.840.113549.1.9.14'), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .set */ .hZ(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(...clientExtensions(holder))));
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd(0), holder.subject, holder.publicSpki, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .context */ ._O(0, extensionRequest));
}
function certificateToBeSigned(holder, terms) {
    const keyId = keyIdOf(holder.publicSpki);
    const issuer = terms.issuer ?? { subject: holder.subject, keyId };
    const extensions = [
        extension('2.5.29.19', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(), true),
        ...clientExtensions(holder),
        extension('2.5.29.14', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octets */ .tu(keyId)),
        extension('2.5.29.35', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .context */ ._O(0, issuer.keyId, false))),
    ];
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .context */ ._O(0, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd(2)), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .nd(BigInt(`0x${terms.serialNumber.toString('hex')}`)), terms.algorithm, issuer.subject, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .utcOrGeneralizedTime */ .zo(terms.notBefore), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .utcOrGeneralizedTime */ .zo(terms.notAfter)), holder.subject, holder.publicSpki, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .context */ ._O(3, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(...extensions)));
}
function signed(toBeSigned, algorithm, signature) {
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(toBeSigned, algorithm, _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .bits */ .Lz(signature));
}
const requestPem = (der) => (0,_armor_js__WEBPACK_IMPORTED_MODULE_4__/* .armor */ .yE)('CERTIFICATE REQUEST', der);
function issuerNamesOf(certificate) {
    return { subject: certificate.subjectDer, keyId: certificate.subjectKeyId ?? keyIdOf(certificate.spki) };
}
function clientExtensions({ names }) {
    return [
        extension('2.5.29.15', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .bits */ .Lz(Buffer.from([0x80]), 7), true),
        extension('2.5.29.37', _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq(_chain_js__WEBPACK_IMPORTED_MODULE_5__/* .CLIENT_AUTH */ .ZE))),
        ...(names.length === 0 ? [] : [extension('2.5.29.17', (0,_alternative_names_js__WEBPACK_IMPORTED_MODULE_3__/* .writeAlternativeNames */ .dM)(names))]),
    ];
}
function extension(id, value, critical = false) {
    return _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .sequence */ .K2(_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq(id), ...(critical ? [_der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zM(true)] : []), _der_writer_js__WEBPACK_IMPORTED_MODULE_2__/* .octets */ .tu(value));
}
function keyIdOf(spki) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha1', (0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asBits */ .$T)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .asSequence */ .GO)((0,_der_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readOne */ .JF)(spki))[1]).bytes, 'buffer');
}


/***/ })

};
