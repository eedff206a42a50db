import type { CollectionName } from '../../domain/schema'
import * as z from '../../domain/zod'
import type { Cloud } from '../cloud'

/** What no operation makes yet, written straight into the database. Ends with the operations that will make it. */
export interface Records {
  put(collection: CollectionName, records: readonly object[]): Promise<void>
  set(collection: CollectionName, id: string, fields: object): Promise<void>
}

const Answer = z.object({ code: z.optional(z.string()), message: z.optional(z.string()) })

/** The database's own door, in the words the SDK uses (only the functions have the SDK itself). @throws Error with the platform's code */
export function recordsOf({ url }: Cloud): Records {
  async function say(action: string, collectionName: CollectionName, more: object): Promise<void> {
    const response = await fetch(`${url}/admin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: `database.${action}`, collectionName, ...more }),
    })
    const { code, message } = z.parse(Answer, await response.json())
    if (code !== undefined) throw new Error(`${collectionName} ${action}: ${message}`)
  }

  return {
    put: (collection, records) =>
      say('insertDocument', collection, { data: records.map(record => JSON.stringify(record)) }),
    set: (collection, id, fields) =>
      say('modifyDocument', collection, { query: JSON.stringify({ _id: id }), data: JSON.stringify({ $set: fields }) }),
  }
}
