#!/usr/bin/env node
/** The only entry: by its arguments a command of the terminal, without any a step of a job. */
const args = process.argv.slice(2)
const isStep = Object.keys(process.env).some((name) => name === 'GITHUB_ACTIONS' || name.startsWith('INPUT_'))

// Whoever reads the output may close it; a run that writes to an instance is ended in order all the same.
process.stdout.on('error', () => undefined)

/** What was printed before has left the process: on some systems a pipe takes it later. */
const flushed = (): Promise<void> => new Promise((resolve) => process.stdout.write('', () => resolve()))

if (args.length === 0 && isStep) {
  const { runAction } = await import('./action.ts')
  process.exitCode = await runAction(process.env)
  await flushed()
  // A service that does not answer holds its connection, and so the process, open.
  process.exit()
} else if (args[0] === 'inspect') {
  const { runInspect } = await import('./cli-inspect.ts')
  process.exitCode = await runInspect(args.slice(1), process.env)
} else {
  const { runCli } = await import('./cli.ts')
  process.exitCode = await runCli(args, process.env)
}
