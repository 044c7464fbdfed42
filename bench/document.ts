import type { Machine } from './machine.ts'
import { markdown, type Row } from './table.ts'

/** The page of the figures; what is measured and how stands in it, so that a reader can doubt it. */
export function performanceDocument(
  rows: readonly Row[],
  machine: Machine,
  { rounds, most }: { readonly rounds: number; readonly most: number },
): string {
  const goals = rows.filter(({ against }) => against?.met !== undefined)
  const missed = goals.filter(({ against }) => against?.met === false)
  const { cpu, cores, memoryGiB, system, load, measuredOn, versions } = machine
  return `# How fast it is

Written by \`npm run bench\` (from a clone: \`npm ci && npm run bench\`, with bash, curl, openssl and a JDK beside Node); the figures as JSON
are in [bench/results.json](../bench/results.json). ${goals.length - missed.length} of ${goals.length} goals were met in this run${
    missed.length === 0 ? '' : `, not met: ${missed.map(({ section, what }) => `${what} (${section})`).join('; ')}`
  }.

![Times of the action beside what is done by hand](performance.svg)

## How it was measured

- Machine: ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}; ${Object.entries(versions)
    .map(([name, version]) => (name === 'node' ? `Node ${version}` : version))
    .join(
      '; ',
    )}. On ${measuredOn}, with a load of ${load} when it ended: what is above the number of cores was other work on the machine.
  **Ratios count more than times**: they are of medians of runs in turn, one of each side after the other.
- ${rounds} rounds (twice as many for the start), after one that warms up and does not count. The scale, the rate limit and
  \`max-parallel\` are one run each.${most < 1000 ? ` The scale of this run ends at ${most} keystores; 1,000 were not measured in it.` : ''}
- Both sides talk to the same local instance, a process of its own, over loopback and HTTP. A real instance adds the time of its
  network, TLS (Node's TLS takes some 15 ms to load) and its own work to each request of both sides.
- The action runs as a runner starts it: a new process with the inputs of a step, nothing cached between runs.
- **By hand** is [article.sh](../bench/by-hand/article.sh): keytool, openssl and curl, one process after another, nothing read
  back. **Expert** is [expert.sh](../bench/by-hand/expert.sh): no JVM, a PKCS#12 from openssl, curl with many requests over one
  connection. The action reads back all that it writes.
- A new key: by hand keytool or openssl makes it and openssl stands for the authority; the action makes it itself and has it
  signed by an issuer of the spec (\`local\`), within the time that is measured.
- Requests are counted by a front before the instance, in runs of their own. Added time and rate limits are the front's as well.
- Round trips one after the other are counted with 100 ms added to each request. The action asks one question alone first, so that
  wrong credentials count once, then all others four at a time; of a new keystore each write waits for the answer to the one before
  and is read back before the record is made active, and what refers to it is written after that. This order is what keeps an
  instance whole when a run dies; it is not given up for time. A higher \`max-parallel\` shortens the questions, not the writes.

## Figures

${markdown(rows)}
`
}
