import { errand } from '@domain/errand'
import type { Count } from '../../../cloudfunctions/kernel/asking'
import { serve } from '../../../cloudfunctions/kernel/serve'
import { a, fatherHousehold, lunch, openTown, personId, refusal, type Town } from '../town'

type Kernel = typeof import('../../../cloudfunctions/kernel/asking')
let town: Town
afterEach(() => town.close())

const kernel = (): Kernel => require('../../../cloudfunctions/kernel/asking') as Kernel
const lessons = {
  from: 'posts',
  where: { communityId: a },
  order: { touchedAt: 'desc' },
  limit: 2,
  only: ['title'],
} as const
const riders = { from: 'people', where: { 'memberships.communityId': a, 'memberships.role': 'rider' } } as const
const homes = { from: 'households', where: { communityId: a }, omit: ['phones'] } as const

test('several questions are one request and answer as each does alone, in its order, its number and its fields', async () => {
  town = await openTown()
  const { ask, together } = kernel()
  const counted = { from: 'people', where: riders.where, counted: true } as const
  const nobody = { ...counted, where: { ...riders.where, 'memberships.communityId': 'c-nowhere' } }
  const put = [1, 3, 2].map(touchedAt => ({
    _id: `l${touchedAt}`,
    communityId: a,
    title: `第${touchedAt}课`,
    touchedAt,
  }))
  await town.put('posts', ...put)
  const alone = [await ask(lessons), await ask(homes), await ask(counted)]
  town.cloud.resetStats()
  const [titles, found, count, none] = await together(lessons, homes, counted, nobody)
  expect(town.cloud.stats().totals.requests).toBe(1)
  expect(titles).toEqual([3, 2].map(n => ({ _id: `l${n}`, title: `第${n}课` })))
  expect([titles, found, count]).toEqual(alone)
  expect(JSON.stringify(found)).not.toContain('phones')
  expect(kernel().countIn(none as Count[])).toBe(0)
})

test('where there is no community yet, each is asked alone', async () => {
  town = await openTown()
  const { ask, together } = kernel()
  const all = { from: 'communities', where: {} } as const
  for (const { _id } of (await ask(all)) as { _id: string }[]) await town.remove('communities', _id)
  expect(await together(riders, homes)).toEqual([await ask(riders), await ask(homes)])
  expect((await ask(homes)).length).toBeGreaterThan(0)
})

test('a row that is to read who asks beside its answer, and does not, answers nothing', async () => {
  const forgetful = serve({ reveal: errand.reveal }, { reveal: async () => ({ place: '3号楼', phones: [] }) })
  let isForgetful = false
  town = await openTown(name => {
    if (isForgetful && name === 'errand') return forgetful
    return (require(`../../../cloudfunctions/${name}`) as { main: typeof forgetful }).main
  })
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await town.as('zhang')(errand.accept, { id })
  isForgetful = true
  const error = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const asked = town.as('zhang')(errand.reveal, { id, householdId: fatherHousehold._id })
  expect(await refusal(asked)).toBe('BROKEN')
  expect(String(error.mock.calls[0]?.[0])).toContain('without having read who asks')
})
