import type { IncomingMessage } from 'node:http'

/** The loopback names a browser on this machine may use. */
const names = ['127.0.0.1', 'localhost'] as const

/** The origins of a listener on this port. */
export const originsOf = (port: number): string[] => names.map(name => `http://${name}:${port}`)

/**
 * True when the request is for this listener and comes from none but its own pages: another site can neither rebind a name to us
 * (Host) nor speak to us (Origin, which a browser puts on every request across sites that could change something).
 */
export function isOurs({ headers }: Pick<IncomingMessage, 'headers'>, port: number): boolean {
  if (!names.some(name => headers.host === `${name}:${port}`)) return false
  return headers.origin === undefined || originsOf(port).includes(headers.origin)
}
