import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import { pictureWaitsMs, safety, type DoubtReason, type DoubtState, type Reportable } from '@domain/safety'
import { textsAt } from '@domain/safety/words'
import { trades, type Trade } from '@domain/person'
import { nobody, riderRole, scopeOf } from '@domain/role'
import type { CollectionName } from '@domain/schema'
import type { Actor } from '../kernel/actor'
import { together } from '../kernel/asking'
import { _, collectionOf, temporaryUrl } from '../kernel/cloud'
import { carryOut, doubts, whereOf } from '../kernel/doubts'
import { hash } from '../kernel/hash'
import { rename, unnamed } from '../kernel/people'
import { giveName, renameRider } from './names'

const collections: Readonly<Record<Reportable, CollectionName>> = { errand: 'errands', post: 'posts', rider: 'people' }
/** What of a record others wrote, as the desk reads it. */
const written: Readonly<Record<Reportable, readonly string[]>> = {
  errand: ['what', 'pickUp', 'note', 'answer', 'why'],
  post: ['title', 'cards.heading', 'cards.body'],
  rider: ['name'],
}

type Found = Readonly<Record<string, unknown>>

/**
 * 举报: one row a thing as it reads now, however many say so; who said it already is counted once. Other words in the same place are
 * another row: what the desk decided of the ones before says nothing of them.
 */
export async function report({ of, id, why }: InputOf<typeof safety.report>, actor: Actor): Promise<Moved> {
  const { data } = await collectionOf(collections[of]).doc(id).get()
  const found = Object(data) as Found
  const communityId = of === 'rider' ? riderCommunity(found) : found.communityId
  if (typeof communityId !== 'string') throw new Failure('NOT_FOUND')
  const words = written[of].flatMap(path => textsAt(found, path)).join('；')
  const doubtId = `d${hash(`report ${of} ${id} ${words}`)}`
  const row = {
    communityId,
    ...(typeof found.compoundId === 'string' && { compoundId: found.compoundId }),
    of: collections[of],
    ofId: id,
    why: 'reported',
    whose: nameOf(of, found),
    where: of === 'rider' ? `师傅 · ${trades[found.trade as Trade] ?? trades.other}` : whereOf(collections[of], found),
    words,
    at: actor.now,
    holding: {
      words: fieldsOf(found, written[of]),
      byId: authorOf(of, found, id),
      key: '',
      verdict: 'hidden' as const,
    },
    reasons: [why],
    reporters: [actor.id],
  }
  const made = await doubts.add(safety.report, actor, row, { id: doubtId })
  return made.rev === actor.key
    ? { id: doubtId, state: 'waiting', rev: actor.key, at: actor.now }
    : again(made, why, actor)
}

type Row = NonNullable<Awaited<ReturnType<typeof doubts.get>>>

/** Who has not said it yet brings it before the desk once more; what the desk hid stays hidden. */
async function again(row: Row, why: string, actor: Actor): Promise<Moved> {
  const told: Moved = { id: row._id, state: row.state ?? '', rev: row.rev, at: actor.now }
  if (row.reporters?.includes(actor.id) || row.state === ('hidden' satisfies DoubtState)) return told
  return doubts.move(safety.report, row._id, actor, {
    where: { reporters: _.neq(actor.id) },
    patch: { reporters: _.addToSet(actor.id), reasons: _.addToSet(why) },
  })
}

/** 要看一眼的: what waits, and pictures about which WeChat has said nothing for half an hour; the oldest first. */
export async function queue({ communityId }: InputOf<typeof safety.queue>, actor: Actor) {
  const reach = actor.within(communityId)
  const oldest = { order: { at: 'asc' }, limit: 50 } as const
  const lists = await together(
    doubts.asked({ communityId, state: 'waiting', ...reach }, oldest),
    doubts.asked({ communityId, state: 'checking', at: _.lte(actor.now - pictureWaitsMs), ...reach }, oldest),
  )
  return { rows: lists.flat().sort((a, b) => a.at - b.at) }
}

/** 放行: others read it from now on. The record first: a repetition finds both done. */
export function allow({ id }: InputOf<typeof safety.allow>, actor: Actor): Promise<Moved> {
  return decide(safety.allow, id, actor)
}

/** 不合适: nobody but its author and the desk reads it. */
export function hide({ id }: InputOf<typeof safety.hide>, actor: Actor): Promise<Moved> {
  return decide(safety.hide, id, actor)
}

async function decide(op: typeof safety.allow | typeof safety.hide, id: string, actor: Actor): Promise<Moved> {
  const moved = await doubts.move(op, id, actor)
  const row = await doubts.get(id)
  // Also when the tap is a repetition: the first may have ended between the two.
  if (row) await settle(row, row.state === ('allowed' satisfies DoubtState))
  return moved
}

/** A name is changed where it stands, or given to who asked for it; everything else is covered in its record, or uncovered. */
async function settle(row: Row, isFine: boolean): Promise<void> {
  const { words, byId } = row.holding
  const { name, myName } = words
  const isName = row.of === 'people' && typeof name === 'string'
  if (isName && row.why === ('reported' satisfies DoubtReason))
    return isFine ? renameRider(row.ofId, unnamed.rider, name) : renameRider(row.ofId, name, unnamed.rider)
  if (isName && isFine) await giveName(row.ofId, row._id, name)
  await carryOut(row, isFine)
  if (isFine && typeof myName === 'string') await rename(byId, unnamed.resident, myName)
}

/** The picture to be looked at, by a link that lives ten minutes. */
export async function picture({ id }: InputOf<typeof safety.picture>, actor: Actor) {
  const row = await doubts.get(id)
  if (!row?.file || !actor.isDesk(row)) throw new Failure('NOT_FOUND')
  return { url: await temporaryUrl(row.file) }
}

function fieldsOf(found: Found, paths: readonly string[]): Record<string, unknown> {
  const fields = new Set(paths.map(path => path.split('.')[0] ?? path))
  return Object.fromEntries([...fields].flatMap(field => (found[field] === undefined ? [] : [[field, found[field]]])))
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

function authorOf(of: Reportable, found: Found, id: string): string {
  return of === 'rider' ? id : text(of === 'post' ? found.authorId : found.askedById)
}

function nameOf(of: Reportable, found: Found): string {
  return text(of === 'rider' ? found.name : of === 'post' ? found.author : found.askedBy)
}

/** A community in which he is confirmed. */
function riderCommunity(found: Found): unknown {
  return scopeOf({ ...nobody, ...found }, riderRole, 0)[0]
}
