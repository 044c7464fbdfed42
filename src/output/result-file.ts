import type { OutputFile } from './file.ts'

export const RESULT_FILE = 'result.json'

/** Outputs that stand in the result file under their names; that which is JSON as what it is. */
const OUTPUTS = ['changed', 'changes', 'plan-digest', 'days-to-expiry', 'certificates', 'problems', 'error-code'] as const

/**
 * How a run ended, for machines: the jobs of a matrix overwrite each other's outputs, and leave such a file each. What is not
 * known is null. `schema/result.schema.json` has its shape. Public facts only.
 * @param head `instance` is the origin, or null where it was not reached
 */
export function resultFile(
  head: { readonly command: string; readonly environment: string; readonly instance: string | null },
  outputs: Readonly<Record<string, string>>,
): OutputFile {
  const known = OUTPUTS.map((name) => [name, valueOf(outputs[name] ?? '')] as const)
  const content = { format: 1, ...head, ...Object.fromEntries(known) }
  return { path: RESULT_FILE, bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`, 'utf8'), isText: true }
}

function valueOf(text: string): unknown {
  if (text === '') return null
  return /^([[{]|true$|false$|-?\d+$)/.test(text) ? JSON.parse(text) : text
}
