import { errand } from '@domain/errand'
import { group } from '@domain/group'
import { household } from '@domain/household'
import { people } from '@domain/people'
import { privacy } from '@domain/privacy'
import { roster } from '@domain/roster'
import { safety } from '@domain/safety'
import { station } from '@domain/station'
import { study } from '@domain/study'
import { minuteMs } from '@domain/time'
import { a, lunch, morning, newKey, openTown, personId, refusal, type Town } from '../town'
import { granny } from '../household/homes'
import { head, open, preview, takeIn } from '../roster/lists'
import { stands, traces, upload } from './store'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const mother = { ...granny, calls: '妈妈', myName: '王小姐' }

/** Past the minutes in which a warm instance may remember somebody. */
async function laterOn(): Promise<void> {
  town.cloud.clock.set(morning + 18 * minuteMs)
  await town.tick()
}

const marksOf = (openid: string, name: string, ...more: string[]) => [`"${openid}"`, personId(openid), name, ...more]
const toZhang = (id: string) =>
  town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })

/** Lunch from the request to the thanks, with everybody's looks. */
async function carried(): Promise<string> {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await toZhang(id)
  await town.as('zhang')(errand.see, { id })
  await town.as('zhang')(errand.accept, { id })
  await town.as('zhang')(errand.reveal, { id, householdId: 'h-father' })
  await town.as('daughter')(errand.reveal, { id, householdId: 'h-father', riderId: personId('zhang') })
  await town.as('desk')(errand.reveal, { id, householdId: 'h-father' })
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  await town.as('daughter')(errand.confirm, { id, thanks: true, riderId: personId('zhang') })
  return id
}

test('of a rider nothing is left in the whole store, and what he did stays done by a rider', async () => {
  const face = await upload('face/zhang.jpg')
  await town.as('zhang')(people.introduce, { face })
  const id = await carried()
  await town.as('zhang')(station.arrive, { code: 'K7Q2M9' })
  await town.as('keeper')(station.waiting, { id: 's1' })
  await town.as('zhang')(safety.report, { of: 'errand', id, why: 'ad' })
  await town.as('zhang')(station.report, { id: 's1', facility: 'water' })
  await town.as('zhang')(people.free, { free: true })
  const marks = marksOf('zhang', '张师傅', '13800000001', face)
  expect(await traces(marks)).not.toEqual([])

  await town.as('zhang')(privacy.erase, {})
  expect((await traces(marks)).filter(trace => !trace.startsWith(`people ${personId('zhang')}`))).toEqual([])
  await laterOn()
  expect(await traces(marks)).toEqual([])
  expect(await stands(face)).toBe(false)
  const one = await town.as('desk')(errand.one, { id })
  expect(one).toMatchObject({ state: 'confirmed', riderName: '一位师傅' })
  expect(one.timeline?.map(({ verb, who }) => [verb, who])).toEqual([
    ['request', '王女士'],
    ['dispatch', '李书记'],
    ['see', '一位师傅'],
    ['accept', '一位师傅'],
    ['reveal', '一位师傅'],
    ['reveal', '王女士'],
    ['reveal', '李书记'],
    ['deliver', '一位师傅'],
    ['confirm', '王女士'],
  ])
  const { rows } = await town.as('daughter')(household.looks, { id: 'h-father' })
  expect(rows.map(({ who }) => who).sort()).toEqual(['一位师傅', '李书记'])
})

test('what lists and reconciliations say of a rider goes with him, and what they say of others stays', async () => {
  const desk = town.as('desk')
  const here = { communityId: a }
  const row = (name: string, phone: string, firm: string) => [name, phone, '外卖', firm, '', '']
  const other = row('钱二', '13700000102', '美团')
  await takeIn(town, (await preview(town, [head, row('张师傅', '13800000001', '美团'), other])).id)
  const [line] = (await town.as('zhang')(roster.mine, here)).rows
  const id = line?.id ?? ''
  await desk(roster.reveal, { ...here, id })
  // A firm's list that differs, one that waits with him in it, and one that was read and no more.
  const theirs = [head, row('张师傅', '13800000001', '饿了么'), row('钱二', '13700000102', '饿了么')]
  const second = await preview(town, theirs, { body: 'firm' })
  await desk(roster.decide, { ...here, id: second.id, decision: 'later' })
  await takeIn(town, second.id)
  await desk(roster.reconcile, { ...here, left: 'firm', right: 'community' })
  const namesake = row('张师傅', '1380000', '美团')
  const waiting = await preview(town, [head, row('张师傅', '13800000001', '顺丰'), other, namesake], { body: 'post' })
  await open(town, [head, row('张师傅', '13800000001', '美团'), other], { body: 'post' })
  await open(town, [row('张师傅', '13800000001', '美团'), other], { body: 'post' })
  await town.as('zhang')(roster.answer, { ...here, id, what: 'right' })
  const marks = [...marksOf('zhang', '张师傅', '13800000001'), id]
  const named = await traces(marks)
  for (const name of ['differences', 'rosterLooks', 'importRows', 'imports', 'roster'])
    expect(named.filter(trace => trace.startsWith(`${name} `))).not.toEqual([])

  await town.as('zhang')(privacy.erase, {})
  await laterOn()
  expect(await traces(marks)).toEqual([])
  expect(new Set((await traces(['钱二'])).map(trace => trace.split(' ')[0]))).toEqual(
    new Set(['roster', 'imports', 'importRows', 'differences']),
  )
  // The list that waited can be taken in as it is by now, and does not bring him back.
  await takeIn(town, waiting.id)
  expect(await traces(marks)).toEqual([])
})

test('of a daughter nothing is left; the household stays with the desk and is called', async () => {
  const id = await carried()
  const post = { communityId: a, groupId: `${a}-g1`, title: '用电安全', cards: [{ heading: '一', body: '二' }] }
  const lesson = await town.as('desk')(study.write, post)
  await town.as('desk')(study.send, { id: lesson.id })
  await town.as('daughter')(study.keep, { id: lesson.id, card: 0, finished: true })
  await town.as('daughter')(station.announce, { code: 'K7Q2M9' })
  const { code } = await town.as('desk')(group.code, { communityId: a })
  await town.as('daughter')(group.join, { communityId: a, code })
  await town.as('daughter')(people.subscribed, { answers: { progress: 'accept' } })
  const marks = marksOf('daughter', '王女士')

  await town.as('daughter')(privacy.erase, {})
  await laterOn()
  expect(await traces(marks)).toEqual([])
  expect(await town.stored('households', 'h-father')).toMatchObject({ elder: '王大爷', hasApp: false })
  expect(await town.as('desk')(errand.one, { id })).toMatchObject({ askedBy: '一位家人' })
})

test('of one of the desk nothing is left, and the desk goes on', async () => {
  await town.put('people', {
    ...(await town.stored('people', personId('desk'))),
    _id: personId('second'),
    openid: 'second',
    name: '柳助理',
  })
  const id = await carried()
  const second = town.as('second')
  await second(study.write, {
    communityId: a,
    groupId: `${a}-g1`,
    title: '用电安全',
    cards: [{ heading: '一', body: '二' }],
  })
  await second(group.invite, { communityId: a, groupId: `${a}-g1` })
  await second(group.code, { communityId: a })
  await second(errand.dispute, { id, why: '家里打来电话' })
  await second(errand.settle, { id, why: '问过了' })
  await second(people.takeDuty, { communityId: a, hours: 1 })
  expect(await refusal(second(privacy.erase, {}))).toBe('HAND_OVER_FIRST')
  await town.as('desk')(people.takeDuty, { communityId: a, hours: 1 })
  await second(privacy.erase, {})
  await laterOn()
  expect(await traces(marksOf('second', '柳助理'))).toEqual([])
  expect(await refusal(town.as('desk')(privacy.erase, {}))).toBe('HAND_OVER_FIRST')
})

test('whoever comes again with the same WeChat is a newcomer', async () => {
  await town.as('daughter')(privacy.erase, {})
  const guest = await town.raw('daughter', 'people', { verb: 'communities', input: {} })
  expect(guest.me).toMatchObject({ name: '', memberships: [], households: [], rev: '' })
  const add = () => town.as('daughter')(household.add, mother)
  expect(await refusal(add())).toBe('LEAVING')
  await laterOn()
  await add()
  expect(await town.stored('people', personId('daughter'))).toMatchObject({
    name: '王小姐',
    households: [{ calls: '妈妈' }],
  })
})

test('who was never written down but has been somewhere leaves no visit behind', async () => {
  await town.as('passer')(station.announce, { code: 'K7Q2M9' })
  expect(await traces([personId('passer')])).not.toEqual([])
  await town.as('passer')(privacy.erase, {})
  await laterOn()
  expect(await traces([personId('passer'), '"passer"'])).toEqual([])
})

test('two phones at once, and the same tap again, end as one', async () => {
  await carried()
  const key = newKey()
  const erase = (with_: string) => town.as('daughter')(privacy.erase, {}, with_)
  await Promise.all([erase(key), erase(newKey()), erase(key)])
  await erase(key)
  await laterOn()
  expect(await traces(marksOf('daughter', '王女士'))).toEqual([])
})
