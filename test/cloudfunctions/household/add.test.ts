import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { dayMs } from '@domain/time'
import { a, b, lunch, newKey, openTown, personId, refusal, type Town } from '../town'
import { granny } from './homes'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

test('a first-time person is not stopped: the errand stands, seen by the desk alone, until the call is ticked', async () => {
  const home = await town.as('newcomer')(household.add, granny)
  expect(home).toMatchObject({ elder: '刘奶奶', stairs: '3 楼没电梯', my: ['family'] })
  expect(home).not.toHaveProperty('door')
  const asked = await town.as('newcomer')(errand.request, { ...lunch, householdId: home.id })
  expect(asked).toMatchObject({ newcomer: true, namedOnly: true, calls: '奶奶' })
  const dispatch = () =>
    town.as('desk')(errand.dispatch, { id: asked.id, communityId: a, to: { riderId: personId('zhang') } })
  expect(await refusal(dispatch())).toBe('CALL_FIRST')
  expect(await refusal(town.as('desk')(errand.agree, { id: asked.id, communityId: a, by: 'self' }))).not.toBe(
    'nothing was refused',
  )
  const other = await town.as('newcomer')(errand.request, { ...lunch, householdId: home.id })
  await town.as('desk')(errand.verify, { id: asked.id, householdId: home.id })
  expect((await town.as('desk')(errand.one, { id: other.id })).newcomer).toBe(false)
  await dispatch()
  const second = await town.as('newcomer')(errand.request, { ...lunch, householdId: home.id })
  expect(second.newcomer).toBe(false)
})

test('adding the same elder twice by a double tap makes one household', async () => {
  const key = newKey()
  const first = await town.as('twice')(household.add, granny, key)
  const again = await town.as('twice')(household.add, granny, key)
  expect(again.id).toBe(first.id)
  const me = (await town.raw('twice', 'errand', { verb: 'mine', input: {} })).me
  expect(me?.households).toHaveLength(1)
  expect(me?.name).toBe('刘先生')
})

test('a building that is not of the compound is refused; so is a household without consent', async () => {
  expect(await refusal(town.as('x1')(household.add, { ...granny, building: '9号楼' }))).toBe('BAD_INPUT')
  const reply = await town.raw('x1', 'household', {
    verb: 'add',
    input: { ...granny, consent: undefined },
    key: newKey(),
  })
  expect(reply).toMatchObject({ code: 'BAD_INPUT', detail: { why: '请先征得老人同意，再勾一下' } })
})

test('the desk writes down a caller, and every step for her becomes a call', async () => {
  const { calls: _calls, myName: _name, ...caller } = granny
  const home = await town.as('desk')(household.add, { ...caller, elder: '王奶奶' })
  expect(await refusal(town.as('zhang')(household.add, caller))).toBe('FORBIDDEN')
  expect(await refusal(town.as('desk')(household.add, { ...caller, communityId: b }))).toBe('FORBIDDEN')
  const asked = await town.as('desk')(errand.request, { ...lunch, householdId: home.id, byPhone: true })
  expect(asked).toMatchObject({ byPhone: true, toCall: true, newcomer: false })
  await town.as('desk')(errand.dispatch, { id: asked.id, communityId: a, to: { riderId: personId('zhang') } })
  await town.as('zhang')(errand.accept, { id: asked.id })
  await town.tick()
  const { rows } = await town.as('desk')(errand.calls, { communityId: a })
  const call = rows.find(row => row.id === asked.id && row.sentence.startsWith('张师傅接了'))
  expect(call).toMatchObject({ whom: '王奶奶' })
  expect(call?.sentence).toContain('口令')
  await town.as('desk')(errand.called, { id: asked.id, notice: call?.notice ?? '', how: 'noAnswer' })
  await town.as('desk')(errand.called, { id: asked.id, notice: call?.notice ?? '', how: 'done' })
  expect((await town.as('desk')(errand.calls, { communityId: a })).rows.some(row => row.notice === call?.notice)).toBe(
    false,
  )
  expect(await refusal(town.as('desk')(errand.called, { id: asked.id, notice: call?.notice ?? '', how: 'done' }))).toBe(
    'WRONG_STATE',
  )
})

test('who never heard the answer and started the app anew writes the same home down once', async () => {
  const anew = town.as('restarted')
  const first = await anew(household.add, granny)
  const again = await anew(household.add, { ...granny, calls: '外婆' })
  expect(again).toMatchObject({ id: first.id, elder: '刘奶奶', my: ['family'] })
  const me = (await town.raw('restarted', 'errand', { verb: 'mine', input: {} })).me
  expect(me?.households).toMatchObject([{ id: first.id, calls: '奶奶' }])
  expect((await anew(household.relatives, { id: first.id })).rows).toHaveLength(1)

  expect((await anew(household.add, { ...granny, door: '302' })).id).not.toBe(first.id)
  expect((await town.as('another')(household.add, granny)).id).not.toBe(first.id)
  town.cloud.clock.advance(dayMs)
  expect((await anew(household.add, granny)).id).not.toBe(first.id)
})

test('who was parted from a home since does not come back to it by writing it down once more', async () => {
  const first = await town.as('parted')(household.add, granny)
  const [bound] = (await town.as('desk')(household.relatives, { id: first.id })).rows
  await town.as('desk')(household.unbind, { id: bound?.id ?? '', said: 'elder' })
  expect((await town.as('parted')(household.add, granny)).id).not.toBe(first.id)
  expect(await refusal(town.as('parted')(household.one, { id: first.id }))).toBe('FORBIDDEN')
})
