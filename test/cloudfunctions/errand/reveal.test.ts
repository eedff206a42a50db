import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { hourMs } from '@domain/time'
import { a, b, fatherHousehold, lunch, openTown, person, personId, refusal, type Town } from '../town'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const householdId = fatherHousehold._id
async function inHandOf(openid: string): Promise<string> {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId(openid) } })
  await town.as(openid)(errand.accept, { id })
  return id
}

test('the rider who has it is given door and phone, and the family sees that he looked', async () => {
  const id = await inHandOf('zhang')
  const shown = await town.as('zhang')(errand.reveal, { id, householdId })
  expect(shown).toEqual({ place: '3号楼 2单元 602 · 6 楼没电梯', phones: [{ number: '13900000001', whose: '女儿' }] })
  const { rows } = await town.as('daughter')(household.looks, { id: householdId })
  expect(rows).toMatchObject([{ who: '张师傅', as: 'rider', errandId: id }])
})

test('before acceptance, after two hours, and for anyone else there is no door', async () => {
  const { id: waiting } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id: waiting, communityId: a, to: { riderId: personId('li') } })
  expect(await refusal(town.as('li')(errand.reveal, { id: waiting, householdId }))).toBe('FORBIDDEN')

  const id = await inHandOf('zhang')
  for (const stranger of ['li', 'neighbour', 'desk-b', 'guest']) {
    expect(await refusal(town.as(stranger)(errand.reveal, { id, householdId }))).toBe('FORBIDDEN')
  }
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  town.cloud.clock.advance(2 * hourMs - 1000)
  await town.as('zhang')(errand.reveal, { id, householdId })
  town.cloud.clock.advance(2000)
  expect(await refusal(town.as('zhang')(errand.reveal, { id, householdId }))).toBe('WRONG_STATE')
})

test('a door of another household is not given for this errand', async () => {
  const id = await inHandOf('zhang')
  await town.put('households', { ...fatherHousehold, _id: 'h-other', householdId: 'h-other' })
  expect(await refusal(town.as('zhang')(errand.reveal, { id, householdId: 'h-other' }))).toBe('WRONG_STATE')
})

test('the family is given the phone of the rider who has it, and no other', async () => {
  const id = await inHandOf('zhang')
  const shown = await town.as('daughter')(errand.reveal, { id, householdId, riderId: personId('zhang') })
  expect(shown.phones).toEqual([{ number: '13800000001', whose: '张师傅' }])
  expect(await refusal(town.as('daughter')(errand.reveal, { id, householdId, riderId: personId('li') }))).toBe(
    'WRONG_STATE',
  )
})

test('a rider cannot ask for another rider’s phone, nor a stranger’s', async () => {
  const id = await inHandOf('zhang')
  expect(await refusal(town.as('zhang')(errand.reveal, { id, householdId, riderId: personId('li') }))).not.toBe(
    'nothing was refused',
  )
})

test('the desk is given the number of whoever it must call, the rider it only asked among them', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await town.tick()
  const { rows } = await town.as('desk')(errand.calls, { communityId: a })
  const call = rows.find(row => row.whom === '张师傅')
  expect(call).toMatchObject({ id, householdId, riderId: personId('zhang') })
  const shown = await town.as('desk')(errand.reveal, { id, householdId, riderId: personId('zhang') })
  expect(shown.phones).toEqual([{ number: '13800000001', whose: '张师傅' }])
  expect(await refusal(town.as('desk')(errand.reveal, { id, householdId, riderId: personId('li') }))).toBe(
    'WRONG_STATE',
  )
})

test('a relative whom the community no longer counts among its own reads nothing of the house', async () => {
  const households = [{ id: 'h-father', communityId: a, calls: '爸爸', elder: '王大爷', place: '金星小区 3号楼' }]
  await town.put('people', person('son', '王先生', [{ communityId: b, role: 'resident' }], { households }))
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.agree, { id, communityId: a, by: { riderId: personId('li') } })
  const photo = await town.file(`photo/e-${id}-a.jpg`)
  await town.as('li')(errand.deliver, { id, how: 'photo', photo })
  expect(await town.as('son')(errand.inbox, {})).toEqual({ rows: [] })
  expect(await town.as('son')(errand.history, { householdId })).toEqual({ rows: [] })
  expect(await refusal(town.as('son')(household.looks, { id: 'h-father' }))).toBe('FORBIDDEN')
  expect(await refusal(town.as('son')(errand.photo, { id }))).toBe('FORBIDDEN')
})
