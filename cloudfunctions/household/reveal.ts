import { household, type Look } from '@domain/household'
import type { InputOf } from '@domain/operation'
import { shaded } from '@domain/safety/held'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { opened, readerOf } from '../kernel/door'
import { pageOf } from '../kernel/paging'
import { homeBeside, homeFor } from './home-for'
import { errands, looks as records } from './stores'

const mostRows = 20

/** 看号码（家里会看到记录）, from the elder's page: the look is written before it is answered. */
export async function reveal({ id }: InputOf<typeof household.reveal>, actor: Actor) {
  const { home, role } = await homeFor(household.reveal, id, actor)
  const { communityId } = home
  const about = { communityId, householdId: id, personId: actor.id, who: actor.name, as: role, at: actor.now }
  const look = await records.add(household.reveal, actor, about)
  return opened(home, actor, look.at)
}

interface Part {
  id: string
  at: number
  rows: Look[]
}

const laterFirst = (a: Part, b: Part): number => b.at - a.at || (a.id < b.id ? 1 : -1)

/** 谁看过我家地址: every look at this door, for an errand or without one, newest first; an errand's looks stand together. */
export async function looks({ id, after }: InputOf<typeof household.looks>, actor: Actor) {
  const byTime = { by: 'at', after }
  const byLook = { by: 'lookedAt', after, omit: ['timeline', 'outbox'] }
  const { found } = await homeBeside(
    household.looks,
    id,
    actor,
    records.askedPage({ householdId: id }, byTime),
    errands.askedPage({ householdId: id, lookedAt: _.gt(0) }, byLook),
  )
  const bare = pageOf(found[0], byTime)
  const carried = pageOf(found[1], byLook)
  const parts: Part[] = [
    ...bare.rows.map(({ _id, who, as, at }) => ({ id: _id, at, rows: [{ id: _id, who, as, at }] })),
    ...carried.rows.map(({ _id, ...record }) => ({
      id: _id,
      at: record.lookedAt ?? 0,
      rows: looksIn(_id, record, actor),
    })),
  ].sort(laterFirst)
  const shown = parts.slice(0, mostRows)
  const last = shown.at(-1)
  const isMore = parts.length > shown.length || bare.next !== undefined || carried.next !== undefined
  return { rows: shown.flatMap(({ rows }) => rows), ...(isMore && last && { next: `${last.at}@${last.id}` }) }
}

type ErrandDocument = NonNullable<Awaited<ReturnType<typeof errands.get>>>

function looksIn(errandId: string, record: Omit<ErrandDocument, '_id'>, actor: Actor): Look[] {
  const what = String(shaded({ ...record }, readerOf(actor, record)).what ?? '')
  return (record.looks ?? [])
    .filter(({ of }) => of === 'household')
    .map(({ who, as, at }, i) => ({ id: `${errandId}.${i}`, errandId, what, who, as, at }))
    .sort((a, b) => b.at - a.at)
}
