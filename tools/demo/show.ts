/** How the demo talks: headings, indented output, and a list of what was proved. */

const bold = (text: string): string => (process.stdout.isTTY ? `\u001b[1m${text}\u001b[0m` : text)

export function heading(text: string): void {
  console.log(`\n${bold(`── ${text} ${'─'.repeat(Math.max(0, 90 - text.length))}`)}`)
}

export function indented(text: string): void {
  console.log(text.trimEnd().replace(/^/gm, '   '))
}

const proofs: string[] = []

/** Notes what was shown, and by what; a proof that fails ends the demo with exit code 1. */
export function prove(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`)
  proofs.push(what)
  console.log(`   ✓ ${what}`)
}

export function listProofs(): void {
  heading('what was proved')
  for (const proof of proofs) console.log(` ✓ ${proof}`)
}
