import { parse } from 'yaml'
import * as z from 'zod/mini'
import { COMMANDS } from '../../src/commands/inputs.ts'
import { PERMISSIONS, WITHOUT_COMMENT } from '../../src/github/permissions.ts'

const metadataSchema = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
})

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim()
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n')

/** What a job must allow for each command: what is shown on GitHub is asked for, nothing else. */
function permissions(): string {
  const where = (commands: readonly string[], permission: string) => (command: string) =>
    commands.includes(command) ? `\`${permission}\`` : '–'
  const comment = where(
    COMMANDS.filter((command) => !WITHOUT_COMMENT.includes(command)),
    PERMISSIONS.comment,
  )
  const issue = where(['verify'], PERMISSIONS.issue)
  const deployment = where(['apply', 'verify', 'rollback', 'destroy'], PERMISSIONS.deployment)
  const rows = COMMANDS.map((command) => [
    `\`${command}\``,
    '`contents: read`',
    comment(command),
    issue(command),
    deployment(command),
    'none',
  ])
  return table(['command', 'the checkout', '`comment`', '`issue: auto`', '`deployment`, `promote-from`', '`artifact`'], rows)
}

/** Inputs, outputs and permissions, as action.yml and the code have them. @param metadata the text of action.yml */
export function inputsDocument(metadata: string): string {
  const { inputs, outputs } = z.parse(metadataSchema, parse(metadata, { schema: 'failsafe' }))
  const given = Object.entries(inputs).map(([name, { description, default: preset }]) => [
    `\`${name}\``,
    preset === '' ? '' : `\`${preset}\``,
    description,
  ])
  const made = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description])
  return `# Inputs, outputs, permissions

<!-- Generated from action.yml and src by \`npm run generate\`. -->

## Inputs

${table(['input', 'default', 'meaning'], given)}

Booleans are \`true\` or \`false\`, durations \`30d\`, \`12h\`, \`10m\` or \`90s\`. Everything that is wrong with the inputs is told at
once. How to sign in is in [PERMISSIONS.md](PERMISSIONS.md#signing-in): exactly one way must be given.

## Outputs

${table(['output', 'value'], made)}

What is not known is empty, not \`false\`. On failure the outputs are written as far as they go. Fingerprints are upper-case hex
pairs with colons, subjects RFC 4514, times \`YYYY-MM-DDTHH:MM:SSZ\`. \`problems\` has what summary and
comment show, and what could not be shown on GitHub (\`github.…\`), which is not in the \`result.json\` that was uploaded before.
That a runner has no artifact service is told in log and summary alone, unless \`artifact: always\` makes it an error.

## The result file

The jobs of a matrix overwrite each other's outputs. So \`plan\`, \`apply\`, \`verify\`, \`rollback\`, \`destroy\` and \`csr\` leave \`result.json\` in the
output directory, on failure too: \`format\`, \`command\`, \`environment\`, \`instance\`, and \`changed\`, \`changes\`, \`plan-digest\`, \`days-to-expiry\`,
\`certificates\`, \`problems\` and \`error-code\` as the outputs have them, with \`null\` for what is not known. It holds no secret.
[schema/result.schema.json](../schema/result.schema.json) is its shape; with \`plan\` it goes up in the artifact of the plan; a job that
gathers them is in [recipes/several-instances.md](recipes/several-instances.md).

## Permissions of the job

${permissions()}

Where a permission is missing the run warns, names it, and does everything else; only \`promote-from\` cannot do without.
\`comment: never\`, \`issue: never\` and \`deployment: never\` ask for none. \`id-token: write\` is for issuers that trust the identity of the
workflow: \`vault\` with \`jwt-role\`, and a cloud that an earlier step signs in to. What the account on the instance needs is in [PERMISSIONS.md](PERMISSIONS.md).
`
}
