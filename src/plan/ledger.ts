import { problemOf, type Finding, type Location, type Problem } from '../errors.ts'
import type { FamilyPlan } from './generations.ts'
import type { PlanInput } from './input.ts'
import type { Change, RecordRef } from './model.ts'
import type { Row } from './ports.ts'
import type { InPlace } from './summaries.ts'

/** What a plan grows from: the changes, what is wrong, what is blocked by it, and where the records of items are. */
export class Ledger {
  readonly input: PlanInput
  readonly problems: Problem[]
  readonly changes: Change[] = []
  readonly unchanged: string[] = []
  /** By item: the item that keeps it from being changed, which may be itself. */
  readonly blocked = new Map<string, string>()
  readonly records = new Map<string, Pick<FamilyPlan, 'record' | 'publishes' | 'heldBack' | 'steps'>>()
  readonly profileRows = new Map<string, Row | undefined>()
  readonly profileRecords = new Map<string, RecordRef>()
  /** What keystores hold now, and what comes next. */
  readonly inPlace: InPlace[] = []

  constructor(input: PlanInput) {
    this.input = input
    this.problems = [...input.problems]
    for (const { severity, item } of input.problems) if (severity === 'error' && item !== '') this.block(item, item)
  }

  /** @param blocks whether an error keeps the item from being changed; one about what is there already does not. */
  report(item: string, at: Location, findings: readonly Finding[], blocks = true): void {
    for (const finding of findings) {
      this.problems.push(problemOf(finding, item, at))
      if (blocks && finding.severity === 'error') this.block(item, item)
    }
  }

  block(item: string, because: string): void {
    if (!this.blocked.has(item)) this.blocked.set(item, because)
  }

  /** Whether the item is blocked, by itself or by what it depends on. */
  isBlocked(item: string, dependsOn: readonly string[] = []): boolean {
    const blocker = dependsOn.find((needed) => this.blocked.has(needed))
    if (blocker !== undefined) this.block(item, this.blocked.get(blocker) ?? blocker)
    return this.blocked.has(item)
  }

  /** The items whose change has to be carried out before one that refers to `item` may be. */
  changing(item: string): string[] {
    const change = this.changes.find((found) => found.item === item)
    if (change === undefined) return []
    const family = this.records.get(item)
    return family === undefined || family.publishes || family.heldBack ? [item] : []
  }

  settle(change: Change | undefined, item: string): void {
    if (change === undefined) this.unchanged.push(item)
    else this.changes.push(change)
  }
}
