import { refuse } from '../codes'
import { isRecord } from '../database/values'

/** The fields of a request's body: JSON, or the multipart form that calls to WeChat come in. @throws INVALID_PARAM */
export function openForm(body: Buffer, contentType: string): Record<string, unknown> {
  const boundary = /multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary !== undefined) return parts(body, boundary)
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (isRecord(value)) return value
  } catch {
    // said below
  }
  return refuse('INVALID_PARAM', 'the request is neither JSON nor a form')
}

function parts(body: Buffer, boundary: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  const line = Buffer.from(`--${boundary}`)
  let from = body.indexOf(line)
  while (from >= 0) {
    const to = body.indexOf(line, from + line.length)
    if (to < 0) break
    // A part: CRLF, headers, an empty line, the value, CRLF.
    const part = body.subarray(from + line.length + 2, to - 2)
    const gap = part.indexOf('\r\n\r\n')
    const headers = part.subarray(0, gap).toString('utf8')
    const name = /name="([^"]*)"/i.exec(headers)?.[1]
    const value = part.subarray(gap + 4)
    // The protobuf of a call to WeChat is bytes; the SDK does not mark it as such.
    if (name !== undefined && gap >= 0) fields[name] = name === 'requestData' ? value : value.toString('utf8')
    from = to
  }
  return fields
}
