/**
 * Loaded before the bundle: when the first request of undici is sent, or at the end where none is, tells as JSON on the fourth
 * stream which files of the bundle and which modules of Node have been loaded so far.
 */
import { subscribe } from 'node:diagnostics_channel'
import { writeSync } from 'node:fs'
import { registerHooks } from 'node:module'
import process from 'node:process'

const files = []
let told = false

registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) files.push(url.slice(url.lastIndexOf('/') + 1))
    return next(url, context)
  },
})

function tell() {
  if (told) return
  told = true
  const builtins = process.moduleLoadList
    .filter((name) => /^NativeModule [a-z_0-9/]+$/.test(name))
    .map((name) => name.split(' ')[1])
  writeSync(3, JSON.stringify({ files, builtins }))
}
subscribe('undici:client:sendHeaders', tell)
process.on('exit', tell)
