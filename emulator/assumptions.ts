/**
 * Readings of the real instance that nobody could settle from documentation, stock scripts or measurements. Each is a switch, so
 * that a client can be tried against every answer. `docs/INSTANCE.md` says what is known of each. The first value is the default.
 */
export const ASSUMPTIONS = {
  /** Whether queries compare text without regard to case, as a database with a case-insensitive collation does. */
  queryIgnoresCase: [true, false],
  /** Whether `hash` of an attachment is the SHA-256 of its content, or left empty. */
  attachmentHash: ['sha256', 'empty'],
  /** What happens to a password longer than its column. */
  longPassword: ['cut', 'refuse'],
  /** What a password column does with a value that does not come with `sysparm_input_display_value=true`. */
  passwordAsValue: ['dropped', 'stored-raw'],
  /** Whether `X-Total-Count` leaves out the rows that access rules hide. */
  countAfterAcl: [false, true],
  /** Whether validity, subject and issuer are computed for keystores too, not only for trusted certificates. */
  keystoreDates: [false, true],
  /** Whether basic authentication is refused for interactive users without the role `snc_basic_auth_api_access` (KB3025707). */
  basicAuthRestricted: [false, true],
  /** Whether a URL of more than 2,048 characters is taken, or refused with 414 as some fronts do. */
  longUrls: ['taken', 'refused'],
  /** What becomes of references to a record that is deleted. */
  deletedReference: ['kept', 'cleared'],
  /** The order of rows that no query orders. */
  unordered: ['as-made', 'by-sys-id'],
  /** How yes and no are told in values. */
  booleans: ['words', 'digits'],
  /** Whether the text of a certificate is stored as it came, or with the line ends of a form. */
  pemLineEnds: ['kept', 'crlf'],
  /** The time that `gs.dateGenerate` in a query means. */
  queryTimes: ['utc', 'zone-of-user'],
  /** What client credentials give where the registry names no OAuth Application User: nothing, or a token that is good for nothing. */
  clientWithoutUser: ['refused', 'token-only'],
  /** Whether the JWT bearer grant needs the client's secret beside the assertion. */
  jwtClientSecret: ['ignored', 'required'],
} as const satisfies Readonly<Record<string, readonly [unknown, unknown]>>

export type Assumptions = { readonly [Name in keyof typeof ASSUMPTIONS]: (typeof ASSUMPTIONS)[Name][number] }

const firsts = Object.fromEntries(Object.entries(ASSUMPTIONS).map(([name, [first]]) => [name, first]))

export const DEFAULT_ASSUMPTIONS = firsts as Assumptions

/**
 * Reads `name=value`, as the flag `--assume` takes it.
 * @throws Error that names what is allowed.
 */
export function parseAssumption(text: string): Partial<Assumptions> {
  const [name = '', value] = text.split('=')
  const values = Object.entries(ASSUMPTIONS).find(([known]) => known === name)?.[1]
  if (values === undefined) throw new Error(`'${name}' is none of ${Object.keys(ASSUMPTIONS).join(', ')}`)
  const chosen = values.find((known) => String(known) === value)
  if (chosen === undefined) throw new Error(`${name} is ${values.join(' or ')}, not '${value ?? ''}'`)
  return { [name]: chosen }
}
