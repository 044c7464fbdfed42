import { connect, createServer, type Socket } from 'node:net'
import { HOST, listen } from './listening.ts'

/** A front that never closes a connection by itself, whatever the server behind it and the client do. */
export interface Holder {
  readonly url: string
  /** Connections that have come. */
  readonly count: number
  close(): Promise<void>
}

/**
 * Stands before a server and holds every connection open.
 * @param target undefined: nobody is behind it, and nothing is answered
 */
export async function startHolder(target?: string): Promise<Holder> {
  const sockets: Socket[] = []
  const hold = (socket: Socket): void => {
    sockets.push(socket)
    socket.on('error', () => undefined).resume()
    if (target === undefined) return
    const { hostname, port } = new URL(target)
    const upstream = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    sockets.push(upstream)
    upstream.on('error', () => undefined)
    socket.pipe(upstream, { end: false })
    upstream.pipe(socket, { end: false })
  }
  const server = createServer({ allowHalfOpen: true }, hold)
  let count = 0
  server.on('connection', () => count++)
  return {
    url: `http://${HOST}:${await listen(server)}`,
    get count() {
      return count
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
