/** A jest reporter that counts and names at the end what was not run, so that a missing program cannot pass for a success. */
export default class SkippedReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap(({ testResults }) =>
      testResults.filter(({ status }) => status === 'pending' || status === 'todo').map(({ fullName }) => fullName),
    )
    if (skipped.length === 0) return
    process.stderr.write(`\n${skipped.length} skipped:\n${skipped.map((name) => `  ${name}\n`).join('')}`)
  }
}
