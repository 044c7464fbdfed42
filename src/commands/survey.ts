import { problemOf, toCoded, type Location, type Problem } from '../errors.ts'
import { normaliseInstance } from '../instance-origin.ts'
import { findMethods } from '../observe/questions.ts'
import { observe } from '../observe/observe.ts'
import { identityOf, type Identity } from '../plan/mark.ts'
import { offlineProblems, type Levels } from '../plan/findings.ts'
import type { CertificateFacts, CertificateSummary, Depth, Plan } from '../plan/model.ts'
import type { Expectation, Observed, OpenedContent } from '../plan/observed.ts'
import type { PlanInput } from '../plan/input.ts'
import { namesIn, type KnownNames } from '../plan/known-names.ts'
import type { InstanceFacts, InstancePort } from '../plan/ports.ts'
import { dismantled } from '../plan/dismantled.ts'
import { wiringOf, type Wiring } from '../plan/wiring.ts'
import { parseSpec, specFor } from '../spec/load.ts'
import type { SpecDocument } from '../spec/load.ts'
import type { Spec } from '../spec/model.ts'
import { notifying } from '../spec/notify.ts'
import type { PublicKeystore, Wanted } from '../wanted/wanted.ts'
import { DAY } from '../x509/format.ts'
import { digestOfContent } from './content.ts'
import { isWriting, type Settings } from './inputs.ts'
import type { Ports } from './ports.ts'
import type { Content } from './result.ts'

/** What wanting and looking have shown; `plan` is missing where either could not be finished. */
export interface Survey {
  readonly environment: string
  readonly spec?: Spec
  /** Undefined where the spec could not even be read. */
  readonly depth: Depth | undefined
  readonly problems: readonly Problem[]
  readonly certificates: readonly CertificateSummary[]
  readonly wanted?: Wanted
  readonly wiring?: Wiring
  readonly names?: KnownNames
  readonly plan?: Plan
  readonly instance?: InstancePort
  /** What is told of messages once their methods are looked at, where nothing of the plan rests on these; never throws. */
  readonly remarks?: () => Promise<readonly Problem[]>
  readonly content?: Content
}

/**
 * Reads the spec, builds what it wants while the instance tells what it has, and computes the one plan of both. What is not
 * needed to ask the instance is loaded while it answers.
 * @param compute the plan; without it that of `plan` and `apply`
 */
export async function survey(settings: Settings, ports: Ports, compute?: (input: PlanInput) => Plan): Promise<Survey> {
  const read = await readSpec(settings, ports)
  if (read.spec === undefined) {
    return { environment: settings.environment ?? '', depth: undefined, problems: read.problems, certificates: [] }
  }
  const destroys = settings.command === 'destroy'
  const spec = notifying(destroys ? dismantled(read.spec) : read.spec, settings.notify)
  const environment = spec.environment.name
  const checking = { now: ports.now(), expiryWarningDays: settings.expiryWarningMs / DAY }
  const want = async (): Promise<Wanted> => {
    const { buildWanted } = await import('../wanted/wanted.ts')
    return buildWanted(spec, ports.values, checking, whyTolerant(settings, ports))
  }
  const levels: Levels = {
    expired: settings.command === 'verify' ? 'error' : 'warning',
    expiring: settings.command === 'verify' && settings.failOnExpiry ? 'error' : 'warning',
  }
  if (settings.offline) {
    const wanted = await want()
    const { summariesOf } = await import('../plan/summaries.ts')
    const problems = [...read.problems, ...wanted.problems, ...offlineProblems(wanted, levels)]
    return {
      environment,
      depth: 'offline',
      problems,
      certificates: summariesOf(wanted, ports.now(), committed(wanted)),
      wanted,
      wiring: wiringOf(spec, undefined),
    }
  }
  let wanting: Promise<Wanted> | undefined
  try {
    const instance = ports.connect(settings.instanceUrl ?? normaliseInstance(spec.environment.instance))
    const identify = (facts: InstanceFacts): Identity =>
      identityOf(spec.owner ?? ports.owner, environment, facts.origin, facts.name)
    const expectations = async (): Promise<readonly Expectation[]> => (await (wanting ??= want())).expectations
    const ask = settings.command === 'rollback' ? 'everything' : 'what may step aside'
    const existing = async (content: Buffer): Promise<OpenedContent> =>
      (await import('../wanted/existing.ts')).lookedInto(checking)(content)
    const methods = methodsFor(settings, spec)
    const looking = { expectations, identify, ask, methods: methods === 'first', purged: settings.rotatePurge, existing } as const
    const observed = await observe(instance, spec, looking)
    const wanted = await (wanting ??= want())
    const [{ computePlan }, content] = await Promise.all([import('../plan/plan.ts'), read.content()])
    const plan = (compute ?? computePlan)({
      spec,
      ...wanted,
      problems: [...read.problems, ...wanted.problems],
      observed,
      identity: identify(observed.facts),
      now: ports.now(),
      confirm: settings.confirm,
      rotation: { rotate: settings.rotate, purge: settings.rotatePurge, runId: ports.runId },
      removal: destroys ? 'destroy' : 'absent',
      writes: isWriting(settings.command),
      only: settings.command === 'verify' ? [] : settings.only,
      ...levels,
    })
    const { problems, certificates, depth } = plan
    const opened = { ...wanted, publicKeystores: packsOf(wanted, plan) }
    return {
      environment,
      spec,
      depth,
      problems,
      certificates,
      wanted: opened,
      wiring: wiringOf(spec, observed),
      names: namesIn(plan.changes, observed),
      plan,
      instance,
      ...(methods === 'beside' && { remarks: () => remarksOn(spec, instance, observed, plan) }),
      content,
    }
  } catch (error) {
    const failed = problemOf(toCoded(error).toFinding(), '', placeOfInstance(error, spec, settings))
    const wanted = await (wanting ??= want())
    const { summariesOf } = await import('../plan/summaries.ts')
    const certificates = summariesOf(wanted, ports.now(), committed(wanted))
    const problems = [...read.problems, ...wanted.problems, failed]
    return { environment, depth: undefined, problems, certificates, wanted, wiring: wiringOf(spec, undefined) }
  }
}

/**
 * When methods of messages are asked for: before anything where endpoints are rewritten or brought back; beside the writes where they
 * only show whether a method says something else than its message; not at all where messages are not spoken of.
 */
function methodsFor({ command }: Settings, { messages, absent }: Spec): 'first' | 'beside' | 'never' {
  if (command === 'rollback' || command === 'csr') return 'never'
  const restsOnThem = absent.length > 0 || messages.some(({ rewriteEndpoint }) => rewriteEndpoint)
  return command === 'apply' && !restsOnThem ? 'beside' : 'first'
}

async function remarksOn(spec: Spec, instance: InstancePort, observed: Observed, { blocked }: Plan): Promise<readonly Problem[]> {
  try {
    const { remarksOnMethods } = await import('../plan/places.ts')
    const items = new Set(blocked.map(({ item }) => item))
    return remarksOnMethods(spec, { ...observed, methods: await findMethods(instance, spec) }).filter(
      ({ item }) => !items.has(item),
    )
  } catch (error) {
    return [problemOf(toCoded(error).toFinding(), '')]
  }
}

/** Where the spec names the instance, of what is wrong with its address. */
function placeOfInstance(error: unknown, { environment }: Spec, { instanceUrl }: Settings): Location | undefined {
  const { code } = toCoded(error)
  const isOfAddress = code === 'instance.untrusted-host' || code === 'instance.unreachable'
  return isOfAddress && instanceUrl === undefined ? environment.at : undefined
}

/** The certificates that people have signed, where their keys are not known. */
const committed = ({ requested }: Wanted): { name: string; leaf: CertificateFacts }[] =>
  [...requested.values()].flatMap(({ name, certificate }) =>
    certificate === undefined ? [] : [{ name, leaf: certificate.leaf }],
  )

/**
 * What is given to the partners, known once the instance was looked at: the certificate that comes next, else the one in use. One that
 * was withdrawn is never given.
 */
function packsOf({ publicKeystores, openedChains }: Wanted, { certificates, problems }: Plan): PublicKeystore[] {
  const chains = new Map([
    ...openedChains,
    ...publicKeystores.map(({ chain }) => [chain[0]?.fingerprint256 ?? '', chain] as const),
  ])
  const rows = certificates.filter(({ kind }) => kind === 'keystore')
  const known = rows.flatMap(({ name, fingerprint256, next }): PublicKeystore[] => {
    const chain = chains.get(next?.fingerprint256 ?? fingerprint256)
    return chain === undefined ? [] : [{ name, chain }]
  })
  // It is not known what is in use until then.
  const waits = (name: string): boolean =>
    problems.some(({ code, item }) => code === 'keystore.waits' && item === `keystores.${name}`)
  const waiting = publicKeystores.filter(({ name }) => waits(name) && !rows.some((row) => row.name === name))
  return [...known, ...waiting]
}

/** Why missing secrets are no error here, as a sentence, or undefined where they are one (contract 4.11). */
function whyTolerant(settings: Settings, ports: Ports): string | undefined {
  if (isWriting(settings.command)) return undefined
  return ports.secretsWithheld ?? (settings.offline ? 'what needs it is not looked at, as the input offline says' : undefined)
}

/** The spec with every environment applied. Never throws. */
export async function readDocumentOf(file: string, ports: Ports): Promise<{ document?: SpecDocument; problems: Problem[] }> {
  try {
    return parseSpec(await ports.readSpec(), file)
  } catch (error) {
    return { problems: [problemOf(toCoded(error).toFinding(), '')] }
  }
}

/** What was read of a spec; its content is looked at when it is wanted, as its files are read for it. */
type Read = { readonly problems: Problem[] } & (
  { readonly spec?: undefined } | { readonly spec: Spec; readonly content: () => Promise<Content> }
)

export async function readSpec(settings: Settings, ports: Ports): Promise<Read> {
  const { document, problems } = await readDocumentOf(settings.spec, ports)
  if (document === undefined) return { problems }
  const { spec, problems: unknown } = specFor(document, settings.environment)
  if (spec === undefined) return { problems: [...problems, ...unknown] }
  const content = async (): Promise<Content> => ({
    digest: await digestOfContent(document.content, ports),
    environments: document.environmentNames,
    production: spec.environment.protected,
  })
  return { spec, content, problems: [...problems, ...unknown] }
}
