export const id = 77;
export const ids = [77];
export const modules = {

/***/ 63077:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/commands/inputs.ts
var inputs = __webpack_require__(67521);
// EXTERNAL MODULE: ./src/commands/result.ts
var commands_result = __webpack_require__(4493);
// EXTERNAL MODULE: ./src/compose.ts + 27 modules
var compose = __webpack_require__(31950);
// EXTERNAL MODULE: ./src/credentials.ts + 3 modules
var src_credentials = __webpack_require__(96172);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/github/event.ts
var github_event = __webpack_require__(85015);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/command.js
var command = __webpack_require__(89635);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/file-command.js
var file_command = __webpack_require__(82902);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(14031);
;// CONCATENATED MODULE: ./src/github/runner.ts




function createRunner(environment, redactor) {
    const workspace = (environment.GITHUB_WORKSPACE ?? '').replaceAll('\\', '/').replace(/\/$/, '');
    const pathInRepository = (path) => {
        const file = path.replaceAll('\\', '/');
        const inside = workspace !== '' && file.toLowerCase().startsWith(`${workspace.toLowerCase()}/`);
        return inside ? file.slice(workspace.length + 1) : file.replace(/^(?:\.\/+)+/, '');
    };
    const masked = new Set();
    let summarised;
    const line = (text) => {
        process.stdout.write(`${redactor.clean((0,report_escape/* logLine */.BP)(text))}\n`);
    };
    return {
        input: (name) => environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '',
        mask: (texts) => {
            for (const text of texts) {
                if (!masked.has(text))
                    (0,command/* issueCommand */.L)('add-mask', {}, text);
                masked.add(text);
            }
        },
        line,
        debug: (text) => {
            if (environment.RUNNER_DEBUG === '1')
                (0,command/* issueCommand */.L)('debug', {}, redactor.clean((0,report_escape/* logLine */.BP)(text)));
        },
        during: async (title, work) => {
            (0,command/* issueCommand */.L)('group', {}, redactor.clean(title));
            try {
                return await work();
            }
            finally {
                (0,command/* issueCommand */.L)('endgroup', {}, '');
            }
        },
        group: ({ title, lines }) => {
            (0,command/* issueCommand */.L)('group', {}, redactor.clean(title));
            for (const text of lines)
                line(text);
            (0,command/* issueCommand */.L)('endgroup', {}, '');
        },
        annotate: ({ severity, code, item, message, hint, at }) => {
            const place = at === undefined ? {} : { file: pathInRepository(at.file), line: at.line, col: at.column };
            const text = (0,report_escape/* oneLine */.TN)(`${item === '' ? '' : `${item}: `}${message}; hint: ${hint}`);
            (0,command/* issueCommand */.L)(severity, { title: code, ...place }, redactor.clean(text));
        },
        output: (name, value) => {
            const isJson = /^[[{]/.test(value);
            const text = isJson ? redactor.cleanJson(value, true) : Object.values(redactor.cleanAll({ [name]: value })).join('');
            if ((environment.GITHUB_OUTPUT ?? '') !== '')
                (0,file_command/* issueFileCommand */.n)('OUTPUT', (0,file_command/* prepareKeyValueMessage */.v)(name, text));
            else
                (0,command/* issueCommand */.L)('set-output', { name }, text);
        },
        summary: (text) => {
            const file = environment.GITHUB_STEP_SUMMARY ?? '';
            if (file === '')
                return;
            const found = (0,external_node_fs_.readFileSync)(file);
            const at = summarised === undefined ? -1 : found.lastIndexOf(summarised);
            const [before, after] = at < 0 ? [found, ''] : [found.subarray(0, at), found.subarray(at + (summarised?.length ?? 0))];
            summarised = Buffer.from(`${redactor.clean(text)}\n`, 'utf8');
            (0,external_node_fs_.writeFileSync)(file, Buffer.concat([before, summarised, Buffer.from(after)]));
        },
    };
}

// EXTERNAL MODULE: ./src/redact.ts + 1 modules
var redact = __webpack_require__(55518);
// EXTERNAL MODULE: ./src/report/outputs.ts
var report_outputs = __webpack_require__(65468);
// EXTERNAL MODULE: ./src/report/sections.ts
var sections = __webpack_require__(43844);
;// CONCATENATED MODULE: ./src/report/diagrams.ts


const MOST_KEYSTORES = 24;
const MOST_PROFILES = 60;
const MOST_MESSAGES = 60;
const MOST_ISSUERS = 10;
const MOST_EDGES = 499;
const MOST_CHARACTERS = 49_000;
const MOST_LABEL = 200;
const MOST_MONTHS = 16;
const MOST_IN_A_MONTH = 8;
function trustDiagram(report) {
    const { wiring } = report;
    if (wiring === undefined || report.certificates.length === 0)
        return '';
    for (let share = 1;; share /= 2) {
        const { text, edges } = drawn(report, wiring, share);
        if (text.length <= MOST_CHARACTERS && edges <= MOST_EDGES)
            return text;
    }
}
function drawn(report, wiring, share) {
    const chart = new Chart();
    const left = [];
    const some = (all, most, what) => {
        const shown = all.slice(0, Math.floor(most * share));
        if (shown.length < all.length)
            left.push(`${all.length - shown.length} ${what}`);
        return shown;
    };
    const ofKind = (wanted) => report.certificates.filter(({ kind }) => kind === wanted);
    const keystores = some(ofKind('keystore'), MOST_KEYSTORES, 'keystores');
    for (const keystore of keystores) {
        const node = chart.node('k', keystore.name, `["${(0,report_escape/* mermaid */.a4)(keystore.name)}<br>${daysLabel(keystore)}"]`);
        if ((0,sections/* isExpiring */.v$)(keystore, report))
            chart.warn(node);
        const issuers = report.keystores.find(({ name }) => name === keystore.name)?.issuers.slice(0, MOST_ISSUERS) ?? [];
        let below = node;
        for (const issuer of issuers) {
            const above = chart.node('i', issuer, `(["${(0,report_escape/* mermaid */.a4)(commonNameOf(issuer))}"])`);
            chart.edge(above, below);
            below = above;
        }
    }
    const ofKeystores = wiring.profiles.filter(({ keystore }) => keystores.some(({ name }) => name === keystore));
    const profiles = some(ofKeystores, MOST_PROFILES, 'profiles');
    for (const { name, keystore } of profiles) {
        chart.edge(chart.node('k', keystore, ''), chart.node('p', name, `{{"${(0,report_escape/* mermaid */.a4)(`${name}://`)}"}}`));
    }
    const messages = wiring.messages.filter(({ profile }) => profiles.some(({ name }) => name === profile));
    for (const { item, name, profile, partner } of some(messages, MOST_MESSAGES, 'messages')) {
        const node = chart.node('m', item, `["${(0,report_escape/* mermaid */.a4)(name)}"]`);
        chart.edge(chart.node('p', profile ?? '', ''), node);
        if (partner !== '')
            chart.edge(node, chart.node('h', partner, `[["${(0,report_escape/* mermaid */.a4)(partner)}"]]`));
    }
    const trusted = some(ofKind('trusted-certificate'), MOST_KEYSTORES, 'trusted certificates');
    if (left.length > 0)
        chart.node('left', '', `["${(0,report_escape/* mermaid */.a4)(`not shown: ${left.join(', ')}`, MOST_LABEL)}"]`);
    const text = chart.text(trusted.map((certificate) => {
        const label = `(["${(0,report_escape/* mermaid */.a4)(certificate.name)}<br>${daysLabel(certificate)}"])`;
        return { key: certificate.name, label, warn: (0,sections/* isExpiring */.v$)(certificate, report) };
    }));
    return { text, edges: chart.edges };
}
function expiryTimeline(report) {
    const months = Map.groupBy((0,sections/* firstToEnd */.VW)(report.certificates), ({ notAfter }) => notAfter.slice(0, 7));
    if (months.size === 0)
        return '';
    const lines = [...months].slice(0, MOST_MONTHS).map(([month, certificates]) => {
        const shown = certificates.slice(0, MOST_IN_A_MONTH).map(({ name }) => (0,report_escape/* mermaid */.a4)(name));
        const more = certificates.length > MOST_IN_A_MONTH ? [`and ${certificates.length - MOST_IN_A_MONTH} more`] : [];
        return `  ${month} : ${[...shown, ...more].join(' : ')}`;
    });
    const later = months.size > MOST_MONTHS ? [`  later : ${months.size - MOST_MONTHS} more months`] : [];
    return ['timeline', ...lines, ...later].join('\n');
}
function daysLabel({ daysRemaining }) {
    return daysRemaining < 0 ? 'expired' : `${daysRemaining} days left`;
}
function commonNameOf(name) {
    const found = /(?:^|,)CN=((?:\\.|[^,\\])*)/.exec(name)?.[1];
    return found === undefined || found === '' ? name : found.replaceAll(/\\(.)/g, '$1');
}
class Chart {
    #names = new Map();
    #nodes = [];
    #edges = new Set();
    #warned = [];
    node(kind, key, label) {
        const known = this.#names.get(`${kind} ${key}`);
        if (known !== undefined)
            return known;
        const name = `${kind}${this.#names.size}`;
        this.#names.set(`${kind} ${key}`, name);
        this.#nodes.push(`  ${name}${label}`);
        return name;
    }
    get edges() {
        return this.#edges.size;
    }
    edge(from, to) {
        this.#edges.add(`  ${from} --> ${to}`);
    }
    warn(node) {
        this.#warned.push(node);
    }
    text(trusted) {
        const inside = trusted.map(({ label, warn }, index) => {
            if (warn)
                this.warn(`t${index}`);
            return `    t${index}${label}`;
        });
        const group = inside.length === 0 ? [] : ['  subgraph trusted ["trusted by the instance"]', ...inside, '  end'];
        const marks = this.#warned.length === 0
            ? []
            : ['  classDef ending stroke:#d1242f,stroke-width:3px', `  class ${this.#warned.join(',')} ending`];
        return ['flowchart LR', ...this.#nodes, ...this.#edges, ...group, ...marks].join('\n');
    }
}

// EXTERNAL MODULE: ./src/report/tables.ts
var report_tables = __webpack_require__(46677);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(72691);
;// CONCATENATED MODULE: ./src/report/summary.ts





const MAX_BYTES = 1024 * 1024 - 16 * 1024;
const bytesOf = (text) => Buffer.byteLength(text);
function summaryOf(report, notes = []) {
    const { plan } = report;
    const icon = report.failed ? '\u274c' : '\u2705';
    const where = plan === undefined && report.examined === undefined ? '' : ` \u2014 ${(0,report_escape/* markdown */.wD)((0,words/* whereOf */.de)(report))}`;
    const told = [(0,words/* depthSentence */.nC)(report), (0,words/* changeSentence */.y6)(report)].filter((sentence) => sentence !== '');
    const head = [
        `## ${icon} servicenow-mtls ${report.command}${where}`,
        `**${(0,report_escape/* markdown */.wD)((0,words/* verdict */.WJ)(report))}**`,
        ...told.map((sentence) => `> ${(0,report_escape/* markdown */.wD)(sentence)}`),
    ];
    const tail = [
        picture('Who trusts whom', trustDiagram(report)),
        picture('When certificates expire', expiryTimeline(report)),
        notes.map((note) => `- ${note}`).join('\n'),
        ...(plan === undefined ? [] : [`<sub>plan ${plan.digest}</sub>`]),
    ];
    const tables = [
        ...(plan === undefined ? [] : [(0,sections/* changesTable */.EI)(plan, report)]),
        (0,sections/* targetsTable */.Br)(report),
        (0,sections/* certificatesTable */.N7)(report, { fingerprints: true }),
        (0,sections/* problemsTable */.NT)(report.problems),
        (0,sections/* examinedTable */.sP)(report),
    ];
    const fixed = bytesOf([...head, ...tail].join('\n\n'));
    const body = (0,report_tables/* fitTables */.t)(tables, MAX_BYTES - fixed, bytesOf, ': the log has all of them');
    return [...head, body, ...tail]
        .filter((part) => part !== '')
        .join('\n\n')
        .concat('\n');
}
const picture = (title, diagram) => diagram === '' ? '' : `### ${title}\n\n\`\`\`mermaid\n${diagram}\n\`\`\``;

// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(65655);
;// CONCATENATED MODULE: ./src/action.ts













const PROGRESS_EVERY = 100;
async function runAction(given) {
    const environment = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    const redactor = new redact/* Redactor */.pO();
    const runner = createRunner(environment, redactor);
    const onSecret = (secret) => runner.mask((0,redact/* masksOf */.JF)(secret));
    const register = (0,compose/* registerWith */.IX)(redactor, onSecret);
    (0,src_credentials/* registerEnvironment */.fL)(environment, register);
    const credentials = (0,src_credentials/* readCredentials */.L1)(runner.input, register);
    const token = new redact/* SecretValue */.iJ(runner.input('github-token').trim(), 'github-token');
    register(token);
    const workspace = environment.GITHUB_WORKSPACE ?? process.cwd();
    const secretsWithheld = await (0,github_event/* whySecretsAreWithheld */.Z)(environment);
    const { settings, sharing, problems } = (0,inputs/* parseInputs */.TL)(runner.input, secretsWithheld);
    const endsAt = Date.now() + (settings?.timeoutMs ?? 0);
    const result = settings === undefined
        ? (0,commands_result/* failedResult */.Nq)(problems, (0,inputs/* commandIn */.vt)(runner.input), (0,inputs/* environmentIn */.XD)(runner.input))
        : await (0,compose/* execute */.g7)(settings, {
            environment,
            workspace,
            redactor,
            credentials,
            secrets: runner.input('secrets'),
            githubToken: token,
            onSecret,
            owner: environment.GITHUB_REPOSITORY ?? 'local',
            untrustedEvent: (0,compose/* untrustedEventIn */.yu)(environment),
            secretsWithheld,
            onOutcome: ({ change, is }) => runner.line(`${is}: ${change.kind} ${change.item}`),
            onAnswer: ({ method, path, status, count }) => {
                runner.debug(`${method} ${path} ${status}`);
                if (count % PROGRESS_EVERY === 0)
                    runner.line(`${count} requests answered`);
            },
        });
    const finished = await (0,compose/* finish */.O9)(result, placesOf(settings, result, workspace, environment), redactor);
    const report = { ...redactor.cleanAll((0,commands_result/* reportOf */.ll)(finished.result)), secretsWithheld };
    const { unwritten, write } = guarded(runner);
    show(report, finished, runner, write);
    const { deliver, runFacts } = await Promise.all(/* import() */[__webpack_require__.e(59), __webpack_require__.e(907)]).then(__webpack_require__.bind(__webpack_require__, 23907));
    const run = await runFacts(environment);
    const spec = runner.input('spec');
    const delivered = await deliver({
        finished,
        report: (0,words/* withProblems */.rB)(report, unwritten()),
        sharing,
        token,
        spec,
        run,
        environment,
        redactor,
        at: new Date(),
        endsAt,
        untrustedEvent: settings?.allowUntrustedSpec === true ? undefined : (0,compose/* untrustedEventIn */.yu)(environment),
        during: runner.during,
    });
    for (const problem of delivered.problems)
        runner.annotate(problem);
    const late = [...unwritten(), ...delivered.problems.filter(isSurprise)];
    const changed = late.length === 0 ? {} : (0,report_outputs/* problemOutputs */.m)([...finished.result.problems, ...late]);
    const outputs = { ...finished.outputs, ...delivered.outputs, ...changed };
    for (const [name, value] of Object.entries({ ...delivered.outputs, ...changed }))
        write(() => runner.output(name, value));
    if (late.length > 0 && finished.outputs['result-file'] !== '') {
        await (0,compose/* leaveResult */.By)(finished.result, finished.directory, outputs, redactor).catch((error) => {
            write(() => {
                throw error;
            });
        });
    }
    const told = (0,words/* withProblems */.rB)(report, [...unwritten(), ...delivered.problems]);
    write(() => runner.summary(summaryOf(told, delivered.notes)), 'warning');
    return (0,words/* withProblems */.rB)(told, unwritten()).failed ? 1 : 0;
}
function placesOf(settings, result, workspace, environment) {
    const standard = (0,external_node_path_.join)(environment.RUNNER_TEMP ?? workspace, 'servicenow-mtls', result.environment);
    const planFile = settings?.command === 'plan' ? settings.planFile : undefined;
    return {
        directory: settings?.outputDirectory === undefined ? standard : (0,external_node_path_.resolve)(workspace, settings.outputDirectory),
        planFile: planFile === undefined ? undefined : (0,external_node_path_.resolve)(workspace, planFile),
    };
}
function show(report, finished, runner, write) {
    for (const section of (0,report_text/* textOf */.b)(report))
        runner.group(section);
    const order = ['error', 'warning', 'notice'];
    const sorted = report.problems.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
    for (const problem of sorted)
        runner.annotate(problem);
    for (const [name, value] of Object.entries(finished.outputs))
        write(() => runner.output(name, value));
    write(() => runner.summary(summaryOf(report)), 'warning');
}
const isSurprise = ({ code, severity }) => code !== 'github.no-artifact-service' || severity === 'error';
function guarded(runner) {
    const found = [];
    return {
        unwritten: () => found,
        write: (work, severity = 'error') => {
            try {
                work();
            }
            catch (error) {
                if (found.some((one) => one.severity === severity))
                    return;
                const isOfFile = error instanceof Error && 'syscall' in error;
                const message = `the runner's files cannot be written: ${(0,errors/* toCoded */.rA)(error).message}`;
                const problem = isOfFile
                    ? (0,errors/* problemOf */.Zw)({ code: 'output.unwritable', severity, message, hint: 'check the disk of the runner' }, '')
                    : (0,errors/* problemOf */.Zw)((0,errors/* toCoded */.rA)(error).toFinding(severity), '');
                found.push(problem);
                runner.annotate(problem);
            }
        },
    };
}


/***/ }),

/***/ 43844:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ targetsTable),
/* harmony export */   EI: () => (/* binding */ changesTable),
/* harmony export */   KN: () => (/* binding */ daysCell),
/* harmony export */   N7: () => (/* binding */ certificatesTable),
/* harmony export */   NT: () => (/* binding */ problemsTable),
/* harmony export */   VW: () => (/* binding */ firstToEnd),
/* harmony export */   sP: () => (/* binding */ examinedTable),
/* harmony export */   v$: () => (/* binding */ isExpiring)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14031);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72691);


function changesTable(plan, report) {
    const carriedOut = report.outcomes.size > 0;
    const rows = plan.changes.map((change) => [
        `\`${_words_js__WEBPACK_IMPORTED_MODULE_0__/* .SIGN */ .AJ[change.kind]}\` ${change.kind}`,
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(change.item),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)((0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonOf */ .A3)(change)),
        details(change, report),
        ...(carriedOut ? [outcomeCell(change, report)] : []),
    ]);
    const blocked = plan.blocked.map((one) => {
        const why = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .blockedBecause */ .hs)(one, report);
        const cell = 'see' in why ? `${why.see} below` : `waits for ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(why.waitsFor)}`;
        return ['`!` blocked', (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(one.item), cell, '', ...(carriedOut ? [''] : [])];
    });
    const heads = ['change', 'item', 'why', 'what', ...(carriedOut ? ['outcome'] : [])];
    return { title: 'Changes', rowsAre: 'changes', heads, rows: [...rows, ...blocked] };
}
function details(change, report) {
    const columns = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .PL)(change, report).map(({ column, text }) => `${code(column)}: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(text)}`);
    const content = change.contentHash === null ? [] : [`content SHA-256 \`${change.contentHash.slice(0, 16)}\u2026\``];
    return [...columns, ...content, ...change.notes.map((note) => `_${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(note)}_`)].join('<br>');
}
const code = (column) => (/^[a-z0-9_]+$/.test(column) ? `\`${column}\`` : (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(column));
function outcomeCell(change, report) {
    const outcome = report.outcomes.get(change.item);
    if (outcome === undefined)
        return '';
    const said = (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)((0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .endOf */ .pJ)(outcome));
    return outcome.is === 'done' ? said : said.replace(outcome.is, `**${outcome.is}**`);
}
const firstToEnd = (certificates) => [...certificates].sort((a, b) => (a.notAfter < b.notAfter ? -1 : a.notAfter > b.notAfter ? 1 : 0));
function fingerprintLines(fingerprint) {
    const half = Math.ceil(fingerprint.length / 2);
    return [fingerprint.slice(0, half), fingerprint.slice(half)].map((part) => `\`${part}\``).join('<br>');
}
function targetsTable({ targets = [] }) {
    const rows = targets.map((target) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(target.environment),
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(target.instance),
        target.protected ? 'protected' : '',
    ]);
    return { title: 'Environments', rowsAre: 'environments', heads: ['environment', 'instance', ''], rows };
}
function examinedTable(report) {
    const rows = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .examinedOf */ .p4)(report).map(([what, found]) => [(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(what), (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(found)]);
    return { title: 'Examined', rowsAre: 'tables and settings', heads: ['what', 'found'], rows };
}
function certificatesTable(report, { fingerprints }) {
    const rows = firstToEnd(report.certificates).map((certificate) => [
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(certificate.name),
        certificate.kind,
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(certificate.subject),
        ...(fingerprints ? [`<sub>${fingerprintLines(certificate.fingerprint256)}</sub>`] : []),
        certificate.notAfter.slice(0, 10),
        daysCell(certificate, report),
    ]);
    const heads = ['name', 'kind', 'subject', ...(fingerprints ? ['SHA-256 fingerprint'] : []), 'expires', 'days left'];
    return { title: 'Certificates', rowsAre: 'certificates', heads, rows };
}
function daysCell(certificate, report) {
    if (certificate.daysRemaining < 0)
        return '\u{1f534} **expired**';
    return isExpiring(certificate, report) ? `\u{1f7e0} **${certificate.daysRemaining}**` : String(certificate.daysRemaining);
}
function isExpiring({ kind, name, daysRemaining }, report) {
    const item = `${kind === 'keystore' ? 'keystores' : 'trusted-certificates'}.${name}`;
    const codes = ['certificate.expiring', 'certificate.expired'];
    return daysRemaining < 0 || report.problems.some((problem) => problem.item === item && codes.includes(problem.code));
}
function problemsTable(problems) {
    const rows = problems.map(({ severity, code: name, item, message, hint, at }) => [
        severity,
        `\`${name}\``,
        (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(at === undefined ? item : `${item} ${at.file}:${at.line}`.trim()),
        `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(message)}<br>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(`hint: ${hint}`)}`,
    ]);
    return { title: 'Problems', rowsAre: 'problems', heads: ['severity', 'code', 'where', 'what and what to do'], rows };
}


/***/ }),

/***/ 46677:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ fitTables)
/* harmony export */ });
const CUT_LINE = 400;
const line = (cells) => `| ${cells.join(' | ')} |`;
function fitTables(tables, budget, measure, rest) {
    const filled = tables.filter(({ rows }) => rows.length > 0);
    const heads = filled.map(({ title, heads: cells }) => [`### ${title}`, '', line(cells), line(cells.map(() => '---'))].join('\n'));
    const rows = filled.map((table) => table.rows.map(line));
    const fixed = heads.map((head) => measure(head) + CUT_LINE);
    const wanted = rows.map((lines, index) => (fixed[index] ?? 0) + lines.reduce((sum, text) => sum + measure(text) + 1, 0));
    const granted = shares(wanted, budget);
    return filled
        .map(({ rowsAre }, index) => {
        const lines = rows[index] ?? [];
        const shown = prefix(lines, (granted[index] ?? 0) - (fixed[index] ?? 0), measure);
        const left = lines.length - shown.length;
        const cut = left === 0 ? [] : ['', `\u2026 and ${left} more ${rowsAre}, which do not fit here${rest}`];
        return [heads[index] ?? '', ...shown, ...cut].join('\n');
    })
        .join('\n\n');
}
function shares(wanted, budget) {
    const granted = [];
    const modestFirst = wanted.map((want, index) => ({ want, index })).sort((a, b) => a.want - b.want);
    let left = budget;
    for (const [done, { want, index }] of modestFirst.entries()) {
        const share = Math.min(want, Math.floor(left / (modestFirst.length - done)));
        granted[index] = share;
        left -= share;
    }
    return granted;
}
function prefix(lines, room, measure) {
    let used = 0;
    const end = lines.findIndex((text) => {
        used += measure(text) + 1;
        return used > room;
    });
    return end === -1 ? lines : lines.slice(0, end);
}


/***/ }),

/***/ 89635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ issueCommand)
/* harmony export */ });
/* unused harmony export issue */
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4679);


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_0__.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map

/***/ }),

/***/ 82902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ issueFileCommand),
/* harmony export */   v: () => (/* binding */ prepareKeyValueMessage)
/* harmony export */ });
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76982);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79896);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4679);
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs__WEBPACK_IMPORTED_MODULE_1__.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync(filePath, `${(0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(message)}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID()}`;
    const convertedValue = (0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${convertedValue}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map

/***/ }),

/***/ 4679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ toCommandValue),
/* harmony export */   k: () => (/* binding */ toCommandProperties)
/* harmony export */ });
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map

/***/ })

};
