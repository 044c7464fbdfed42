import type { Settings } from './inputs.ts'
import { planCommand } from './plan.ts'
import type { Ports } from './ports.ts'
import type { Result } from './result.ts'

/** The command that the input names; what only another one needs is not loaded. Never throws for what a user can meet: problems are in the result. */
export async function run(settings: Settings, ports: Ports): Promise<Result> {
  switch (settings.command) {
    case 'plan':
    case 'verify':
      return planCommand(settings, ports)
    case 'apply':
    case 'destroy':
      return (await import('./apply.ts')).applyCommand(settings, ports)
    case 'csr':
      return (await import('./csr.ts')).csrCommand(settings, ports)
    case 'doctor':
      return (await import('./doctor.ts')).doctorCommand(settings, ports)
    case 'export':
      return (await import('./export.ts')).exportCommand(settings, ports)
    case 'rollback':
      return (await import('./apply.ts')).rollbackCommand(settings, ports)
    case 'targets':
      return (await import('./targets.ts')).targetsCommand(settings, ports)
  }
}
