import { inspectCommand, inspectionText, parseInspect } from './commands/inspect.ts'
import { CodedError, problemIn } from './errors.ts'
import { BOUNDS, tooLarge } from './keystore/bounds.ts'
import { readAtMost } from './read-file.ts'
import { logLine } from './report/escape.ts'
import { atTerminal } from './terminal-hints.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** `inspect` at the terminal: it needs no spec and no instance, and is not made to wait for what they need. */
export async function runInspect(args: readonly string[], environment: Environment): Promise<number> {
  const json = args.includes('--json')
  try {
    const request = parseInspect(args)
    const inspection = await inspectCommand(request, readKeystoreFile(request.file), environment, new Date())
    print(json ? JSON.stringify(inspection) : inspectionText(inspection))
    return 0
  } catch (error) {
    const { code, message, hint } = atTerminal(problemIn(error, 'error'))
    if (json) print(JSON.stringify({ error: { code, message, hint } }))
    else printError(logLine(`error ${code} ${message}`) + `\n  hint: ${hint}`)
    return 1
  }
}

function readKeystoreFile(file: string): Buffer {
  const bytes = readBounded(file)
  if (bytes.length > BOUNDS.bytes) throw tooLarge('has more bytes', `${BOUNDS.bytes}`)
  return bytes
}

function readBounded(file: string): Buffer {
  try {
    return readAtMost(file, BOUNDS.bytes)
  } catch (error) {
    throw new CodedError('value.file', `${file}: cannot be read`, {
      hint: 'name a file that is there and may be read',
      cause: error,
    })
  }
}

const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const printError = (text: string): void => {
  process.stderr.write(`${text}\n`)
}
