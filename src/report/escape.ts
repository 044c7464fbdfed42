/**
 * One escaping function for each place text goes to (contract 5.4). Text from an instance, an issuer or a file is hostile:
 * it must not become a workflow command, markup, or a path.
 */

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** One line: control characters and those that reorder text become a visible placeholder; at most `max` characters. */
export function oneLine(text: string, max = 500): string {
  const line = text.replace(CONTROL, (character) => (/\s/.test(character) ? ' ' : '\u{fffd}'))
  return line.length > max ? `${line.slice(0, max)}…` : line
}

/** A line of a log: nothing the runner would read as a workflow command (`::name::`, and the older `##[name]`). */
export function logLine(text: string): string {
  return oneLine(text, 2000)
    .replaceAll('##[', '# #[')
    .replace(/^(\s*):/, '$1\u{2236}')
}

/** A character without width: GitHub looks for mentions and references in what Markdown has made, where entities are gone. */
const APART = '&#8203;'

/**
 * A cell or a paragraph of Markdown: shown as it is, no markup, no HTML, no mention, no reference (`#1`, `GH-1`), no link (GitHub
 * makes one of `www.`).
 */
export function markdown(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]!|~$:]|[@#]/g, (character) =>
      /[@#]/.test(character) ? character + APART : `&#${character.charCodeAt(0)};`,
    )
    .replace(/\bgh-(?=\d)/gi, (start) => start + APART)
    .replace(/\bwww\./gi, (start) => start.replace('.', '&#46;'))
}

/** A label of a Mermaid diagram: letters and digits as they are, everything else as an entity of Mermaid; at most `max` characters. */
export function mermaid(text: string, max = 40): string {
  const label = oneLine(text, max).replace(/[^A-Za-z0-9 ]/gu, (character) => `#${character.codePointAt(0) ?? 0};`)
  // Mermaid refuses a label without anything in it.
  return label.trim() === '' ? '#160;' : label
}

/** A name as a file or folder name: letters, digits, `.`, `_`, `-`; never hidden, never empty. */
export function fileName(text: string): string {
  const name = text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 100)
  return name === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name) ? `item-${name}` : name
}
