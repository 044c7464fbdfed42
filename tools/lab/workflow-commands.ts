/** What a runner makes of the lines and files of a step. */

/** `::name key=value,key=value::message`, unescaped. */
export interface WorkflowCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

export interface Interpreted {
  /** In the order in which they were printed; `add-mask` among them, with its value. */
  readonly commands: readonly WorkflowCommand[]
  /** The values of `add-mask`, and each line of those that have several. */
  readonly masks: readonly string[]
  /** What is shown to people: every mask replaced by *** from the line on in which it was made known. */
  readonly log: string
  /** The same without any mask: what the step itself let out. */
  readonly unmaskedLog: string
}

const SHOWN: ReadonlySet<string> = new Set(['error', 'warning', 'notice', 'group', 'endgroup'])
const HIDDEN: ReadonlySet<string> = new Set([
  'add-mask',
  'debug',
  'echo',
  'add-matcher',
  'remove-matcher',
  'save-state',
  'set-output',
])

/** Reads the lines of a step as a runner does, from the first to the last. */
export function interpret(lines: readonly string[]): Interpreted {
  const commands: WorkflowCommand[] = []
  const masks = new Set<string>()
  const shown: string[] = []
  const unmasked: string[] = []
  let resumeToken: string | undefined
  const show = (line: string): void => {
    unmasked.push(line)
    shown.push(mask(line, masks))
  }
  for (const line of lines) {
    const command = parseCommand(line)
    if (resumeToken !== undefined) {
      if (command?.name === resumeToken) resumeToken = undefined
      else show(line)
    } else if (command?.name === 'stop-commands') {
      resumeToken = command.message
    } else if (command !== undefined && (SHOWN.has(command.name) || HIDDEN.has(command.name))) {
      commands.push(command)
      if (command.name === 'add-mask') for (const value of maskValues(command.message)) masks.add(value)
      if (SHOWN.has(command.name)) show(`##[${command.name}]${command.message}`)
    } else {
      show(line)
    }
  }
  return { commands, masks: [...masks], log: shown.join('\n'), unmaskedLog: unmasked.join('\n') }
}

/** A line as a workflow command, or undefined where it is none. */
export function parseCommand(line: string): WorkflowCommand | undefined {
  const match = /^\s*::([^\s:]+)(?: ([^]*?))?::([^]*)$/.exec(line)
  if (match === null) return undefined
  const [, name = '', properties = '', message = ''] = match
  const pairs = properties.split(',').flatMap((pair) => {
    const at = pair.indexOf('=')
    return at < 1 ? [] : [[pair.slice(0, at).trim(), unescape(pair.slice(at + 1))] as const]
  })
  return { name, properties: Object.fromEntries(pairs), message: unescape(message) }
}

/** The content of GITHUB_OUTPUT and its like: `name=value` lines and `name<<delimiter` blocks; later ones win. */
export function parseFileCommands(content: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = content.split(/\r?\n/)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const [, name, operator, rest = ''] = /^([^=<]+?)(=|<<)(.*)$/.exec(line) ?? []
    if (name === undefined) {
      if (line !== '') throw new Error(`a runner cannot read this line of a file command: ${line}`)
      continue
    }
    if (operator === '=') {
      values[name] = rest
      continue
    }
    const end = lines.indexOf(rest, at + 1)
    if (end === -1) throw new Error(`the value of ${name} has no end: the delimiter ${rest} does not come again`)
    values[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return values
}

function maskValues(value: string): string[] {
  return [value, ...value.split(/\r?\n/)].filter((text) => text.trim() !== '')
}

/** Replaces every place of every mask; places that overlap become one ***. */
function mask(text: string, masks: ReadonlySet<string>): string {
  const places = [...masks].flatMap((value) => placesOf(text, value)).sort((a, b) => a.start - b.start)
  let result = ''
  let done = 0
  for (const { start, end } of places) {
    if (start >= done) result += `${text.slice(done, start)}***`
    done = Math.max(done, end)
  }
  return result + text.slice(done)
}

function placesOf(text: string, value: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = []
  for (let start = text.indexOf(value); start !== -1; start = text.indexOf(value, start + 1)) {
    places.push({ start, end: start + value.length })
  }
  return places
}

/** The escapes of @actions/core; `:` and `,` are escaped in properties alone. */
const unescape = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')
