import { errand } from '@domain/errand'
import { sayings, type Saying } from '@domain/notice'
import { minuteMs } from '@domain/time'
import { a, lunch, openTown, type Town } from '../town'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

/** What asks something is called while nobody has answered it. */
const asking: Partial<Record<Saying, object>> = {
  returned: { state: 'returned' },
  delivered: { state: 'delivered' },
  moreAsked: { more: { fen: 6200, at: 0 } },
}
const telling = (Object.keys(sayings) as Saying[]).filter(say => !(say in asking))
const batches: [Saying[], object][] = [
  [telling, {}],
  ...Object.entries(asking).map(([say, facts]): [Saying[], object] => [[say as Saying], facts]),
]

test.each(batches)('told to a family without a phone, %p is a call on the desk’s list', async (all, facts) => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  const now = town.cloud.clock.now()
  const outbox = Object.fromEntries(
    all.map((say, i) => [
      `n${String(i).padStart(12, '0')}`,
      { to: 'family', say, who: '张师傅', at: now, reach: 'waiting' },
    ]),
  )
  await town.set('errands', id, { outbox, toCall: true, dueAt: now, deliveredAt: now, ...facts })
  town.cloud.clock.advance(minuteMs)
  await town.tick()
  const { rows } = await town.as('desk')(errand.calls, { communityId: a })
  const mine = rows.filter(row => row.id === id)
  expect(mine).toHaveLength(all.length)
  for (const { whom, sentence } of mine) {
    expect(whom).toBe('王大爷')
    expect(sentence).toMatch(/\p{Script=Han}{3}/u)
    expect(sentence).not.toContain('undefined')
  }
})

test('没人接 may be said as often as nobody answers; the call stays until somebody did', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('daughter')(errand.leave, { id })
  await town.as('desk')(errand.return, { id, why: '几点方便？' })
  town.cloud.clock.advance(minuteMs)
  await town.tick()
  const toMake = async () => (await town.as('desk')(errand.calls, { communityId: a })).rows.filter(row => row.id === id)
  const [call] = await toMake()
  const say = (how: 'done' | 'noAnswer') => town.as('desk')(errand.called, { id, notice: call?.notice ?? '', how })
  for (let tries = 0; tries < 3; tries += 1) {
    await say('noAnswer')
    expect(await toMake()).toMatchObject([{ noAnswer: true }])
  }
  await say('done')
  expect(await toMake()).toEqual([])
})
