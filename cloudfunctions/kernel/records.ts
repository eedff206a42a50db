import { Failure } from '@domain/failure'
import { writes, type Moved, type Operation } from '@domain/operation'
import { textsAt } from '@domain/safety/words'
import type { CollectionName } from '@domain/schema'
import { minuteMs } from '@domain/time'
import type { Actor } from './actor'
import { ask, countIn, type Asking, type Count } from './asking'
import { _, collectionOf, isDuplicate } from './cloud'
import { concerns, conditionsFor } from './guard'
import { createdId } from './hash'
import { pageAsked, pageOf, type Page, type Paging } from './paging'
import { entryOf, happened, inRole, keptOf, notices, patched, remembered, told, type Stored, type Write } from './write'

type Finding = Pick<Asking<unknown>, 'order' | 'limit' | 'omit' | 'only'>

interface Keeping {
  /** A record without an end (station, person, community): no timeline in it, its last key is its `rev`. */
  lasting?: true
  /** Where the record holds its community, when that is not `communityId`; of a person in several it is a list. */
  community?: string
  /** The clock looks at it after every move (`dueAt`), so that nothing waits for ever. */
  watched?: true
}

/** The door to one collection; `R` is its stored record. Only here does a record get its state. */
export function records<R extends object>(
  name: CollectionName,
  { lasting, community = 'communityId', watched }: Keeping = {},
) {
  const collection = collectionOf(name)
  type Kept = R & Stored

  async function get(id: string): Promise<Kept | undefined> {
    const { data } = await collection.doc(id).get()
    return (data ?? undefined) as Kept | undefined
  }

  /** What `find` asks, to be asked together with others. */
  const asked = (where: object, finding: Finding = {}): Asking<Kept> => ({ from: name, where, ...finding })

  const one = (id: string): Asking<Kept> => asked({ _id: id }, { limit: 1 })

  const find = (where: object, finding: Finding = {}): Promise<Kept[]> => ask(asked(where, finding))

  /** What `page` asks; `pageOf` (paging.ts) makes the page of its answer. */
  const askedPage = (where: object, paging: Paging): Asking<Kept> => pageAsked(asked(where), paging)

  /** One page along an index, newest first; `after` is the cursor the last page ended with. */
  const page = async (where: object, paging: Paging): Promise<Page<Kept>> =>
    pageOf(await ask(askedPage(where, paging)), paging)

  /** How many; counted by the database, so that no record travels. */
  const count = async (where: object): Promise<number> => countIn(await ask(counted(where)))

  /** What `count` asks; `countIn` reads its answer. */
  const counted = (where: object): Asking<Count> => ({ from: name, where, counted: true })

  /** Bookkeeping, not an operation: only while nobody has written since (`rev`, when given), and it leaves `rev` as it is. */
  async function book(id: string, rev: string | undefined, data: object, where: object = {}): Promise<boolean> {
    const { stats } = await collection.where({ _id: id, ...(rev !== undefined && { rev }), ...where }).update({ data })
    return stats.updated === 1
  }

  /** Creates a record in the state its row names. A repetition is read back; the same key with another input is refused. */
  async function add(
    op: Operation,
    actor: Actor,
    fields: Omit<R, 'rev' | 'id' | 'state'> & { communityId: string },
    write: Write & { id?: string } = {},
  ): Promise<Kept> {
    const id = write.id ?? createdId(actor.id, actor.key)
    if (actor.refusal) return repeatedOr(actor.refusal, id, actor)
    const role = actor.roles[0] ?? 'guest'
    const holder = { of: name, id, communityId: fields.communityId, facts: { ...fields }, isNew: true } as const
    const held = await actor.hold?.(holder, actor)
    const entry = entryOf(op, actor, role, write)
    const tellings = inRole(write.tell, role)
    const record = {
      ...fields,
      _id: id,
      ...(op.moves && { state: op.moves.to }),
      rev: actor.key,
      touchedAt: actor.now,
      ...(lasting ? { keys: [entry] } : { timeline: [entry], outbox: Object.fromEntries(notices(actor, tellings)) }),
      ...Object.fromEntries(told(actor, tellings)),
      ...(held && { held: { ...heldIn(fields), ...held } }),
    }
    try {
      await collection.add({ data: record })
      return record as unknown as Kept
    } catch (error) {
      if (!isDuplicate(error)) throw error
      const standing = await get(id)
      if (!standing) throw error
      const first = keptOf(standing)[0]
      if (first?.key === actor.key && first.sum !== actor.sum) throw new Failure('KEY_REUSED')
      return standing
    }
  }

  /**
   * Creates many at once, each by an id that a repetition makes again. Answers the ids that were there before: those are left as they are.
   */
  async function addAll(
    op: Operation,
    actor: Actor,
    list: readonly { id: string; fields: Omit<R, 'rev' | 'id' | 'state'> & { communityId: string } }[],
  ): Promise<Set<string>> {
    const ids = list.map(({ id }) => id)
    const there = new Set((await find({ _id: _.in(ids) }, { limit: 1000, only: ['_id'] })).map(({ _id }) => _id))
    const entry = entryOf(op, actor, actor.roles[0] ?? 'guest')
    const stamp = { ...(op.moves && { state: op.moves.to }), rev: actor.key, touchedAt: actor.now, keys: [entry] }
    const data = list.filter(({ id }) => !there.has(id)).map(({ id, fields }) => ({ ...fields, ...stamp, _id: id }))
    if (data.length === 0) return there
    try {
      await collection.add({ data })
      return there
    } catch (error) {
      // Somebody else has made one of them meanwhile; those before it are written.
      if (!isDuplicate(error)) throw error
      return addAll(op, actor, list)
    }
  }

  /** Moves a record along its row: one conditional update decides, and one read tells a loser why. */
  function move(op: Operation, id: string, actor: Actor, write: Write = {}): Promise<Moved> {
    if (!op.moves) throw new Error(`${op.area}.${op.verb} moves nothing`)
    return decide(op, id, actor, write, { state: _.in([...op.moves.from]) }, { state: op.moves.to })
  }

  /** Changes a setting: `write.rev`, when given, must be the one that stands, else `STALE`. */
  function change(op: Operation, id: string, actor: Actor, write: Write): Promise<Moved> {
    return decide(op, id, actor, write, write.rev === undefined ? {} : { rev: write.rev }, {})
  }

  /** The same change of all of a community's that `where` names, in one request and once for a key. @returns how many they were */
  async function changeAll(op: Operation, actor: Actor, where: object, write: Write): Promise<number> {
    let changed = 0
    for (const { role, condition } of conditionsFor(op, actor, community)) {
      const unrepeated = { 'timeline.key': _.neq(actor.key) }
      const data = {
        ...patched(inRole(write.patch, role)),
        rev: actor.key,
        touchedAt: actor.now,
        ...happened(op, actor, role, write),
      }
      const { stats } = await collection.where(_.and([{ ...condition, ...unrepeated }, where])).update({ data })
      changed += stats.updated
    }
    return changed
  }

  async function decide(
    op: Operation,
    id: string,
    actor: Actor,
    write: Write,
    from: object,
    to: object,
  ): Promise<Moved> {
    if (!writes(op)) throw new Error(`${op.area}.${op.verb} writes nothing`)
    if (actor.refusal) return receiptOf(await repeatedOr(actor.refusal, id, actor), actor)
    const held = await heldBy(actor, id)
    const unrepeated = { [lasting ? 'keys.key' : 'timeline.key']: _.neq(actor.key) }
    for (const { role, condition } of conditionsFor(op, actor, community)) {
      const guarded = { _id: id, ...condition, ...from, ...unrepeated }
      // Both must hold: merged into one object, a handler's field could take the place of the guard's.
      const more = inRole(write.where, role)
      const where = more ? _.and([guarded, more]) : guarded
      const line = lasting ? remembered(op, actor, role) : happened(op, actor, role, write)
      const due = watched && op.moves ? { dueAt: actor.now } : {}
      const data = {
        ...due,
        ...patched(inRole(write.patch, role)),
        ...to,
        rev: actor.key,
        touchedAt: actor.now,
        ...line,
        ...held,
      }
      const { stats } = await collection.where(where).update({ data })
      if (stats.updated === 1) return { id, state: op.moves?.to ?? '', rev: actor.key, at: actor.now }
    }
    return whyNot(op, id, actor, write)
  }

  async function whyNot(op: Operation, id: string, actor: Actor, write: Write): Promise<Moved> {
    const record = await get(id)
    if (!record) throw new Failure('NOT_FOUND')
    const facts = record as Stored & Readonly<Record<string, unknown>>
    const first = keptOf(record).find(entry => entry.key === actor.key)
    // Somebody else's key, however it was come by, is not a repetition and is answered nothing.
    if (first && (first.sum !== actor.sum || first.byId !== actor.id)) throw new Failure('KEY_REUSED')
    if (first) return receiptOf(record, actor)
    const communityId = communityOf(record, actor)
    if (typeof communityId !== 'string' || !concerns(op, actor, facts, communityId)) throw new Failure('FORBIDDEN')
    if (write.rev !== undefined && record.rev !== write.rev) throw new Failure('STALE')
    throw new Refused(facts)
  }

  /** Of a record in several (a person), the one the actor acts in. */
  function communityOf(record: object, actor: Actor): string | undefined {
    const found = textsAt(record, community)
    return found.find(id => actor.isIn(id)) ?? found[0]
  }

  function receiptOf(record: Kept, actor: Actor): Moved {
    const first = keptOf(record).find(entry => entry.key === actor.key)
    return { id: record._id, state: first?.state ?? '', rev: actor.key, at: first?.at ?? actor.now }
  }

  /** What this very tap wrote before it was refused; else the refusal. */
  async function repeatedOr(refusal: Failure, id: string, actor: Actor): Promise<Kept> {
    const record = await get(id)
    const first = record && keptOf(record).find(entry => entry.key === actor.key && entry.byId === actor.id)
    if (!record || !first) throw refusal
    if (first.sum !== actor.sum) throw new Failure('KEY_REUSED')
    return record
  }

  /** What waits of this call, as fields of the update; the record is read only when something does. */
  async function heldBy(actor: Actor, id: string): Promise<Record<string, unknown>> {
    const record = actor.hold && ((await get(id)) as (Stored & Record<string, unknown>) | undefined)
    const communityId = record && communityOf(record, actor)
    if (!record || typeof communityId !== 'string') return {}
    const held = (await actor.hold?.({ of: name, id, communityId, facts: { ...record } }, actor)) ?? {}
    return Object.fromEntries(Object.entries(held).map(([doubt, what]) => [`held.${doubt}`, _.set(what)]))
  }

  /**
   * What the clock could not do for one record must not hold up the others: it is logged and looked at again in five minutes. A record
   * that somebody wrote meanwhile is simply looked at again. False when not even that could be written.
   */
  async function setAside(record: Stored, error: unknown, now: number): Promise<boolean> {
    if (!(error instanceof Refused) && !(error instanceof Failure))
      console.error(JSON.stringify({ setAside: name, id: record._id }), error)
    try {
      await book(record._id, record.rev, { dueAt: now + 5 * minuteMs })
      return true
    } catch {
      return false
    }
  }

  return {
    get,
    one,
    asked,
    askedPage,
    counted,
    find,
    page,
    count,
    add,
    addAll,
    move,
    change,
    changeAll,
    book,
    setAside,
    repeatedOr,
  }
}

const heldIn = (fields: object): object => ('held' in fields && typeof fields.held === 'object' && fields.held) || {}

/** A write whose condition did not hold; `serve` turns it into WRONG_STATE or FORBIDDEN unless the area says it better. */
export class Refused extends Error {
  constructor(readonly record: Stored & Readonly<Record<string, unknown>>) {
    super('refused')
    this.name = 'Refused'
  }
}
