import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { messageOf, refusal } from '../codes'
import { admit, preflight, sendFailure, type Route } from './http'

/** The door of the cloud: one http server on 127.0.0.1. */
export interface Gateway {
  url: string
  /** Everything the server answers, added once it is known. */
  open(routes: readonly Route[], origins: () => readonly string[]): void
  close(): Promise<void>
}

/** Answers one request by the first route that takes it; false when none does. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route[],
  origins: readonly string[],
): Promise<boolean> {
  if (!admit(request, response, origins)) return true
  try {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (preflight(request, response)) return true
    for (const route of routes) if (await route(request, response, url)) return true
    return false
  } catch (error) {
    process.stderr.write(`local cloud: ${messageOf(error)}\n`)
    if (!response.headersSent) sendFailure(response, error, 500)
    return true
  }
}

/** Takes a port. @throws Error with one clear line when it is taken */
export async function openGateway(port: number): Promise<Gateway> {
  let routes: readonly Route[] = []
  let origins: () => readonly string[] = () => []
  const server = createServer((request, response) => {
    void serve(request, response, routes, origins()).then(
      answered =>
        answered || sendFailure(response, refusal('INVALID_PARAM', `nothing is at ${request.url ?? ''}`), 404),
    )
  })
  return {
    url: await listen(server, port),
    open(those, from) {
      routes = those
      origins = from
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          error.code === 'EADDRINUSE'
            ? `port ${port} is already in use`
            : `port ${port} cannot be used: ${error.message}`,
        ),
      ),
    )
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address === 'object' && address !== null) resolve(`http://127.0.0.1:${address.port}`)
      else reject(new Error('the server has no address'))
    })
  })
}
