import { errand } from '@domain/errand'
import { recurring } from '@domain/recurring'
import { momentOf } from '@domain/time'
import { a, lunch, openTown, personId, refusal, type Town } from '../town'
import { meals } from './samples'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const firstLunch = async (more: object = {}) => (await town.as('daughter')(errand.request, { ...lunch, ...more })).id
const listed = async (openid = 'daughter') =>
  (await town.as(openid)(recurring.list, { householdId: town.fatherId })).rows
/** What her phone holds of her. */
const usualOf = async (openid = 'daughter') => {
  const stored = (await town.stored('people', personId(openid))) ?? {}
  return (stored.households as { usual?: object[] }[]).flatMap(({ usual = [] }) => usual)
}

test('family and desk make a rule of an errand and read it; the family of another household and a rider do neither', async () => {
  const errandId = await firstLunch({ note: '放门口小桌' })
  const { id } = await town.as('daughter')(recurring.add, { errandId, ...meals })
  const byDesk = await town.as('desk')(recurring.add, { errandId, ...meals })
  expect(byDesk).toMatchObject({ askedBy: '李书记', byPhone: true, note: '放门口小桌', what: lunch.what })
  for (const reader of ['daughter', 'desk']) expect(await listed(reader)).toHaveLength(2)
  for (const other of ['neighbour', 'zhang', 'desk-b', 'keeper', 'guest']) {
    expect(await refusal(town.as(other)(recurring.add, { errandId, ...meals }))).toBe('FORBIDDEN')
    expect(await refusal(town.as(other)(recurring.one, { id }))).toBe('FORBIDDEN')
    expect(await refusal(town.as(other)(recurring.end, { id }))).toBe('FORBIDDEN')
  }
  for (const other of ['neighbour', 'desk-b']) expect(await listed(other)).toEqual([])
})

test('days that make no sense are refused with a word, and what can only be asked once too', async () => {
  const errandId = await firstLunch()
  const add = (more: object) => refusal(town.as('daughter')(recurring.add, { errandId, ...meals, ...more }))
  expect(await add({ weekdays: [] })).toBe('BAD_INPUT')
  expect(await add({ weekdays: [8] })).toBe('BAD_INPUT')
  expect(await add({ from: '11:00', until: '10:30' })).toBe('BAD_INPUT')
  expect(await add({ from: '10:15' })).toBe('BAD_INPUT')
  expect(await add({ untilOn: '2026-11-20' })).toBe('BAD_INPUT')
  expect(await add({ fromOn: '2036-11-20' })).toBe('BAD_INPUT')
  expect(await add({ weekdays: [], dates: ['2026-11-01'], fromOn: '2026-11-01' })).toBe('PAST_SLOT')
  const ride = await firstLunch({ kind: 'ride' })
  expect(await refusal(town.as('daughter')(recurring.add, { errandId: ride, ...meals }))).toBe('BAD_INPUT')
})

test('words that the desk has not seen are not said again and again', async () => {
  const errandId = await firstLunch({ what: '[[review]] 两斤肉' })
  expect(await refusal(town.as('daughter')(recurring.add, { errandId, ...meals }))).toBe('BAD_INPUT')
})

test('who saw an older rule changes nothing', async () => {
  const errandId = await firstLunch()
  const { id, rev = '' } = await town.as('daughter')(recurring.add, { errandId, ...meals })
  await town.as('desk')(recurring.change, { id, rev, ...meals, weekdays: [2] })
  expect(await refusal(town.as('daughter')(recurring.change, { id, rev, ...meals, weekdays: [4] }))).toBe('STALE')
  expect(await town.stored('recurrings', id)).toMatchObject({ weekdays: [2] })
})

test('what is kept is on every relative’s phone by its name, is asked again by a tap only, and can be put away', async () => {
  const errandId = await firstLunch()
  const { id } = await town.as('daughter')(recurring.keep, { errandId, name: '爸爸的午饭' })
  expect(await usualOf()).toEqual([{ id, name: '爸爸的午饭' }])
  expect(await town.as('daughter')(recurring.one, { id })).toMatchObject({
    state: 'kept',
    what: lunch.what,
    name: '爸爸的午饭',
  })
  town.cloud.clock.set(momentOf('2026-11-24', '15:02'))
  await town.tick()
  expect((await town.as('daughter')(errand.mine, {})).rows).toHaveLength(1)
  await town.as('daughter')(recurring.end, { id })
  expect(await usualOf()).toEqual([])
  expect(await listed()).toEqual([])
})

test('a name that waits for the desk stands on nobody else’s first screen', async () => {
  const errandId = await firstLunch()
  const { id } = await town.as('daughter')(recurring.keep, { errandId, name: '[[review]]某' })
  expect(await usualOf()).toEqual([{ id, name: '送饭' }])
  expect(await town.as('daughter')(recurring.one, { id })).toMatchObject({ waits: ['name'] })
  expect(await refusal(town.as('daughter')(recurring.keep, { errandId, name: '[[risky]] 某某' }))).toBe('UNFIT_WORDS')
})

test('a household keeps twenty at most', async () => {
  const errandId = await firstLunch()
  for (let i = 0; i < 20; i += 1) await town.as('daughter')(recurring.keep, { errandId, name: `午饭${i}` })
  expect(await refusal(town.as('daughter')(recurring.keep, { errandId, name: '又一个' }))).toBe('BAD_INPUT')
})

test('two who keep something at once lose nothing', async () => {
  const errandId = await firstLunch()
  const keep = (openid: string, name: string) => town.as(openid)(recurring.keep, { errandId, name })
  await Promise.all([keep('daughter', '午饭'), keep('desk', '晚饭')])
  expect((await usualOf()).map(one => Object(one).name).sort()).toEqual(['午饭', '晚饭'])
  expect((await town.stored('households', town.fatherId))?.usual).toHaveLength(2)
})

test('a desk of another compound neither reads nor ends a rule', async () => {
  const errandId = await firstLunch()
  const { id } = await town.as('daughter')(recurring.add, { errandId, ...meals })
  const seat = { communityId: a, role: 'dispatcher' as const, compoundId: 'k2' }
  await town.set('people', personId('keeper'), { memberships: [seat] })
  expect(await listed('keeper')).toEqual([])
  expect(await refusal(town.as('keeper')(recurring.end, { id }))).toBe('FORBIDDEN')
})
