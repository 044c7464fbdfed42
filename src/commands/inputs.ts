import { CodedError, problemOf, type ErrorCode, type Problem } from '../errors.ts'
import { normaliseInstance } from '../instance-origin.ts'
import { parseDuration } from '../spec/duration.ts'
import { personName } from '../spec/names.ts'
import { didYouMean } from '../spec/suggest.ts'
import { noSignIn, signInWay, type SignInWay } from './sign-in-inputs.ts'

export const COMMANDS = ['plan', 'apply', 'verify', 'rollback', 'destroy', 'csr', 'targets', 'doctor', 'export'] as const
export type Command = (typeof COMMANDS)[number]
/** Those that carry their plan out. */
export const isWriting = (command: Command): boolean => ['apply', 'rollback', 'destroy', 'csr'].includes(command)

/** Whether a run of the command leaves a result file: those that hold an instance against the spec. */
export const leavesResult = (command: Command): boolean => isWriting(command) || command === 'plan' || command === 'verify'

/** The inputs of `action.yml`, which are the flags of the terminal too, with their defaults. */
export const INPUT_DEFAULTS = {
  command: 'plan',
  spec: 'servicenow-mtls.yml',
  environment: '',
  'instance-url': '',
  'allowed-hosts': '',
  username: '',
  password: '',
  'client-id': '',
  'client-secret': '',
  'private-key': '',
  'key-id': '',
  subject: '',
  'api-key': '',
  token: '',
  'client-certificate': '',
  'client-certificate-key': '',
  'client-certificate-passphrase': '',
  secrets: '',
  offline: 'false',
  'allow-untrusted-spec': 'false',
  confirm: '',
  for: 'apply',
  'plan-file': '',
  'expected-plan': '',
  only: '',
  rotate: '',
  'rotate-purge': '',
  'promote-from': '',
  'change-request': '',
  notify: '',
  'fail-on-changes': 'false',
  'expiry-warning': '30d',
  'fail-on-expiry': 'false',
  'output-directory': '',
  'max-parallel': '4',
  timeout: '10m',
  'ca-certificates': '',
  comment: 'auto',
  'github-token': '',
  artifact: 'auto',
  'artifact-name': '',
  'artifact-retention-days': '',
  issue: 'never',
  deployment: 'auto',
} as const

export type InputName = keyof typeof INPUT_DEFAULTS

/** The inputs as the commands take them. What is secret is not here: the composer turns it into secret values. */
export interface Settings {
  readonly command: Command
  readonly spec: string
  /** Undefined where the spec is to tell. */
  readonly environment: string | undefined
  /** Normalised to an origin. */
  readonly instanceUrl: string | undefined
  readonly allowedHosts: readonly string[]
  /** Undefined where nothing is given to sign in with, which is an error unless no instance is asked. */
  readonly signIn: SignInWay | undefined
  /** No instance is asked: by the input, or as there is nothing to sign in with and secrets are withheld. */
  readonly offline: boolean
  readonly allowUntrustedSpec: boolean
  readonly confirm: string
  /** What `doctor` examines the account for. */
  readonly purpose: 'plan' | 'apply'
  readonly planFile: string | undefined
  /** `sha256:…` of the reviewed plan. */
  readonly expectedPlan: string | undefined
  /** Names of items, with or without their section; empty for all. */
  readonly only: readonly string[]
  /** Names of keystores to renew now, or to take over now; `all`. */
  readonly rotate: readonly string[]
  /** The same, and no old generation is kept. */
  readonly rotatePurge: readonly string[]
  /** The environment in which the same content must have been applied and verified. */
  readonly promoteFrom: string | undefined
  /** Number of the change request under which is written. */
  readonly changeRequest: string | undefined
  /** Who is told of an expiry where the spec does not say. */
  readonly notify: readonly string[]
  readonly failOnChanges: boolean
  readonly expiryWarningMs: number
  readonly failOnExpiry: boolean
  /** Undefined for the default of the place it runs at. */
  readonly outputDirectory: string | undefined
  readonly maxParallel: number
  readonly timeoutMs: number
  readonly caCertificates: string | undefined
}

/** When something is shown on GitHub: where it can be, or not to be missed, or never. */
export type Showing = 'auto' | 'always' | 'never'

/** What is shown on GitHub beside log, outputs and summary; known even where another input is wrong. */
export interface Sharing {
  readonly comment: Showing
  readonly artifact: Showing
  /** Undefined for `servicenow-mtls-<environment>`. */
  readonly artifactName: string | undefined
  /** Undefined for what the repository says. */
  readonly artifactRetentionDays: number | undefined
  readonly issue: 'auto' | 'never'
  /** Whether it is recorded what was applied and verified. */
  readonly deployment: 'auto' | 'never'
}

/** Names of all inputs that a workflow or a terminal may use. */
export const ALL_INPUTS: readonly string[] = Object.keys(INPUT_DEFAULTS)

/** Inputs that are yes or no: a flag of the terminal may stand alone. */
export const SWITCHES: readonly string[] = Object.entries(INPUT_DEFAULTS).flatMap(([name, value]) =>
  value === 'false' ? [name] : [],
)

type Given = (name: string) => string | undefined

/** The command that was asked for, for reports of inputs that are wrong; the default where it is none. */
export const commandIn = (given: Given): Command => COMMANDS.find((known) => known === given('command')?.trim()) ?? 'plan'

/** The environment that was asked for, for the same reports; empty where none is, or what is no name of one. */
export function environmentIn(given: Given): string {
  try {
    return parseEnvironment(given('environment')?.trim() ?? '') ?? ''
  } catch {
    return ''
  }
}

export interface Inputs {
  /** Undefined where anything is wrong. */
  readonly settings?: Settings
  readonly sharing: Sharing
  readonly problems: readonly Problem[]
}

/**
 * Reads all inputs and says everything that is wrong with them at once.
 * @param given the text of an input, undefined or empty where it was not given.
 * @param secretsWithheld why secrets may be missing, undefined where they may not.
 */
export function parseInputs(given: Given, secretsWithheld?: string): Inputs {
  const problems: Problem[] = []
  const reject = (code: ErrorCode, message: string, hint?: string): void => {
    problems.push(problemOf({ code, severity: 'error', message, ...(hint !== undefined && { hint }) }, ''))
  }
  const text = (name: InputName): string => given(name)?.trim() ?? ''
  const orDefault = (name: InputName): string => text(name) || INPUT_DEFAULTS[name]
  const read = <T>(name: InputName, parse: (value: string) => T, fallback: T): T => {
    try {
      return parse(orDefault(name))
    } catch (error) {
      if (!(error instanceof CodedError)) throw error
      reject('input.invalid', `input ${name}: ${error.message}`, error.hint)
      return fallback
    }
  }
  const command = read('command', parseCommand, 'plan')
  // Only the spec is looked at: what is given to sign in with is for other steps.
  const signIn = command === 'targets' ? {} : readSignIn(given)
  const readsOnly = !isWriting(command)
  const offline = read('offline', parseBoolean, false)
  if (offline && !readsOnly) reject('input.invalid', `input offline: true: ${command} needs an instance`)
  const settings: Settings = {
    command,
    offline: offline || (readsOnly && signIn.way === undefined && secretsWithheld !== undefined),
    spec: orDefault('spec'),
    environment: read('environment', parseEnvironment, undefined),
    instanceUrl: read('instance-url', (value) => (value === '' ? undefined : normaliseInstance(value)), undefined),
    allowedHosts: text('allowed-hosts')
      .split(/[\s,]+/)
      .filter((host) => host !== ''),
    signIn: signIn.way,
    allowUntrustedSpec: read('allow-untrusted-spec', parseBoolean, false),
    confirm: text('confirm'),
    purpose: read('for', parsePurpose, 'apply'),
    planFile: text('plan-file') || undefined,
    expectedPlan: read('expected-plan', parseDigest, undefined),
    only: listOf(text('only')),
    rotate: listOf(text('rotate')),
    rotatePurge: listOf(text('rotate-purge')),
    changeRequest: read('change-request', parseChangeRequest, undefined),
    notify: read('notify', parsePeople, []),
    promoteFrom: read('promote-from', parseEnvironment, undefined),
    failOnChanges: read('fail-on-changes', parseBoolean, false),
    expiryWarningMs: read('expiry-warning', parseDuration, 0),
    failOnExpiry: read('fail-on-expiry', parseBoolean, false),
    outputDirectory: text('output-directory') || undefined,
    maxParallel: read('max-parallel', (value) => parseCount(value, 1, 64), 1),
    timeoutMs: read('timeout', parseTimeout, 0),
    caCertificates: text('ca-certificates') || undefined,
  }
  const sharing: Sharing = {
    comment: read('comment', parseOneOf(['auto', 'always', 'never']), 'auto'),
    artifact: read('artifact', parseOneOf(['auto', 'always', 'never']), 'auto'),
    artifactName: read('artifact-name', parseArtifactName, undefined),
    artifactRetentionDays: read(
      'artifact-retention-days',
      (value) => (value === '' ? undefined : parseCount(value, 1, LONGEST_RETENTION)),
      undefined,
    ),
    issue: read('issue', parseOneOf(['auto', 'never']), 'never'),
    deployment: read('deployment', parseOneOf(['auto', 'never']), 'auto'),
  }
  if (signIn.problem !== undefined && !settings.offline) {
    reject(signIn.problem.code, signIn.problem.message, signIn.problem.hint)
  }
  return problems.length === 0 ? { settings, sharing, problems } : { sharing, problems }
}

/** Days; GitHub keeps no artifact longer. */
const LONGEST_RETENTION = 400

const parseOneOf =
  <T extends string>(allowed: readonly T[]) =>
  (value: string): T => {
    const found = allowed.find((one) => one === value)
    if (found !== undefined) return found
    throw new CodedError('input.invalid', `${value}: not one of ${allowed.join(', ')}`)
  }

function parseArtifactName(value: string): string | undefined {
  if (value === '') return undefined
  if (!/[":<>|*?\\/\u0000-\u001f]/.test(value) && value.length <= 200) return value
  throw new CodedError('input.invalid', `${value}: an artifact's name has at most 200 characters, and none of " : < > | * ? \\ /`)
}

/** The way of signing in, or what is wrong with the inputs of it. */
function readSignIn(given: Given): { readonly way?: SignInWay; readonly problem?: CodedError } {
  try {
    const way = signInWay(given)
    return way === undefined ? { problem: noSignIn() } : { way }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    return { problem: error }
  }
}

/** Names, one per line or comma. */
const listOf = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

function parseCommand(value: string): Command {
  const command = COMMANDS.find((known) => known === value)
  if (command !== undefined) return command
  const hint = didYouMean(value, COMMANDS)
  throw new CodedError('input.invalid', `${value}: not one of ${COMMANDS.join(', ')}`, { ...(hint !== undefined && { hint }) })
}

function parseEnvironment(value: string): string | undefined {
  if (value === '') return undefined
  if (/^[A-Za-z0-9_-]{1,32}$/.test(value)) return value
  throw new CodedError('input.invalid', `${value}: an environment's name is 1 to 32 letters, digits, _ and -`)
}

function parsePurpose(value: string): 'plan' | 'apply' {
  if (value === 'plan' || value === 'apply') return value
  throw new CodedError('input.invalid', `${value}: not one of plan, apply`)
}

function parseChangeRequest(value: string): string | undefined {
  if (value === '') return undefined
  if (/^[A-Za-z]{2,10}\d{1,20}$/.test(value)) return value.toUpperCase()
  throw new CodedError('input.invalid', `${value}: not the number of a change request, as CHG0030001`)
}

function parsePeople(value: string): readonly string[] {
  const names = listOf(value)
  for (const name of names) {
    const reason = personName(name)
    if (reason !== undefined) throw new CodedError('input.invalid', `${name}: ${reason}`)
  }
  return names
}

function parseDigest(value: string): string | undefined {
  if (value === '') return undefined
  if (/^sha256:[0-9a-f]{64}$/.test(value)) return value
  throw new CodedError('input.invalid', `${value}: not a digest as the output plan-digest has it`)
}

/** As `core.getBooleanInput` reads it: the YAML 1.2 core schema. */
function parseBoolean(value: string): boolean {
  if (['true', 'True', 'TRUE'].includes(value)) return true
  if (['false', 'False', 'FALSE'].includes(value)) return false
  throw new CodedError('input.invalid', `${value}: not true or false`)
}

function parseTimeout(value: string): number {
  const ms = parseDuration(value)
  if (ms > 0) return ms
  throw new CodedError('input.invalid', `${value}: a run needs some time`)
}

function parseCount(value: string, least: number, most: number): number {
  const count = /^\d{1,6}$/.test(value) ? Number(value) : NaN
  if (count >= least && count <= most) return count
  throw new CodedError('input.invalid', `${value}: not a whole number from ${least} to ${most}`)
}
