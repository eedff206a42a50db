import { schema } from '@domain/schema'

type Document = Readonly<Record<string, unknown>> & { _id: string }
/** Every record of every collection, by collection and id. */
export type Snapshot = ReadonlyMap<string, ReadonlyMap<string, Document>>

/** The database as it is, past all sight. */
export async function takeSnapshot(names: readonly string[] = Object.keys(schema)): Promise<Snapshot> {
  const found = await Promise.all(names.map(async name => [name, await readAll(name)] as const))
  return new Map(found)
}

/** Puts these collections back as they were: what was changed, removed or added meanwhile. Answers how it found them. */
export async function restore(before: Snapshot, names: Iterable<string>): Promise<Snapshot> {
  const found = new Map<string, ReadonlyMap<string, Document>>()
  for (const name of names) {
    const was = before.get(name) ?? new Map<string, Document>()
    const is = await readAll(name)
    found.set(name, is)
    for (const [id, document] of was) if (textOf(is.get(id)) !== textOf(document)) await write(name, document)
    for (const id of is.keys()) if (!was.has(id)) await collection(name).doc(id).remove()
  }
  return found
}

/** What is not the same, as `collection/id`. */
export function differences(before: Snapshot, after: Snapshot): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(name => {
    const was = before.get(name) ?? new Map<string, Document>()
    const is = after.get(name) ?? new Map<string, Document>()
    const ids = new Set([...was.keys(), ...is.keys()])
    return [...ids].filter(id => textOf(was.get(id)) !== textOf(is.get(id))).map(id => `${name}/${id}`)
  })
}

/** The same text for the same record, whatever the order of its fields. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(JSON.stringify(value))
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`
  const fields = Object.entries(value).map(([field, held]) => `${field}:${textOf(held)}`)
  return `{${fields.sort().join()}}`
}

const sdk = require('wx-server-sdk') as typeof import('wx-server-sdk')
const collection = (name: string) => sdk.database().collection(name)

async function readAll(name: string): Promise<Map<string, Document>> {
  const { data } = (await collection(name).limit(1000).get()) as { data: Document[] }
  return new Map(data.map(document => [document._id, document]))
}

/** The record whole: what is stored and not in it goes. */
export async function write(name: string, { _id: id, ...data }: Document): Promise<void> {
  await collection(name).doc(id).set({ data })
}
