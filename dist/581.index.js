export const id = 581;
export const ids = [581];
export const modules = {

/***/ 95581:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runCli: () => (/* binding */ runCli)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _commands_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67521);
/* harmony import */ var _commands_result_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4493);
/* harmony import */ var _compose_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31950);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96172);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(83916);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(85015);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(55518);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(14031);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(65468);
/* harmony import */ var _report_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(65655);
/* harmony import */ var _spec_suggest_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(61381);
/* harmony import */ var _terminal_hints_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(66728);















const HELP = `servicenow-mtls: keystores, certificates and protocol profiles for mutual TLS on ServiceNow instances

  servicenow-mtls plan      show what apply would do
  servicenow-mtls apply     do it
  servicenow-mtls verify    look whether all is as the spec says, and how long it stays valid
  servicenow-mtls rollback  return keystores to their generation before
  servicenow-mtls destroy   take away what the spec has made; needs --confirm ENVIRONMENT
  servicenow-mtls csr       make the keys of certificates that people sign, and write the requests
  servicenow-mtls doctor [--json]
                            what the account may do and what is wrong on the instance; --for plan|apply; writes nothing
  servicenow-mtls targets   the environments of the spec, as JSON for a matrix
  servicenow-mtls export    write a spec of what the instance has, for --instance-url or an environment; needs no secret
  servicenow-mtls inspect FILE [--password-env NAME] [--key-password-env NAME] [--json]
                            what a keystore holds, and what ServiceNow and a partner would say of it
  servicenow-mtls emulator [--port N] [--data DIR] [--tls CERT KEY [--client-ca FILE]] [--assume NAME=VALUE]\u2026
                            the local instance on 127.0.0.1, user and password admin

Flags of these commands are the inputs of the action, as --spec FILE --environment NAME --username NAME;
each may stand in the environment instead, as SERVICENOW_MTLS_PASSWORD. Secrets of the spec are read from the
environment by their names.`;
async function runCli(args, environment) {
    const [command = 'help', ...rest] = args;
    if (['help', '--help', '-h'].includes(command)) {
        print(HELP);
        return 0;
    }
    if (rest.some((flag) => ['--help', '-h'].includes(flag)) && command !== 'emulator') {
        print(`${HELP}\n\n  ${_commands_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .ALL_INPUTS */ .Uz.filter((name) => name !== 'command')
            .map((name) => `--${name}`)
            .join(' ')}\n\ndocs/INPUTS.md says what each is.`);
        return 0;
    }
    if (command === 'emulator') {
        const { runEmulator } = await __webpack_require__.e(/* import() */ 650).then(__webpack_require__.bind(__webpack_require__, 20650));
        return runEmulator([...rest], print);
    }
    const redactor = new _redact_js__WEBPACK_IMPORTED_MODULE_9__/* .Redactor */ .pO();
    const json = command === 'doctor' && rest.includes('--json');
    try {
        requireCommand(command);
        const flags = json ? rest.filter((flag) => flag !== '--json') : rest;
        return await runCommand(inputsOf(command, flags, environment), environment, redactor, json);
    }
    catch (error) {
        const { code, message, hint } = (0,_terminal_hints_js__WEBPACK_IMPORTED_MODULE_11__/* .atTerminal */ .S)((0,_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .problemIn */ .Dk)(error, 'error'));
        if (json)
            print(JSON.stringify(redactor.cleanAll({ error: { code, message, hint } })));
        else
            printError(redactor.clean(`error ${code} ${message}\n  hint: ${hint}`));
        return 1;
    }
}
async function runCommand(given, environment, redactor, json) {
    const credentials = (0,_credentials_js__WEBPACK_IMPORTED_MODULE_6__/* .readCredentials */ .L1)(given, (0,_compose_js__WEBPACK_IMPORTED_MODULE_5__/* .registerWith */ .IX)(redactor, undefined));
    const token = new _redact_js__WEBPACK_IMPORTED_MODULE_9__/* .SecretValue */ .iJ(given('github-token')?.trim() ?? '', 'github-token');
    if (token.length > 0)
        redactor.add(token);
    const secretsWithheld = await (0,_github_event_js__WEBPACK_IMPORTED_MODULE_8__/* .whySecretsAreWithheld */ .Z)(environment);
    const { settings, problems } = (0,_commands_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInputs */ .TL)(given, secretsWithheld);
    const result = settings === undefined
        ? (0,_commands_result_js__WEBPACK_IMPORTED_MODULE_4__/* .failedResult */ .Nq)(problems, (0,_commands_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .commandIn */ .vt)(given))
        : await (0,_compose_js__WEBPACK_IMPORTED_MODULE_5__/* .execute */ .g7)(settings, {
            environment,
            workspace: process.cwd(),
            redactor,
            credentials,
            secrets: given('secrets') ?? '',
            githubToken: token,
            owner: await ownerHere(environment),
            untrustedEvent: (0,_compose_js__WEBPACK_IMPORTED_MODULE_5__/* .untrustedEventIn */ .yu)(environment),
            secretsWithheld,
            onOutcome: ({ change, is }) => print(redactor.clean((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_12__/* .logLine */ .BP)(`${is}: ${change.kind} ${change.item}`))),
        });
    const directory = settings?.outputDirectory ?? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)('servicenow-mtls-out', result.environment);
    const planFile = settings?.command === 'plan' ? settings.planFile : undefined;
    const told = { ...result, problems: result.problems.map(_terminal_hints_js__WEBPACK_IMPORTED_MODULE_11__/* .atTerminal */ .S) };
    const finished = await (0,_compose_js__WEBPACK_IMPORTED_MODULE_5__/* .finish */ .O9)(told, { directory, planFile }, redactor);
    if (json) {
        const { examined, problems: found } = redactor.cleanAll(finished.result);
        print(JSON.stringify({ ...examined, problems: found.map(_report_outputs_js__WEBPACK_IMPORTED_MODULE_13__/* .flat */ .C) }));
        return (0,_commands_result_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFailed */ .WN)(finished.result) ? 1 : 0;
    }
    for (const { title, lines } of (0,_report_text_js__WEBPACK_IMPORTED_MODULE_10__/* .textOf */ .b)(redactor.cleanAll((0,_commands_result_js__WEBPACK_IMPORTED_MODULE_4__/* .reportOf */ .ll)(finished.result)))) {
        print(redactor.clean(`${title}\n${lines.map((line) => `  ${line}\n`).join('')}`));
    }
    if (finished.outputs.targets !== undefined && finished.outputs.targets !== '')
        print(redactor.cleanJson(finished.outputs.targets, true));
    const { plan } = finished.result;
    if (plan !== undefined && plan.changes.length > 0)
        print(`digest of the plan, for --expected-plan: ${plan.digest}`);
    if (finished.directory !== '')
        print(redactor.clean(whereFilesAre(finished)));
    return (0,_commands_result_js__WEBPACK_IMPORTED_MODULE_4__/* .hasFailed */ .WN)(finished.result) ? 1 : 0;
}
function whereFilesAre({ directory, files: [first = ''], result }) {
    return result.exported === undefined ? `files are in ${directory}` : `the spec is ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, first)}`;
}
async function ownerHere(environment) {
    const repository = environment.GITHUB_REPOSITORY ?? '';
    if (repository !== '')
        return repository;
    try {
        const { stdout } = await (0,node_util__WEBPACK_IMPORTED_MODULE_2__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', ['remote', 'get-url', 'origin'], { timeout: 5000 });
        return /([^/:\s]+\/[^/:\s]+?)(?:\.git)?\s*$/.exec(stdout)?.[1] ?? 'local';
    }
    catch {
        return 'local';
    }
}
function requireCommand(command) {
    const known = [..._commands_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMANDS */ .Lo, 'inspect', 'emulator', 'help'];
    if (known.includes(command))
        return;
    const hint = (0,_spec_suggest_js__WEBPACK_IMPORTED_MODULE_14__/* .didYouMean */ .a)(command, known) ?? 'see `servicenow-mtls help`';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .CodedError */ .AK('input.invalid', `${(0,_report_escape_js__WEBPACK_IMPORTED_MODULE_12__/* .logLine */ .BP)(command)}: no command; there are ${known.join(', ')}`, { hint });
}
function inputsOf(command, args, environment) {
    const flags = new Map([['command', command]]);
    const rest = [...args];
    for (let flag = rest.shift(); flag !== undefined; flag = rest.shift()) {
        const [, name = '', value] = /^--([a-z-]+)(?:=([\s\S]*))?$/.exec(flag) ?? [];
        if (!_commands_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .ALL_INPUTS */ .Uz.includes(name) || name === 'command') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .CodedError */ .AK('input.invalid', `${flag}: not a flag of ${_commands_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMANDS */ .Lo.join(', ')}`, {
                hint: (0,_spec_suggest_js__WEBPACK_IMPORTED_MODULE_14__/* .didYouMean */ .a)(name, _commands_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .ALL_INPUTS */ .Uz) ?? 'see `servicenow-mtls help`',
            });
        }
        const next = value ?? (rest[0] !== undefined && !/^--[a-z]/.test(rest[0]) ? rest.shift() : undefined);
        if (next === undefined && !_commands_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .SWITCHES */ .Xj.includes(name))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_7__/* .CodedError */ .AK('input.invalid', `${flag}: needs a value`);
        flags.set(name, next ?? 'true');
    }
    return (name) => flags.get(name) ?? environment[`SERVICENOW_MTLS_${name.replaceAll('-', '_').toUpperCase()}`];
}
const print = (text) => {
    process.stdout.write(`${text}\n`);
};
const printError = (text) => {
    process.stderr.write(`${text}\n`);
};


/***/ }),

/***/ 66728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ atTerminal)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);

const HERE = {
    'input.invalid': 'correct the flag of that name, or the variable SERVICENOW_MTLS_\u2026 where it was given so',
    'spec.not-found': 'name the file with `--spec`; it is relative to the folder in which the command runs',
    'spec.environment': 'name one of the keys of `environments` with `--environment`',
    'value.secret-missing': 'set the environment variable of that name',
    'value.file': 'it has to be inside the folder in which the command runs; the path is relative to the spec',
    'instance.untrusted-host': 'check its spelling: instances of ServiceNow are at *.service-now.com; another host that is meant is named with `--instance-url` or `--allowed-hosts`',
    'issuer.untrusted-host': 'name the host with `--allowed-hosts`; that an instance is there is not enough',
    'issuer.identity': 'only a job of GitHub with `permissions: id-token: write` has one; give the issuer a `token`',
};
function atTerminal(problem) {
    const hint = HERE[problem.code];
    return hint === undefined || problem.hint !== _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ERRORS */ .Sr[problem.code].hint ? problem : { ...problem, hint };
}


/***/ })

};
