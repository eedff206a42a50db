import type { Schema } from '../../domain/schema'
import { openClock } from '../../local/cloud/clock'
import { answerDatabase } from '../../local/cloud/database/actions'
import { openCatalog } from '../../local/cloud/database/catalog'
import type { Ledger } from '../../local/cloud/database/ledger'
import { isRecord } from '../../local/cloud/database/values'
import { newMeter } from '../../local/cloud/stats'
import { openStore } from '../../local/cloud/store/store'
import { newLocks } from '../../local/cloud/transaction/locks'
import type { Database, Row } from '../local/cloud/sdk'

/** One way to the database. Every promise resolves when the answer is there: of a write, when it is on the disk. */
export interface Door {
  insert(documents: Row[]): Promise<unknown>
  byId(id: string): Promise<number>
  /** The first twenty of a community's list: equality on two fields, sorted by a third. */
  list(community: number): Promise<number>
  /** Moves a document from `rev` to the next; 1 when it was at `rev`. */
  move(id: string, rev: number): Promise<number>
}

export const communities = 500

/** A document of about 300 bytes, as an errand is. */
export function documentOf(id: string, n: number): Row {
  const community = `c${n % communities}`
  return {
    _id: id,
    communityId: community,
    state: 'requested',
    at: n,
    rev: 0,
    riderId: `r${n % 997}`,
    what: '取快递'.repeat(20),
  }
}

export const schema = {
  errands: {
    indexes: [
      { name: 'byCommunity', keys: { communityId: 1, state: 1, at: -1 } },
      { name: 'byRider', keys: { riderId: 1, at: -1 } },
    ],
  },
} as const satisfies Schema

/** Through the SDK, over http. */
export function sdkDoor(db: Database): Door {
  const errands = db.collection('errands')
  return {
    insert: documents => errands.add({ data: documents.length === 1 ? (documents[0] ?? {}) : documents }),
    byId: async id => ((await errands.doc(id).get()).data ? 1 : 0),
    async list(community) {
      const where = { communityId: `c${community}`, state: 'requested' }
      return (await errands.where(where).orderBy('at', 'desc').limit(20).get()).data.length
    },
    async move(id, rev) {
      const data = { rev: rev + 1, at: rev }
      return (await errands.where({ _id: id, rev }).update({ data })).stats.updated
    },
  }
}

/** The same requests put to the database in this process: neither SDK nor http. */
export async function openNearDoor(dataDir: string): Promise<{ door: Door; close(): Promise<void> }> {
  const store = openStore(dataDir, error => {
    throw error
  })
  const ledger: Ledger = {
    store,
    catalog: await openCatalog(store, schema),
    clock: openClock(dataDir),
    locks: newLocks(),
    unindexed: collection => {
      throw new Error(`no index serves a query of ${collection}`)
    },
    onWrite: () => undefined,
  }
  const ask = async (action: string, request: Row): Promise<Row> => {
    const whole = { collectionName: 'errands', ...request }
    const answer = await answerDatabase(ledger, `database.${action}`, whole, newMeter(action))
    return isRecord(answer) ? answer : {}
  }
  const found = async (request: Row): Promise<number> => Object(await ask('getDocument', request)).list.length
  const door: Door = {
    insert: documents => ask('insertDocument', { data: documents.map(document => JSON.stringify(document)) }),
    byId: id => found({ query: JSON.stringify({ _id: id }), limit: 1 }),
    list: community =>
      found({
        query: JSON.stringify({ communityId: `c${community}`, state: 'requested' }),
        order: JSON.stringify({ at: -1 }),
        limit: 20,
      }),
    async move(id, rev) {
      const data = JSON.stringify({ $set: { rev: rev + 1, at: rev } })
      return Number(
        (await ask('modifyDocument', { query: JSON.stringify({ _id: id, rev }), data, merge: true }))['updated'],
      )
    },
  }
  return { door, close: () => store.close() }
}
