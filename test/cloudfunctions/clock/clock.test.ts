import { errand } from '@domain/errand'
import { people } from '@domain/people'
import { study } from '@domain/study'
import { dayMs, minuteMs, momentOf } from '@domain/time'
import { a, lunch, openTown, personId, type Town } from '../town'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const ask = async () => (await town.as('daughter')(errand.request, lunch)).id
const give = (id: string, openid: string) =>
  town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId(openid) } })
const stored = (id: string) => town.stored('errands', id)
/** How often a verb stands in a record's timeline. */
const count = (record: Record<string, unknown> | undefined, verb: string): number =>
  ((record?.timeline ?? []) as { verb: string }[]).filter(line => line.verb === verb).length
const settleDown = async () => {
  for (let i = 0; i < 4; i++) await town.tick()
}

test('when nobody accepts it rises to the desk with the reason, once, and does not die', async () => {
  const id = await ask()
  await give(id, 'zhang')
  await settleDown()
  town.cloud.clock.advance(11 * minuteMs)
  await settleDown()
  await settleDown()
  expect(await stored(id)).toMatchObject({ state: 'dispatched', escalated: { why: 'nobodyAccepts' } })
  expect(count(await stored(id), 'rise')).toBe(1)
  await town.as('zhang')(errand.accept, { id })
  expect(await stored(id)).not.toHaveProperty('escalated')
})

test('when nobody dispatches, and when nobody arrives, it rises too', async () => {
  const waiting = await ask()
  await settleDown()
  town.cloud.clock.advance(11 * minuteMs)
  await settleDown()
  expect(await stored(waiting)).toMatchObject({ escalated: { why: 'waitsLong' } })
  await give(waiting, 'zhang')
  await town.as('zhang')(errand.accept, { id: waiting })
  town.cloud.clock.advance(60 * minuteMs)
  await settleDown()
  expect(await stored(waiting)).toMatchObject({ state: 'accepted', escalated: { why: 'nobodyArrives' } })
  const { rows } = await town.as('daughter')(errand.inbox, {})
  expect(rows.map(row => row.sentence)).toContain('比说好的晚了，社区在联系')
})

test('after two days without a word it is confirmed, and says that the clock did it', async () => {
  const id = await ask()
  await give(id, 'zhang')
  await town.as('zhang')(errand.accept, { id })
  await town.as('zhang')(errand.deliver, { id, how: 'door' })
  await settleDown()
  town.cloud.clock.advance(2 * dayMs - minuteMs)
  await settleDown()
  expect(await stored(id)).toMatchObject({ state: 'delivered' })
  town.cloud.clock.advance(2 * minuteMs)
  await settleDown()
  expect(await stored(id)).toMatchObject({ state: 'confirmed', confirmedBy: 'clock' })
})

test('a notice is pushed once, however often and however concurrently the timer rings', async () => {
  town.cloud.wechat.grants('zhang', 'XINLIN_TASK', 5)
  const id = await ask()
  await give(id, 'zhang')
  await Promise.all([town.tick(), town.tick(), town.tick()])
  await settleDown()
  const sent = town.cloud.wechat.notices('zhang')
  expect(sent.filter(notice => JSON.stringify(notice).includes('社区请您帮个忙'))).toHaveLength(1)
  expect(JSON.stringify(sent)).not.toMatch(/王大爷|602|桂花|13900000001/)
})

test('what reached no phone is on the desk’s list; what was read first needs no call', async () => {
  const id = await ask()
  await give(id, 'zhang')
  await settleDown()
  const { rows } = await town.as('desk')(errand.calls, { communityId: a })
  const listed = rows.map(({ whom, sentence }) => `${whom}: ${sentence}`)
  expect(listed.sort()).toEqual(['张师傅: 社区请您帮个忙：一份午饭，少盐', '王大爷: 问了张师傅，等他答应'])
  await town.as('daughter')(people.read, { at: town.cloud.clock.now() + minuteMs })
  await town.as('zhang')(errand.accept, { id })
  await town.as('daughter')(people.read, { at: town.cloud.clock.now() + minuteMs })
  await settleDown()
  const after = await town.as('desk')(errand.calls, { communityId: a })
  expect(after.rows.some(row => row.sentence.startsWith('张师傅接了'))).toBe(false)
})

test('a scheduled lesson is published exactly once, by whichever run comes first', async () => {
  const write = {
    communityId: a,
    groupId: `${a}-g1`,
    title: '防火三件事',
    cards: [{ heading: '一', body: '不堵楼道' }],
  }
  const { id } = await town.as('desk')(study.write, write)
  const at = town.cloud.clock.now() + 30 * minuteMs
  await town.as('desk')(study.schedule, { id, at })
  await settleDown()
  expect(await town.stored('posts', id)).toMatchObject({ state: 'scheduled' })
  town.cloud.clock.advance(31 * minuteMs)
  await Promise.all([town.tick(), town.tick()])
  await settleDown()
  const post = await town.stored('posts', id)
  expect(post).toMatchObject({ state: 'published' })
  expect(count(post, 'publish')).toBe(1)
})

test('an idle clock asks two questions and writes nothing', async () => {
  await settleDown()
  town.cloud.resetStats()
  const reply = await town.tick()
  expect(reply).toMatchObject({ ok: true, data: { leased: false, told: 0 } })
  expect(town.cloud.stats().totals.requests).toBe(2)
})

test('by night only every fifth minute counts, and what waited is done then', async () => {
  const id = await ask()
  town.cloud.clock.set(momentOf('2026-11-23', '23:01'))
  town.cloud.resetStats()
  await town.tick()
  expect(town.cloud.stats().totals.requests).toBe(0)
  town.cloud.clock.set(momentOf('2026-11-23', '23:05'))
  await settleDown()
  // Its time is long over by then.
  expect(await stored(id)).toMatchObject({ escalated: { why: 'nobodyArrives' } })
})

test('whatever is moved is looked at again: a pool nobody answers rises a second time', async () => {
  const id = await ask()
  await settleDown()
  town.cloud.clock.advance(11 * minuteMs)
  await settleDown()
  expect(await stored(id)).toMatchObject({ escalated: { why: 'waitsLong' } })
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool' })
  await settleDown()
  town.cloud.clock.advance(16 * minuteMs)
  await settleDown()
  expect(await stored(id)).toMatchObject({ escalated: { why: 'nobodyAccepts' } })
})

test('nobody can write the clock’s own key, and one broken record holds up no other', async () => {
  const id = await ask()
  await expect(
    town.as('desk')(errand.verify, { id, householdId: 'h-father' }, `clock.${'0'.repeat(20)}`),
  ).rejects.toMatchObject({ code: 'BAD_INPUT' })
  await town.put('errands', { _id: 'broken', communityId: a, state: 'requested', dueAt: 1, slot: 'broken', rev: 'r0' })
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  town.cloud.clock.advance(11 * minuteMs)
  await settleDown()
  expect(await stored(id)).toMatchObject({ escalated: { why: 'waitsLong' } })
  jest.restoreAllMocks()
})

test('in a rider’s quiet hours nothing rings on his phone; the desk is told to call', async () => {
  town.cloud.wechat.grants('zhang', 'XINLIN_TASK', 5)
  const id = (
    await town.as('daughter')(errand.request, {
      ...lunch,
      when: { from: momentOf('2026-11-23', '13:00'), until: momentOf('2026-11-23', '13:30') },
    })
  ).id
  town.cloud.clock.set(momentOf('2026-11-23', '11:30'))
  await give(id, 'zhang')
  await settleDown()
  expect(town.cloud.wechat.notices('zhang')).toEqual([])
  expect((await town.as('desk')(errand.calls, { communityId: a })).rows.some(row => row.whom === '张师傅')).toBe(true)
})

test('a lesson moved to tomorrow in the last moment is not published today', async () => {
  const { id } = await town.as('desk')(study.write, {
    communityId: a,
    groupId: `${a}-g1`,
    title: '题',
    cards: [{ heading: '一', body: '二' }],
  })
  const soon = town.cloud.clock.now() + minuteMs
  await town.as('desk')(study.schedule, { id, at: soon })
  town.cloud.clock.advance(2 * minuteMs)
  await town.as('desk')(study.schedule, { id, at: soon + dayMs })
  await settleDown()
  expect(await town.stored('posts', id)).toMatchObject({ state: 'scheduled' })
})
