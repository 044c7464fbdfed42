import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execute, needProgram, type Execution } from './programs.ts'

const SERIAL = '-XX:+UseSerialGC'
/** For a JVM that ends within a second: the collector and the compiler that cost the least at the start. */
const QUICK = [SERIAL, '-XX:TieredStopAtLevel=1']
export const QUICK_KEYTOOL = QUICK.map((option) => `-J${option}`)

const COMPILED = fileURLToPath(new URL('../../build/java/', import.meta.url))

/**
 * Runs a Java program of one file, which takes what it is asked from standard input. Needs a JDK.
 * @param work `long` where it derives thousands of keys: for these code that is optimized pays, and they take minutes
 */
export async function runJava(source: string, input: string, work: 'short' | 'long'): Promise<Execution> {
  const [options, timeoutMs] = work === 'long' ? [[SERIAL], 600_000] : [QUICK, 120_000]
  const args = [...options, '-cp', await compiled(source), basename(source, '.java')]
  return execute(needProgram('java'), args, { input, timeoutMs })
}

/** The folder of its classes, compiled once for each content: that takes far longer than the program. */
async function compiled(source: string): Promise<string> {
  const folder = join(COMPILED, hash('sha256', await readFile(source), 'hex'))
  if (existsSync(folder)) return folder
  await mkdir(COMPILED, { recursive: true })
  const fresh = await mkdtemp(join(COMPILED, 'fresh-'))
  const compiler = [...QUICK, '-m', 'jdk.compiler/com.sun.tools.javac.Main', '--release', '17', '-d', fresh, source]
  const { exitCode, stdout, stderr } = await execute(needProgram('java'), compiler)
  if (exitCode !== 0) throw new Error(`${basename(source)} is not compiled: ${stdout}${stderr}`)
  // Where another process was quicker, its classes are the same.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }))
  return folder
}
