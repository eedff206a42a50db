import { readFileSync } from 'node:fs'
import { readRecord } from '../../local/cloud/database/ejson'
import type { Document } from '../../local/cloud/database/values'
import { byId } from '../../local/cloud/database/schema'
import { entriesOf } from '../../local/cloud/store/keys'
import type { Range } from '../../local/cloud/store/layout'
import { openStore, type Store } from '../../local/cloud/store/store'
import { schema, type Unit } from './unit'

/** What a folder says of what was written into it. Counts of documents, but `halves`: of units and of index entries. */
export interface Verdict {
  documents: number
  /** Acknowledged and not there. */
  lost: number
  /** Written in part, or an index that does not agree with its documents. */
  halves: number
  /** There without anybody having tried to write it. */
  strangers: number
}

const whole: Range = { from: Buffer.alloc(0), to: undefined, reverse: false }
const collection = 'deeds'

/** Judges the folder that a killed cloud left behind by what its clients noted. */
function judge(store: Store, units: Unit[]): Verdict {
  const documents = new Map<string, Document>()
  const expected = new Map<string, string[]>(schema.deeds.indexes.map(({ name }) => [name, []]))
  for (const { id } of store.walk(collection, byId.name, whole)) {
    const document = readRecord(store.get(collection, id))
    documents.set(String(document['_id']), document)
    for (const index of schema.deeds.indexes)
      for (const key of entriesOf(document, index).keys) expected.get(index.name)?.push(place(key, id))
  }
  const verdict: Verdict = { documents: documents.size, lost: 0, halves: 0, strangers: documents.size }
  for (const [index, places] of expected) {
    const walked = Array.from(store.walk(collection, index, whole), ({ key, id }) =>
      place(key.subarray(0, key.length - id.length), id),
    )
    verdict.halves += difference(walked, places)
  }
  for (const unit of units) {
    const found = unit.ids.map(id => documents.get(id))
    const revs = found.map(document => Number(document?.['rev'] ?? 0))
    const least = Math.min(...revs)
    const most = Math.max(...revs)
    const sum = found.reduce((total, document) => total + Number(document?.['amount'] ?? 0), 0)
    if (least !== most || sum !== 0) verdict.halves++
    verdict.lost += revs.reduce((total, rev) => total + Math.max(0, unit.acked - rev), 0)
    if (most > unit.acked + (unit.tried ? 1 : 0)) verdict.strangers++
    verdict.strangers -= found.filter(document => document !== undefined).length
  }
  return verdict
}

function place(key: Buffer, id: Buffer): string {
  return `${key.toString('latin1')}\0${id.toString('latin1')}`
}

/** How many are in one list and not in the other. */
function difference(some: string[], others: string[]): number {
  const left = new Set(others)
  const found = some.filter(one => left.has(one)).length
  return some.length - found + (left.size - found)
}

const [dataDir = '', file = ''] = process.argv.slice(2)
const store = openStore(dataDir, error => {
  throw error
})
const units: Unit[] = JSON.parse(readFileSync(file, 'utf8'))
process.stdout.write(JSON.stringify(judge(store, units)))
void store.close()
