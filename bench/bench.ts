/**
 * `npm run bench`: measures the action beside what people do today, prints the table, and writes docs/PERFORMANCE.md,
 * docs/performance.svg and bench/results.json. With names of sections as arguments only those are measured and nothing is
 * written; `--rounds N` says how often (default 9), `--most N` up to how many keystores (default 1000).
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { chart } from './chart.ts'
import { startInstance, REPOSITORY } from './instance.ts'
import { machine } from './machine.ts'
import { performanceDocument } from './document.ts'
import { SECTIONS, type Bench } from './sections.ts'
import { plain, type Row } from './table.ts'
import { makeAuthorities } from './workplace.ts'

const args = process.argv.slice(2)
/** Takes a flag with its number out of the arguments. */
function numberOf(flag: string, standard: number): number {
  const at = args.indexOf(flag)
  return at < 0 ? standard : Number(args.splice(at, 2)[1])
}
const rounds = numberOf('--rounds', 9)
const most = numberOf('--most', 1000)
const wanted = args.length === 0 ? Object.keys(SECTIONS) : args

const instance = await startInstance()
const bench: Bench = { instance, authorities: await makeAuthorities(), rounds, most }
const rows: Row[] = []
try {
  for (const name of wanted) {
    const section = SECTIONS[name]
    if (section === undefined) throw new Error(`${name}: not one of ${Object.keys(SECTIONS).join(', ')}`)
    process.stderr.write(`${name} …\n`)
    const measured = await section(bench)
    rows.push(...measured)
    process.stdout.write(`${plain(measured)}\n\n`)
  }
} finally {
  instance.close()
}

if (args.length === 0) {
  const here = await machine()
  const charted = rows.filter(({ section, unit }) => unit === 'ms' && /^(Start|Work)/.test(section))
  await writeFile(join(REPOSITORY, 'bench', 'results.json'), `${JSON.stringify({ machine: here, rounds, rows }, null, 2)}\n`)
  await writeFile(
    join(REPOSITORY, 'docs', 'performance.svg'),
    chart(charted, 'servicenow-mtls beside what is done by hand (medians)'),
  )
  const document = join(REPOSITORY, 'docs', 'PERFORMANCE.md')
  const options = { ...(await resolveConfig(document)), filepath: document }
  await writeFile(document, await format(performanceDocument(rows, here, { rounds, most }), options))
}
