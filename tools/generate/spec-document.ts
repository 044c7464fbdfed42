import * as z from 'zod/mini'
import { SECTIONS } from '../../src/spec/problems.ts'
import { environmentShape, headShape, sections } from '../../src/spec/schema.ts'
import { describedBy, itemSchema, type Json } from './json-schema.ts'

const code = (text: unknown): string => `\`${typeof text === 'string' ? text : JSON.stringify(text)}\``

/** What a value may be, for a cell of a table. */
function typeOf(schema: Json): string {
  if (schema.enum !== undefined) return schema.enum.map(code).join(', ')
  if (schema.const !== undefined) return code(schema.const)
  if (schema.items?.enum !== undefined) return 'list of [codes](TROUBLESHOOTING.md)'
  if (schema.items?.anyOf !== undefined) return 'list of [values](#values)'
  if (schema.items !== undefined) return 'list of texts'
  if (schema.properties?.CN !== undefined) return '[subject](#subject)'
  if (schema.anyOf !== undefined) {
    const references = schema.anyOf.map(({ $ref }) => $ref)
    if (references.includes(undefined)) return 'one of the forms below'
    return references.includes('#/definitions/text') ? '[value](#values)' : '[private value](#values)'
  }
  if (schema.type === 'integer') return `${schema.minimum ?? ''} to ${schema.maximum ?? ''}`
  if (schema.type === 'boolean') return '`true`, `false`'
  return schema.pattern?.includes('[dhms]') === true ? 'duration' : 'text'
}

function row(key: string, schema: Json, isRequired: boolean): string {
  const preset = schema.default === undefined ? (isRequired ? '**required**' : '') : code(schema.default)
  const examples = schema.examples === undefined ? '' : ` For example ${schema.examples.map(code).join(', ')}.`
  const codes = schema.items?.enum === undefined ? '' : ` Allowed are ${schema.items.enum.map(code).join(', ')}.`
  const cells = [code(key), typeOf(schema), preset, `${schema.description ?? ''}${codes}${examples}`]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function table({ properties = {}, required = [] }: Json): string {
  const rows = Object.entries(properties).map(([key, schema]) => row(key, schema, required.includes(key)))
  return ['| key | value | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** A table for each form of a value that has several, told by their first keys. */
function forms(schema: Json): string {
  const union = Object.entries(schema.properties ?? {}).find(
    ([, { anyOf }]) => anyOf?.some(({ properties }) => properties) === true,
  )
  if (union === undefined) return ''
  const [key, { anyOf = [] }] = union
  return anyOf
    .map((form) => `### ${code(key)} with ${code(Object.keys(form.properties ?? {})[0] ?? '')}\n\n${table(form)}`)
    .join('\n\n')
}

function section(name: string, schema: Json): string {
  const item = itemSchema(schema)
  return `## ${code(name)}\n\n${schema.description ?? ''}\n\n${table(item)}\n\n${forms(item)}`
}

/** Each form of an issuer, by its one key. */
function issuers(schema: Json): string {
  const parts = (itemSchema(schema).anyOf ?? []).flatMap(({ properties = {} }) =>
    Object.entries(properties).map(([key, form]) => {
      const keys = Object.keys(form.properties ?? {}).length === 0 ? '' : `\n\n${table(form)}`
      return `### ${code(key)}\n\n${form.description ?? ''}${keys}`
    }),
  )
  return `## \`issuers\`\n\n${schema.description ?? ''}\n\n${parts.join('\n\n')}`
}

/** The parts of a subject. */
function subjectTable(schema: Json): string {
  const found = itemSchema(schema).properties?.source?.anyOf?.find(({ properties }) => properties?.issuer !== undefined)
  const subject = found?.properties?.subject
  return subject === undefined ? '' : `### \`subject\`\n\n${subject.description ?? ''}\n\n${table(subject)}`
}

function valueTable(definitions: Readonly<Record<string, Json>>): string {
  const rows = ['secret', 'file', 'text'].flatMap((name) =>
    Object.entries(definitions[name]?.properties ?? {}).map(([key, { description = '', examples = [] }]) => {
      const where = key === 'value' ? 'certificates only' : 'everywhere'
      return `| ${code(`{ ${key}: … }`)} | ${where} | ${description}${examples.length > 0 ? ` For example ${examples.map(code).join(', ')}.` : ''} |`
    }),
  )
  return ['| form | where | meaning |', '| --- | --- | --- |', ...rows].join('\n')
}

/** Each key of the spec: type, default, meaning; and what holds for all of them. */
export function specDocument(example: string): string {
  const { properties = {}, definitions = {} } = describedBy(sections)
  return `# The spec

<!-- Generated from src/spec by \`npm run generate\`. -->

One YAML file, by default \`servicenow-mtls.yml\` at the root of the repository, says what should be on the instances. It is
YAML 1.2 with keys in kebab case, at most 1 MiB, 1,000 items and 100 environments. Unknown keys, duplicate keys, wrong
types and names that lead nowhere stop a run before it asks the instance anything; all of them are reported at once, each
with its line and column.

Editors with a YAML language server complete and check it by its first line:

\`\`\`yaml
# yaml-language-server: $schema=https://raw.githubusercontent.com/acme/servicenow-mtls/v1/schema/servicenow-mtls.schema.json
\`\`\`

\`\`\`yaml
${example.replace(/^# yaml-language-server.*\n/, '').trim()}
\`\`\`

## Top level

${table(describedBy(z.strictObject(headShape)))}

The other keys are \`environments\` (required) and the sections below. An empty section is as good as none.

## \`environments\`

The instances, by names of 1 to 32 letters, digits, \`_\` and \`-\`. A run is about one of them: the input \`environment\`, which
may be left out when there is only one.

${table(describedBy(z.strictObject(environmentShape)))}

An environment may also hold any section, to override it:

- Sections are merged item by item, items key by key. An item that the section does not have is added.
- What a key holds is replaced whole: \`source\`, values and lists are never mixed.
- \`null\` takes a key, an item or a section away.
- What an item needs may come from the section or from the environment; it must be whole once both are put together.

Every environment is checked in every run. Two environments on one instance must not have an item in common: they would
undo each other's work.

## Values

A value of an item is one of these. A _private value_, which is a password, a key or a keystore, is never written into
the spec itself.

${valueTable(definitions)}

In a flow mapping, a text with \`\${environment}\` needs quotes: \`{ file: 'certs/\${environment}/bank.pem' }\`.

A _duration_ is a whole number of days, hours, minutes or seconds: \`30d\`, \`12h\`, \`10m\`, \`90s\`.

${SECTIONS.map((name) => section(name, properties[name] ?? {}) + (name === 'keystores' ? `\n\n${subjectTable(properties[name] ?? {})}` : '')).join('\n\n')}

${issuers(properties.issuers ?? {})}

## \`probes\`

${properties.probes?.description ?? ''}

${table(properties.probes?.items ?? {})}

## Names

Names of records are compared exactly. A name is refused when it

- is longer than the instance can hold,
- has a \`^\`, a control character, or a space at its beginning or end: queries of the instance cannot express it,
- begins with \`javascript:\`, which the instance would run,
- looks like a generation that is made when a record is replaced, as \`bank-client (retired 2027-01-31 0a1b2c3d)\`,
- is that of a keystore and of a trusted certificate at once.

## Anchors

Anchors and aliases may be used within the bounds of the file. Merge keys (\`<<\`) and tags of one's own are refused: they are not YAML 1.2.
`
}
