import { stripTypeScriptTypes } from 'node:module'

/** A jest transformer: TypeScript as Node itself reads it, types made blank, so that lines and columns stay what they were. */
export default { process: (source) => ({ code: stripTypeScriptTypes(source) }) }
