/** The number of letters to add, drop, replace or swap with their neighbour, to get from one word to another. */
function distance(from: string, to: string): number {
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1]
      const swapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1), swapped))
    }
    before = last
    last = row
  }
  return last[to.length] ?? 0
}

/** `protocolProfile`, `protocol_profile` and `Protocol Profile` as they are written in a spec. */
const kebab = (text: string): string =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase()

/** Longer words and lists are not worth the time. */
const LONGEST_WORD = 40
const MOST_KNOWN = 100

/** The known word that was probably meant: up to a third of its letters are wrong. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  if (word.length > LONGEST_WORD || known.length > MOST_KNOWN) return undefined
  const meant = kebab(word)
  const near = known.flatMap((name) => {
    const most = Math.max(1, Math.floor(name.length / 3))
    if (Math.abs(name.length - meant.length) > most) return []
    const far = Math.min(distance(word, name), distance(meant, kebab(name)))
    return far <= most ? [{ name, far }] : []
  })
  near.sort((a, b) => a.far - b.far)
  return near[0]?.name
}

/** `did you mean port?`, where something is near. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const name = suggest(word, known)
  return name === undefined ? undefined : `did you mean ${name}?`
}
