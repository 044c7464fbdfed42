import * as z from 'zod/mini'
import { COMMANDS, leavesResult } from '../../src/commands/inputs.ts'
import type { Json } from './json-schema.ts'

const told = <T extends z.core.$ZodType>(schema: T, description: string): T => {
  z.globalRegistry.add(schema, { description })
  return schema
}
const count = z.int().check(z.minimum(0))
const digest = z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/))
const time = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/))
const facts = {
  subject: told(z.string(), 'RFC 4514.'),
  issuer: told(z.string(), 'RFC 4514.'),
  serialNumber: told(z.string(), 'Upper-case hex.'),
  fingerprint256: told(z.string().check(z.regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/)), 'Upper-case hex pairs with colons.'),
  notBefore: time,
  notAfter: time,
}
const files = told(z.array(z.string()), 'Of the partner pack, relative to the output directory.')

/** The file that a run leaves for machines: `src/output/result-file.ts` writes it. */
export const resultSchema = z.strictObject({
  format: z.literal(1),
  command: z.enum(COMMANDS.filter(leavesResult)),
  environment: told(z.string(), 'Empty where the inputs name none that there is.'),
  instance: told(z.nullable(z.string()), 'Origin; null where no plan was made with it.'),
  changed: told(z.nullable(z.boolean()), 'Whether something differs, or was written; null where no instance was asked.'),
  changes: z.nullable(z.strictObject({ create: count, update: count, rotate: count, delete: count, unchanged: count })),
  'plan-digest': told(z.nullable(digest), 'Of what would be changed.'),
  'days-to-expiry': told(z.nullable(z.int()), 'The smallest number of days that a keystore has left.'),
  certificates: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(['keystore', 'trusted-certificate']),
      ...facts,
      daysRemaining: z.int(),
      files,
      next: told(z.optional(z.strictObject({ ...facts, files })), 'What is published and not used yet.'),
    }),
  ),
  problems: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'notice']),
      item: z.string(),
      message: z.string(),
      hint: z.string(),
      file: z.nullable(z.string()),
      line: z.nullable(z.int()),
      column: z.nullable(z.int()),
    }),
  ),
  'error-code': told(z.nullable(z.string()), 'Of the first error; null where there is none.'),
})

/** The published JSON Schema of the file (draft 7). */
export function resultJsonSchema(): Json {
  const schema = z.toJSONSchema(resultSchema, { target: 'draft-7' }) as Json
  return {
    ...schema,
    title: 'servicenow-mtls result',
    description: 'How a run ended, for the job that gathers those of a matrix. What is not known is null.',
  }
}
