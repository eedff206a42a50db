import { writes, type Operation } from '@domain/operation'
import { a, b, newKey, type Reply, type Town } from '../town'
import { restore, type Snapshot } from '../snapshot'
import { c, everyone, rolesOf, type Somebody } from './everyone'
import type { Thing } from './everything'
import { ruleSays } from './rule'
import { sampleOf, type Sample } from './samples'
import { nameOf } from '../../tables'

/** One person tries one row on one thing. */
export interface Cell {
  row: Operation
  sample: Sample
  who: Somebody
  /** Absent when it is about a community or the person himself. */
  thing?: Thing
  /** The community that the call names. */
  communityId: string
  rule: ReturnType<typeof ruleSays>
}

export interface Tried extends Cell {
  reply: Reply
  /** Collections in which something was written. */
  wrote: ReadonlySet<string>
}

/** A cell in words, as a failing test names it. */
export function wordsOf({ row, who, thing, communityId }: Cell): string {
  const what = thing && [thing.kind, thing.state, thing.which].filter(Boolean).join(' ')
  return `${who.openid} ${nameOf(row)} ${what ?? communityId}${thing && communityId !== a ? `, naming ${communityId}` : ''}`
}

/** Every person × every thing that a row can be done to. */
export function cellsOf(row: Operation, things: readonly Thing[]): Cell[] {
  const sample = sampleOf(row)
  if (sample.of === 'self')
    return everyone.map(who => ({ row, sample, who, communityId: a, rule: ruleSays(row, who, {}) }))
  if (sample.of === 'community')
    return [a, b, c].flatMap(communityId =>
      everyone.map(who => ({ row, sample, who, communityId, rule: ruleSays(row, who, { communityId }) })),
    )
  const own = sample.own ?? row.own ?? []
  const kind = things.filter(thing => thing.kind === sample.of)
  if (kind.length === 0) throw new Error(`everything.ts: there is no ${sample.of} for ${nameOf(row)}`)
  // Of two kinds of things in one area the states are those of the kind that ends in one of them.
  const hasItsStates = kind.some(({ state }) => state === row.moves?.to)
  return kind.flatMap(thing =>
    everyone.flatMap(who => {
      const { belongs, state, which } = thing
      // Whoever never held a role of the row tries each state once, not everything that can be special about it.
      if (which !== undefined && !isOfRow(row, who)) return []
      const rule = ruleSays(row, who, { communityId: a, belongs, own, ...(hasItsStates && state && { state }) })
      const cell: Cell = { row, sample, who, thing, communityId: a, rule }
      return [cell, ...forged(cell)]
    }),
  )
}

const isOfRow = (row: Operation, { memberships }: Somebody): boolean =>
  row.by.includes('guest') || memberships.some(({ role }) => row.by.includes(role))

/** Who may not tries again in the name of a community where he may. */
function forged(cell: Cell): Cell[] {
  const { row, who, rule } = cell
  const elsewhere = [b, c].filter(communityId => rolesOf(who, communityId).some(role => row.by.some(by => by === role)))
  const names = row.input.safeParse({ id: 'x' }).success ? [] : elsewhere
  return rule === 'refused' ? names.map(communityId => ({ ...cell, communityId })) : []
}

/** Tries cells one after the other and puts everything back after each that wrote. */
export async function tryAll(
  town: Town,
  before: Snapshot,
  cells: readonly Cell[],
  told: (tried: Tried) => void,
): Promise<void> {
  let wrote = new Set<string>()
  const stop = town.cloud.changes.on(({ collection }) => wrote.add(collection))
  for (const cell of cells) {
    wrote = new Set()
    const reply = await tried(town, before, cell)
    told({ ...cell, reply, wrote: new Set(wrote) })
    if (wrote.size > 0) await restore(before, [...wrote])
  }
  stop()
}

function tried(town: Town, before: Snapshot, { row, sample, who, thing, communityId }: Cell): Promise<Reply> {
  const { collection = 'communities', id = communityId } = thing ?? {}
  const record = before.get(collection)?.get(id) ?? {}
  const input = sample.input({ id, record, communityId })
  // A phone that holds an old version of him: what is remembered of a person is read anew for every call.
  const event = { verb: row.verb, input, me: 'old', ...(writes(row) && { key: newKey() }) }
  return town.raw(who.openid, row.area, event)
}
