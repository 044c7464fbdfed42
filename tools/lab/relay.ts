import { readFileSync } from 'node:fs'
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http'
import { HOST, listen, stop } from './listening.ts'
import { interpret } from './workflow-commands.ts'

/** A request as it came by, and what its sender had made known as a secret when it came. */
export interface Passed {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** The masks of the log when the first byte of the request had come, and not later. */
  readonly masks: readonly string[]
}

export interface Relay {
  readonly url: string
  readonly passed: readonly Passed[]
  close(): Promise<void>
}

/**
 * Stands before a server and hands on whatever is asked of it. When a request comes it reads the log that its sender writes into a
 * file: what is not there by then was said after the request was sent, for the sender writes the file at once.
 */
export async function startRelay(target: string, logFile: string): Promise<Relay> {
  const passed: Passed[] = []
  const handOn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { masks } = interpret(readFileSync(logFile, 'utf8').split('\n'))
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = '', url: path = '', headers } = request
    const body = Buffer.concat(chunks)
    passed.push({ method, path, headers: headers as Record<string, string>, body, masks })
    const onward = send(new URL(path, target), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    onward.end(body)
  }
  const server = createServer((request, response) => void handOn(request, response))
  return { url: `http://${HOST}:${await listen(server)}`, passed, close: () => stop(server) }
}
