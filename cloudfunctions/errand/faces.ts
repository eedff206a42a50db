import { minuteMs } from '@domain/time'
import { temporaryUrls } from '../kernel/cloud'
import { newMemory } from '../kernel/memory'
import type { ErrandDocument } from './rise'

/** A link lives ten minutes; it is told for eight, so that a phone has time to fetch the picture. */
const toldForMs = 8 * minuteMs
const coming: readonly string[] = ['accepted', 'underway', 'delivered']
const links = newMemory<string>()

/**
 * The same errands with links in the place of the riders' faces. A warm instance remembers the links, so that a list asks the storage at
 * most once, and only when somebody is coming whose face it has not met.
 */
export async function withFaces<R extends Pick<ErrandDocument, 'riderFace' | 'state'>>(
  records: R[],
  now: number,
): Promise<R[]> {
  const files = new Set(
    records.flatMap(({ riderFace = [], state }) => (coming.includes(String(state)) ? riderFace : [])),
  )
  const unknown = [...files].filter(file => links.get(file, now) === undefined)
  if (unknown.length > 0) for (const [file, url] of await temporaryUrls(unknown)) links.put(file, url, now + toldForMs)
  const linkOf = (file: string | undefined) => (file && links.get(file, now)) || undefined
  return files.size === 0 ? records : records.map(record => ({ ...record, riderFace: linkOf(record.riderFace) }))
}
