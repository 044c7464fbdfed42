import { sep } from 'node:path'
import TestSequencer from '@jest/test-sequencer'

/** Where the files are that take longest; the last stands for all others. */
const FOLDERS = ['faults', 'interop', 'scenarios', undefined]

const folderOf = ({ path }) => FOLDERS.find((folder) => path.includes(`${sep}__tests__${sep}${folder}${sep}`))

/**
 * A jest sequencer: on a fresh checkout nobody knows how long a file takes, so what takes long goes first, and no worker is left alone
 * with it at the end. Once it has run, jest itself knows better.
 */
export default class Order extends TestSequencer.default {
  sort(tests) {
    const sorted = super.sort(tests)
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted
    return FOLDERS.flatMap((folder) => sorted.filter((test) => folderOf(test) === folder))
  }
}
