/** A request that the instance refuses; becomes `{"error":{"message","detail"},"status":"failure"}`. */
export class Refusal extends Error {
  readonly status: number
  readonly detail: string | null

  constructor(status: number, message: string, detail: string | null = null) {
    super(message)
    this.status = status
    this.detail = detail
  }
}

export const invalidTable = (table: string): Refusal => new Refusal(400, `Invalid table ${table}`)
export const noSuchResource = (): Refusal => new Refusal(400, 'Requested URI does not represent any resource')
export const notAuthenticated = (): Refusal => new Refusal(401, 'User Not Authenticated', 'Required to provide Auth information')
export const noApiAccess = (): Refusal => new Refusal(403, 'User Not Authorized', 'Failed API level ACL Validation')
export const notReadable = (): Refusal => new Refusal(403, 'Insufficient rights to query records')
export const notWritable = (operation: 'Insert' | 'Update' | 'Delete'): Refusal =>
  new Refusal(403, 'Operation Failed', `ACL Exception ${operation} Failed due to security constraints`)
export const abortedBy = (table: string, rule: string): Refusal =>
  new Refusal(
    403,
    'Operation Failed',
    `Operation against file '${table}' was aborted by Business Rule '${rule}'. Business Rule Stack:${rule}`,
  )
export const missingMandatory = (label: string): Refusal =>
  new Refusal(403, 'Operation Failed', `Data Policy Exception: ${label} is mandatory`)
export const noRecord = (): Refusal =>
  new Refusal(404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval")
