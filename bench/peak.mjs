/** Loaded before a program whose peak of memory is asked for: tells it, in KiB, on the fourth stream when the program ends. */
import { readFileSync, writeSync } from 'node:fs'
import process from 'node:process'

/** Of this program alone: on Linux the peak of `resourceUsage` begins with the size of the process that started it. */
function peak() {
  try {
    return /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

process.on('exit', () => {
  writeSync(3, peak() ?? String(process.resourceUsage().maxRSS))
})
