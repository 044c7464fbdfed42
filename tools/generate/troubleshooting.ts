import { ERRORS, type Reach } from '../../src/errors.ts'

const AREAS: Readonly<Record<string, string>> = {
  input: 'Inputs',
  spec: 'The spec',
  value: 'Secrets and files',
  keystore: 'Keystores',
  key: 'Private keys',
  certificate: 'Certificates',
  chain: 'Chains',
  instance: 'The instance',
  record: 'Records of the instance',
  message: 'REST and SOAP messages',
  plan: 'The plan',
  guard: 'Guards',
  output: 'Files that are written',
  github: 'What is shown on GitHub',
}
const GENERAL = 'General'

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const STOPS: Readonly<Record<Reach, string>> = {
  run: 'the run: nothing more is written',
  item: 'the item it is about, and what depends on it',
  nothing: 'nothing: what is done on the instance does not depend on it',
}

const entry = (code: string, { reach, means, hint }: { reach: Reach; means: string; hint: string }): string =>
  `### \`${code}\`

${sentence(means)}

- **Stops:** ${STOPS[reach]}
- **What to do:** ${hint}
`

/** Every error code: what it means, what it stops, what to do. */
export function troubleshooting(): string {
  const entries = Object.entries(ERRORS)
  const areaOf = (code: string): string =>
    code.includes('.') ? (AREAS[code.split('.')[0] ?? ''] ?? sentence(code.split('.')[0] ?? '').slice(0, -1)) : GENERAL
  const sections = [...Map.groupBy(entries, ([code]) => areaOf(code))].map(
    ([area, found]) => `## ${area}\n\n${found.map(([code, error]) => entry(code, error)).join('\n')}`,
  )
  return `# Troubleshooting

<!-- Generated from src/errors.ts by \`npm run generate\`. -->

Every problem has a stable code, which is also in the output \`problems\`, and the first one of a run that failed in
\`error-code\`. A problem that is a warning or a notice has a code of this list too and stops nothing. The message of a run
is more exact than this page: it names the place.

${sections.join('\n')}`
}
