import { errand } from '@domain/errand'
import type { NewHousehold } from '@domain/household'
import { people } from '@domain/people'
import { a, b, lunch, newKey, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const granny: NewHousehold = {
  communityId: a,
  compoundId: 'k1',
  building: '1号楼',
  unit: '1',
  door: '301',
  floor: 3,
  hasLift: false,
  elder: '刘奶奶',
  calls: '奶奶',
  myName: '刘先生',
  alone: true,
  phones: [{ number: '08580000123', whose: '座机' }],
  consent: 'byPhone',
}
const application = {
  communityId: a,
  name: '何师傅',
  trade: 'courier' as const,
  firm: '小河快递',
  phone: '13900000088',
  areas: ['k1'],
  advances: false,
  agreed: true as const,
}

test('a first-time person is not stopped: the errand stands, seen by the desk alone, until the call is ticked', async () => {
  const household = await town.as('newcomer')(people.addHousehold, granny)
  expect(household).toMatchObject({ elder: '刘奶奶', stairs: '3 楼没电梯', my: ['family'] })
  expect(household).not.toHaveProperty('door')
  const asked = await town.as('newcomer')(errand.request, { ...lunch, householdId: household.id })
  expect(asked).toMatchObject({ newcomer: true, namedOnly: true, calls: '奶奶' })
  const dispatch = () =>
    town.as('desk')(errand.dispatch, { id: asked.id, communityId: a, to: { riderId: personId('zhang') } })
  expect(await refusal(dispatch())).toBe('CALL_FIRST')
  expect(await refusal(town.as('desk')(errand.agree, { id: asked.id, communityId: a, by: 'self' }))).not.toBe(
    'nothing was refused',
  )
  const other = await town.as('newcomer')(errand.request, { ...lunch, householdId: household.id })
  await town.as('desk')(errand.verify, { id: asked.id, householdId: household.id })
  expect((await town.as('desk')(errand.one, { id: other.id })).newcomer).toBe(false)
  await dispatch()
  const second = await town.as('newcomer')(errand.request, { ...lunch, householdId: household.id })
  expect(second.newcomer).toBe(false)
})

test('adding the same elder twice by a double tap makes one household', async () => {
  const key = newKey()
  const first = await town.as('twice')(people.addHousehold, granny, key)
  const again = await town.as('twice')(people.addHousehold, granny, key)
  expect(again.id).toBe(first.id)
  const me = (await town.raw('twice', 'errand', { verb: 'mine', input: {} })).me
  expect(me?.households).toHaveLength(1)
  expect(me?.name).toBe('刘先生')
})

test('a building that is not of the compound is refused; so is a household without consent', async () => {
  expect(await refusal(town.as('x1')(people.addHousehold, { ...granny, building: '9号楼' }))).toBe('BAD_INPUT')
  const reply = await town.raw('x1', 'people', {
    verb: 'addHousehold',
    input: { ...granny, consent: undefined },
    key: newKey(),
  })
  expect(reply).toMatchObject({ code: 'BAD_INPUT', detail: { why: '请先征得老人同意，再勾一下' } })
})

test('the desk writes down a caller, and every step for her becomes a call', async () => {
  const { calls: _calls, myName: _name, ...caller } = granny
  const household = await town.as('desk')(people.addHousehold, { ...caller, elder: '王奶奶' })
  expect(await refusal(town.as('zhang')(people.addHousehold, caller))).toBe('FORBIDDEN')
  expect(await refusal(town.as('desk')(people.addHousehold, { ...caller, communityId: b }))).toBe('FORBIDDEN')
  const asked = await town.as('desk')(errand.request, { ...lunch, householdId: household.id, byPhone: true })
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

test('a rider who applied sees nothing until the desk has confirmed him', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool' })
  await town.as('he')(people.apply, application)
  expect(await refusal(town.as('he')(errand.offers, {}))).toBe('FORBIDDEN')
  expect(await refusal(town.as('he')(errand.accept, { id }))).toBe('FORBIDDEN')
  expect(await town.as('he')(errand.one, { id })).toEqual({
    id,
    state: 'dispatched',
    communityId: a,
    my: [],
    kind: 'meal',
    compound: '金星小区',
    when: lunch.when,
  })
  expect(await refusal(town.as('he')(people.apply, application))).toBe('ALREADY_APPLIED')

  const { rows } = await town.as('desk')(people.applicants, { communityId: a })
  const applicant = rows.find(row => row.name === '何师傅')
  expect(applicant).not.toHaveProperty('phone')
  const confirm = { communityId: a, id: applicant?.id ?? '', rev: applicant?.rev ?? '', how: 'seen' as const }
  expect(await refusal(town.as('desk-b')(people.confirmRider, { ...confirm, communityId: b }))).toBe('FORBIDDEN')
  await town.as('desk')(people.confirmRider, confirm)
  const offered = await town.as('he')(errand.offers, {})
  const row = offered.rows.find(candidate => candidate.id === id)
  expect(row).toMatchObject({ building: '3号楼', stairs: '6 楼没电梯', pickUp: '社区食堂' })
  expect(row).not.toHaveProperty('elder')
  await town.as('he')(errand.accept, { id })
  await town.as('he')(errand.deliver, { id, how: 'person' })
})

test('whom the desk has confirmed is a rider at his next question, though the function has just answered him', async () => {
  await town.as('xu')(people.apply, { ...application, name: '徐师傅' })
  const ask = (me = '') => town.raw('xu', 'people', { verb: 'community', input: { id: a }, me })
  const { me } = await ask()
  expect(me?.application?.state).toBe('waiting')
  expect(await ask(me?.rev)).not.toHaveProperty('me')
  const { rows } = await town.as('desk')(people.applicants, { communityId: a })
  const { id = '', rev = '' } = rows.find(row => row.name === '徐师傅') ?? {}
  await town.as('desk')(people.confirmRider, { communityId: a, id, rev, how: 'firm' })
  expect((await ask(me?.rev)).me?.memberships).toEqual([{ communityId: a, role: 'rider' }])
})

test('a stale confirmation is refused', async () => {
  await town.as('wu')(people.apply, { ...application, name: '吴师傅' })
  const { rows } = await town.as('desk')(people.applicants, { communityId: a })
  const id = rows.find(row => row.name === '吴师傅')?.id ?? ''
  expect(
    await refusal(town.as('desk')(people.confirmRider, { communityId: a, id, rev: 'old-rev-1', how: 'seen' })),
  ).toBe('STALE')
})

test('我有空 holds until the day ends; duty is taken in one tap and everybody reads who it is', async () => {
  await town.as('zhang')(people.free, { free: true })
  const { rows } = await town.as('desk')(errand.riders, { communityId: a })
  expect(rows.find(row => row.id === personId('zhang'))).toMatchObject({ free: true, trade: 'takeaway' })
  await town.as('desk')(people.takeDuty, { communityId: a, hours: 8 })
  expect((await town.as('guest')(people.community, { id: a })).onDuty).toMatchObject({ name: '李书记' })
  expect(await refusal(town.as('desk-b')(people.takeDuty, { communityId: a, hours: 8 }))).toBe('FORBIDDEN')
})
