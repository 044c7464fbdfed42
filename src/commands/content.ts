import { hash } from 'node:crypto'
import type { SpecContent } from '../spec/content.ts'
import type { Ports } from './ports.ts'

/**
 * The digest of what a spec says of every environment, and of the files that it names (contract 1, `promote-from`). A file that
 * cannot be read counts as one that is not there: whether it is needed is told elsewhere.
 * @returns `sha256:` and 64 hex digits
 */
export async function digestOfContent({ text, files }: SpecContent, ports: Pick<Ports, 'readNamed'>): Promise<string> {
  const hashed = await Promise.all(
    files.map(async (path) => {
      const bytes = await ports.readNamed(path).catch(() => undefined)
      return [path, bytes === undefined ? null : sha256(bytes)]
    }),
  )
  return `sha256:${sha256(JSON.stringify([1, text, hashed]))}`
}

const sha256 = (data: Buffer | string): string => hash('sha256', data, 'hex')
