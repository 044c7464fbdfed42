import { request as askPlainly } from 'node:http'
import { request as askSecurely } from 'node:https'
import { connect, type Socket } from 'node:net'
import { codeOf } from '../http/failure.ts'

export interface Place {
  /** A name or an address, an IPv6 one without brackets. */
  readonly host: string
  readonly port: number
}

/** What becomes of a connection: one of the two is called, and failures after that are told, too. */
export interface Dialled {
  readonly onReady: (socket: Socket) => void
  readonly fail: (error: unknown) => void
}

/** What failed was the proxy, not the host behind it: HTTP status or code of Node follow. */
export const BY_PROXY = 'PROXY_'

/**
 * Connects to a place, by a tunnel (RFC 9110 9.3.6) where a proxy applies.
 * @returns ends it
 */
export function dial(place: Place, proxy: URL | undefined, { onReady, fail }: Dialled): () => void {
  if (proxy !== undefined) return dialThrough(place, proxy, { onReady, fail })
  const socket = connect(place)
  socket.on('error', fail)
  socket.once('connect', () => onReady(socket))
  return () => socket.destroy()
}

function dialThrough({ host, port }: Place, proxy: URL, { onReady, fail }: Dialled): () => void {
  const path = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const isSecure = proxy.protocol === 'https:'
  const asked = (isSecure ? askSecurely : askPlainly)({
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (isSecure ? 443 : 80),
    method: 'CONNECT',
    path,
    headers: { host: path, ...authorizationOf(proxy) },
    agent: false,
  })
  let tunnel: Socket | undefined
  asked.on('error', (error) => fail({ code: `${BY_PROXY}${codeOf(error) ?? 'FAILED'}` }))
  asked.once('connect', ({ statusCode = 0 }, socket, head: Buffer) => {
    tunnel = socket
    socket.on('error', fail)
    if (statusCode !== 200) {
      socket.destroy()
      fail({ code: `${BY_PROXY}${statusCode}` })
      return
    }
    if (head.length > 0) socket.unshift(head)
    onReady(socket)
  })
  asked.end()
  return () => {
    asked.destroy()
    tunnel?.destroy()
  }
}

function authorizationOf({ username, password }: URL): { 'proxy-authorization'?: string } {
  if (username === '' && password === '') return {}
  const text = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(text, 'utf8').toString('base64')}` }
}
