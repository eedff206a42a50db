import type { Heard } from './recorder'

/** A request as it is compared: what differs from run to run replaced by what it is. */
export interface Plain {
  request: string
  headers: Record<string, string>
  body: unknown
}

// Of this machine, or of the connection, and nothing the SDK decides.
const unsaid = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'transfer-encoding'])

/** Puts a request into the form in which it is recorded and compared. */
export function plain({ method, url, headers, body }: Heard): Plain {
  const boundary = /boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1]
  const said = Object.entries(headers).filter(([name]) => !unsaid.has(name))
  return {
    request: `${method} ${url.replace(/seqId=[^&]*/, 'seqId=<id>')}`,
    headers: Object.fromEntries(said.map(([name, value]): [string, string] => [name, steady(value, boundary)]).sort()),
    body: bodyOf(body, boundary),
  }
}

/** A header without what the moment decides: signature, day, second, and the boundary of a form. */
function steady(header: string, boundary: string | undefined): string {
  return (boundary === undefined ? header : header.replace(boundary, '<boundary>'))
    .replace(/Signature=[0-9a-f]+/, 'Signature=<hex>')
    .replace(/\/\d{4}-\d\d-\d\d\//, '/<day>/')
    .replace(/^\d{10,13}$/, '<moment>')
}

function bodyOf(body: Buffer, boundary: string | undefined): unknown {
  if (body.length === 0) return null
  if (boundary !== undefined) return partsOf(body, boundary)
  const text = body.toString('utf8')
  return text.startsWith('{') ? JSON.parse(text) : text
}

/** The parts of a form, one line each: its headers and its content, bytes that are no text as hexadecimal. */
function partsOf(body: Buffer, boundary: string): string[] {
  const parts = body.toString('latin1').split(`--${boundary}`).slice(1, -1)
  return parts.map(part => {
    const [head = '', ...content] = part.split('\r\n\r\n')
    const bytes = Buffer.from(content.join('\r\n\r\n').replace(/\r\n$/, ''), 'latin1')
    const shown = bytes.toString('latin1')
    return `${head.trim().replaceAll('\r\n', ' | ')} = ${/^[\x20-\x7e]*$/.test(shown) ? shown : bytes.toString('hex')}`
  })
}
