/** What a run writes, loaded at once when it has something to write. */
export { packFiles, PLAN_FILE } from './pack.ts'
export { resultFile } from './result-file.ts'
export { requireReplaceable, writeFiles } from './write.ts'
