export const id = 919;
export const ids = [919];
export const modules = {

/***/ 45919:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mf: () => (/* binding */ inUseOf),
/* harmony export */   WT: () => (/* binding */ openedFactsOf),
/* harmony export */   sV: () => (/* binding */ inPlaceOf),
/* harmony export */   summariesOf: () => (/* binding */ summariesOf),
/* harmony export */   tJ: () => (/* binding */ deniedOf)
/* harmony export */ });
/* harmony import */ var _x509_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87181);

function summariesOf({ trusted, keystores, unseen }, now, inPlace = []) {
    const summary = (kind, name, facts, next) => {
        const daysRemaining = (0,_x509_format_js__WEBPACK_IMPORTED_MODULE_0__/* .daysUntil */ .AQ)(new Date(facts.notAfter), now);
        return { name, kind, ...facts, daysRemaining, files: [], ...(next && { next: { ...next, files: [] } }) };
    };
    const wanted = [...keystores.values()].filter(({ name }) => !inPlace.some((one) => one.name === name));
    return [
        ...[...trusted.values()].map(({ name, certificate }) => summary('trusted-certificate', name, certificate)),
        ...[...wanted, ...inPlace, ...unseen.values()].flatMap(({ name, leaf, ...one }) => leaf ? [summary('keystore', name, leaf, 'next' in one ? one.next : undefined)] : []),
    ];
}
function inPlaceOf({ name, issue }, { heldBack, waitsUntil }, { inUse, wanted, writes }) {
    const next = wanted?.fingerprint256 === inUse?.fingerprint256 ? undefined : wanted;
    if (heldBack)
        return { name, leaf: inUse };
    if (waitsUntil !== undefined)
        return { name, leaf: inUse, next };
    if (inUse === undefined || (writes && issue === undefined))
        return { name, leaf: wanted };
    return { name, leaf: inUse, next };
}
function inUseOf(family, observed) {
    const current = family.find(({ active, generation }) => active && generation.is === 'current');
    return current && openedFactsOf(current, observed);
}
function openedFactsOf({ row }, { opened }) {
    const content = opened.get(row.sysId);
    if (content?.kind === 'issued' || content?.kind === 'requested')
        return content.facts;
    return content?.kind === 'different' ? content : undefined;
}
function deniedOf(family, observed) {
    return family.flatMap(({ name, row }) => {
        const opened = observed.opened.get(row.sysId);
        if (opened?.kind !== 'denied')
            return [];
        return [
            {
                code: 'record.unclear',
                severity: 'error',
                message: `the attachment of ${name} (${row.sysId}) cannot be read: ${opened.why}`,
            },
        ];
    });
}


/***/ })

};
