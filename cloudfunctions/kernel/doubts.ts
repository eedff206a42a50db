import { kinds, type Kind } from '@domain/errand/record'
import { judging, type DoubtReason, type DoubtRecord } from '@domain/safety'
import type { Held } from '@domain/safety/held'
import type { Operation } from '@domain/operation'
import type { CollectionName } from '@domain/schema'
import type { Actor, Holder } from './actor'
import { _, collectionOf, temporaryUrl } from './cloud'
import { hash } from './hash'
import { correct } from './people'
import { records } from './records'
import { watchPicture } from './words'

/** 要看一眼的: what waits for the desk, one row a thing. */
export const doubts = records<DoubtRecord>('doubts')

/** Something of a call that others must not see yet. */
export interface Doubted {
  why: DoubtReason
  /** By the field of the record. */
  words: Record<string, unknown>
  /** As the desk reads it. */
  text?: string
  file?: string
  scene?: 1 | 2 | 3 | 4
}

const doubtId = (actor: Actor, index: number): string => `d${hash(`${actor.id} ${actor.key} ${index}`)}`

/** Nobody's words are in what the cloud writes for itself. */
const bare = ({ refusal: _refusal, hold: _hold, ...actor }: Actor): Actor => actor

/**
 * Puts what waits into the desk's queue, before the record is written, so that nothing can wait unseen; answers what the record keeps
 * of it. A repetition finds its own rows.
 */
export async function hold(list: readonly Doubted[], actor: Actor, holder: Holder): Promise<Record<string, Held>> {
  const { of, id: ofId, communityId, facts, isNew } = holder
  const held: Record<string, Held> = {}
  for (const [index, { why, words, text, file }] of list.entries()) {
    const id = doubtId(actor, index)
    const where = whereOf(of, of === 'people' ? words : facts)
    const row = { communityId, ...compoundIn(facts), of, ofId, why, whose: actor.name, where, at: actor.now }
    const what = { ...(text !== undefined && { words: text }), ...(file && { file, picture: true }) }
    const kept: Held = {
      words: isNew ? asWritten(words, facts) : words,
      byId: actor.id,
      key: actor.key,
      verdict: 'waiting',
    }
    const made = { ...row, ...what, holding: kept }
    const stands = await doubts.add(file ? judging.watch : judging.hold, bare(actor), made, { id })
    // Let go by a first try of this very call, which was refused on what was remembered of the person.
    if (stands.state === judging.pass.moves.to && stands.traceId === undefined)
      await doubts.move(judging.doubt, id, { ...bare(actor), roles: ['clock'], key: `again.${actor.key}` })
    held[id] = kept
  }
  return held
}

/** The held words as the new record has them: what is covered is found by being the same. */
const asWritten = (words: Held['words'], facts: Holder['facts']): Held['words'] =>
  Object.fromEntries(Object.entries(words).map(([field, value]) => [field, facts[field] ?? value]))

/** Of what is of one compound, which: who looks after another does not read it. */
const compoundIn = ({ compoundId }: Holder['facts']) => (typeof compoundId === 'string' ? { compoundId } : {})

/** The record was not written: what waited of it is nobody's matter any more. */
export async function letGo(list: readonly Doubted[], actor: Actor): Promise<void> {
  const byCloud: Actor = { ...bare(actor), roles: ['clock'], key: `clock.${actor.key}` }
  for (const index of list.keys())
    await doubts.move(judging.pass, doubtId(actor, index), byCloud).catch(() => undefined)
}

/** Asks WeChat about the pictures that the record has now; one it cannot be asked about goes to the desk after half an hour. */
export async function askAbout(list: readonly Doubted[], actor: Actor): Promise<void> {
  for (const [index, { file, scene }] of list.entries()) {
    if (!file || !scene) continue
    const url = await temporaryUrl(file)
    const traceId = url ? await watchPicture(url, scene, actor.openid) : undefined
    if (traceId) await doubts.book(doubtId(actor, index), undefined, { traceId }, { traceId: _.eq(null) })
  }
}

/** What a record is, as the desk's queue names it; of a person, what of him waits. */
export function whereOf(of: CollectionName, facts: Readonly<Record<string, unknown>>): string {
  const names = (list: unknown[]) => list.filter(name => typeof name === 'string' && name !== '').join(' · ')
  if (of === 'errands') return names([(kinds[facts.kind as Kind] ?? kinds.other).name, facts.elder])
  if (of === 'posts') return names(['一课', facts.title])
  if (of === 'households') return names(['住户', facts.elder])
  if (of === 'recurrings') return names(['常用', facts.name])
  if (of === 'bindings') return names(['家里人', facts.elder])
  if ('name' in facts) return '称呼'
  return 'face' in facts ? '头像' : '报名'
}

type DoubtDocument = NonNullable<Awaited<ReturnType<typeof doubts.get>>>

/** What the desk or WeChat decided, in the record itself: others read it, or they do not. May be done twice. */
export async function carryOut({ _id: id, of, ofId, holding }: DoubtDocument, isFine: boolean): Promise<void> {
  const mark = `held.${id}`
  const change = { [mark]: isFine ? _.remove() : _.set({ ...holding, verdict: 'hidden' } satisfies Held) }
  if (of === 'people') {
    await correct(ofId, `${mark}.${isFine ? 'shown' : 'hidden'}`, change)
    return
  }
  await collectionOf(of).where({ _id: ofId }).update({ data: change })
  // The errands of a household carry its elder's name with them, its relatives what its first one wrote.
  if (of !== 'households') return
  for (const name of ['errands', 'bindings'] as const)
    await collectionOf(name)
      .where({ householdId: ofId, [mark]: _.exists(true) })
      .update({ data: change })
}

/** Rows that have to do with words or pictures. */
export const nameOf = (op: Operation): string => `${op.area}.${op.verb}`
