import { errand } from '@domain/errand'
import { people } from '@domain/people'
import { momentOf } from '@domain/time'
import { a, lunch, newKey, openTown, personId, type Town } from '../town'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const zhang = personId('zhang')
const li = personId('li')
const ask = async (more: object = {}) => (await town.as('daughter')(errand.request, { ...lunch, ...more })).id
const tomorrow = { when: { from: momentOf('2026-11-24', '10:30'), until: momentOf('2026-11-24', '11:00') } }
const stored = (id: string) => town.stored('errands', id)
const propose = async (input: object = {}) =>
  (await town.as('desk')(errand.propose, { communityId: a, ...input })).rows.map(row => [row.id, row.proposed?.riderId])
const cardOf = async (riderId: string) =>
  (await town.as('desk')(errand.riders, { communityId: a })).rows.find(({ id }) => id === riderId)

const relieve = (list: object[], key = newKey()) =>
  town.as('desk')(errand.relieve, { communityId: a, riderId: zhang, absent: 'ill', list } as never, key)

async function threeOfHis() {
  const [accepted, underway, asked] = [await ask(), await ask({ note: '二' }), await ask({ note: '三' })]
  for (const id of [accepted, underway])
    await town.as('desk')(errand.agree, { id, communityId: a, by: { riderId: zhang } })
  await town.as('zhang')(errand.depart, { id: underway })
  await town.as('desk')(errand.dispatch, { id: asked, communityId: a, to: { riderId: zhang } })
  return { accepted, underway, asked }
}

test('all that he has or is asked goes to others or back to the desk, and each family hears it', async () => {
  const { accepted, underway, asked } = await threeOfHis()
  expect((await propose({ from: zhang })).map(([, to]) => to ?? '-').sort()).toEqual(['-', li, li].sort())
  const { rows } = await relieve([{ id: accepted, to: li, shown: [li] }, { id: underway }])
  expect(rows).toEqual([
    { id: accepted, state: 'dispatched' },
    { id: underway, state: 'requested' },
    // The phone had not seen it: it goes back to the desk.
    { id: asked, state: 'requested' },
  ])
  expect(await stored(accepted)).toMatchObject({
    offer: { riderId: li },
    choices: [{}, { absent: 'ill', riderId: li }],
  })
  expect(await stored(underway)).toMatchObject({ openTo: [], saidNo: [zhang], choices: [{}, { absent: 'ill' }] })
  const news = (await town.as('daughter')(errand.inbox, {})).rows
  for (const id of [accepted, underway, asked]) {
    const heard = news.filter(one => one.id === id && one.say !== 'accepted' && one.say !== 'underway')
    expect(heard.map(({ sentence }) => sentence).join()).toMatch(/问了李师傅|张师傅去不了了/)
  }
  expect((await town.as('zhang')(errand.inbox, {})).rows.filter(({ say }) => say === 'reassigned')).toHaveLength(3)
})

test('what is for another day stays his, also where the desk named it', async () => {
  const [agreed, asked] = [await ask(tomorrow), await ask({ ...tomorrow, note: '二' })]
  await town.as('desk')(errand.agree, { id: agreed, communityId: a, by: { riderId: zhang } })
  await town.as('desk')(errand.dispatch, { id: asked, communityId: a, to: { riderId: zhang } })
  const today = await ask({ note: '今天的' })
  await town.as('desk')(errand.agree, { id: today, communityId: a, by: { riderId: zhang } })
  expect(await propose({ from: zhang })).toEqual([[today, li]])
  expect((await relieve([{ id: agreed }])).rows).toEqual([{ id: today, state: 'requested' }])
  expect(await stored(agreed)).toMatchObject({ state: 'accepted', riderId: zhang })
  expect(await stored(asked)).toMatchObject({ state: 'dispatched', offer: { riderId: zhang } })
})

test('why he could not is the desk’s alone', async () => {
  const { underway } = await threeOfHis()
  await relieve([{ id: underway }])
  expect(JSON.stringify(await town.as('desk')(errand.one, { id: underway }))).toContain('"ill"')
  for (const who of ['daughter', 'zhang'])
    expect(JSON.stringify(await town.as(who)(errand.one, { id: underway }))).not.toContain('"ill"')
})

test('he is suggested for nothing more today, until he says 我有空', async () => {
  await relieve([])
  const id = await ask()
  expect(await propose()).toEqual([[id, li]])
  expect(await cardOf(zhang)).toMatchObject({ away: true, free: false })
  await town.as('zhang')(people.free, { free: true })
  expect(await propose()).toEqual([[id, zhang]])
  town.cloud.clock.set(momentOf('2026-11-24', '08:00'))
  expect(await cardOf(zhang)).toMatchObject({ away: false })
})

test('tapped twice it is done once, and nothing that came to him since is taken', async () => {
  const { accepted, underway, asked } = await threeOfHis()
  const key = newKey()
  const list = [{ id: accepted }, { id: underway }, { id: asked }]
  const once = await relieve(list, key)
  expect(await relieve(list, key)).toEqual(once)
  const takenOff = async (id: string) =>
    ((await stored(id))?.timeline as { verb: string }[] | undefined)?.filter(({ verb }) => verb === 'relieve').length
  for (const id of [accepted, underway, asked]) expect(await takenOff(id)).toBe(1)
  // In the afternoon he comes after all, and is asked again.
  await town.as('desk')(errand.agree, { id: accepted, communityId: a, by: { riderId: zhang } })
  const later = await ask({ note: '下午的' })
  await town.as('desk')(errand.agree, { id: later, communityId: a, by: { riderId: zhang } })
  expect(await relieve(list, key)).toEqual(once)
  for (const id of [accepted, later]) expect(await stored(id)).toMatchObject({ state: 'accepted', riderId: zhang })
})

test('what he has delivered is his', async () => {
  const id = await ask()
  await town.as('desk')(errand.agree, { id, communityId: a, by: { riderId: zhang } })
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  expect((await relieve([])).rows).toEqual([])
  expect(await stored(id)).toMatchObject({ state: 'delivered', riderId: zhang })
})
