import { readFile as callback } from 'node:fs'
import { promisify } from 'node:util'

/** As that of `node:fs/promises`, which loads Node's watchers of files and its line editor with it. */
export const readFile = promisify(callback)
