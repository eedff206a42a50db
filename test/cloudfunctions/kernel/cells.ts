import { writes, type Operation } from '@domain/operation'
import { a, b, newKey, type Reply, type Town } from '../town'
import { restore, type Snapshot } from '../snapshot'
import { c, everyone, rolesOf, type Somebody } from './everyone'
import { wordsFor, type Thing } from './thing'
import { withTypedMarks } from './marks'
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
  /** The collections in which something was written, as the call left them. */
  left: Snapshot
}

/** A cell in words, as a failing test names it. */
export function wordsOf({ row, who, thing, communityId }: Cell): string {
  const what = thing ? wordsFor(thing) : communityId
  return `${who.openid} ${nameOf(row)} ${what}${thing && communityId !== a ? `, naming ${communityId}` : ''}`
}

/** Every person × every thing that a row can be done to. */
export function cellsOf(row: Operation, things: readonly Thing[]): Cell[] {
  const sample = sampleOf(row)
  const { compoundId } = sample
  const ruled = { ...row, by: row.by.filter(role => sample.by?.includes(role) ?? true) }
  if (sample.of === 'self')
    return everyone.map(who => ({ row, sample, who, communityId: a, rule: ruleSays(ruled, who, {}) }))
  if (sample.of === 'community')
    return [a, b, c].flatMap(communityId =>
      everyone.map(who => ({
        row,
        sample,
        who,
        communityId,
        rule: ruleSays(ruled, who, { communityId, ...(compoundId && { compoundId }) }),
      })),
    )
  const own = sample.own ?? row.own ?? []
  const kind = things.filter(thing => thing.kind === sample.of)
  if (kind.length === 0) throw new Error(`${row.area}/samples.ts: there is no ${sample.of} for ${nameOf(row)}`)
  // Of two kinds of things in one area the states are those of the kind that ends in one of them.
  const hasItsStates = kind.some(({ state }) => state === row.moves?.to)
  return kind.flatMap(thing =>
    everyone.flatMap(who => {
      const { belongs, state } = thing
      if (isOutsider({ row, who }) && thing !== kind[0]) return []
      const where = { communityId: a, compoundId: compoundId ?? thing.compoundId }
      const rule = ruleSays(ruled, who, { ...where, belongs, own, ...(hasItsStates && state && { state }) })
      const cell: Cell = { row, sample, who, thing, communityId: a, rule }
      return [cell, ...forged(cell)]
    }),
  )
}

/**
 * True for who holds none of the row's roles anywhere: he tries one thing and not every state of it, because he is refused before anything
 * but himself is read (a test of its own).
 */
export function isOutsider({ row, who }: Pick<Cell, 'row' | 'who'>): boolean {
  const held = [...(who.openid === null ? [] : ['guest']), ...rolesOf(who)]
  return !row.by.some(role => held.includes(role))
}

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
    const left = await restore(before, new Set(wrote))
    told({ ...cell, reply, left })
  }
  stop()
}

function tried(town: Town, before: Snapshot, { row, sample, who, thing, communityId }: Cell): Promise<Reply> {
  const { collection = 'communities', id = communityId } = thing ?? {}
  const record = before.get(collection)?.get(id) ?? {}
  const input = sample.input({ id, record, communityId })
  // A phone that holds an old version of him: what is remembered of a person is read anew for every call.
  const event = { verb: row.verb, input: withTypedMarks(input), me: 'old', ...(writes(row) && { key: newKey() }) }
  return town.raw(who.openid, row.area, event)
}
