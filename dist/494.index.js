export const id = 494;
export const ids = [494];
export const modules = {

/***/ 58494:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildWanted: () => (/* binding */ buildWanted)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/limiter.ts
var limiter = __webpack_require__(21555);
// EXTERNAL MODULE: ./src/wanted/issued.ts
var wanted_issued = __webpack_require__(53318);
// EXTERNAL MODULE: ./src/wanted/keystore.ts
var wanted_keystore = __webpack_require__(36123);
// EXTERNAL MODULE: ./src/wanted/settle.ts
var settle = __webpack_require__(2724);
// EXTERNAL MODULE: ./src/wanted/requested.ts
var wanted_requested = __webpack_require__(25191);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/x509/chain.ts
var chain = __webpack_require__(48713);
// EXTERNAL MODULE: ./src/x509/pem.ts
var pem = __webpack_require__(64786);
// EXTERNAL MODULE: ./src/wanted/facts.ts
var facts = __webpack_require__(75208);
;// CONCATENATED MODULE: ./src/wanted/trusted.ts





async function buildTrusted(spec, values, checking) {
    const found = await (0,facts/* readPublic */.kP)(spec.certificate, values);
    const [certificate] = found;
    if (certificate === undefined)
        throw new errors/* CodedError */.AK('certificate.unreadable', 'the file holds no certificate');
    if (found.length > 1) {
        const message = `${(0,facts/* labelOf */.Wy)(spec.certificate)}there are ${found.length} certificates, one is needed`;
        throw new errors/* CodedError */.AK('certificate.several', message, { at: spec.certificate.at });
    }
    const wanted = {
        name: spec.name,
        at: spec.at,
        format: spec.format ?? 'pem',
        isFormatGiven: spec.format !== undefined,
        pem: (0,pem/* toPem */.sg)(certificate),
        sha256: (0,external_node_crypto_.hash)('sha256', certificate.der, 'hex'),
        size: certificate.der.length,
        certificate: (0,facts/* factsOf */.xS)(certificate),
        findings: (0,chain/* checkTrusted */.E4)(certificate, checking.now, checking.expiryWarningDays),
        accept: spec.accept,
        overlapMs: spec.overlapMs,
        warnInDays: spec.warnInDays,
    };
    return { wanted, content: certificate.der, compare: (content) => Promise.resolve(compareWith(certificate, content)) };
}
function compareWith(certificate, content) {
    try {
        const found = (0,pem/* readCertificates */.jZ)(content);
        return found.length === 1 && found[0]?.equals(certificate) === true ? { kind: 'same' } : { kind: 'different' };
    }
    catch (error) {
        if (!(error instanceof errors/* CodedError */.AK))
            throw error;
        return { kind: 'unreadable', why: error.message };
    }
}

;// CONCATENATED MODULE: ./src/wanted/wanted.ts







const MANY = 100;
async function buildWanted(spec, values, checking, withheld) {
    const problems = [];
    const secretless = new Set();
    const tell = (item, at, error) => {
        const tolerated = withheld !== undefined && error.code === 'value.secret-missing';
        if (tolerated)
            secretless.add(item);
        problems.push((0,errors/* problemOf */.Zw)(tolerated ? { ...error.toFinding('notice'), hint: withheld } : error.toFinding(), item, at));
    };
    const openedChains = new Map();
    const specs = [...spec.keystores.values()];
    if (specs.length >= MANY)
        (await __webpack_require__.e(/* import() */ 372).then(__webpack_require__.bind(__webpack_require__, 74372))).keepYoungMemorySmall();
    const given = specs.filter((item) => !(0,wanted_issued/* isIssued */.sl)(item) && !(0,wanted_requested/* isRequest */.ks)(item));
    const [keystores, issued, requested, trusted] = await Promise.all([
        buildAll('keystores', byName(given), (item) => (0,wanted_keystore/* buildKeystore */.by)(item, values, checking, openedChains), tell),
        buildAll('keystores', byName(specs.filter(wanted_issued/* isIssued */.sl)), (item) => (0,wanted_issued/* buildIssued */.M0)(item, spec.issuers, values, checking, openedChains), tell),
        buildAll('keystores', byName(specs.filter(wanted_requested/* isRequest */.ks)), (item) => (0,wanted_requested/* buildRequest */.mK)(item, values, checking, openedChains), tell),
        buildAll('trusted-certificates', spec.trustedCertificates, (item) => buildTrusted(item, values, checking), tell),
    ]);
    const hidden = specs.filter(({ name }) => secretless.has(`keystores.${name}`));
    const unseen = await Promise.all(hidden.map((keystore) => (0,wanted_keystore/* lookAtPublic */.kG)(keystore, values, checking)));
    return {
        unseen: new Map(unseen.map((found) => [found.unseen.name, found.unseen])),
        keystores: new Map([...keystores].map(([name, { wanted }]) => [name, wanted])),
        issued: new Map([...issued].map(([name, { wanted }]) => [name, wanted])),
        toIssue: issued,
        requested: new Map([...requested].map(([name, { wanted }]) => [name, wanted])),
        toRequest: requested,
        openedChains,
        trusted: new Map([...trusted].map(([name, { wanted }]) => [name, wanted])),
        problems,
        expectations: [...expectKeystores(keystores), ...expectMade(issued), ...expectMade(requested), ...expectTrusted(trusted)],
        contents: contentsOf(keystores, issued, requested, trusted),
        publicKeystores: [
            ...[...keystores].map(([name, { chain }]) => ({ name, chain })),
            ...unseen.flatMap(({ unseen: { name }, chain }) => (chain.length === 0 ? [] : [{ name, chain }])),
        ],
    };
}
const AT_A_TIME = 16;
async function buildAll(section, items, build, tell) {
    const limited = (0,limiter/* createLimiter */.z)(AT_A_TIME);
    const built = await Promise.all([...items].map(([name, item]) => limited(async () => {
        try {
            return [[name, await build(item)]];
        }
        catch (error) {
            for (const coded of (0,settle/* errorsIn */.R)(error))
                tell(`${section}.${name}`, coded.at ?? item.at, coded);
            return [];
        }
    })));
    return new Map(built.flat());
}
function expectKeystores(keystores) {
    return [...keystores.values()].map(({ wanted, compare }) => {
        const { name, sha256, size, type, keepPrevious: keep, handoverMs } = wanted;
        return { kind: 'keystore', name, sha256, size, type, keep, waits: handoverMs > 0, compare };
    });
}
function expectMade(made) {
    return [...made.values()].map(({ wanted: { name, type, keepPrevious: keep }, compare, ...built }) => {
        const seeks = 'seeks' in built ? { seeks: built.seeks } : {};
        return { kind: 'keystore', name, sha256: '', type, keep, compare, ...seeks };
    });
}
function expectTrusted(trusted) {
    return [...trusted.values()].map(({ wanted, compare }) => {
        return {
            kind: 'trusted-certificate',
            name: wanted.name,
            sha256: wanted.sha256,
            size: wanted.size,
            type: 'trusted',
            keep: 0,
            compare,
        };
    });
}
const byName = (items) => new Map(items.map((item) => [item.name, item]));
function contentsOf(keystores, issued, requested, trusted) {
    const missing = (item) => new errors/* CodedError */.AK('internal', `${item} was not built before it was needed`);
    const nameOf = (item) => item.slice(item.indexOf('.') + 1);
    return {
        content: (item) => {
            const name = nameOf(item);
            const keystore = keystores.get(name)?.content ?? requested.get(name)?.joined();
            const found = item.startsWith('keystores.') ? keystore : trusted.get(name)?.content;
            if (found === undefined)
                throw missing(item);
            return found;
        },
        password: (item) => {
            const found = keystores.get(nameOf(item)) ?? issued.get(nameOf(item)) ?? requested.get(nameOf(item));
            if (found === undefined || !item.startsWith('keystores.'))
                throw missing(item);
            return found.password;
        },
    };
}


/***/ })

};
