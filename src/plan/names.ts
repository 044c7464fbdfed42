/**
 * How generations of a record are told apart: by the record's name (contract 4.5).
 * `<h>` is the first 8 hex digits of the SHA-256 of the stored content, dates are UTC.
 */

export type Generation =
  | { readonly is: 'current' }
  | { readonly is: 'new'; readonly hash: string }
  | { readonly is: 'retired' | 'in use' | 'rolled back'; readonly date: string; readonly hash: string }
  | { readonly is: 'until'; readonly date: string }

const SUFFIX = /^ \((?:new ([0-9a-f]{8})|(retired|in use|rolled back) (\d{4}-\d\d-\d\d) ([0-9a-f]{8})|until (\d{4}-\d\d-\d\d))\)$/

const isKept = (word: string | undefined): word is 'retired' | 'in use' | 'rolled back' =>
  word === 'retired' || word === 'in use' || word === 'rolled back'

/** What generation of `name` a record called `recordName` is, or undefined when it is none. */
export function generationOf(name: string, recordName: string): Generation | undefined {
  if (recordName === name) return { is: 'current' }
  if (!recordName.startsWith(`${name} (`)) return undefined
  const [, fresh, word, date = '', hash = '', until] = SUFFIX.exec(recordName.slice(name.length)) ?? []
  if (fresh !== undefined) return { is: 'new', hash: fresh }
  if (isKept(word)) return { is: word, date, hash }
  if (until !== undefined) return { is: 'until', date: until }
  return undefined
}

/** The name that a record would have as the current generation. */
export function baseName(recordName: string): string {
  const end = recordName.lastIndexOf(' (')
  return end > 0 && SUFFIX.test(recordName.slice(end)) ? recordName.slice(0, end) : recordName
}

const short = (sha256: string): string => (sha256 === '' ? '00000000' : sha256.slice(0, 8))

/** `YYYY-MM-DD` in UTC. */
export const dateOf = (time: Date): string => time.toISOString().slice(0, 10)

export const newName = (name: string, sha256: string): string => `${name} (new ${short(sha256)})`
/** The same for people, where its content is still to be made. */
export const comingName = (name: string, sha256: string): string => (sha256 === '' ? `${name} (new …)` : newName(name, sha256))

export const untilName = (name: string, date: Date): string => `${name} (until ${dateOf(date)})`

/**
 * @param since a time, or a date as a name has it
 * @param sha256 of the stored content, empty where nothing is attached.
 */
export function keptName(name: string, is: 'retired' | 'in use' | 'rolled back', since: Date | string, sha256: string): string {
  return `${name} (${is} ${typeof since === 'string' ? since : dateOf(since)} ${short(sha256)})`
}

/** The name with the date of its generation left out: for the digest, which knows no clock. */
export function withoutDate(recordName: string): string {
  return recordName.replace(/ \((retired|in use|rolled back|until) \d{4}-\d\d-\d\d/, ' ($1 DATE')
}
