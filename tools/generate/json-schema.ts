import * as z from 'zod/mini'
import { ENVIRONMENT_NAME } from '../../src/spec/names.ts'
import type { SectionName } from '../../src/spec/problems.ts'
import { SECTIONS } from '../../src/spec/problems.ts'
import { environmentShape, headShape, sections } from '../../src/spec/schema.ts'

/** The little of JSON Schema that is generated here. */
export interface Json {
  description?: string
  type?: string | string[]
  properties?: Record<string, Json>
  required?: string[]
  additionalProperties?: Json | boolean
  propertyNames?: Json
  definitions?: Record<string, Json>
  anyOf?: Json[]
  allOf?: Json[]
  items?: Json
  enum?: unknown[]
  const?: unknown
  default?: unknown
  examples?: unknown[]
  pattern?: string
  minimum?: number
  maximum?: number
  minProperties?: number
  not?: Json
  if?: Json
  then?: Json
  $schema?: string
  $ref?: string
  title?: string
}

/** What zod makes of a schema of the spec, as a user writes it: with what has a default left out. */
export function describedBy(schema: z.core.$ZodType): Json {
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) as Json
}

/** An item of a section, as it stands in the base of a spec. */
export const itemSchema = (section: Json): Json =>
  typeof section.additionalProperties === 'object' ? section.additionalProperties : {}

/** A key of an override: what it is in an item, without what it is when it is left out, or nothing. */
function orNull(schema: Json): Json {
  const given = { ...schema }
  delete given.description
  delete given.default
  const anyOf: Json[] = [given, { type: 'null', description: 'takes it away' }]
  return { ...(schema.description !== undefined && { description: schema.description }), anyOf }
}

/** What an item needs to be whole, when no environment adds to it. */
const WHOLE: Readonly<Record<SectionName, Json>> = {
  keystores: wholeOrAbsent(
    { required: ['password', 'source'] },
    { required: ['source'], properties: { source: { required: ['existing'] } } },
  ),
  'trusted-certificates': wholeOrAbsent({ required: ['certificate'] }),
  'protocol-profiles': wholeOrAbsent({ required: ['keystore'] }),
  'rest-messages': messageWhole(),
  'soap-messages': messageWhole(),
  connections: messageWhole(),
  'oauth-providers': messageWhole(),
}

function wholeOrAbsent(...whole: Json[]): Json {
  return { anyOf: [...whole, { properties: { absent: { const: true } }, required: ['absent'] }] }
}

function messageWhole(): Json {
  const off: Json = { properties: { 'mutual-authentication': { const: false } }, required: ['mutual-authentication'] }
  return wholeOrAbsent({ required: ['protocol-profile'] }, off)
}

/** Editors ask for what is missing only where no environment can bring it: what the action accepts they accept. */
function wholeUnlessOverridden(section: SectionName): Json {
  const untouched: Json = { additionalProperties: { not: { required: [section] } } }
  return {
    if: { properties: { environments: untouched } },
    then: { properties: { [section]: { additionalProperties: WHOLE[section] } } },
  }
}

/** The published JSON Schema (draft 7, which the YAML editors know best). */
export function jsonSchema(): Json {
  const { properties: sectionSchemas = {}, definitions = {} } = describedBy(sections)
  const head = describedBy(z.strictObject(headShape))
  const environment = describedBy(z.strictObject(environmentShape))
  const base: Record<string, Json> = {}
  const overrides: Record<string, Json> = {}
  for (const section of SECTIONS) {
    const { description = '', propertyNames = {}, ...rest } = sectionSchemas[section] ?? {}
    const item = { ...itemSchema(rest) }
    delete item.required
    const nullable = Object.entries(item.properties ?? {}).map(([key, value]) => [key, orNull(value)] as const)
    const shape: Json = { type: ['object', 'null'], propertyNames }
    base[section] = { description, ...shape, additionalProperties: { $ref: `#/definitions/${section}` } }
    overrides[section] = {
      description: `Overrides of \`${section}\`, item by item and key by key; \`null\` takes away.`,
      ...shape,
      additionalProperties: { anyOf: [{ $ref: `#/definitions/${section}-override` }, { type: 'null' }] },
    }
    definitions[section] = item
    definitions[`${section}-override`] = { ...item, properties: Object.fromEntries(nullable) }
  }
  const { issuers = {} } = sectionSchemas
  const issuer = itemSchema(issuers)
  definitions.issuer = issuer
  const byIssuer = { $ref: '#/definitions/issuer' }
  base.issuers = { description: issuers.description ?? '', type: ['object', 'null'], additionalProperties: byIssuer }
  overrides.issuers = {
    description: 'Overrides of `issuers`, each replaced whole; `null` takes away.',
    type: ['object', 'null'],
    additionalProperties: { anyOf: [byIssuer, { type: 'null' }] },
  }
  const { probes = {} } = sectionSchemas
  base.probes = probes
  overrides.probes = { ...probes, description: 'The probes of this environment, in place of the others.' }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'servicenow-mtls',
    description: 'Keystores, certificates, protocol profiles and mutual TLS of ServiceNow instances.',
    type: 'object',
    properties: {
      ...head.properties,
      environments: {
        description: 'The instances, by names of 1 to 32 letters, digits, `_` and `-`. Each may override any section.',
        type: 'object',
        minProperties: 1,
        propertyNames: { pattern: ENVIRONMENT_NAME.source },
        additionalProperties: { ...environment, properties: { ...environment.properties, ...overrides } },
      },
      ...base,
    },
    required: ['version', 'environments'],
    additionalProperties: false,
    allOf: SECTIONS.map(wholeUnlessOverridden),
    definitions,
  }
}
