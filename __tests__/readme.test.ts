import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { ALL_INPUTS } from '../src/commands/inputs.ts'
import { PERMISSIONS } from '../src/github/permissions.ts'
import { parseSpec, specFor } from '../src/spec/load.ts'

const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...['docs', 'examples'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ),
].filter((file) => file.endsWith('.md'))

/** Every YAML block of the documents, with the file it stands in. */
const blocks = documents.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/```ya?ml\n([\s\S]*?)```/g)].map(([, text = '']) => ({
    file,
    text,
    kind: kindOf(text),
  })),
)

function kindOf(text: string): 'workflow' | 'spec' | 'part' {
  if (/^on:/m.test(text)) return 'workflow'
  return text.includes('version: 1') ? 'spec' : 'part'
}

test('the README has a job and a spec to copy', () => {
  const kinds = blocks.filter(({ file }) => file === 'README.md').map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['workflow', 'spec']))
})

test.each(blocks.filter(({ kind }) => kind === 'spec'))('the spec in $file is valid', ({ text }) => {
  const { document, problems } = parseSpec(text, 'servicenow-mtls.yml')
  expect(problems).toEqual([])
  for (const environment of document?.environmentNames ?? []) expect(specFor(document!, environment).problems).toEqual([])
})

const parts = blocks.filter(({ kind, text }) => kind === 'part' && parse(text) !== null)
test.each(parts)('the part of a spec in $file is valid in one that has the rest', ({ file, text }) => {
  const { document, problems } = parseSpec(
    `version: 1\nenvironments: { dev: { instance: https://acmedev.service-now.com } }\n${text}`,
    file,
  )
  expect([...problems, ...specFor(document!, 'dev').problems]).toEqual([])
})
test('there are such parts', () => expect(parts.length).toBeGreaterThan(2))
const workflows = readdirSync('examples/workflows').map((name) => {
  return {
    file: join('examples/workflows', name),
    text: readFileSync(join('examples/workflows', name), 'utf8'),
    kind: 'workflow',
  }
})

interface Concurrent {
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean }
}
interface Job extends Concurrent {
  readonly steps: readonly { readonly uses?: string; readonly with?: Record<string, string> }[]
}
interface Workflow extends Concurrent {
  readonly permissions: Record<string, string>
  readonly jobs: Record<string, Job>
}

test.each([...blocks, ...workflows].filter(({ kind }) => kind === 'workflow'))(
  'the workflow in $file uses inputs that there are',
  ({ text }) => {
    const workflow = parse(text) as Workflow
    for (const job of Object.values(workflow.jobs)) {
      const commands = job.steps.flatMap(({ uses = '', with: given }) =>
        uses.includes('servicenow-mtls') ? (given?.command ?? 'plan') : [],
      )
      const group = job.concurrency ?? workflow.concurrency
      const writes = commands.some((command) => /apply|rollback|destroy|csr/.test(command))
      // A run that waits is cancelled by a newer one of its group: one that only reads must not be that one.
      expect(group?.['cancel-in-progress']).toBe(writes ? false : undefined)
      const mixed = commands.some((command) => command.includes('${{'))
      if (mixed) expect(group?.group).toContain("${{ github.event_name != 'push' && github.ref || '' }}")
    }
    expect(workflow.permissions).toMatchObject({ contents: 'read' })
    // Nothing that docs/INPUTS.md does not have.
    const documented = readFileSync('docs/INPUTS.md', 'utf8')
    for (const right of Object.values(PERMISSIONS)) expect(documented).toContain(`\`${right}\``)
    for (const [name, right] of Object.entries(workflow.permissions)) expect(documented).toContain(`\`${name}: ${right}\``)
    const steps = Object.values(workflow.jobs).flatMap(({ steps: all }) => all)
    const ours = steps.filter(({ uses = '' }) => uses.includes('servicenow-mtls'))
    expect(ours.length).toBeGreaterThan(0)
    for (const step of ours) expect(ALL_INPUTS).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
  },
)

test.each(readdirSync('examples').filter((name) => name.endsWith('.yml')))('examples/%s is a valid spec', (name) => {
  const { document, problems } = parseSpec(readFileSync(join('examples', name), 'utf8'), name)
  expect(problems).toEqual([])
  expect(document?.environmentNames.length).toBeGreaterThan(0)
})

test('the README is a doorway: a picture, and a job of no more than 20 lines', () => {
  const text = readFileSync('README.md', 'utf8')
  expect(text).toMatch(/!\[[^\]]+\]\(docs\/images\/comment\.png\)/)
  const [job] = blocks.filter(({ file, kind }) => file === 'README.md' && kind === 'workflow')
  expect(job?.text.trim().split('\n').length).toBeLessThanOrEqual(20)
  expect(text.split('\n').length).toBeLessThan(100)
})

test('links between the documents lead somewhere', () => {
  const links = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => join(file, '..', target)),
  )
  expect(links.length).toBeGreaterThan(5)
  const missing = links.filter((target) => !existsSync(target))
  expect(missing).toEqual([])
})

/** The anchors that GitHub gives the headings of a document. */
function anchorsOf(file: string): string[] {
  const seen = new Map<string, number>()
  const text = readFileSync(file, 'utf8').replace(/```[\s\S]*?```/g, '')
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const slug = plain
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-')
    const count = seen.get(slug) ?? 0
    seen.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  })
}

test('links to a heading lead to one', () => {
  const links = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)].map(([, target = '', anchor = '']) => {
      return { file, target: target === '' ? file : join(file, '..', target), anchor }
    }),
  )
  expect(links.length).toBeGreaterThan(5)
  const missing = links.filter(({ target, anchor }) => target.endsWith('.md') && !anchorsOf(target).includes(anchor))
  expect(missing).toEqual([])
})

test('codes that documents name are codes that there are', () => {
  const text = readFileSync('docs/TROUBLESHOOTING.md', 'utf8')
  const known = new Set([...text.matchAll(/^### `([\w.-]+)`/gm)].map(([, code = '']) => code))
  const areas = new Set([...known].map((code) => code.split('.')[0]))
  const named = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/`([a-z]+)\.([a-z-]+)`/g)].flatMap(([, area = '', reason = '']) =>
      areas.has(area) && !/^(json|yml|ts|pem|md|jks)$/.test(reason) ? [`${file}: ${area}.${reason}`] : [],
    ),
  )
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((one) => !known.has(one.split(': ')[1] ?? ''))).toEqual([])
})
