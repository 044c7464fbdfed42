import * as z from 'zod/mini'
import { bundle } from '../tools/bundle.ts'

interface Module {
  readonly name: string
  readonly size: number
  readonly chunks: readonly (string | number)[]
  readonly modules?: readonly Module[] | undefined
}

const MODULE: z.ZodMiniType<Module> = z.lazy(() =>
  z.object({
    name: z.string(),
    size: z.number(),
    chunks: z.array(z.union([z.string(), z.number()])),
    modules: z.optional(z.array(MODULE)),
  }),
)
const STATS = z.object({ modules: z.array(MODULE) })

/** One file of the bundle. */
export interface Size {
  /** `index.js` is the entry, the others are loaded when wanted. */
  readonly file: string
  readonly bytes: number
  /** Bytes of source by package; `src` and `emulator` are this project's own. */
  readonly packages: ReadonlyMap<string, number>
}

/** Bundles anew, as the stored bundle does not tell of packages; both are the same, which the build's own check shows. */
export async function sizes(): Promise<Size[]> {
  const { code, assets, stats } = await bundle()
  const contents = new Map<string, Map<string, number>>()
  for (const module of z.parse(STATS, stats.toJson()).modules) collect(module, module.chunks, contents)
  const files = [['index.js', code] as const, ...Object.entries(assets).map(([name, { source }]) => [name, source] as const)]
  return files
    .filter(([name]) => name.endsWith('.js'))
    .map(([file, source]) => ({
      file,
      bytes: Buffer.byteLength(source),
      packages: contents.get(file.split('.')[0] ?? '') ?? new Map<string, number>(),
    }))
}

/** Modules that webpack has joined stand within one, without chunks of their own. */
function collect(module: Module, within: Module['chunks'], contents: Map<string, Map<string, number>>): void {
  const chunks = module.chunks.length > 0 ? module.chunks : within
  if (module.modules !== undefined && module.modules.length > 0) {
    for (const part of module.modules) collect(part, chunks, contents)
    return
  }
  for (const chunk of chunks) {
    const packages = contents.get(String(chunk)) ?? new Map<string, number>()
    packages.set(packageOf(module.name), (packages.get(packageOf(module.name)) ?? 0) + module.size)
    contents.set(String(chunk), packages)
  }
}

function packageOf(name: string): string {
  const path = name.replace(/^\.\//, '')
  const [, inPackage] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? []
  return inPackage ?? /^(src|emulator)\//.exec(path)?.[1] ?? 'node'
}
