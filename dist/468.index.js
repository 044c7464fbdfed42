export const id = 468;
export const ids = [468];
export const modules = {

/***/ 65468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ flat),
/* harmony export */   m: () => (/* binding */ problemOutputs),
/* harmony export */   outputsOf: () => (/* binding */ outputsOf)
/* harmony export */ });
/** The outputs by name; what is unknown is empty, not `false`. */
function outputsOf(facts) {
    const { plan, counts, changed, certificates, problems, directory, planFile, resultFile, targets } = facts;
    const days = certificates.filter(({ kind }) => kind === 'keystore').map(({ daysRemaining }) => daysRemaining);
    return {
        changed: changed === undefined ? '' : String(changed),
        changes: counts === undefined ? '' : JSON.stringify(counts),
        'plan-digest': plan?.digest ?? '',
        'plan-file': planFile,
        certificates: JSON.stringify(certificates),
        'days-to-expiry': days.length === 0 ? '' : String(Math.min(...days)),
        'certificate-directory': directory,
        'result-file': resultFile,
        targets: targets === undefined ? '' : JSON.stringify(matrixOf(targets)),
        'artifact-id': '',
        'artifact-url': '',
        ...problemOutputs(problems),
    };
}
/** As `strategy.matrix` takes it: each environment a job, with what else is known of it. */
const matrixOf = (targets) => ({
    environment: targets.map(({ environment }) => environment),
    include: targets,
});
/** The outputs that tell of problems; on failure the code is that of the first error. */
function problemOutputs(problems) {
    return {
        problems: JSON.stringify(problems.map(flat)),
        'error-code': problems.find(({ severity }) => severity === 'error')?.code ?? '',
    };
}
/** A problem as JSON has it, wherever it is given to programs. */
function flat({ code, severity, item, message, hint, at }) {
    return { code, severity, item, message, hint, file: at?.file ?? null, line: at?.line ?? null, column: at?.column ?? null };
}


/***/ })

};
