import { DEFAULT_ASSUMPTIONS, type Assumptions } from './assumptions.ts'
import { Database, type Snapshot } from './database.ts'
import { exchange, type ExchangeContext, type RecordedRequest } from './exchange.ts'
import { Faults, type Fault, type FaultHandle } from './faults.ts'
import { broken, inspect, type Finding, type Violation } from './observer.ts'
import { PasswordVault } from './passwords.ts'
import { keep, openFolder } from './persistence.ts'
import { Schema, type BusinessRule, type Row, type Undo } from './schema.ts'
import { seedAdministrator, seedDescriptions, seedRecords } from './seed.ts'
import { listen, type Tls } from './server.ts'
import { Store } from './store.ts'
import { TinyUrls } from './tiny-url.ts'
import { Tokens } from './tokens.ts'

export interface EmulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** A folder to keep everything in, keys in clear; without it nothing outlives the process. */
  readonly data?: string
  readonly tls?: Tls
  /** The property `instance_name` of a new instance; default `local`. */
  readonly instanceName?: string
  /** The administrator; default `admin` with password `admin`. */
  readonly user?: string
  readonly password?: string
  readonly assume?: Partial<Assumptions>
  readonly now?: () => Date
}

export interface Emulator {
  /** `http://127.0.0.1:PORT`, or `https://…` with a certificate. */
  readonly url: string
  /** Whether the data folder was empty. */
  readonly fresh: boolean
  /** Every request in the order in which it was carried out. */
  readonly requests: readonly RecordedRequest[]
  /** What writes over HTTP broke, seen after each of them. */
  readonly violations: readonly Violation[]
  readonly store: Store
  /** Everything that is not whole at this moment, whoever did it. */
  inspect(): Finding[]
  /** Forgets requests and violations; the next request is number 1. */
  clearRequests(): void
  fault(fault: Fault): FaultHandle
  /** The column behaves as if the instance did not have it: dropped in writes, absent from answers, queries and the dictionary. */
  dropColumn(table: string, column: string): Undo
  /** Access rules hide these rows from reads while `X-Total-Count` still counts them. */
  hideRows(table: string, matches: (row: Row) => boolean): Undo
  /** A rule of this instance's own, run before each save; it may change the row or abort the write. */
  addRule(rule: BusinessRule): Undo
  /** Ends all access tokens, as time does. */
  expireTokens(): void
  /** Access policies of this API (`table`, `attachment`) let API keys and tokens not through. */
  refuseApi(api: 'table' | 'attachment'): Undo
  snapshot(): Snapshot
  restore(snapshot: Snapshot): void
  close(): Promise<void>
}

/** Starts a local instance on 127.0.0.1. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { data } = options
  const kept = data === undefined ? undefined : openFolder(data)
  const database = new Database()
  const vault = new PasswordVault(kept?.key)
  const schema = new Schema()
  const assume = { ...DEFAULT_ASSUMPTIONS, ...options.assume }
  const saved = (): void => {
    if (data !== undefined) keep(data, database, vault.key)
  }
  const now = options.now ?? (() => new Date())
  const store = new Store({ database, schema, vault, assume, now, saved })
  const tokens = new Tokens()
  if (kept === undefined) seedRecords(database, options.instanceName ?? 'local')
  else database.restore(kept.snapshot)
  seedDescriptions(database)
  seedAdministrator(store, options.user ?? 'admin', options.password ?? 'admin')

  let requests: RecordedRequest[] = []
  let violations: Violation[] = []
  let count = 0
  let seen: { revision: number; findings: Finding[] } = { revision: -1, findings: [] }
  const look = (): Finding[] => {
    if (seen.revision !== database.revision) seen = { revision: database.revision, findings: inspect(store) }
    return seen.findings
  }
  const faults = new Faults()
  const context: ExchangeContext = {
    store,
    schema,
    assume,
    now,
    tokens,
    tinyUrls: new TinyUrls(),
    faults,
    next: () => (count += 1),
    record: (request) => requests.push(request),
    observed: (n, act) => {
      const before = look()
      const answer = act()
      for (const finding of broken(before, look())) violations.push({ ...finding, afterRequest: n })
      return answer
    },
  }
  const server = await listen(options.port ?? 0, options.tls, (incoming, response) => {
    exchange(incoming, response, server.url, context).catch(() => incoming.socket.destroy())
  })
  return {
    url: server.url,
    fresh: kept === undefined,
    get requests() {
      return requests
    },
    get violations() {
      return violations
    },
    store,
    inspect: look,
    clearRequests: () => {
      requests = []
      violations = []
      count = 0
    },
    fault: (fault) => faults.arm(fault),
    dropColumn: (table, column) => schema.dropColumn(table, column),
    hideRows: (table, matches) => schema.hideRows(table, matches),
    addRule: (rule) => schema.addRule(rule),
    expireTokens: () => tokens.expire(),
    refuseApi: (api) => {
      store.refusedApis.add(api)
      return () => void store.refusedApis.delete(api)
    },
    snapshot: () => database.snapshot(),
    restore: (snapshot) => {
      database.restore(snapshot)
      saved()
    },
    close: () => server.close(),
  }
}
