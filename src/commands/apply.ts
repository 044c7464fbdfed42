import { carryOut, type Outcome } from '../apply/apply.ts'
import { CodedError, problemOf, toCoded, type Problem } from '../errors.ts'
import type { CertificateSummary, Plan, Step } from '../plan/model.ts'
import { changeProblems } from '../plan/change-request.ts'
import type { PlanInput } from '../plan/input.ts'
import { computePlan, isStopped } from '../plan/plan.ts'
import type { ChangeRequest, InstancePort, RecordKind, SysId } from '../plan/ports.ts'
import { beyondReview, parseReviewed } from '../plan/review.ts'
import { computeRollback } from '../plan/rollback.ts'
import { locationOf } from '../spec/location.ts'
import type { Spec } from '../spec/model.ts'
import type { Wanted } from '../wanted/wanted.ts'
import { daysUntil } from '../x509/format.ts'
import type { Settings } from './inputs.ts'
import type { Issued, Issuing } from './issuing.ts'
import type { Ports } from './ports.ts'
import { NO_PROBING, probingFor } from './probes.ts'
import { failedResult, type Content, type Result } from './result.ts'
import { survey } from './survey.ts'

/** Carries out the plan (that of `destroy` takes everything away), unless something stops it as a whole; what is blocked stays as it is, the rest is done. */
export const applyCommand = (settings: Settings, ports: Ports): Promise<Result> => carryOutPlan(settings, ports, computePlan)

/** Returns keystores to their generation before; the same machinery with another plan. */
export const rollbackCommand = (settings: Settings, ports: Ports): Promise<Result> =>
  carryOutPlan(settings, ports, computeRollback)

/** Makes the contents that a plan does not know yet. */
export type Maker = (spec: Spec, wanted: Wanted, ports: Ports, confirmed: boolean) => Promise<Issuing>

const issuers: Maker = async (...context) => (await import('./issuing.ts')).createIssuing(...context)

/** Computes a plan and carries it out, unless something stops it as a whole. */
export async function carryOutPlan(
  settings: Settings,
  ports: Ports,
  compute: (input: PlanInput) => Plan,
  maker: Maker = issuers,
): Promise<Result> {
  const { command } = settings
  const refused = refusal(settings, ports)
  if (refused !== undefined) return failedResult([refused], command, settings.environment)
  const surveyed = await survey(settings, ports, compute)
  const { environment, spec, depth, problems, plan, certificates, wanted, wiring, names, instance, content } = surveyed
  // An apply of some items says nothing of the others.
  const wholly = command !== 'apply' || settings.only.length === 0
  const shown = { depth, certificates, publicKeystores: wanted?.publicKeystores ?? [], wiring, names }
  const result = { command, environment, ...shown, ...(wholly && { content }) } as const
  if (plan === undefined || wanted === undefined || instance === undefined || spec === undefined) {
    return { ...result, plan, outcomes: [], problems }
  }
  const looked = surveyed.remarks?.() ?? Promise.resolve([])
  const unreviewed = await reviewProblems(plan, wanted, settings, ports)
  const unpromoted = await promotionProblems(content, settings, ports)
  const asked = await changeRequestOf(instance, settings, ports)
  if (isStopped(plan) || unreviewed.length > 0 || unpromoted.length > 0 || asked.problems.length > 0) {
    return {
      ...result,
      ...asked,
      plan,
      outcomes: [],
      problems: [...plan.problems, ...(await looked), ...unreviewed, ...unpromoted, ...asked.problems],
    }
  }
  const issuing = await maker(spec, wanted, ports, settings.confirm === environment)
  const probing = command === 'apply' ? await probingFor({ spec, wanted, instance, settings, ports }) : NO_PROBING
  const hands = { instance, contents: wanted.contents, issue: issuing.issue, gate: probing.gate, pause: ports.pause }
  const outcomes = await carryOut(plan, hands, { stop: ports.stop, onOutcome: ports.onOutcome })
  const failures = outcomes.flatMap((outcome) => problemsOf(outcome, spec, ports.stop))
  const remarks = ports.stop.aborted ? [] : await looked
  const undone = new Set([...plan.blocked, ...failures].map(({ item }) => item))
  const probed = ports.stop.aborted ? [] : await probing.rest((keystore) => undone.has(`keystores.${keystore}`))
  const captured = await capturedBy(instance, outcomes, ports)
  const lacking = command === 'apply' && spec.issuers.size > 0 ? await lackingSecrets(plan, spec, wanted, ports) : []
  const carriedOut = {
    ...result,
    ...asked,
    plan,
    outcomes,
    captured,
    problems: [...plan.problems, ...remarks, ...issuing.problems, ...failures, ...probed, ...lacking],
  }
  return withIssued(carriedOut, issuing.issued, ports.now())
}

/** Secrets of issuers that nothing of this plan needs, and a later renewal will. */
async function lackingSecrets({ changes }: Plan, spec: Spec, wanted: Wanted, { values }: Ports): Promise<Problem[]> {
  const { lackingForRenewal } = await import('./renewal-secrets.ts')
  const issued = new Set(changes.flatMap(({ item, steps }) => (steps.some((step) => step.do === 'issue') ? [item] : [])))
  return lackingForRenewal(spec, wanted, values, (name) => issued.has(`keystores.${name}`))
}

/** In which update sets the changes of application metadata are; what only informs makes no run fail. */
async function capturedBy(instance: InstancePort, outcomes: readonly Outcome[], { stop }: Ports): Promise<Map<string, string[]>> {
  const written = outcomes.flatMap((outcome) =>
    outcome.is === 'done' ? outcome.change.steps.flatMap((step) => metadataIn(step, outcome.change.item)) : [],
  )
  if (written.length === 0 || stop.aborted) return new Map()
  const sets = await instance.updateSets(written).catch(() => new Map<SysId, string>())
  const byItem = new Map<string, string[]>()
  for (const { item, sysId } of written) {
    const [known, set] = [byItem.get(item) ?? [], sets.get(sysId)]
    if (set !== undefined && !known.includes(set)) byItem.set(item, [...known, set])
  }
  return byItem
}

/** Messages and what belongs to them; certificates and profiles are data. */
function metadataIn(step: Step, item: string): { item: string; kind: RecordKind; sysId: SysId }[] {
  if (step.do !== 'update' || !('sysId' in step.record)) return []
  const { kind, record } = step
  return kind === 'certificate' || kind === 'protocol-profile' ? [] : [{ item, kind, sysId: record.sysId }]
}

/** What was issued in this run takes the place of what was found before it, or comes next where that stays in use. */
function withIssued(result: Result, issued: readonly Issued[], now: Date): Result {
  const isIssued = ({ name, kind }: { readonly name: string; readonly kind?: string }): boolean =>
    kind !== 'trusted-certificate' && issued.some((one) => one.name === name)
  const summaries = issued.map(({ name, leaf }): CertificateSummary => {
    const before = result.certificates.find((one) => one.kind === 'keystore' && one.name === name)
    if (before !== undefined && !isInUse(name, result.outcomes)) return { ...before, next: { ...leaf, files: [] } }
    return { name, kind: 'keystore', ...leaf, daysRemaining: daysUntil(new Date(leaf.notAfter), now), files: [] }
  })
  const others = result.certificates.filter((one) => !isIssued(one))
  return {
    ...result,
    certificates: [...others, ...summaries],
    publicKeystores: [...result.publicKeystores.filter((one) => !isIssued(one)), ...issued],
  }
}

/** Whether the record that was made for a keystore was made active. */
const isInUse = (name: string, outcomes: readonly Outcome[]): boolean =>
  outcomes.some(
    ({ is, change: { item, steps } }) =>
      is === 'done' &&
      item === `keystores.${name}` &&
      steps.some((step) => step.do === 'update' && 'made' in step.record && step.columns.active === 'true'),
  )

/** Whoever opens a pull request writes the spec: nothing is written for them (contract 5.2). */
function refusal(settings: Settings, ports: Ports): Problem | undefined {
  if (ports.untrustedEvent === undefined || settings.allowUntrustedSpec) return undefined
  const message = `event ${ports.untrustedEvent}: a spec that others may have written is not applied`
  return problemOf({ code: 'guard.untrusted-spec', severity: 'error', message }, '')
}

/** What the plan would do beyond what was reviewed (contract 4.9). */
async function reviewProblems(plan: Plan, wanted: Wanted, settings: Settings, ports: Ports): Promise<Problem[]> {
  const { expectedPlan, planFile } = settings
  const changed = (message: string): Problem => problemOf({ code: 'plan.changed', severity: 'error', message }, '')
  const problems: Problem[] = []
  if (expectedPlan !== undefined && expectedPlan !== plan.digest && plan.changes.length > 0) {
    problems.push(changed(`the plan is ${plan.digest}, not ${expectedPlan} as reviewed`))
  }
  if (planFile === undefined) return problems
  try {
    const reviewed = parseReviewed(await ports.readPlanFile(planFile), planFile)
    const issued = new Set([...wanted.issued.keys()].map((name) => `keystores.${name}`))
    problems.push(...beyondReview(plan, reviewed, issued).map(changed))
  } catch (error) {
    problems.push(problemOf(toCoded(error).toFinding(), ''))
  }
  return problems
}

/** The change request under which is written, and why it may not be; every change needs one where the workflow names it. */
async function changeRequestOf(
  instance: InstancePort,
  { changeRequest: number }: Settings,
  ports: Ports,
): Promise<{ readonly changeRequest?: ChangeRequest; readonly problems: Problem[] }> {
  if (number === undefined) return { problems: [] }
  try {
    const found = await instance.changeRequest(number)
    const problems = changeProblems(number, found, ports.now()).map((finding) => problemOf(finding, ''))
    return found === undefined ? { problems } : { changeRequest: found, problems }
  } catch (error) {
    return { problems: [problemOf(toCoded(error).toFinding(), '')] }
  }
}

/** Why this content may not be applied here yet: it was not applied and verified in the environment before. */
async function promotionProblems(content: Content | undefined, settings: Settings, ports: Ports): Promise<Problem[]> {
  const { command, environment, promoteFrom } = settings
  if (command !== 'apply' || promoteFrom === undefined || content === undefined) return []
  const wrong = (what: string): CodedError => new CodedError('input.invalid', `input promote-from: ${promoteFrom}: ${what}`)
  try {
    if (!content.environments.includes(promoteFrom)) {
      throw wrong(`not one of the spec's environments: ${content.environments.join(', ')}`)
    }
    if (promoteFrom === (environment ?? content.environments[0])) throw wrong('is the environment itself')
    await ports.requirePromoted(promoteFrom, content.digest)
    return []
  } catch (error) {
    return [problemOf(toCoded(error).toFinding(), '')]
  }
}

function problemsOf(outcome: Outcome, spec: Spec, stop: AbortSignal): Problem[] {
  const told = (error: CodedError): Problem =>
    problemOf(error.toFinding(), outcome.change.item, locationOf(spec, outcome.change.item))
  switch (outcome.is) {
    case 'done':
      return []
    case 'failed':
      return [told(outcome.error)]
    case 'stopped': {
      if (!stop.aborted) return []
      return [told(new CodedError('timeout', `${outcome.begun ? 'not finished' : 'not begun'}: the run was told to end`))]
    }
  }
}
