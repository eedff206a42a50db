import { errand } from '@domain/errand'
import { a, lunch, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const ask = () => town.as('daughter')(errand.request, lunch)
const toZhang = (id: string) =>
  town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
const toPool = (id: string) => town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool' })

describe('the life of an errand', () => {
  test('a daughter asks, the desk dispatches, a rider accepts, brings it, and she confirms with thanks', async () => {
    const asked = await ask()
    expect(asked).toMatchObject({ state: 'requested', calls: '爸爸', building: '3号楼', my: ['family'] })
    const { id } = asked
    await toZhang(id)
    await town.as('zhang')(errand.accept, { id })
    await town.as('zhang')(errand.depart, { id })
    await town.as('zhang')(errand.deliver, { id, how: 'person' })
    await town.as('daughter')(errand.confirm, { id, rating: 'good', thanks: true })
    const one = await town.as('daughter')(errand.one, { id })
    expect(one).toMatchObject({
      state: 'confirmed',
      rating: 'good',
      thanks: true,
      riderName: '张师傅',
      confirmedBy: 'resident',
    })
    expect(one.timeline?.map(line => line.verb)).toEqual([
      'request',
      'dispatch',
      'accept',
      'depart',
      'deliver',
      'confirm',
    ])
  })

  test('a second rider is told who has it', async () => {
    const { id } = await ask()
    await toPool(id)
    await town.as('zhang')(errand.accept, { id })
    await expect(town.as('li')(errand.accept, { id })).rejects.toMatchObject({
      code: 'TAKEN',
      detail: { who: '张师傅' },
    })
    await town.as('zhang')(errand.handBack, { id, why: '车坏了' })
  })

  test('a rider to whom it was not offered cannot take it', async () => {
    const { id } = await ask()
    await toZhang(id)
    expect(await refusal(town.as('li')(errand.accept, { id }))).toBe('WRONG_STATE')
    expect(await refusal(town.as('chen')(errand.accept, { id }))).toBe('FORBIDDEN')
  })
})
