import { startGitHub, type FakeGitHub } from '../../tools/lab/github.ts'
import type { ActionOptions, ActionRun } from '../../tools/lab/runner.ts'
import type { Scene } from './scene.ts'

export const HEAD = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00'
export const MERGE = 'feedbeeffeedbeeffeedbeeffeedbeeffeedbeef'

/** A payload of `pull_request`, from the repository itself or from a fork. */
export const pullRequestPayload = (number: number, from = 'acme/integrations') => ({
  pull_request: { number, head: { sha: HEAD, repo: { full_name: from } } },
})

export interface OnGitHub {
  readonly github: FakeGitHub
  /** Runs a command in a job of the event, as the token of the job. */
  run(command: string, event: NonNullable<ActionOptions['event']>, options?: Partial<ActionOptions>): Promise<ActionRun>
}

/** A scene whose jobs speak to a stand-in of GitHub; its artifact service is not there and not asked. */
export async function onGitHub(scene: Scene): Promise<OnGitHub> {
  const github = await startGitHub()
  return {
    github,
    run: (command, event, { inputs, env, ...rest } = {}) =>
      scene.run(command, {
        event,
        inputs: { artifact: 'never', 'github-token': 'ghs_a-token-of-the-job', ...inputs },
        env: { ...scene.secrets, GITHUB_API_URL: github.url, GITHUB_SERVER_URL: 'https://github.com', GITHUB_SHA: MERGE, ...env },
        ...rest,
      }),
  }
}

/** The warnings of a code, as annotations have them. */
export const warningsOf = (run: ActionRun, code: string): string[] =>
  run.commands.filter(({ name, properties }) => name === 'warning' && properties.title === code).map(({ message }) => message)
