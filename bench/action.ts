import { BUNDLE } from './instance.ts'
import { node, type Job } from './measure.ts'
import type { Workplace } from './workplace.ts'

/** The inputs of a step as a runner passes them, but for the files of its commands: outputs go to the log. */
export function stepVariables(
  workplace: Workplace,
  command: string,
  inputs: Record<string, string> = {},
): Record<string, string> {
  const given = {
    command,
    environment: 'dev',
    username: 'admin',
    password: 'admin',
    comment: 'never',
    artifact: 'never',
    ...inputs,
  }
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY: 'acme/integrations',
    GITHUB_RUN_ID: '1000000001',
    GITHUB_WORKSPACE: workplace.folder,
    RUNNER_TEMP: `${workplace.folder}/temp`,
    ...workplace.secrets,
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  }
}

/** The action as a runner starts it. */
export const step = (workplace: Workplace, command: string, inputs?: Record<string, string>): Job => ({
  ...node(BUNDLE),
  cwd: workplace.folder,
  env: stepVariables(workplace, command, inputs),
})
