import type { Dice } from '../../local/seed/random'
import type { Collection, Database, Row } from '../local/cloud/sdk'
import type { Unit } from './unit'

/** One writer: it waits for each answer before it writes again, on documents that are only its own. */
export interface Hand {
  name: string
  written: number
  /** A document that conditional updates move from `rev` to `rev`, several that one update moves together, two that a transaction does. */
  kept: Partial<Record<Kind, Unit>>
}

type Kind = 'one' | 'many' | 'pair'

/** How many documents a unit of each kind has. */
const sizes: Record<Kind, number> = { one: 1, many: 5, pair: 2 }
const batch = 100

/** Writes once: mostly one new document, now and then a hundred at once, a conditional update, several documents, a transaction. */
export async function writeOnce(db: Database, hand: Hand, dice: Dice, note: (unit: Unit) => void): Promise<Unit> {
  const roll = dice.roll()
  const name = `${hand.name}-${hand.written++}`
  if (roll < 0.5) return attempt(newUnit(name, 1), note, unit => insert(db, unit))
  if (roll < 0.56) return attempt(newUnit(name, batch), note, unit => insert(db, unit))
  const kind: Kind = roll < 0.76 ? 'one' : roll < 0.9 ? 'many' : 'pair'
  const kept = hand.kept[kind]
  if (kept) return attempt(kept, note, unit => move(db, kind, unit))
  const unit = newUnit(`${hand.name}-${kind}`, sizes[kind])
  hand.kept[kind] = unit
  return attempt(unit, note, () => insert(db, unit))
}

function newUnit(name: string, size: number): Unit {
  return { ids: Array.from({ length: size }, (_, n) => `${name}-${n}`), acked: 0, tried: false }
}

/** Tried before the request, acknowledged after its answer: whatever happens between, the note is right. */
async function attempt(unit: Unit, note: (unit: Unit) => void, write: (unit: Unit) => Promise<unknown>): Promise<Unit> {
  unit.tried = true
  note(unit)
  await write(unit)
  unit.acked++
  unit.tried = false
  return unit
}

const states = ['requested', 'accepted', 'delivered']

/** What every write changes: three of the indexes move with it. */
function face(unit: Unit, rev: number, seat: number): Row {
  const amount = unit.ids.length === sizes.pair ? (seat === 0 ? rev : -rev) : 0
  return { rev, state: states[rev % 3], at: rev * 1000 + seat, tags: [`t${rev % 7}`, `s${seat % 3}`], amount }
}

function deeds(db: { collection(name: string): Collection }): Collection {
  return db.collection('deeds')
}

function insert(db: Database, unit: Unit): Promise<unknown> {
  const data = unit.ids.map((id, seat) => ({
    _id: id,
    name: id,
    unit: unit.ids[0],
    ...face(unit, 1, seat),
    text: '邻'.repeat(60),
  }))
  return deeds(db).add({ data: data.length === 1 ? (data[0] ?? {}) : data })
}

async function move(db: Database, kind: Kind, unit: Unit): Promise<void> {
  const [first = '', second = ''] = unit.ids
  const next = unit.acked + 1
  if (kind === 'pair') {
    await db.runTransaction(async transaction => {
      const { data } = await deeds(transaction).doc(first).get()
      if (data?.['rev'] !== unit.acked) throw new Error(`${first} is at ${String(data?.['rev'])}`)
      await deeds(transaction)
        .doc(first)
        .update({ data: face(unit, next, 0) })
      await deeds(transaction)
        .doc(second)
        .update({ data: face(unit, next, 1) })
    })
    return
  }
  const where = kind === 'one' ? { _id: first, rev: unit.acked } : { unit: first, rev: unit.acked }
  const { stats } = await deeds(db)
    .where(where)
    .update({ data: face(unit, next, 0) })
  if (stats.updated !== unit.ids.length) throw new Error(`${first}: ${stats.updated} of ${unit.ids.length} updated`)
}
