import { applyCommand, rollbackCommand } from './apply.ts'
import type { Settings } from './inputs.ts'
import { planCommand } from './plan.ts'
import type { Ports } from './ports.ts'
import type { Result } from './result.ts'

/** The command that the input names. Never throws for what a user can meet: problems are in the result. */
export function run(settings: Settings, ports: Ports): Promise<Result> {
  switch (settings.command) {
    case 'plan':
    case 'verify':
      return planCommand(settings, ports)
    case 'apply':
    case 'destroy':
      return applyCommand(settings, ports)
    case 'rollback':
      return rollbackCommand(settings, ports)
  }
}
