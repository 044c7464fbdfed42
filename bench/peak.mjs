/** Loaded before a program whose peak of memory is asked for: tells it, in KiB, on the fourth stream when the program ends. */
import { writeSync } from 'node:fs'
import process from 'node:process'

process.on('exit', () => {
  writeSync(3, String(process.resourceUsage().maxRSS))
})
