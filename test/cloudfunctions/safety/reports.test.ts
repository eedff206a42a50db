import { errand } from '@domain/errand'
import { safety } from '@domain/safety'
import { study } from '@domain/study'
import { dayMs } from '@domain/time'
import { a, lunch, newKey, openTown, personId, refusal, type Town } from '../town'

const tomorrow = { ...lunch, when: { from: lunch.when.from + dayMs, until: lunch.when.until + dayMs } }
let town: Town
let lessonId: string
beforeAll(async () => {
  town = await openTown()
  const lesson = { communityId: a, groupId: `${a}-g1`, title: '用电', cards: [{ heading: '一', body: '二' }] }
  lessonId = (await town.as('desk')(study.write, lesson)).id
  await town.as('desk')(study.send, { id: lessonId })
})
afterAll(() => town.close())

const queue = async () => (await town.as('desk')(safety.queue, { communityId: a })).rows
const report = (
  openid: string,
  of: 'errand' | 'post' | 'rider',
  id: string,
  why: 'ad' | 'abuse' = 'ad',
  key = newKey(),
) => town.as(openid)(safety.report, { of, id, why }, key)

test('what several people report is one row, and who says it twice is counted once', async () => {
  const key = newKey()
  await report('daughter', 'post', lessonId, 'ad', key)
  await report('daughter', 'post', lessonId, 'ad', key)
  await report('daughter', 'post', lessonId, 'abuse')
  expect(await queue()).toMatchObject([
    { why: 'reported', whose: '李书记', where: '一课 · 用电', words: '用电；一；二', reasons: ['ad'] },
  ])
  await report('guest', 'post', lessonId, 'abuse')
  const [row] = await queue()
  expect(row?.reasons).toEqual(['ad', 'abuse'])
  expect(JSON.stringify(row)).not.toContain(personId('daughter'))
})

test('let through, it comes back only when somebody else says so; hidden, others read it no more', async () => {
  const [row] = await queue()
  const id = row?.id ?? ''
  await town.as('desk')(safety.allow, { id })
  await report('daughter', 'post', lessonId)
  expect(await queue()).toEqual([])
  await report('zhang', 'post', lessonId)
  expect(await queue()).toHaveLength(1)
  await town.as('desk')(safety.hide, { id })
  expect((await town.as('guest')(study.read, { id: lessonId })).post.title).toBe('这段话社区收起来了')
  expect((await town.as('guest')(study.feed, { communityId: a })).rows).toMatchObject([{ title: '这段话社区收起来了' }])
  await report('li', 'post', lessonId)
  expect(await queue()).toEqual([])
})

test('an errand that was reported and hidden is read by its author and the desk', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await report('zhang', 'errand', id)
  const [row] = await queue()
  expect(row).toMatchObject({ whose: '王女士', where: '送饭 · 王大爷', of: 'errands', ofId: id })
  await town.as('desk')(safety.hide, { id: row?.id ?? '' })
  expect((await town.as('zhang')(errand.one, { id })).what).toBe('这段话社区收起来了')
  expect((await town.as('daughter')(errand.one, { id })).what).toBe(lunch.what)
})

test('a rider’s name that the desk finds unfit becomes 师傅', async () => {
  await report('daughter', 'rider', personId('li'))
  const [row] = await queue()
  expect(row).toMatchObject({ whose: '李师傅', where: '师傅 · 快递' })
  const id = row?.id ?? ''
  await town.as('desk')(safety.hide, { id })
  const names = async () => (await town.as('desk')(errand.riders, { communityId: a })).rows.map(({ name }) => name)
  expect(await names()).not.toContain('李师傅')
  await town.as('desk')(safety.allow, { id })
  expect(await names()).toContain('李师傅')
})

test('nor is it read on what he has in hand or is offered, but on what he had', async () => {
  const [had = '', has = '', offered = ''] = await Promise.all(
    [0, 1, 2].map(async () => (await town.as('daughter')(errand.request, tomorrow)).id),
  )
  const to = { riderId: personId('li') }
  for (const id of [had, has, offered]) await town.as('desk')(errand.dispatch, { id, communityId: a, to })
  for (const id of [had, has]) await town.as('li')(errand.accept, { id })
  await town.as('desk')(errand.cancel, { id: had, why: '不用了', riderId: personId('li') })
  await report('neighbour', 'rider', personId('li'))
  const id = (await queue()).at(-1)?.id ?? ''
  await town.as('desk')(safety.hide, { id })
  const read = async (one: string) => {
    const { riderName, offer } = await town.as('daughter')(errand.one, { id: one })
    return [riderName, offer?.to === 'rider' && offer.name]
  }
  expect([await read(has), await read(offered)]).toEqual([
    ['师傅', '师傅'],
    [undefined, '师傅'],
  ])
  expect((await town.stored('errands', had))?.riderName).toBe('李师傅')
  await town.as('desk')(safety.allow, { id })
  expect([await read(has), await read(offered)]).toEqual([
    ['李师傅', '李师傅'],
    [undefined, '李师傅'],
  ])
})

test.each(['allow', 'hide'] as const)('after the desk’s %s other words are another thing to look at', async verb => {
  const { id } = await town.as('daughter')(errand.request, { ...tomorrow, note: '第一句' })
  const rowsOf = async () => (await queue()).filter(({ ofId }) => ofId === id)
  await report('zhang', 'errand', id)
  await town.as('desk')(safety[verb], { id: (await rowsOf())[0]?.id ?? '' })
  await report('zhang', 'errand', id)
  expect(await rowsOf()).toEqual([])

  await town.as('desk')(errand.return, { id, why: '几楼' })
  await town.as('daughter')(errand.amend, { id, why: '第二句' })
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await town.as('zhang')(errand.accept, { id })
  await report('zhang', 'errand', id)
  const [row] = await rowsOf()
  expect(row?.words).toContain('第二句')
  expect((await town.as('zhang')(errand.one, { id })).answer).toBe('第二句')
  await town.as('desk')(safety.hide, { id: row?.id ?? '' })
  expect((await town.as('zhang')(errand.one, { id })).answer).toBe('这段话社区收起来了')
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
})

test('what is not there, and who is no rider, cannot be reported', async () => {
  for (const [of, id] of [
    ['errand', 'nothing'],
    ['post', '__proto__'],
    ['rider', personId('daughter')],
    ['rider', 'OWNER'],
  ] as const)
    expect(await refusal(report('guest', of, id))).toBe('NOT_FOUND')
})
