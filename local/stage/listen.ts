import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** A listener on this machine's loopback. */
export interface Listener {
  port: number
  close(): Promise<void>
}

export type Answer = (request: IncomingMessage, response: ServerResponse, port: number) => Promise<void> | void

/** Listens on the first of these ports that is free; 0 is any. @throws the last port's own error */
export async function listen(ports: readonly number[], answer: Answer): Promise<Listener> {
  let failure: unknown
  for (const wanted of ports) {
    const server = createServer((request, response) => void reply(request, response))
    const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      try {
        await answer(request, response, portOf(server))
      } catch (error) {
        process.stderr.write(`stage: ${request.url ?? ''}: ${error instanceof Error ? error.message : String(error)}\n`)
        if (response.headersSent) response.end()
        else response.writeHead(500).end()
      }
    }
    try {
      await started(server, wanted)
      return { port: portOf(server), close: () => closed(server) }
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

function started(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

function closed(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
