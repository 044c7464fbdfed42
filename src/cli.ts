import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ALL_INPUTS, commandIn, COMMANDS, parseInputs, SWITCHES } from './commands/inputs.ts'
import { failedResult, hasFailed, reportOf } from './commands/result.ts'
import { execute, finish, registerWith, untrustedEventIn, type Finished } from './compose.ts'
import { readCredentials } from './credentials.ts'
import { CodedError, problemIn } from './errors.ts'
import { whySecretsAreWithheld } from './github/event.ts'
import { Redactor, SecretValue } from './redact.ts'
import { logLine } from './report/escape.ts'
import { flat } from './report/outputs.ts'
import { textOf } from './report/text.ts'
import { didYouMean } from './spec/suggest.ts'
import { atTerminal } from './terminal-hints.ts'

type Environment = Readonly<Record<string, string | undefined>>

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
  servicenow-mtls emulator [--port N] [--data DIR] [--tls CERT KEY [--client-ca FILE]] [--assume NAME=VALUE]…
                            the local instance on 127.0.0.1, user and password admin

Flags of these commands are the inputs of the action, as --spec FILE --environment NAME --username NAME;
each may stand in the environment instead, as SERVICENOW_MTLS_PASSWORD. Secrets of the spec are read from the
environment by their names.`

/** A command of the terminal. @returns the exit code: 1 only on failure */
export async function runCli(args: readonly string[], environment: Environment): Promise<number> {
  const [command = 'help', ...rest] = args
  if (['help', '--help', '-h'].includes(command)) {
    print(HELP)
    return 0
  }
  if (rest.some((flag) => ['--help', '-h'].includes(flag)) && command !== 'emulator') {
    print(
      `${HELP}\n\n  ${ALL_INPUTS.filter((name) => name !== 'command')
        .map((name) => `--${name}`)
        .join(' ')}\n\ndocs/INPUTS.md says what each is.`,
    )
    return 0
  }
  if (command === 'emulator') {
    const { runEmulator } = await import('../emulator/cli.ts')
    return runEmulator([...rest], print)
  }
  const redactor = new Redactor()
  const json = command === 'doctor' && rest.includes('--json')
  try {
    requireCommand(command)
    const flags = json ? rest.filter((flag) => flag !== '--json') : rest
    return await runCommand(inputsOf(command, flags, environment), environment, redactor, json)
  } catch (error) {
    const { code, message, hint } = atTerminal(problemIn(error, 'error'))
    if (json) print(JSON.stringify(redactor.cleanAll({ error: { code, message, hint } })))
    else printError(redactor.clean(`error ${code} ${message}\n  hint: ${hint}`))
    return 1
  }
}

async function runCommand(
  given: (name: string) => string | undefined,
  environment: Environment,
  redactor: Redactor,
  json: boolean,
): Promise<number> {
  const credentials = readCredentials(given, registerWith(redactor, undefined))
  const token = new SecretValue(given('github-token')?.trim() ?? '', 'github-token')
  if (token.length > 0) redactor.add(token)
  const secretsWithheld = await whySecretsAreWithheld(environment)
  const { settings, problems } = parseInputs(given, secretsWithheld)
  const result =
    settings === undefined
      ? failedResult(problems, commandIn(given))
      : await execute(settings, {
          environment,
          workspace: process.cwd(),
          redactor,
          credentials,
          secrets: given('secrets') ?? '',
          githubToken: token,
          owner: await ownerHere(environment),
          untrustedEvent: untrustedEventIn(environment),
          secretsWithheld,
          onOutcome: ({ change, is }) => print(redactor.clean(logLine(`${is}: ${change.kind} ${change.item}`))),
        })
  const directory = settings?.outputDirectory ?? join('servicenow-mtls-out', result.environment)
  const planFile = settings?.command === 'plan' ? settings.planFile : undefined
  const told = { ...result, problems: result.problems.map(atTerminal) }
  const finished = await finish(told, { directory, planFile }, redactor)
  if (json) {
    const { examined, problems: found } = redactor.cleanAll(finished.result)
    print(JSON.stringify({ ...examined, problems: found.map(flat) }))
    return hasFailed(finished.result) ? 1 : 0
  }
  for (const { title, lines } of textOf(redactor.cleanAll(reportOf(finished.result)))) {
    print(redactor.clean(`${title}\n${lines.map((line) => `  ${line}\n`).join('')}`))
  }
  if (finished.outputs.targets !== undefined && finished.outputs.targets !== '')
    print(redactor.cleanJson(finished.outputs.targets, true))
  const { plan } = finished.result
  if (plan !== undefined && plan.changes.length > 0) print(`digest of the plan, for --expected-plan: ${plan.digest}`)
  if (finished.directory !== '') print(redactor.clean(whereFilesAre(finished)))
  return hasFailed(finished.result) ? 1 : 0
}

/** The spec that `export` wrote is the first of its files; it names the others. */
function whereFilesAre({ directory, files: [first = ''], result }: Finished): string {
  return result.exported === undefined ? `files are in ${directory}` : `the spec is ${join(directory, first)}`
}

/** The repository as GitHub names it: from the workflow, else from git's remote, else `local` (contract 4.6). */
async function ownerHere(environment: Environment): Promise<string> {
  const repository = environment.GITHUB_REPOSITORY ?? ''
  if (repository !== '') return repository
  try {
    const { stdout } = await promisify(execFile)('git', ['remote', 'get-url', 'origin'], { timeout: 5000 })
    return /([^/:\s]+\/[^/:\s]+?)(?:\.git)?\s*$/.exec(stdout)?.[1] ?? 'local'
  } catch {
    return 'local'
  }
}

/** @throws input.invalid before anything else is looked at, or written */
function requireCommand(command: string): void {
  const known = [...COMMANDS, 'inspect', 'emulator', 'help']
  if (known.includes(command)) return
  const hint = didYouMean(command, known) ?? 'see `servicenow-mtls help`'
  throw new CodedError('input.invalid', `${logLine(command)}: no command; there are ${known.join(', ')}`, { hint })
}

/** Flags by name, then the environment. @throws input.invalid for a command or flag that is not known */
function inputsOf(command: string, args: readonly string[], environment: Environment): (name: string) => string | undefined {
  const flags = new Map([['command', command]])
  const rest = [...args]
  for (let flag = rest.shift(); flag !== undefined; flag = rest.shift()) {
    const [, name = '', value] = /^--([a-z-]+)(?:=([\s\S]*))?$/.exec(flag) ?? []
    if (!ALL_INPUTS.includes(name) || name === 'command') {
      throw new CodedError('input.invalid', `${flag}: not a flag of ${COMMANDS.join(', ')}`, {
        hint: didYouMean(name, ALL_INPUTS) ?? 'see `servicenow-mtls help`',
      })
    }
    const next = value ?? (rest[0] !== undefined && !/^--[a-z]/.test(rest[0]) ? rest.shift() : undefined)
    if (next === undefined && !SWITCHES.includes(name)) throw new CodedError('input.invalid', `${flag}: needs a value`)
    flags.set(name, next ?? 'true')
  }
  return (name) => flags.get(name) ?? environment[`SERVICENOW_MTLS_${name.replaceAll('-', '_').toUpperCase()}`]
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const printError = (text: string): void => {
  process.stderr.write(`${text}\n`)
}
