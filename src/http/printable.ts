/** Control, format (direction, zero width), separator and lone surrogate characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu

/**
 * Text from elsewhere as it may stand in a message: one line without control or direction characters, of at most
 * `longest` characters. Where it goes to (log line, Markdown, workflow command) is escaped there.
 */
export function printable(text: string, longest = 300): string {
  const line = text
    .slice(0, longest * 8)
    .replaceAll(UNPRINTABLE, ' ')
    .trim()
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` : line
}
