import type { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

export interface Listening {
  readonly url: string
  /** Stops, and ends connections that are kept alive or never answered. */
  close(): Promise<void>
}

export interface Tls {
  readonly cert: Buffer
  readonly key: Buffer
  /** CAs of client certificates: who shows one signs in as the user that it is mapped to. */
  readonly clientCa?: Buffer
}

/** Listens on 127.0.0.1 alone; port 0 takes any that is free. */
export async function listen(
  port: number,
  tls: Tls | undefined,
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listening> {
  const server: Server = tls === undefined ? createServer(handler) : createTlsServer(optionsOf(tls), handler)
  const sockets = new Set<Socket>()
  const track = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
  }
  server.on('connection', track)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${portOf(server.address())}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

const optionsOf = ({ cert, key, clientCa }: Tls): ServerOptions => ({
  cert,
  key,
  ...(clientCa !== undefined && { ca: clientCa, requestCert: true, rejectUnauthorized: false }),
})

/** The client certificate that came with the connection, where a CA that was named signed it. */
export function clientCertificateOf({ socket }: IncomingMessage): X509Certificate | undefined {
  return socket instanceof TLSSocket && socket.authorized ? socket.getPeerX509Certificate() : undefined
}

const portOf = (address: AddressInfo | string | null): number =>
  address === null || typeof address === 'string' ? 0 : address.port

const LARGEST_BODY = 64 * 1024 * 1024

/** The whole body, or undefined when it is too large or the client went away. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of request) {
      if (!Buffer.isBuffer(part)) return undefined
      size += part.length
      if (size > LARGEST_BODY) return undefined
      parts.push(part)
    }
  } catch {
    return undefined
  }
  return Buffer.concat(parts)
}
