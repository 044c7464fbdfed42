import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server as HttpServer } from 'node:http'
import type { Server } from 'node:net'

/** Servers of the laboratory are there for this machine alone. */
export const HOST = '127.0.0.1'

/** Lets a server listen on a free port; it does not keep the process alive. @returns the port */
export async function listen(server: Server): Promise<number> {
  server.listen(0, HOST).unref()
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

/** Stops a server, and the connections that it still has. */
export async function stop(server: HttpServer): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

/** A port that is free now; somebody else may be quicker to take it. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await stop(server)
  return port
}
