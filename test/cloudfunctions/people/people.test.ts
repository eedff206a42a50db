import { errand } from '@domain/errand'
import { people } from '@domain/people'
import { a, b, lunch, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

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
