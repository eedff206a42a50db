import { errand } from '@domain/errand'
import { privacy, type Hindering } from '@domain/privacy'
import { minuteMs, never } from '@domain/time'
import { a, lunch, morning, newKey, openTown, personId, refusal, type Town } from '../town'
import { everything, traces } from './store'

let town: Town
beforeEach(async () => {
  town = await openTown()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(async () => {
  jest.restoreAllMocks()
  await town.close()
})

const ask = async () => (await town.as('daughter')(errand.request, lunch)).id
const toZhang = (id: string) =>
  town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
const inTheWay = async (openid: string) => (await town.as(openid)(privacy.hindering, {})).rows
const whats = (rows: Hindering[]) => rows.map(({ what }) => what)
const why = '不再用新邻了'
/** Past the minutes in which a warm instance may remember somebody. */
async function laterOn(): Promise<void> {
  town.cloud.clock.set(morning + 18 * minuteMs)
  await town.tick()
}

/** How far an errand has come when its family leaves. */
const steps: Record<string, (id: string) => Promise<unknown>> = {
  requested: async () => undefined,
  dispatched: id => toZhang(id),
  accepted: id => town.as('zhang')(errand.accept, { id }),
  delivered: id => town.as('zhang')(errand.deliver, { id, how: 'person' }),
}

test.each(Object.keys(steps))(
  'a daughter whose errand is %s hands it to the desk, goes, and it goes on',
  async state => {
    const id = await ask()
    for (const step of Object.keys(steps).slice(0, Object.keys(steps).indexOf(state) + 1)) await steps[step]?.(id)
    expect(await inTheWay('daughter')).toEqual([{ what: 'family', id, words: '送饭 · 今天 10:30-11:00' }])
    expect(await refusal(town.as('daughter')(privacy.erase, {}))).toBe('HAND_OVER_FIRST')
    expect((await town.stored('people', personId('daughter')))?.name).toBe('王女士')

    await town.as('daughter')(errand.leave, { id })
    expect(await inTheWay('daughter')).toEqual([])
    await town.as('daughter')(privacy.erase, {})
    await laterOn()
    expect(await traces(['"daughter"', personId('daughter'), '王女士'])).toEqual([])
    const one = await town.as('desk')(errand.one, { id })
    expect(one).toMatchObject({ state, toCall: true, askedBy: '一位家人' })
    expect(one.timeline?.find(({ verb }) => verb === 'leave')).toMatchObject({ who: '一位家人' })
    if (state === 'requested') await toZhang(id)
    if (state !== 'accepted' && state !== 'delivered') await town.as('zhang')(errand.accept, { id })
    if (state !== 'delivered') await town.as('zhang')(errand.deliver, { id, how: 'person' })
    await town.tick()
    const { rows } = await town.as('desk')(errand.calls, { communityId: a })
    expect(rows.some(row => row.id === id && row.whom === '王大爷' && row.sentence.startsWith('送到了'))).toBe(true)
  },
)

test('where another relative is bound nothing stands in the way, and she goes on being told', async () => {
  const daughter = await town.stored('people', personId('daughter'))
  await town.put('people', { ...daughter, _id: personId('son'), openid: 'son', name: '王先生' })
  await ask()
  expect(await town.as('daughter')(privacy.hindering, {})).toMatchObject({ rows: [], households: [{ isLast: false }] })
  await town.as('daughter')(privacy.erase, {})
  expect(await town.stored('households', 'h-father')).toMatchObject({ hasApp: true })
})

test('a rider hands back what he has and declines what he was asked for', async () => {
  const [first, second] = [await ask(), await ask()]
  await toZhang(first)
  await town.as('zhang')(errand.accept, { id: first })
  await toZhang(second)
  expect(whats(await inTheWay('zhang')).sort()).toEqual(['asked', 'inHand'])
  expect(await refusal(town.as('zhang')(privacy.erase, {}))).toBe('HAND_OVER_FIRST')
  await town.as('zhang')(errand.handBack, { id: first, why })
  await town.as('zhang')(errand.decline, { id: second, why })
  await town.as('zhang')(privacy.erase, {})
  await laterOn()
  expect(await traces(['"zhang"', personId('zhang'), '张师傅', '13800000001'])).toEqual([])
  for (const id of [first, second]) expect((await town.as('desk')(errand.one, { id })).state).toBe('requested')
})

test('what the desk gave him in the very moment in which he left comes back to the desk', async () => {
  const [offered, carried] = [await ask(), await ask()]
  await town.as('zhang')(privacy.erase, {})
  const door = `person:${personId('zhang')}`
  const { command } = (require('wx-server-sdk') as typeof import('wx-server-sdk')).database()
  const his = { openTo: [door], closedAt: never, inboxOf: command.addToSet(door) }
  const put = (id: string, data: object) =>
    (require('wx-server-sdk') as typeof import('wx-server-sdk'))
      .database()
      .collection('errands')
      .doc(id)
      .update({ data })
  const offer = { to: 'rider', riderId: personId('zhang'), name: '张师傅', at: morning, until: morning + 600_000 }
  await put(offered, { ...his, state: 'dispatched', offer: command.set(offer) })
  await put(carried, {
    ...his,
    state: 'accepted',
    riderId: personId('zhang'),
    riderName: '张师傅',
    slot: `${personId('zhang')}#0`,
  })
  await laterOn()
  for (const id of [offered, carried]) {
    expect(await town.as('desk')(errand.one, { id })).toMatchObject({ state: 'requested' })
    expect((await town.as('desk')(errand.inbox, {})).rows.some(row => row.id === id && row.say === 'released')).toBe(
      true,
    )
  }
  expect(await traces(['"zhang"', personId('zhang'), '张师傅'])).toEqual([])
})

test('however much came to him while he left, the rest is freed, and he stays until nothing names him', async () => {
  const like = { ...(await town.stored('errands', await ask())) }
  await town.as('zhang')(privacy.erase, {})
  const id = personId('zhang')
  const line = { verb: 'accept', who: '张师傅', as: 'rider', byId: id, at: morning, key: 'k', sum: '' }
  const his = { ...like, riderId: id, riderName: '张师傅', timeline: [line], outbox: {}, dueAt: never }
  const carried = Array.from({ length: 105 }, (_, i) => ({ _id: `e-${String(i).padStart(3, '0')}`, slot: `slot-${i}` }))
  const inHand = { ...his, state: 'accepted', openTo: [`person:${id}`], closedAt: never }
  await town.put('errands', ...carried.map(one => ({ ...inHand, ...one })))
  await town.put('errands', { ...his, _id: 'e-over', slot: 'over', state: 'confirmed', openTo: [], closedAt: morning })

  await town.as('zhang')(privacy.erase, {})
  expect(await town.stored('errands', 'e-over')).toMatchObject({ riderName: '一位师傅' })
  await laterOn()
  expect(await town.stored('people', id)).toHaveProperty('leaving')
  town.cloud.clock.advance(5 * minuteMs)
  await town.tick()
  expect(await traces(['"zhang"', id, '张师傅'])).toEqual([])
})

test('the last of a desk cannot go; of the last two at once one goes', async () => {
  expect(whats(await inTheWay('desk'))).toEqual(['lastAtDesk'])
  expect(await refusal(town.as('desk')(privacy.erase, {}))).toBe('HAND_OVER_FIRST')
  const desk = await town.stored('people', personId('desk'))
  await town.put('people', { ...desk, _id: personId('second'), openid: 'second', name: '柳助理' })
  const both = await Promise.all(['desk', 'second'].map(one => refusal(town.as(one)(privacy.erase, {}))))
  expect(both.filter(code => code === 'nothing was refused')).toHaveLength(1)
})

test('the last of a subdistrict cannot go; of the last two at once one goes', async () => {
  expect(await inTheWay('officer')).toEqual([{ what: 'lastInOffice', id: 'sd1', words: '邻溪镇' }])
  expect(await refusal(town.as('officer')(privacy.erase, {}))).toBe('HAND_OVER_FIRST')
  const officer = await town.stored('people', personId('officer'))
  await town.put('people', { ...officer, _id: personId('second'), openid: 'second', name: '杜干事' })
  const both = await Promise.all(['officer', 'second'].map(one => refusal(town.as(one)(privacy.erase, {}))))
  expect(both.filter(code => code === 'nothing was refused')).toHaveLength(1)
})

test('a household goes along only where nothing runs, and only his own', async () => {
  const id = await ask()
  await town.as('daughter')(errand.leave, { id })
  const together = ['h-father']
  expect(await refusal(town.as('daughter')(privacy.erase, { together }))).toBe('HAND_OVER_FIRST')
  expect(await refusal(town.as('neighbour')(privacy.erase, { together }))).toBe('FORBIDDEN')
  await town.as('daughter')(errand.cancel, { id, why: '不用了' })
  const of = { communityId: a, householdId: 'h-father', rev: 'r0', touchedAt: 1 }
  await town.put('bindings', {
    ...of,
    _id: 'b-son',
    state: 'ended',
    elder: '王大爷',
    relativeId: 'p-son',
    timeline: [],
  })
  await town.put('looks', { ...of, _id: 'l-1', who: '李书记', as: 'dispatcher', at: 1 })
  await town.put('codes', { ...of, _id: 'h-father', code: '123456', until: 1 })
  await town.put('doubts', { ...of, _id: 'd-1', state: 'waiting', of: 'errands', ofId: id, words: '少盐', at: 1 })
  await town.as('daughter')(privacy.erase, { together })
  await laterOn()
  expect(await town.stored('households', 'h-father')).toBeUndefined()
  expect(await traces(['王大爷', '13900000001', '少盐', 'h-father'])).toEqual([])
  expect(await town.stored('errands', id)).toMatchObject({ state: 'cancelled', kind: 'meal', compound: '金星小区' })
})

test('who is leaving is a guest: nothing is taken along, nothing is written, whatever a phone still holds', async () => {
  await ask().then(id => town.as('daughter')(errand.leave, { id }))
  await town.as('daughter')(privacy.erase, {})
  expect((await town.as('daughter')(privacy.take, {})).rows).toEqual([])
  expect(await town.as('daughter')(privacy.mine, {})).toMatchObject({ name: '', households: [], errands: 0 })
  const old = { verb: 'free', input: { free: true }, key: newKey(), me: 'r0' }
  expect(await town.raw('daughter', 'people', old)).toMatchObject({ ok: false, code: 'LEAVING', me: { name: '' } })
})

test('wherever it dies, the same tap or the clock brings it to the same end', async () => {
  const marks = ['"daughter"', personId('daughter'), '王女士']
  let deaths = 0
  for (let nth = 3; ; nth += 4) {
    await town.close()
    town = await openTown()
    const id = await ask()
    await toZhang(id)
    await town.as('daughter')(errand.leave, { id })
    const key = newKey()
    town.cloud.resetStats()
    town.cloud.faults.add({ on: 'request', fn: 'privacy', verb: 'erase', nth, fault: { kind: 'kill', when: 'before' } })
    await town
      .as('daughter')(privacy.erase, {}, key)
      .catch(() => undefined)
    town.cloud.faults.clear()
    if (Object.keys(town.cloud.stats().faults).length === 0) break
    deaths += 1
    const isLeaving = (await town.stored('people', personId('daughter')))?.leaving !== undefined
    // By the same tap where it had not begun or every second time; else by the clock alone.
    if (!isLeaving || nth % 8 === 3) await town.as('daughter')(privacy.erase, {}, key)
    await laterOn()
    expect([nth, await traces(marks)]).toEqual([nth, []])
    expect((await everything()).households?.[0]).toMatchObject({ hasApp: false })
  }
  expect(deaths).toBeGreaterThan(5)
})
