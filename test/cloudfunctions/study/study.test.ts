import { study } from '@domain/study'
import { a, openTown, refusal, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const cards = ['一', '二', '三'].map(heading => ({ heading, body: '三分钟看完' }))
const write = () => town.as('desk')(study.write, { communityId: a, groupId: `${a}-g1`, title: '用电安全', cards })
async function published(): Promise<string> {
  const { id } = await write()
  await town.as('desk')(study.send, { id })
  return id
}

test('a draft is the desk’s alone; sent, it is in everybody’s feed', async () => {
  const { id } = await write()
  expect(await refusal(town.as('guest')(study.read, { id }))).toBe('NOT_FOUND')
  expect((await town.as('guest')(study.feed, { communityId: a })).rows.some(post => post.id === id)).toBe(false)
  await town.as('desk')(study.send, { id })
  expect((await town.as('guest')(study.feed, { communityId: a })).rows.find(post => post.id === id)).toMatchObject({
    title: '用电安全',
    cardCount: 3,
  })
  await town.as('desk')(study.withdraw, { id })
  expect(await refusal(town.as('guest')(study.read, { id }))).toBe('NOT_FOUND')
})

test('a lesson left in the middle goes on at the same card on another phone', async () => {
  const id = await published()
  await town.as('zhang')(study.keep, { id, card: 1 })
  await town.as('zhang')(study.keep, { id, card: 2 })
  expect((await town.as('zhang')(study.read, { id })).mine).toMatchObject({ card: 2 })
  expect((await town.as('li')(study.read, { id })).mine).toBeUndefined()
  await town.as('zhang')(study.keep, { id, card: 2, finished: true })
  const { mine } = await town.as('zhang')(study.read, { id })
  expect(mine?.finishedAt).toBeGreaterThan(0)
})

test('the editor reads counts from five people up, never a name, never a minute', async () => {
  const id = await published()
  for (let i = 0; i < 4; i++) await town.as(`reader-${i}`)(study.keep, { id, card: 0 })
  expect(await town.as('desk')(study.tally, { id })).toEqual({})
  await town.as('reader-4')(study.keep, { id, card: 2, finished: true })
  expect(await town.as('desk')(study.tally, { id })).toEqual({ opened: 5 })
  expect(await refusal(town.as('zhang')(study.tally, { id }))).toBe('FORBIDDEN')
  expect(await town.as('desk-b')(study.tally, { id })).toEqual({})
})

test('a lesson goes to a group of this community, and not to the past', async () => {
  expect(await refusal(town.as('desk')(study.write, { communityId: a, groupId: 'other', title: '题', cards }))).toBe(
    'NOT_FOUND',
  )
  const { id } = await write()
  expect(await refusal(town.as('desk')(study.schedule, { id, at: town.cloud.clock.now() - 1 }))).toBe('PAST_SLOT')
})

test('the feed turns its pages by cursor and loses nothing', async () => {
  const ids: string[] = []
  for (let i = 0; i < 25; i++) ids.push(await published())
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await town.as('guest')(study.feed, { communityId: a, ...(after && { after }) })
    seen.push(...page.rows.map(post => post.id))
    after = page.next
  } while (after)
  expect(new Set(seen).size).toBe(seen.length)
  expect(ids.every(id => seen.includes(id))).toBe(true)
})
