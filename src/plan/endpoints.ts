import type { Finding } from '../errors.ts'
import type { MessageSpec } from '../spec/model.ts'
import type { Change } from './model.ts'
import type { Observed } from './observed.ts'
import type { Method, Row } from './ports.ts'

/**
 * Endpoints of messages and of their methods. The name of a protocol profile is a scheme of its own: `bankm://host` is called over
 * it whatever the flag says, and where a test shows plain `https://`, the endpoint itself must have it (KB0696599). A REST message
 * has one, and its methods may; of a SOAP message only the functions have.
 */

/** The longest endpoint that fits into sys_rest_message.rest_endpoint. */
const MAX_REST_ENDPOINT = 200
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i

/** The scheme of an endpoint in lower case; undefined where it has none, as one that begins with a variable. */
const schemeOf = (endpoint: string): string | undefined => SCHEME.exec(endpoint)?.[1]?.toLowerCase()

/** What is written to methods beside their message. */
type Beside = Pick<Change, 'columns' | 'steps'>

export const methodsOf = ({ methods }: Pick<Observed, 'methods'>, { sysId }: Row): Method[] =>
  methods.filter(({ message }) => message === sysId)

/** The endpoints of methods in another form, each in a write of its own. */
function writing(changed: readonly { readonly method: Method; readonly to: string }[], tables: Observed['tables']): Beside {
  return {
    columns: changed.map(({ method, to }) => {
      const column = tables[method.kind].columns.endpoint ?? 'endpoint'
      return { column: `${column} of ${method.name}`, from: method.endpoint ?? null, to }
    }),
    steps: changed.map(({ method: { kind, sysId, name }, to }) => ({
      do: 'update',
      kind,
      record: { sysId },
      name,
      columns: { endpoint: to },
    })),
  }
}

export interface Endpoints {
  /** Of the message itself, undefined where it is left alone. */
  readonly own: string | undefined
  readonly beside: Beside
  readonly findings: readonly Finding[]
}

const LEFT_ALONE: Endpoints = { own: undefined, beside: { columns: [], steps: [] }, findings: [] }

/** Methods whose calls are without mutual authentication where their message's are: they have none of their own. */
export const quietMethods = (methods: readonly Method[]): Method[] =>
  methods.filter(({ mutualAuthentication, profile }) => !mutualAuthentication || profile === '')

/**
 * The endpoints with the profile's name as their scheme, where the spec asks for that; with https in its place where mutual
 * authentication is off, as they would be called over the profile all the same.
 */
export function planEndpoints(
  { kind, rewriteEndpoint, protocolProfile: profile, mutualAuthentication: on }: MessageSpec,
  row: Row,
  methods: readonly Method[],
  tables: Observed['tables'],
): Endpoints {
  if (!rewriteEndpoint || profile === undefined) return LEFT_ALONE
  const rewritten = (endpoint: string): string =>
    on
      ? endpoint.replace(SCHEME, `${profile}://`)
      : schemeOf(endpoint) === profile
        ? endpoint.replace(SCHEME, 'https://')
        : endpoint
  const own = row.columns.endpoint === undefined ? undefined : rewritten(row.columns.endpoint)
  const changed = (on ? methods : quietMethods(methods)).flatMap((method) => {
    const { endpoint = '' } = method
    return rewritten(endpoint) === endpoint ? [] : [{ method, to: rewritten(endpoint) }]
  })
  const findings: Finding[] = []
  const unclear = (message: string): void => void findings.push({ code: 'record.unclear', severity: 'error', message })
  if (kind === 'rest-message' && [own ?? '', ...changed.map(({ to }) => to)].some(({ length }) => length > MAX_REST_ENDPOINT))
    unclear(`the rewritten endpoint is longer than ${MAX_REST_ENDPOINT} characters`)
  if (kind === 'soap-message' && !methods.some(({ endpoint }) => endpoint !== undefined))
    unclear('no function of the message tells its endpoint: there is none, or the account may not read them')
  return { own, beside: writing(changed, tables), findings }
}

/** What brings the endpoints of methods back that were given the scheme of a profile, which leads nowhere without it. */
export function withoutScheme(scheme: string, methods: readonly Method[], tables: Observed['tables']): Beside {
  const changed = methods.flatMap((method) => {
    const { endpoint = '' } = method
    return schemeOf(endpoint) === scheme ? [{ method, to: endpoint.replace(SCHEME, 'https://') }] : []
  })
  return writing(changed, tables)
}

const endpointsOf = (
  row: Row,
  methods: readonly Method[],
): { readonly whose: string; readonly endpoint: string | undefined }[] => [
  { whose: 'its endpoint', endpoint: row.columns.endpoint },
  ...methods.map(({ name, endpoint }) => ({ whose: `the endpoint of its method ${name}`, endpoint })),
]

/** Endpoints of a message without mutual authentication that are called over a profile all the same, by their scheme. */
export function schemesLeft(row: Row, methods: readonly Method[], profiles: readonly Row[]): Finding[] {
  const names = new Set(profiles.map(({ columns }) => columns.name))
  return endpointsOf(row, methods).flatMap(({ whose, endpoint = '' }): Finding[] => {
    const scheme = schemeOf(endpoint)
    if (scheme === undefined || ['http', 'https'].includes(scheme) || !names.has(scheme)) return []
    const message = `${whose} begins with ${scheme}://: it is called over that profile though mutual authentication is off`
    return [{ code: 'message.endpoint', severity: 'warning', message }]
  })
}

/**
 * Endpoints whose scheme is that of another profile, or of none that is known: what is called over which keystore is then not
 * what the spec says. Those that are rewritten are no matter.
 */
export function endpointWarnings(
  { rewriteEndpoint, protocolProfile: profile }: Pick<MessageSpec, 'rewriteEndpoint' | 'protocolProfile'>,
  row: Row,
  methods: readonly Method[],
): Finding[] {
  if (profile === undefined) return []
  return endpointsOf(row, methods).flatMap(({ whose, endpoint = '' }): Finding[] => {
    const scheme = schemeOf(endpoint)
    if (rewriteEndpoint) {
      if (scheme !== undefined || endpoint === '') return []
      const message = `${whose} has no scheme to be rewritten: what it becomes when it is called is for whoever sets its variables`
      return [{ code: 'message.endpoint', severity: 'warning', message }]
    }
    if (scheme === undefined || ['http', 'https', profile].includes(scheme)) return []
    const message = `${whose} begins with ${scheme}://, and not with https:// or the profile's ${profile}://: it is called over another profile, or not at all`
    return [{ code: 'message.endpoint', severity: 'warning', message }]
  })
}
