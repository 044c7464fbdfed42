export const id = 64;
export const ids = [64];
export const modules = {

/***/ 4064:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/commands/inputs.ts
var inputs = __webpack_require__(7521);
// EXTERNAL MODULE: ./src/commands/result.ts + 1 modules
var commands_result = __webpack_require__(3406);
// EXTERNAL MODULE: ./src/compose.ts + 66 modules
var compose = __webpack_require__(4462);
// EXTERNAL MODULE: ./src/credentials.ts + 3 modules
var src_credentials = __webpack_require__(6172);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/github/event.ts
var github_event = __webpack_require__(5015);
// EXTERNAL MODULE: external "os"
var external_os_ = __webpack_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
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
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


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
    process.stdout.write(cmd.toString() + external_os_.EOL);
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
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __webpack_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __webpack_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(4031);
;// CONCATENATED MODULE: ./src/github/runner.ts
/*
 * The two files of the toolkit that are needed here, by their path: its main file loads an HTTP client for OIDC, which would
 * be most of the time until the first request.
 */



function createRunner(environment, redactor) {
    const line = (text) => {
        process.stdout.write(`${redactor.clean((0,report_escape/* logLine */.BP)(text))}\n`);
    };
    return {
        input: (name) => environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '',
        mask: (texts) => {
            for (const text of texts)
                issueCommand('add-mask', {}, text);
        },
        line,
        group: ({ title, lines }) => {
            issueCommand('group', {}, redactor.clean(title));
            for (const text of lines)
                line(text);
            issueCommand('endgroup', {}, '');
        },
        annotate: ({ severity, code, item, message, hint, at }) => {
            const place = at === undefined ? {} : { file: at.file, line: at.line, col: at.column };
            const text = (0,report_escape/* oneLine */.TN)(`${item === '' ? '' : `${item}: `}${message}; hint: ${hint}`);
            issueCommand(severity, { title: code, ...place }, redactor.clean(text));
        },
        output: (name, value) => {
            const text = redactor.clean(value);
            if ((environment.GITHUB_OUTPUT ?? '') !== '')
                issueFileCommand('OUTPUT', prepareKeyValueMessage(name, text));
            else
                issueCommand('set-output', { name }, text);
        },
        summary: (text) => {
            if ((environment.GITHUB_STEP_SUMMARY ?? '') !== '')
                issueFileCommand('STEP_SUMMARY', redactor.clean(text));
        },
    };
}

// EXTERNAL MODULE: ./src/redact.ts
var redact = __webpack_require__(6670);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(2691);
;// CONCATENATED MODULE: ./src/report/summary.ts


/** A job summary may have 1 MiB; rows beyond this are counted instead of shown. */
const MAX_ROWS = 400;
/** The report as a job summary in GitHub's Markdown; every text from outside is escaped. */
function summaryOf(report) {
    const { plan } = report;
    const icon = report.failed ? '\u274c' : '\u2705';
    const where = plan === undefined ? '' : ` \u2014 ${(0,report_escape/* markdown */.wD)(plan.environment)} on ${(0,report_escape/* markdown */.wD)(plan.instance)}`;
    return [
        `## ${icon} servicenow-mtls ${report.command}${where}`,
        `**${(0,report_escape/* markdown */.wD)((0,words/* verdict */.WJ)(report))}**`,
        (0,report_escape/* markdown */.wD)((0,words/* depthSentence */.nC)(report)),
        ...(plan === undefined ? [] : [changesTable(plan, report)]),
        certificatesTable(report.certificates),
        problemsTable(report.problems),
        ...(plan === undefined ? [] : [`<sub>plan ${plan.digest}</sub>`]),
    ]
        .filter((part) => part !== '')
        .join('\n\n')
        .concat('\n');
}
function table(title, heads, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const more = rows.length > MAX_ROWS ? [``, `\u2026 and ${rows.length - MAX_ROWS} more`] : [];
    const shown = rows.slice(0, MAX_ROWS).map(line);
    return [`### ${title}`, '', line(heads), line(heads.map(() => '---')), ...shown, ...more].join('\n');
}
function changesTable(plan, report) {
    const rows = plan.changes.map((change) => [
        `\`${words/* SIGN */.AJ[change.kind]}\` ${change.kind}`,
        (0,report_escape/* markdown */.wD)(change.item),
        (0,report_escape/* markdown */.wD)((0,words/* reasonOf */.A3)(change)),
        details(change),
        ...(report.outcomes.size === 0 ? [] : [outcomeCell(change, report)]),
    ]);
    const blocked = plan.blocked.map(({ item, because }) => [
        '`!` blocked',
        (0,report_escape/* markdown */.wD)(item),
        item === because ? 'see its problems below' : `waits for ${(0,report_escape/* markdown */.wD)(because)}`,
        '',
        ...(report.outcomes.size === 0 ? [] : ['']),
    ]);
    const heads = ['change', 'item', 'why', 'what', ...(report.outcomes.size === 0 ? [] : ['outcome'])];
    return table('Changes', heads, [...rows, ...blocked]);
}
function details(change) {
    const columns = (0,words/* columnsOf */.PL)(change).map(({ column, text }) => `${code(column)}: ${(0,report_escape/* markdown */.wD)(text)}`);
    const content = change.contentHash === null ? [] : [`content SHA-256 \`${change.contentHash.slice(0, 16)}\u2026\``];
    return [...columns, ...content, ...change.notes.map((note) => `_${(0,report_escape/* markdown */.wD)(note)}_`)].join('<br>');
}
/** A column's name as code, where it is one. */
const code = (column) => (/^[a-z0-9_]+$/.test(column) ? `\`${column}\`` : (0,report_escape/* markdown */.wD)(column));
function outcomeCell(change, report) {
    const outcome = report.outcomes.get(change.item);
    if (outcome === undefined)
        return '';
    return outcome.is === 'done' ? 'done' : `**${outcome.is}**: ${(0,report_escape/* markdown */.wD)(outcome.because)}`;
}
function certificatesTable(certificates) {
    const rows = certificates.map(({ name, kind, subject, fingerprint256, notAfter, daysRemaining }) => [
        (0,report_escape/* markdown */.wD)(name),
        kind,
        (0,report_escape/* markdown */.wD)(subject),
        `<sub>\`${fingerprint256}\`</sub>`,
        notAfter.slice(0, 10),
        daysRemaining < 0 ? `**expired**` : String(daysRemaining),
    ]);
    return table('Certificates', ['name', 'kind', 'subject', 'SHA-256 fingerprint', 'expires', 'days left'], rows);
}
function problemsTable(problems) {
    const rows = problems.map(({ severity, code, item, message, hint, at }) => [
        severity,
        `\`${code}\``,
        (0,report_escape/* markdown */.wD)(at === undefined ? item : `${item} ${at.file}:${at.line}`.trim()),
        `${(0,report_escape/* markdown */.wD)(message)}<br>${(0,report_escape/* markdown */.wD)(`hint: ${hint}`)}`,
    ]);
    return table('Problems', ['severity', 'code', 'where', 'what and what to do'], rows);
}

// EXTERNAL MODULE: ./src/report/text.ts
var report_text = __webpack_require__(5655);
;// CONCATENATED MODULE: ./src/action.ts











/** One step of a job. @returns the exit code: 1 only on failure */
async function runAction(given) {
    // An empty variable is one that is not set.
    const environment = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
    const redactor = new redact/* Redactor */.pO();
    const runner = createRunner(environment, redactor);
    const onSecret = (secret) => runner.mask((0,redact/* masksOf */.JF)(secret));
    const credentials = (0,src_credentials/* readCredentials */.L)(runner.input, (0,compose/* registerWith */.IX)(redactor, onSecret));
    const workspace = environment.GITHUB_WORKSPACE ?? process.cwd();
    const secretsWithheld = await (0,github_event/* whySecretsAreWithheld */.Z)(environment);
    const { settings, problems } = (0,inputs/* parseInputs */.TL)(runner.input, secretsWithheld);
    const result = settings === undefined
        ? (0,commands_result/* failedResult */.Nq)(problems)
        : await (0,compose/* execute */.g7)(settings, {
            environment,
            workspace,
            redactor,
            credentials,
            secrets: runner.input('secrets'),
            onSecret,
            owner: environment.GITHUB_REPOSITORY ?? 'local',
            untrustedEvent: (0,compose/* untrustedEventIn */.yu)(environment),
            secretsWithheld,
            onOutcome: ({ change, is }) => runner.line(`${is}: ${change.kind} ${change.item}`),
        });
    return show(result, runner, placesOf(settings, result, workspace, environment), redactor);
}
function placesOf(settings, result, workspace, environment) {
    const standard = (0,external_node_path_.join)(environment.RUNNER_TEMP ?? workspace, 'servicenow-mtls', result.environment);
    const planFile = settings?.command === 'plan' ? settings.planFile : undefined;
    return {
        directory: settings?.outputDirectory === undefined ? standard : (0,external_node_path_.resolve)(workspace, settings.outputDirectory),
        planFile: planFile === undefined ? undefined : (0,external_node_path_.resolve)(workspace, planFile),
    };
}
/** Files, outputs, log, annotations and summary: on failure too, as far as they go. */
async function show(result, runner, places, redactor) {
    const finished = await (0,compose/* finish */.O9)(result, places, redactor);
    const report = redactor.cleanAll((0,commands_result/* reportOf */.ll)(finished.result));
    for (const section of (0,report_text/* textOf */.b)(report))
        runner.group(section);
    for (const problem of report.problems)
        runner.annotate(problem);
    let failed = (0,commands_result/* hasFailed */.WN)(finished.result);
    const writes = Object.entries(finished.outputs).map(([name, value]) => () => runner.output(name, value));
    for (const write of [...writes, () => runner.summary(summaryOf(report))]) {
        try {
            write();
        }
        catch (error) {
            runner.line(`the runner's file cannot be written: ${(0,errors/* toCoded */.rA)(error).message}`);
            failed = true;
        }
    }
    return failed ? 1 : 0;
}


/***/ })

};
