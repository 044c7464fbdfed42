/**
 * Mermaid's own parser as a program: diagrams as a JSON array of texts on standard input; on standard output, for each, its
 * kind or what the parser says against it. Mermaid is made for browsers: of the one it only asks to clean HTML, which a parser
 * has no use for.
 */
import { register } from 'node:module'

register(
  'data:text/javascript,' +
    encodeURIComponent(`export async function load(url, context, next) {
  if (!/dompurify/.test(url)) return next(url, context)
  const source = 'export default { sanitize: (text) => text, addHook: () => undefined }'
  return { format: 'module', source, shortCircuit: true }
}`),
)

const { default: mermaid } = await import('mermaid')
const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const results = []
for (const diagram of JSON.parse(Buffer.concat(chunks).toString('utf8'))) {
  try {
    const { diagramType } = await mermaid.parse(diagram)
    results.push({ type: diagramType })
  } catch (error) {
    results.push({ error: error instanceof Error ? error.message : String(error) })
  }
}
process.stdout.write(JSON.stringify(results))
