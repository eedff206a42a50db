import { ticked } from '@domain/consent'
import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { rider } from '@domain/rider'
import { safety } from '@domain/safety'
import { study } from '@domain/study'
import { a, application, b, lunch, newKey, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const line = '这段话社区看过后显示'
const asked = () => town.cloud.wechat.asked().filter(({ what }) => what === 'text').length
const queueOf = async (desk = 'desk', communityId = a) => (await town.as(desk)(safety.queue, { communityId })).rows
/** The errand on its way to 张师傅, who has it in hand. */
async function carried(note: string): Promise<string> {
  const { id } = await town.as('daughter')(errand.request, { ...lunch, note })
  const to = { riderId: personId('zhang') }
  await town.as('desk')(errand.dispatch, { id, communityId: a, to })
  await town.as('zhang')(errand.accept, { id })
  return id
}
const done = (id: string) => town.as('zhang')(errand.deliver, { id, how: 'person' })

test('words that WeChat refuses are refused kindly, and nothing is stored', async () => {
  const before = (await town.as('daughter')(errand.mine, {})).rows.length
  expect(await refusal(town.as('daughter')(errand.request, { ...lunch, note: '[[risky]]' }))).toBe('UNFIT_WORDS')
  expect((await town.as('daughter')(errand.mine, {})).rows).toHaveLength(before)
  expect(await queueOf()).toEqual([])
})

test.each([
  ['WeChat is not sure of', '[[review]]', 'review'],
  ['WeChat was too slow for', '[[timeout]]', 'unchecked'],
  ['somebody away for two hours wrote', '[[61010]]', 'unchecked'],
])('words that %s wait, and the errand does not', async (_who, mark, why) => {
  const note = `少盐 ${mark}`
  const id = await carried(note)
  const { state, note: read, waits } = await town.as('zhang')(errand.one, { id })
  expect([state, read, waits]).toEqual(['accepted', line, ['what', 'pickUp', 'note']])
  expect((await town.as('daughter')(errand.one, { id })).note).toBe(note)
  expect((await town.as('desk')(errand.one, { id })).note).toBe(note)
  const [row] = await queueOf()
  expect(row).toMatchObject({ why, whose: '王女士', where: '送饭 · 王大爷', state: 'waiting', ofId: id })
  expect(row?.words).toContain(note)
  await town.as('desk')(safety.allow, { id: row?.id ?? '' })
  expect(await town.as('zhang')(errand.one, { id })).toMatchObject({ note })
  expect(await queueOf()).toEqual([])
  await done(id)
})

test('what the desk finds unfit is never read by others, and is still its author’s', async () => {
  const id = await carried('[[review]]')
  const [row] = await queueOf()
  await town.as('desk')(safety.hide, { id: row?.id ?? '' })
  expect((await town.as('zhang')(errand.one, { id })).note).toBe('这段话社区收起来了')
  expect((await town.as('daughter')(errand.one, { id })).note).toBe('[[review]]')
  expect(await queueOf()).toEqual([])
  await done(id)
})

test('an answer that waits is not let through by the next one, and covers nothing of it', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  const answers = async (why: string) => {
    await town.as('desk')(errand.return, { id, why: '几份？' })
    await town.as('daughter')(errand.amend, { id, why })
    await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
    await town.as('zhang')(errand.accept, { id })
    const { answer } = await town.as('zhang')(errand.one, { id })
    await town.as('zhang')(errand.handBack, { id, why: '车坏了' })
    return answer
  }
  expect(await answers('一份')).toBe('一份')
  expect(await answers('两份 [[review]]')).toBe(line)
  expect(await answers('三份')).toBe('三份')
  const [row] = await queueOf()
  await town.as('desk')(safety.allow, { id: row?.id ?? '' })
})

test('words in the story and in 消息 wait with the write that brought them, and later words do not', async () => {
  const id = await carried('少盐')
  await town.as('zhang')(errand.fail, { id, why: '家里没人 [[review]]', goodsAt: '门口' })
  const told = await town.as('daughter')(errand.one, { id })
  expect([told.why, told.goodsAt]).toEqual([line, line])
  expect(told.timeline?.at(-1)).toMatchObject({ verb: 'fail', why: line })
  const news = (await town.as('daughter')(errand.inbox, {})).rows.find(row => row.say === 'failed')
  expect(news?.sentence).toBe(`没送成：${line}。社区正在重新安排`)
  expect(JSON.stringify([told, news])).not.toContain('家里没人')
  await town.as('desk')(errand.cancel, { id, why: '改天再送', riderId: personId('zhang') })
  const after = await town.as('daughter')(errand.one, { id })
  expect(after.why).toBe('改天再送')
  expect(after.timeline?.find(({ verb }) => verb === 'fail')?.why).toBe(line)
  const [row] = await queueOf()
  await town.as('desk')(safety.allow, { id: row?.id ?? '' })
  expect((await town.as('daughter')(errand.one, { id })).timeline?.find(({ verb }) => verb === 'fail')?.why).toContain(
    '家里没人',
  )
})

test('the desk’s own words are looked at, too', async () => {
  const lesson = { communityId: a, groupId: `${a}-g1`, title: '用电', cards: [{ heading: '一', body: '[[review]]' }] }
  expect(await refusal(town.as('desk')(study.write, { ...lesson, title: '[[risky]]' }))).toBe('UNFIT_WORDS')
  const { id } = await town.as('desk')(study.write, lesson)
  await town.as('desk')(study.send, { id })
  expect((await town.as('guest')(study.read, { id })).post).toMatchObject({
    title: line,
    cards: [{ heading: '第 1 页', body: line }],
  })
  expect((await town.as('desk')(study.read, { id })).post.title).toBe('用电')
  const [row] = await queueOf()
  await town.as('desk')(safety.allow, { id: row?.id ?? '' })
  expect((await town.as('guest')(study.read, { id })).post).toMatchObject({ title: '用电', cards: lesson.cards })
})

test('a name that waits is 居民 and 老人家 until the desk has looked', async () => {
  const home = {
    communityId: a,
    compoundId: 'k1',
    building: '1号楼',
    unit: '1',
    door: '101',
    floor: 1,
    hasLift: false,
    elder: '[[review]]奶奶',
    calls: '奶奶',
    myName: '小赵',
    alone: false,
    phones: [{ number: '13900000008', whose: '孙女' }],
    consent: 'byPhone' as const,
    agreed: ticked(['privacy']),
  }
  const { id: householdId } = await town.as('granddaughter')(household.add, home)
  const { id } = await town.as('granddaughter')(errand.request, { ...lunch, householdId })
  await town.as('desk')(errand.verify, { id, householdId })
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('li') } })
  await town.as('li')(errand.accept, { id })
  const read = await town.as('li')(errand.one, { id })
  expect(read.elder).toBe('老人家')
  expect(read.timeline?.[0]?.who).toBe('居民')
  expect((await town.as('li')(errand.reveal, { id, householdId })).phones).toEqual([
    { number: '13900000008', whose: '家里' },
  ])
  const [row] = await queueOf()
  await town.as('desk')(safety.allow, { id: row?.id ?? '' })
  expect((await town.as('li')(errand.one, { id })).elder).toBe(home.elder)
  expect(await town.stored('people', personId('granddaughter'))).toMatchObject({ name: '小赵' })
})

test('a rider’s name is refused when it is unfit, and else read by the desk first', async () => {
  const named = (name: string) => ({ ...application, name })
  expect(await refusal(town.as('newcomer')(rider.apply, named('[[risky]]')))).toBe('UNFIT_WORDS')
  expect(await town.stored('people', personId('newcomer'))).toBeUndefined()
  await town.as('newcomer')(rider.apply, named('[[review]]'))
  expect((await town.as('desk')(rider.applicants, { communityId: a })).rows).toMatchObject([{ name: '[[review]]' }])
  expect(await queueOf()).toEqual([])
})

test('why a rider was sent back waits, too', async () => {
  const [applicant] = (await town.as('desk')(rider.applicants, { communityId: a })).rows
  const { id = '', rev = '' } = applicant ?? {}
  await town.as('desk')(rider.refuse, { communityId: a, id, rev, why: '[[review]]' })
  const { me } = await town.raw('newcomer', 'people', { verb: 'community', input: { id: a }, me: 'old' })
  expect(me?.application?.why).toBe(line)
  const [row] = await queueOf()
  await town.as('desk')(safety.allow, { id: row?.id ?? '' })
  const again = { verb: 'community', input: { id: a }, me: me?.rev }
  expect((await town.raw('newcomer', 'people', again)).me?.application?.why).toBe('[[review]]')
})

test('a tap tried again is looked at once and answered from what it wrote', async () => {
  const key = newKey()
  const ask = { ...lunch, note: '多放葱' }
  const before = asked()
  const { id } = await town.as('daughter')(errand.request, ask, key)
  expect((await town.as('daughter')(errand.request, ask, key)).id).toBe(id)
  expect(asked()).toBe(before + 1)
})

test('a write that was refused leaves nothing in the queue', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  expect(await refusal(town.as('daughter')(errand.dispute, { id, why: '[[review]]' }))).toBe('WRONG_STATE')
  expect(await queueOf()).toEqual([])
})

test('another community’s desk reads and decides nothing', async () => {
  const id = await carried('[[review]]')
  expect(await refusal(queueOf('desk-b'))).toBe('FORBIDDEN')
  const [row] = await queueOf()
  for (const openid of ['desk-b', 'daughter', 'zhang', 'guest'])
    expect(await refusal(town.as(openid)(safety.allow, { id: row?.id ?? '' }))).toBe('FORBIDDEN')
  expect(await queueOf('desk-b', b)).toEqual([])
  await town.as('desk')(safety.allow, { id: row?.id ?? '' })
  await done(id)
})

test('nothing waits unseen when a tap comes through at the second look at who he is', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  expect(await refusal(town.as('desk-b')(errand.return, { id, why: '几楼' }))).toBe('FORBIDDEN')
  const memberships = [a, b].map(communityId => ({ communityId, role: 'dispatcher' }))
  const sdk = require('wx-server-sdk') as typeof import('wx-server-sdk')
  const person = sdk.database().collection('people').doc(personId('desk-b'))
  const before = (await town.stored('people', personId('desk-b')))?.memberships
  await person.update({ data: { memberships } })
  await town.as('desk-b')(errand.return, { id, why: '几楼 [[review]]' })
  await person.update({ data: { memberships: before } })
  const [row] = await queueOf()
  expect(row).toMatchObject({ why: 'review', whose: '赵书记', ofId: id })
  await town.as('desk')(safety.allow, { id: row?.id ?? '' })
})

test('words wait on when their tap is tried again too late, or when the home has moved', async () => {
  const ask = { ...lunch, note: '[[review]]' }
  const key = newKey()
  const { id } = await town.as('daughter')(errand.request, ask, key)
  const sdk = require('wx-server-sdk') as typeof import('wx-server-sdk')
  const home = sdk.database().collection('households').doc(town.fatherId)
  await home.update({ data: { communityId: b } })
  expect(await refusal(town.as('daughter')(errand.request, ask, key))).toBe('FORBIDDEN')
  await home.update({ data: { communityId: a } })
  expect(await queueOf()).toMatchObject([{ ofId: id, state: 'waiting' }])

  town.cloud.clock.set(lunch.when.until)
  expect((await town.as('daughter')(errand.request, ask, key)).id).toBe(id)
  expect(await refusal(town.as('daughter')(errand.request, ask))).toBe('PAST_SLOT')
  expect(await refusal(town.as('daughter')(errand.request, { ...ask, note: '别的' }, key))).toBe('KEY_REUSED')
  const [row] = await queueOf()
  expect(row).toMatchObject({ ofId: id, state: 'waiting' })
  await town.as('desk')(safety.allow, { id: row?.id ?? '' })
  expect(await town.stored('errands', id)).toMatchObject({ held: {} })
})
