import { errand } from '@domain/errand'
import { bindingStates } from '@domain/household/binding'
import { postStates, study } from '@domain/study'
import { safety, doubtStates } from '@domain/safety'
import { hourMs, never } from '@domain/time'
import { a, application, fatherHousehold, lunch, personId, type Town } from '../town'
import { rosterThings } from '../roster/things'
import { everyone, rolesOf } from './everyone'

/** One record of community a in one state, and whom it belongs to by which relation; nobody else has any. */
export interface Thing {
  /** What it is: `errand`, `post`, … The rows of an area are about the thing of its name unless samples.ts says otherwise. */
  kind: string
  collection: string
  id: string
  /** Absent for what has no states. */
  state?: string
  /** What else is special about it, in a word. */
  which?: string
  /** Openids by relation. */
  belongs: Readonly<Record<string, readonly string[]>>
}

const ridersHere = everyone.flatMap(one => (rolesOf(one, a).includes('rider') && one.openid ? [one.openid] : []))
const toZhang = { to: { riderId: personId('zhang') } }
const toLi = { to: { riderId: personId('li') } }

/** An errand in every state, played by the people of the town; the ended ones first, because a rider has two hands. */
async function errands(town: Town): Promise<Thing[]> {
  const things: Thing[] = []
  const keep = (id: string, state: string, belongs: Thing['belongs'], which?: string) =>
    things.push({
      kind: 'errand',
      collection: 'errands',
      id,
      state,
      belongs: { family: ['daughter', 'moved-away'], ...belongs },
      ...(which && { which }),
    })
  const ask = async (more: object = {}) => (await town.as('daughter')(errand.request, { ...lunch, ...more })).id
  const dispatched = async (offer: object = toZhang, more: object = {}) => {
    const id = await ask({ note: '放门口小桌', code: '8842', ...more })
    await town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool', ...offer })
    return id
  }
  const accepted = async (rider: string, offer: object) => {
    const id = await dispatched(offer)
    await town.as(rider)(errand.accept, { id })
    return id
  }
  const delivered = async () => {
    const id = await accepted('zhang', toZhang)
    await town.as('zhang')(errand.deliver, { id, how: 'person' })
    return id
  }
  const his = { rider: ['zhang'], asked: ['zhang'] }

  keep(await delivered(), 'delivered', his)
  const long = await delivered()
  await town.set('errands', long, { deliveredAt: town.cloud.clock.now() - 3 * hourMs })
  keep(long, 'delivered', his, 'three hours ago')
  const confirmed = await delivered()
  await town.as('daughter')(errand.confirm, { id: confirmed, rating: 'poor', thanks: true })
  keep(confirmed, 'confirmed', his)
  const disputed = await delivered()
  await town.as('daughter')(errand.dispute, { id: disputed, why: '汤洒了一半' })
  keep(disputed, 'disputed', his)
  const failed = await accepted('zhang', toZhang)
  await town.as('zhang')(errand.fail, { id: failed, why: '敲门没人应', goodsAt: '在社区门卫那里' })
  keep(failed, 'failed', { rider: ['zhang'] })
  const cancelled = await ask()
  await town.as('daughter')(errand.cancel, { id: cancelled, why: '自己做了' })
  keep(cancelled, 'cancelled', {})
  const underway = await accepted('li', toLi)
  await town.as('li')(errand.depart, { id: underway })
  keep(underway, 'underway', { rider: ['li'], asked: ['li'] })
  keep(await accepted('zhang', toZhang), 'accepted', his)
  for (const state of ['accepted', 'underway']) {
    const id = await ask()
    await town.as('carrier')(errand.agree, { id, communityId: a, by: 'self' })
    if (state === 'underway') await town.as('carrier')(errand.depart, { id })
    keep(id, state, { carrier: ['carrier'] }, 'by the desk itself')
  }
  const called = await dispatched()
  const { outbox } = (await town.stored('errands', called)) ?? {}
  const [first] = Object.entries(Object(outbox))
  await town.set('errands', called, {
    outbox: Object.fromEntries([[first?.[0], { ...Object(first?.[1]), reach: 'call' }]]),
    callsOpen: 1,
  })
  keep(called, 'dispatched', { asked: ['zhang'] })
  keep(await dispatched({}), 'dispatched', { asked: ridersHere }, 'to everybody')
  const medicine = { kind: 'medicine', health: true, what: '降压药两盒' }
  keep(await dispatched(toZhang, medicine), 'dispatched', { asked: ['zhang'] }, 'medicine')
  const returned = await ask()
  await town.as('desk')(errand.return, { id: returned, why: '老人吃得了辣吗' })
  keep(returned, 'returned', {})
  keep(await ask(), 'requested', {})
  const { id: newcomers } = await town.as('cousin')(errand.request, { ...lunch, householdId: 'h-new', note: '头一回' })
  keep(newcomers, 'requested', { family: ['cousin'] }, 'of a newcomer')
  return things
}

async function posts(town: Town): Promise<Thing[]> {
  const write = {
    communityId: a,
    groupId: `${a}-g1`,
    title: '用电安全',
    cards: [{ heading: '第一条', body: '看插座' }],
  }
  const as = town.as('desk')
  const things: Thing[] = []
  for (const state of postStates) {
    const { id } = await as(study.write, write)
    if (state === 'scheduled') await as(study.schedule, { id, at: town.cloud.clock.now() + hourMs })
    if (state === 'published') await as(study.send, { id })
    if (state === 'withdrawn') await as(study.withdraw, { id })
    things.push({ kind: 'study', collection: 'posts', id, state, belongs: {} })
  }
  return things
}

/** What is reported of an errand, in every state that a doubt can have. */
async function doubts(town: Town, [about]: readonly Thing[]): Promise<Thing[]> {
  const things: Thing[] = []
  for (const state of doubtStates) {
    const id = (await town.as('daughter')(safety.report, { of: 'errand', id: about?.id ?? '', why: 'private' })).id
    const stored = await town.stored('doubts', id)
    await town.put('doubts', { ...stored, _id: `doubt-${state}`, state, traceId: `trace-${state}` })
    things.push({ kind: 'safety', collection: 'doubts', id: `doubt-${state}`, state, belongs: {} })
  }
  return things
}

async function visits(town: Town): Promise<Thing[]> {
  const states = ['waiting', 'counted']
  const visit = (state: string) => ({
    _id: `visit-${state}`,
    communityId: a,
    stationId: 's1',
    stationName: '红色驿站',
    personId: personId('zhang'),
    who: '张师傅',
    on: '2026-11-23',
    at: town.cloud.clock.now(),
    how: 'keeper',
    state,
    rev: 'r0',
    touchedAt: 0,
    timeline: [],
    outbox: {},
  })
  await town.put('visits', ...states.map(visit))
  return states.map(state => ({
    kind: 'visit',
    collection: 'visits',
    id: `visit-${state}`,
    state,
    belongs: { keeper: ['keeper', 'moved-away'] },
  }))
}

/** Who has applied and waits. */
async function applicant(town: Town): Promise<Thing[]> {
  const { rider } = require('@domain/rider') as typeof import('@domain/rider')
  await town.as('wu')(rider.apply, { ...application, name: '吴师傅', phone: '13811110001' })
  return [{ kind: 'applicant', collection: 'people', id: personId('wu'), belongs: {} }]
}

/** Who is bound, asks to be, or was: of the father's household, in every state. */
async function bindings(town: Town): Promise<Thing[]> {
  const now = town.cloud.clock.now()
  const binding = (state: string) => ({
    _id: `binding-${state}`,
    communityId: a,
    householdId: 'h-father',
    elder: '王大爷',
    relativeId: personId(state === 'asked' ? 'a-cousin' : 'daughter'),
    name: '王先生',
    calls: '爸爸',
    askedAt: now,
    until: now + 24 * hourMs,
    inboxOf: ['household:h-father'],
    callsOpen: state === 'asked' ? 1 : 0,
    ...(state === 'asked' && { call: { say: 'ask', at: now } }),
    state,
    rev: 'r0',
    touchedAt: 0,
    timeline: [],
    outbox: {},
  })
  await town.put('bindings', ...bindingStates.map(binding))
  return bindingStates.map(state => ({
    kind: 'binding',
    collection: 'bindings',
    id: `binding-${state}`,
    state,
    belongs: { family: ['daughter', 'moved-away'], ...(state !== 'asked' && { relative: ['daughter'] }) },
  }))
}

const newHousehold = {
  ...fatherHousehold,
  _id: 'h-new',
  householdId: 'h-new',
  elder: '赵奶奶',
  door: '101',
  phones: [{ number: '13900000002', whose: '侄女' }],
  verifiedAt: undefined,
}

/** Everything there is to ask about, made in this town. */
export async function makeEverything(town: Town): Promise<Thing[]> {
  const { verifiedAt: _none, ...unverified } = newHousehold
  await town.put('households', unverified)
  await town.put('groups', {
    _id: 'chat-jinxing',
    communityId: a,
    groupId: `${a}-g1`,
    name: '金星社区邻里群',
    boundAt: 1,
    boundBy: '李书记',
    endedAt: never,
    rev: 'r0',
    touchedAt: 0,
    keys: [],
  })
  const made = await errands(town)
  return [
    ...made,
    ...(await posts(town)),
    ...(await doubts(town, made)),
    ...(await visits(town)),
    ...(await applicant(town)),
    ...(await bindings(town)),
    ...(await rosterThings(town)),
    { kind: 'household', collection: 'households', id: 'h-father', belongs: { family: ['daughter', 'moved-away'] } },
    { kind: 'station', collection: 'stations', id: 's1', belongs: { keeper: ['keeper', 'moved-away'] } },
    { kind: 'community', collection: 'communities', id: a, belongs: {} },
  ]
}
