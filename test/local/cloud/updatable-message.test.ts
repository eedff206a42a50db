import { startCloud } from '../../../local/cloud/index'
import { api } from './api'
import { openTown, schema, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const members = [
  { name: 'member_count', value: '0' },
  { name: 'room_limit', value: '1' },
]
const begun = [
  { name: 'path', value: 'pages/errand/one/index?id=e1' },
  { name: 'version_type', value: 'release' },
]
const create = async (): Promise<string> => String((await api('updatableMessage.createActivityId', {}))['activityId'])
const set = (activityId: string, targetState: unknown, parameterList: unknown = members): Promise<unknown> =>
  api('updatableMessage.setUpdatableMsg', { activityId, targetState, templateInfo: { parameterList } })

test('a card counts who joins, begins, and then stays as it is', async () => {
  const id = await create()
  expect(await set(id, 0)).toMatchObject({ errCode: 0 })
  expect(town.cloud.wechat.activities.get(id)).toMatchObject({
    state: 0,
    parameters: { member_count: '0', room_limit: '1' },
  })
  expect(await set(id, 0, [{ name: 'member_count', value: '1' }, members[1]])).toMatchObject({ errCode: 0 })
  expect(await set(id, 1, begun)).toMatchObject({ errCode: 0 })
  expect(town.cloud.wechat.activities.get(id)).toMatchObject({
    state: 1,
    parameters: { member_count: '1', version_type: 'release' },
  })
  for (const state of [0, 1])
    await expect(set(id, state, [...members, ...begun])).rejects.toMatchObject({ errCode: 47502 })
  expect(town.cloud.wechat.asked().map(asked => 'state' in asked && asked.state)).toEqual([0, 0, 1])
})

test('a card can be changed for a day', async () => {
  const made = await api('updatableMessage.createActivityId', {})
  const id = String(made['activityId'])
  expect(Number(made['expirationTime'])).toBe(Math.floor((town.cloud.wechat.activities.get(id)?.until ?? 0) / 1000))
  town.cloud.clock.advance(24 * 3_600_000 - 1000)
  expect(await set(id, 0)).toMatchObject({ errCode: 0 })
  town.cloud.clock.advance(1000)
  await expect(set(id, 0)).rejects.toMatchObject({ errCode: 47504 })
})

test.each([
  ['another activity', async () => set('activity-none', 0), 47501],
  ['a name of every object', async () => set('__proto__', 0), 47501],
  ['a state that is none', async () => set(await create(), 2), 47502],
  ['a state in letters', async () => set(await create(), '0'), 47502],
  ['no count', async () => set(await create(), 0, [members[1]]), 47001],
  ['an empty count', async () => set(await create(), 0, [{ name: 'member_count', value: '' }, members[1]]), 47001],
  ['the fields of the other state', async () => set(await create(), 1, members), 47001],
  ['no list', async () => set(await create(), 0, 'x'), 47001],
  [
    'a version that is none',
    async () => set(await create(), 1, [begun[0], { name: 'version_type', value: 'x' }]),
    47503,
  ],
])('%s is refused', async (_what, ask, errCode) => {
  await expect(ask()).rejects.toMatchObject({ errCode })
})

test('a card is as it was after a restart', async () => {
  const id = await create()
  await set(id, 0)
  const before = town.cloud.wechat.activities.get(id)
  await town.cloud.close()
  const again = await startCloud({ dataDir: town.dir, schema })
  Object.assign(process.env, again.env)
  expect(again.wechat.activities.get(id)).toEqual(before)
  expect(await set(id, 1, begun)).toMatchObject({ errCode: 0 })
  await again.close()
})
