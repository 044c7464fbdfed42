export const id = 907;
export const ids = [907,738];
export const modules = {

/***/ 23907:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deliver: () => (/* binding */ deliver),
  runFacts: () => (/* reexport */ github_run.runFacts)
});

// EXTERNAL MODULE: ./src/commands/result.ts
var commands_result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/github/permissions.ts
var permissions = __webpack_require__(15435);
// EXTERNAL MODULE: ./src/github/run.ts
var github_run = __webpack_require__(31738);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(14031);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(63619);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/parse.js + 1 modules
var parse = __webpack_require__(23945);
;// CONCATENATED MODULE: ./src/report/header.ts


const TOOL = 'servicenow-mtls';
const MOST_RUNS = 10;
const LONGEST_SAID = 200;
const runSchema = schemas/* object */.Ikc({
    run: schemas/* string */.YjP().check(api/* _regex */.Fk(/^\d{1,20}$/)),
    command: schemas/* string */.YjP().check(api/* _regex */.Fk(/^[a-z]{1,20}$/)),
    at: schemas/* string */.YjP().check(api/* _regex */.Fk(/^[\dTZ:-]{20}$/)),
    sha: schemas/* string */.YjP().check(api/* _regex */.Fk(/^[0-9a-f]{0,64}$/)),
    said: schemas/* string */.YjP(),
    failed: schemas/* boolean */.zMY(),
});
const headerSchema = schemas/* object */.Ikc({
    tool: schemas/* literal */.euz(TOOL),
    keeps: schemas/* enum */.k5n(['comment', 'issue']),
    spec: schemas/* string */.YjP(),
    environment: schemas/* string */.YjP(),
    runs: schemas/* array */.YOg(runSchema),
});
function writeHeader({ keeps, spec, environment, runs }) {
    const said = runs.slice(0, MOST_RUNS).map((run) => ({ ...run, said: (0,report_escape/* oneLine */.TN)(run.said, LONGEST_SAID) }));
    const json = JSON.stringify({ tool: TOOL, keeps, spec, environment, runs: said });
    return `<!-- ${json.replace(/[<>&]|-(?=-)/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)} -->`;
}
function cleanKept(body, redactor) {
    const header = readHeader(body);
    if (header === undefined)
        return redactor.clean(body);
    const clean = (text) => redactor.clean(text);
    const runs = header.runs.map((run) => ({ ...run, said: clean(run.said) }));
    const cleaned = { ...header, spec: clean(header.spec), environment: clean(header.environment), runs };
    return writeHeader(cleaned) + clean(body.slice(body.indexOf('-->') + 3));
}
function readHeader(body) {
    const json = /^<!-- (\{.*\}) -->/.exec(body)?.[1];
    if (json === undefined)
        return undefined;
    try {
        const parsed = parse/* safeParse */.xL(headerSchema, JSON.parse(json));
        return parsed.success ? parsed.data : undefined;
    }
    catch {
        return undefined;
    }
}
function rankOf(body, { keeps, spec, environment }) {
    const header = readHeader(body);
    if (header?.keeps !== keeps || header.spec !== spec)
        return 0;
    if (header.environment === environment)
        return 2;
    return header.environment === '' || environment === '' ? 1 : 0;
}
function runsAfter(previous, line) {
    const earlier = (previous?.runs ?? []).filter(({ run, command }) => run !== line.run || command !== line.command);
    return [line, ...earlier].slice(0, MOST_RUNS);
}
function historyOf(runs, runUrl) {
    const earlier = runs.slice(1);
    if (earlier.length === 0)
        return '';
    const rows = earlier.map(({ run, command, at, sha, said, failed }) => {
        const icon = failed ? '\u274c' : '\u2705';
        const time = at.replace('T', ' ').slice(0, 16);
        return `| ${icon} ${command} | ${(0,report_escape/* markdown */.wD)(said)} | ${sha.slice(0, 7)} | [${time}](${runUrl(run)}) |`;
    });
    const summary = `<summary>${earlier.length} earlier ${earlier.length === 1 ? 'run' : 'runs'}</summary>`;
    return [
        `<details>${summary}`,
        '',
        '| run | result | commit | when |',
        '| --- | --- | --- | --- |',
        ...rows,
        '',
        '</details>',
    ].join('\n');
}

// EXTERNAL MODULE: ./src/report/sections.ts
var sections = __webpack_require__(43844);
// EXTERNAL MODULE: ./src/report/tables.ts
var report_tables = __webpack_require__(46677);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(72691);
;// CONCATENATED MODULE: ./src/report/comment.ts





const MAX_CHARACTERS = 65_536;
function commentOf(report, provenance, previous, budget = MAX_CHARACTERS) {
    const { plan } = report;
    const before = previous === undefined ? undefined : readHeader(previous);
    const runs = runsAfter(before, runLine(report, provenance));
    const { spec, runUrl, run, sha, artifacts } = provenance;
    const environment = report.environment === '' ? (before?.environment ?? '') : report.environment;
    const where = plan === undefined ? (0,report_escape/* markdown */.wD)(environment) : `${(0,report_escape/* markdown */.wD)(plan.environment)} on ${(0,report_escape/* markdown */.wD)(plan.instance)}`;
    const unseen = (0,words/* depthSentence */.nC)(report);
    const head = [
        writeHeader({ keeps: 'comment', spec, environment, runs }),
        `### ${iconOf(report)} servicenow-mtls ${report.command}${where === '' ? '' : ` \u2014 ${where}`}`,
        `**${(0,report_escape/* markdown */.wD)((0,words/* verdict */.WJ)(report))}**`,
        ...(unseen === '' ? [] : [`> ${(0,report_escape/* markdown */.wD)(unseen)}`]),
    ];
    const facts = [
        `[run](${runUrl(run)})`,
        ...artifacts.map(({ name, url }) => `[${(0,report_escape/* markdown */.wD)(name)}](${url})`),
        ...(sha === '' ? [] : [`commit ${sha.slice(0, 7)}`]),
        ...(plan === undefined ? [] : [`plan \`${plan.digest}\``]),
    ];
    const tail = [historyOf(runs, runUrl), `<sub>${facts.join(' \u00b7 ')}</sub>`];
    const tables = [
        ...(plan === undefined ? [] : [(0,sections/* changesTable */.EI)(plan, report)]),
        (0,sections/* certificatesTable */.N7)(report, { fingerprints: false }),
        (0,sections/* problemsTable */.NT)(report.problems),
    ];
    const length = (text) => text.length;
    const fixed = [...head, ...tail].join('\n\n').length + 4;
    const body = (0,report_tables/* fitTables */.t)(tables, budget - fixed, length, `: see the [summary of the run](${runUrl(run)})`);
    return [...head, body, ...tail].filter((part) => part !== '').join('\n\n');
}
function iconOf(report) {
    if (report.failed)
        return '\u274c';
    return !report.writes && (report.plan?.changes.length ?? 0) > 0 ? '\u{1f4dd}' : '\u2705';
}
function runLine(report, { run, sha, at }) {
    return {
        run,
        command: report.command,
        at,
        sha: /^[0-9a-f]{0,64}$/.test(sha) ? sha : '',
        said: (0,words/* verdict */.WJ)(report),
        failed: report.failed,
    };
}

// EXTERNAL MODULE: ./src/plan/model.ts
var model = __webpack_require__(38582);
// EXTERNAL MODULE: ./src/plan/wiring.ts
var plan_wiring = __webpack_require__(40745);
;// CONCATENATED MODULE: ./src/report/issue.ts







function needsIssue(report) {
    const { plan } = report;
    if (plan === undefined)
        return undefined;
    const blocked = report.problems.some(({ severity }) => severity === 'error');
    if (plan.changes.length > 0 || blocked || report.certificates.some((certificate) => (0,sections/* isExpiring */.v$)(certificate, report)))
        return true;
    return plan.depth === 'full' ? false : undefined;
}
const titleOf = ({ environment, plan }) => (0,report_escape/* oneLine */.TN)(`servicenow-mtls: ${environment} on ${hostOf(plan?.instance ?? '')} needs attention`, 200);
const hostOf = (origin) => origin.replace(/^https?:\/\//, '');
function issueOf(report, provenance, previous, budget = MAX_CHARACTERS) {
    const { spec, run, runUrl, sha } = provenance;
    const { environment, plan } = report;
    const runs = runsAfter(previous === undefined ? undefined : readHeader(previous), runLine(report, provenance));
    const ending = report.certificates.filter((certificate) => (0,sections/* isExpiring */.v$)(certificate, report)).length;
    const ends = ending === 0 ? '' : `; ${ending} ${ending === 1 ? 'certificate has' : 'certificates have'} expired or will soon`;
    const head = [
        writeHeader({ keeps: 'issue', spec, environment, runs }),
        `\`verify\` of ${(0,report_escape/* markdown */.wD)(spec)} found: **${(0,report_escape/* markdown */.wD)((0,words/* verdict */.WJ)(report) + ends)}**`,
        'This issue is kept up to date by each run of `verify`, and closed by the first that finds everything in order.',
    ];
    const facts = [`[run](${runUrl(run)})`, ...(sha === '' ? [] : [`commit ${sha.slice(0, 7)}`])];
    const tail = [historyOf(runs, runUrl), `<sub>${facts.join(' \u00b7 ')}</sub>`];
    const tables = [endsTable(report), ...(plan === undefined ? [] : [(0,sections/* changesTable */.EI)(plan, report)]), (0,sections/* problemsTable */.NT)(report.problems)];
    const fixed = [...head, ...tail].join('\n\n').length + 4;
    const rest = `: see the [summary of the run](${runUrl(run)})`;
    const body = (0,report_tables/* fitTables */.t)(tables, budget - fixed, (text) => text.length, rest);
    return [...head, body, ...tail].filter((part) => part !== '').join('\n\n');
}
function endsTable(report) {
    const rows = (0,sections/* firstToEnd */.VW)(report.certificates).map((certificate) => [
        (0,report_escape/* markdown */.wD)(certificate.name),
        certificate.notAfter.slice(0, 10),
        (0,sections/* daysCell */.KN)(certificate, report),
        consequenceOf(certificate, report),
        usersCell(certificate, report),
    ]);
    const heads = ['certificate', 'expires', 'days left', 'what breaks then', 'used by'];
    return { title: 'Certificates', rowsAre: 'certificates', heads, rows };
}
function consequenceOf(certificate, report) {
    if (certificate.kind === 'trusted-certificate')
        return 'calls to partners whose certificates it has issued';
    const partners = new Set(messagesOf(certificate, report).map(({ partner }) => partner));
    partners.delete('');
    if (messagesOf(certificate, report).length === 0)
        return 'no message of the spec';
    if (partners.size === 0)
        return 'calls of the messages beside: the partner refuses the handshake';
    return `calls to ${[...partners].map((partner) => (0,report_escape/* markdown */.wD)(partner)).join(', ')}: the partner refuses the handshake`;
}
function usersCell(certificate, report) {
    if (certificate.kind === 'trusted-certificate')
        return 'the whole instance';
    return messagesOf(certificate, report)
        .map(({ name, profile }) => `${(0,report_escape/* markdown */.wD)(name)} (${(0,report_escape/* markdown */.wD)(profile ?? '')})`)
        .join('<br>');
}
const messagesOf = ({ name }, { wiring }) => wiring === undefined ? [] : (0,plan_wiring/* usersOf */.e)(wiring, name);
const settledOf = ({ runUrl, run }) => `everything is as the spec says again: [run](${runUrl(run)})`;

// EXTERNAL MODULE: ./src/output/pack.ts
var pack = __webpack_require__(15068);
// EXTERNAL MODULE: ./src/output/result-file.ts
var result_file = __webpack_require__(29023);
;// CONCATENATED MODULE: ./src/upload.ts




const LONGEST_MS = 60_000;
const SHORTEST_MS = 5_000;
async function upload(uploading) {
    const { sharing, run, environment, endsAt, during } = uploading;
    const wanted = wantedOf(uploading);
    const [first] = wanted;
    if (sharing.artifact === 'never' || first === undefined)
        return { artifacts: [], problems: [] };
    const severity = sharing.artifact === 'always' ? 'error' : 'warning';
    try {
        const { requireArtifactService, uploadArtifact } = await __webpack_require__.e(/* import() */ 721).then(__webpack_require__.bind(__webpack_require__, 49721));
        requireArtifactService(first, run, environment);
        const timeoutMs = Math.max(SHORTEST_MS, Math.min(LONGEST_MS, endsAt - Date.now()));
        const one = async ({ isPlan, ...upload }) => {
            try {
                const uploaded = await uploadArtifact({ ...upload, retentionDays: sharing.artifactRetentionDays }, run, timeoutMs);
                const unexpected = uploaded.replaced && run.attempt === 1;
                const problems = unexpected ? [(0,errors/* problemIn */.Dk)(replacedAnother(upload.name), 'warning')] : [];
                return { artifacts: [{ ...uploaded, isPlan }], problems };
            }
            catch (error) {
                return { artifacts: [], problems: [(0,errors/* problemIn */.Dk)(error, severity)] };
            }
        };
        const title = `upload of ${wanted.map(({ name }) => name).join(', ')}`;
        const done = await during(title, () => Promise.all(wanted.map(one)));
        return { artifacts: done.flatMap(({ artifacts }) => artifacts), problems: done.flatMap(({ problems }) => problems) };
    }
    catch (error) {
        return { artifacts: [], problems: [(0,errors/* problemIn */.Dk)(error, severity)] };
    }
}
function wantedOf({ finished, sharing }) {
    const { directory, files, result } = finished;
    const beside = [pack/* MANIFEST_FILE */.h1, pack/* PLAN_FILE */.VI, result_file/* RESULT_FILE */.F];
    const name = sharing.artifactName ?? `servicenow-mtls-${(0,report_escape/* fileName */.Md)(result.environment)}`;
    const packs = files.filter((path) => !beside.includes(path));
    const plan = result.command === 'plan' ? files.filter((path) => beside.includes(path)) : [];
    return [
        { name, directory, isPlan: false, paths: packs },
        { name: `${name}-plan`, directory, isPlan: true, paths: plan },
    ].filter(({ paths }) => paths.length > 0);
}
const replacedAnother = (name) => new errors/* CodedError */.AK('github.artifact', `artifact ${name}: another job or step of this run had uploaded one of this name, which is replaced`, {
    hint: 'give each job of a matrix its own `artifact-name`; where both are the same, as with `verify` after `apply`, set `artifact: never` in one of them',
});

// EXTERNAL MODULE: ./src/x509/format.ts
var format = __webpack_require__(87181);
;// CONCATENATED MODULE: ./src/deliver.ts













async function deliver(delivery) {
    const { redactor } = delivery;
    const shown = async () => {
        const files = await upload(delivery);
        const told = { ...delivery, report: (0,words/* withProblems */.rB)(delivery.report, redactor.cleanAll(files.problems)) };
        return { ...files, said: await speak(told, provenanceOf(delivery, files.artifacts)) };
    };
    const [files, recorded] = await Promise.all([shown(), recordDeployment(delivery)]);
    const problems = redactor.cleanAll([...files.problems, ...files.said, ...recorded.problems]);
    const packs = files.artifacts.find(({ isPlan }) => !isPlan);
    return {
        problems,
        outputs: {
            ...(packs !== undefined && { 'artifact-id': packs.id, 'artifact-url': packs.url }),
        },
        notes: [
            ...files.artifacts.map(({ name, url, isPlan }) => `${isPlan ? 'Plan' : 'Files for the partners'}: [${(0,report_escape/* markdown */.wD)(name)}](${url})`),
            ...recorded.notes.map(report_escape/* markdown */.wD),
        ],
    };
}
async function speak(delivery, provenance) {
    const { sharing, token, run, finished } = delivery;
    const proposed = run.event === 'pull_request' || run.event === 'pull_request_target';
    const issues = sharing.issue === 'auto' && finished.result.command === 'verify' && !proposed;
    const comments = sharing.comment !== 'never' && !permissions/* WITHOUT_COMMENT */.B.includes(finished.result.command);
    if ((!comments && !issues) || run.repository === '')
        return [];
    if (token.length === 0) {
        const missing = new errors/* CodedError */.AK('github.forbidden', 'the input github-token is empty: nothing is shown on pull request and issue');
        return sharing.comment === 'always' || issues ? [(0,errors/* problemIn */.Dk)(missing, 'warning')] : [];
    }
    if (sharing.comment !== 'always' && !issues && !(0,github_run.mayHavePullRequest)(run))
        return [];
    try {
        const { connectGitHub } = await Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(612)]).then(__webpack_require__.bind(__webpack_require__, 25231));
        const github = connectGitHub(token.text(), run, delivery);
        const steps = [...(comments ? [keepComment] : []), ...(issues ? [keepIssue] : [])];
        const said = await Promise.all(steps.map(async (step) => {
            try {
                return await step(delivery, provenance, github);
            }
            catch (error) {
                return [(0,errors/* problemIn */.Dk)(error, 'warning')];
            }
        }));
        return said.flat();
    }
    catch (error) {
        return [(0,errors/* problemIn */.Dk)(error, 'warning')];
    }
}
async function recordDeployment(delivery) {
    const { finished, sharing, token, spec, run, untrustedEvent } = delivery;
    const { content, plan, environment, outcomes } = finished.result;
    const standing = standingAfter(finished.result);
    const nothing = { notes: [], problems: [] };
    if (sharing.deployment === 'never' || content === undefined || content.environments.length < 2)
        return nothing;
    if (plan === undefined || standing === undefined || token.length === 0 || run.repository === '' || run.sha === '')
        return nothing;
    if (untrustedEvent !== undefined) {
        return { ...nothing, notes: [`not recorded for promotion: on the event ${untrustedEvent} others may have written the spec`] };
    }
    try {
        const [{ connectGitHub }, { record }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(351), __webpack_require__.e(612)]).then(__webpack_require__.bind(__webpack_require__, 25231)), __webpack_require__.e(/* import() */ 268).then(__webpack_require__.bind(__webpack_require__, 16887))]);
        const { sha, runId, runUrl } = run;
        const { digest, production } = content;
        const place = { spec: (0,github_run.specPath)(spec, run.workspace), environment, content: digest, instance: plan.instance, production };
        const anew = outcomes.some(({ is }) => is === 'done');
        const isNew = await record(connectGitHub(token.text(), run, delivery), { ...place, sha, run: runId, runUrl }, standing, anew);
        return isNew
            ? { ...nothing, notes: [`recorded for promotion: content ${digest} is ${WORDS[standing]} in ${environment}`] }
            : nothing;
    }
    catch (error) {
        return { ...nothing, problems: [(0,errors/* problemIn */.Dk)(error, 'warning')] };
    }
}
const WORDS = { applied: 'applied', verified: 'verified', left: 'no longer verified' };
function standingAfter(result) {
    const { command, plan, depth, outcomes } = result;
    if (plan === undefined || depth !== 'full')
        return undefined;
    const failed = (0,commands_result/* hasFailed */.WN)(result);
    const written = outcomes.some((outcome) => outcome.is === 'done' || outcome.begun) ? 'left' : undefined;
    switch (command) {
        case 'apply':
            return failed ? written : 'applied';
        case 'verify':
            return failed || !plan.changes.every(model/* isOnlyDue */.b) ? 'left' : 'verified';
        case 'rollback':
        case 'destroy':
            return written;
        case 'plan':
        case 'csr':
        case 'doctor':
        case 'export':
        case 'targets':
            return undefined;
    }
}
async function keepComment({ report, sharing, run, redactor }, provenance, github) {
    const [{ findPullRequest }, comments] = await Promise.all([__webpack_require__.e(/* import() */ 524).then(__webpack_require__.bind(__webpack_require__, 52524)), __webpack_require__.e(/* import() */ 318).then(__webpack_require__.bind(__webpack_require__, 47318))]);
    const pullRequest = await findPullRequest(github, run);
    if (pullRequest === undefined) {
        const message = `event ${run.event}: no pull request belongs to it`;
        return sharing.comment === 'always' ? [(0,errors/* problemIn */.Dk)(new errors/* CodedError */.AK('github.no-pull-request', message), 'warning')] : [];
    }
    const { environment } = report;
    await comments.keepComment(github, pullRequest, {
        rank: (body) => rankOf(body, { keeps: 'comment', spec: provenance.spec, environment }),
        write: (previous) => within(MAX_CHARACTERS, (budget) => cleanKept(commentOf(report, provenance, previous, budget), redactor)),
    });
    return [];
}
async function keepIssue(delivery, provenance, github) {
    const { finished, report, redactor } = delivery;
    const issues = await __webpack_require__.e(/* import() */ 432).then(__webpack_require__.bind(__webpack_require__, 43432));
    const { environment } = report;
    await issues.keepIssue(github, {
        rank: (body) => rankOf(body, { keeps: 'issue', spec: provenance.spec, environment }),
        title: titleOf(report),
        needed: needsIssue({ ...report, problems: finished.result.problems }),
        write: (previous) => within(MAX_CHARACTERS, (budget) => cleanKept(issueOf(report, provenance, previous, budget), redactor)),
        settled: settledOf(provenance),
    });
    return [];
}
function within(limit, write) {
    for (let budget = limit;; budget = Math.floor(budget / 2)) {
        const text = write(budget);
        if (text.length <= limit || budget === 0)
            return text.slice(0, limit);
    }
}
function provenanceOf({ spec, run, at, redactor }, artifacts) {
    const page = `${run.serverUrl}/${run.repository}/actions/runs`;
    return {
        run: run.runId,
        runUrl: (id) => (id === run.runId ? run.runUrl : `${page}/${id}`),
        sha: run.sha,
        at: (0,format/* formatTime */.fU)(at),
        ...redactor.cleanAll({ spec: (0,github_run.specPath)(spec, run.workspace), artifacts }),
    };
}


/***/ }),

/***/ 15435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ WITHOUT_COMMENT),
/* harmony export */   J: () => (/* binding */ PERMISSIONS)
/* harmony export */ });
const PERMISSIONS = {
    comment: 'pull-requests: write',
    issue: 'issues: write',
    deployment: 'deployments: write',
};
const WITHOUT_COMMENT = ['targets', 'doctor', 'export'];


/***/ }),

/***/ 31738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mayHavePullRequest: () => (/* binding */ mayHavePullRequest),
/* harmony export */   runFacts: () => (/* binding */ runFacts),
/* harmony export */   specPath: () => (/* binding */ specPath)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85015);


async function runFacts(environment) {
    const text = (name) => environment[name] ?? '';
    const payload = await (0,_event_js__WEBPACK_IMPORTED_MODULE_1__/* .readPayload */ .r)(environment.GITHUB_EVENT_PATH);
    const serverUrl = (text('GITHUB_SERVER_URL') || 'https://github.com').replace(/\/+$/, '');
    const repository = text('GITHUB_REPOSITORY');
    const runId = /^\d+$/.exec(text('GITHUB_RUN_ID'))?.[0] ?? '0';
    const attempt = Number(text('GITHUB_RUN_ATTEMPT')) || 1;
    const page = `${serverUrl}/${repository}/actions/runs/${runId}`;
    return {
        workspace: text('GITHUB_WORKSPACE'),
        repository,
        serverUrl,
        apiUrl: (text('GITHUB_API_URL') || 'https://api.github.com').replace(/\/+$/, ''),
        runId,
        attempt,
        runUrl: attempt > 1 ? `${page}/attempts/${attempt}` : page,
        event: text('GITHUB_EVENT_NAME'),
        sha: payload.pull_request?.head?.sha ?? payload.workflow_run?.head_sha ?? text('GITHUB_SHA'),
        branch: /^refs\/heads\/(.+)$/.exec(text('GITHUB_REF'))?.[1],
        pullRequest: numberIn(payload),
    };
}
function specPath(given, workspace) {
    const normal = (path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path.replaceAll('\\', '/'));
    const path = normal(given.trim() || 'servicenow-mtls.yml');
    const root = workspace === '' ? '' : normal(`${workspace}/`);
    return root !== '' && path.startsWith(root) ? path.slice(root.length) : path;
}
const mayHavePullRequest = ({ event, pullRequest }) => pullRequest !== undefined || event === 'push' || event === 'workflow_dispatch';
function numberIn({ pull_request, issue, workflow_run, repository }) {
    const commented = issue?.pull_request === undefined ? undefined : issue.number;
    const ours = workflow_run?.pull_requests?.find(({ base }) => isSame(base?.repo, repository));
    return pull_request?.number ?? commented ?? ours?.number;
}
function isSame(one, other) {
    const differ = (a, b) => a !== undefined && b !== undefined && a !== b;
    return !differ(one?.id, other?.id) && !differ(one?.url, other?.url);
}


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
