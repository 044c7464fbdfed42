/**
 * Readings of the real instance that nobody could settle from documentation, stock scripts or measurements. Each is a switch, so
 * that a client can be tried against every answer. `docs/INSTANCE.md` says what is known of each.
 */
export interface Assumptions {
  /** Whether queries compare text without regard to case, as a database with a case-insensitive collation does. */
  readonly queryIgnoresCase: boolean
  /** Whether `hash` of an attachment is the SHA-256 of its content, or left empty. */
  readonly attachmentHash: 'sha256' | 'empty'
  /** What happens to a password longer than its column. */
  readonly longPassword: 'cut' | 'refuse'
  /** What a password column does with a value that does not come with `sysparm_input_display_value=true`. */
  readonly passwordAsValue: 'dropped' | 'stored-raw'
  /** Whether `X-Total-Count` leaves out the rows that access rules hide. */
  readonly countAfterAcl: boolean
  /** Whether validity, subject and issuer are computed for keystores too, not only for trusted certificates. */
  readonly keystoreDates: boolean
  /** Whether basic authentication is refused for interactive users without the role `snc_basic_auth_api_access` (KB3025707). */
  readonly basicAuthRestricted: boolean
}

export const DEFAULT_ASSUMPTIONS: Assumptions = {
  queryIgnoresCase: true,
  attachmentHash: 'sha256',
  longPassword: 'cut',
  passwordAsValue: 'dropped',
  countAfterAcl: false,
  keystoreDates: false,
  basicAuthRestricted: false,
}
