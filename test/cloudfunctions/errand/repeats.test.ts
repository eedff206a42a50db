import { ticked } from '@domain/consent'
import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { people } from '@domain/people'
import { rider } from '@domain/rider'
import { hourMs, minuteMs } from '@domain/time'
import { between } from '../between'
import { a, application, fatherHousehold, lunch, newKey, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const householdId = fatherHousehold._id
const ask = async (more: object = {}) => (await town.as('daughter')(errand.request, { ...lunch, ...more })).id
const give = (id: string, openid: string, from?: string) =>
  town.as('desk')(errand.dispatch, {
    id,
    communityId: a,
    to: { riderId: personId(openid) },
    ...(from && { from: personId(from) }),
  })
async function inHandOf(openid: string): Promise<string> {
  const id = await ask()
  await give(id, openid)
  await town.as(openid)(errand.accept, { id })
  return id
}
const said = async (openid: string) => (await town.as(openid)(errand.inbox, {})).rows.map(row => row.sentence)

test('an old look repeated later is not a new look, and another’s key opens nothing', async () => {
  const id = await inHandOf('zhang')
  const key = newKey()
  await town.as('zhang')(errand.reveal, { id, householdId }, key)
  await town.as('zhang')(errand.reveal, { id, householdId }, key)
  expect((await town.as('daughter')(household.looks, { id: householdId })).rows).toHaveLength(1)
  for (const thief of ['li', 'chen', 'guest', 'neighbour']) {
    expect(await refusal(town.as(thief)(errand.reveal, { id, householdId }, key))).not.toBe('nothing was refused')
  }
  town.cloud.clock.advance(2 * minuteMs)
  expect(await refusal(town.as('zhang')(errand.reveal, { id, householdId }, key))).toBe('WRONG_STATE')
})

test('the log of looks cannot be pushed out by anything the desk writes', async () => {
  const id = await inHandOf('zhang')
  await town.as('desk')(errand.reveal, { id, householdId })
  expect(await refusal(town.as('desk')(errand.verify, { id, householdId }))).toBe('WRONG_STATE')
  expect((await town.as('daughter')(household.looks, { id: householdId })).rows).toMatchObject([
    { who: '李书记', as: 'dispatcher' },
  ])
})

test('calling the rider is not a look at the family’s door', async () => {
  const id = await inHandOf('zhang')
  await town.as('desk')(errand.reveal, { id, householdId, riderId: personId('zhang') })
  expect((await town.as('daughter')(household.looks, { id: householdId })).rows).toEqual([])
})

test('who carries it after a dispute sees the door anew, and nothing of the one before', async () => {
  const id = await inHandOf('zhang')
  await town.as('zhang')(errand.deliver, { id, how: 'door' })
  town.cloud.clock.advance(3 * hourMs)
  await town.as('daughter')(errand.dispute, { id, why: '没收到' })
  await town.as('desk')(errand.giveUp, { id, why: '没送到' })
  await give(id, 'li', undefined)
  await town.as('li')(errand.accept, { id })
  expect((await town.as('li')(errand.reveal, { id, householdId })).place).toContain('602')
  expect(await town.stored('errands', id)).not.toHaveProperty('proof')
})

test('a rider who handed it back cannot use up the digits of the next', async () => {
  const id = await inHandOf('zhang')
  await town.as('zhang')(errand.handBack, { id, why: '车坏了' })
  await give(id, 'li')
  await town.as('li')(errand.accept, { id })
  const { digits = '' } = await town.as('daughter')(errand.one, { id })
  for (let i = 0; i < 6; i++) await refusal(town.as('zhang')(errand.deliver, { id, how: 'digits', digits: '0000' }))
  await town.as('li')(errand.deliver, { id, how: 'digits', digits })
})

test('forty guesses at once are five tries', async () => {
  const id = await inHandOf('zhang')
  const { digits = '' } = await town.as('daughter')(errand.one, { id })
  const guesses = Array.from({ length: 40 }, (_, i) => String((Number(digits) + 1 + i) % 10_000).padStart(4, '0'))
  await Promise.all(
    guesses.map(guess => refusal(town.as('zhang')(errand.deliver, { id, how: 'digits', digits: guess }))),
  )
  expect(await refusal(town.as('zhang')(errand.deliver, { id, how: 'digits', digits }))).toBe('ASK_DESK')
})

test('one key for many guesses does not get round the count', async () => {
  const id = await inHandOf('zhang')
  const { digits = '' } = await town.as('daughter')(errand.one, { id })
  const guess = (n: number) => String((Number(digits) + n) % 10_000).padStart(4, '0')
  const key = newKey()
  for (const n of [1, 2, 1, 2, 1, 2])
    await refusal(town.as('zhang')(errand.deliver, { id, how: 'digits', digits: guess(n) }, key))
  expect(await refusal(town.as('zhang')(errand.deliver, { id, how: 'digits', digits }, key))).toBe('ASK_DESK')
})

test('a named rider never loses an offer unheard', async () => {
  const id = await ask()
  await give(id, 'zhang')
  expect(await refusal(give(id, 'li'))).toBe('WRONG_STATE')
  await give(id, 'li', 'zhang')
  expect(await said('zhang')).toContain('社区换了别人去，您不用跑了，谢谢您')
  await town.as('daughter')(errand.cancel, { id, why: '不用了', riderId: personId('li') })
  expect(await said('li')).toContain('家里不用了，谢谢您（不用了）')
})

test('who cancels is who is said to have cancelled', async () => {
  const mine = await ask()
  await town.as('daughter')(errand.cancel, { id: mine, why: '不用了' })
  expect(await said('daughter')).not.toContain('社区取消了这一单：不用了')
  const theirs = await ask()
  await town.as('desk')(errand.cancel, { id: theirs, why: '食堂关门' })
  expect(await said('daughter')).toContain('社区取消了这一单：食堂关门')
})

test('a medicine’s name is not read by who is asked, nor by who said no', async () => {
  const id = await ask({ kind: 'medicine', health: true, what: '降压药两盒' })
  await give(id, 'zhang')
  expect(JSON.stringify([await town.as('zhang')(errand.offers, {}), await said('zhang')])).not.toContain('降压药')
  await town.as('zhang')(errand.decline, { id, why: '正忙' })
  expect(JSON.stringify(await said('zhang'))).not.toContain('降压药')
  expect(JSON.stringify(await town.as('daughter')(errand.one, { id }))).not.toContain('正忙')
})

test('a confirmed rider who applies again changes nothing of himself', async () => {
  const again = { ...application, name: '李书记' }
  expect(await refusal(town.as('zhang')(rider.apply, again))).toBe('ALREADY_APPLIED')
  expect(await town.stored('people', personId('zhang'))).toMatchObject({ name: '张师傅', phone: '13800000001' })
})

test('a late retry of a setting is not carried out again, and the same key asks for the same', async () => {
  const key = newKey()
  await town.as('zhang')(people.free, { free: true }, key)
  await town.as('zhang')(people.free, { free: false })
  await town.as('zhang')(people.free, { free: true }, key)
  expect(await town.stored('people', personId('zhang'))).toMatchObject({ freeUntil: 0 })
  const duty = newKey()
  await town.as('desk')(people.takeDuty, { communityId: a, hours: 1 }, duty)
  expect(await refusal(town.as('desk')(people.takeDuty, { communityId: a, hours: 9 }, duty))).toBe('KEY_REUSED')
})

/** What a newcomer writes down of an elder; her name is added. */
const written = {
  communityId: a,
  compoundId: 'k1',
  building: '1号楼',
  unit: '1',
  door: '301',
  floor: 3,
  hasLift: false,
  calls: '奶奶',
  myName: '刘先生',
  alone: false,
  phones: [{ number: '08580000123', whose: '座机' }],
  consent: 'byPhone' as const,
  agreed: ticked(['privacy']),
}

test('a newcomer’s two taps at once are both kept', async () => {
  await Promise.all(['刘奶奶', '刘大爷'].map(elder => town.as('both')(household.add, { ...written, elder })))
  const person = await town.stored('people', personId('both'))
  expect(person?.households).toHaveLength(2)
})

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
  'and whichever of its requests, the %i., the other one comes before',
  async nth => {
    const who = `both-${nth}`
    const add = (elder: string) => () => town.as(who)(household.add, { ...written, elder })
    const ended = await between(town, { fn: 'household', verb: 'add', nth }, add('刘奶奶'), add('刘大爷'))
    if (ended === undefined) await add('刘大爷')()
    const person = await town.stored('people', personId(who))
    expect(person?.households).toHaveLength(2)
  },
)

test('a relative who has just added an elder may ask at once, however warm the other function is', async () => {
  await town.as('daughter')(errand.mine, {})
  const home = {
    communityId: a,
    compoundId: 'k1',
    building: '1号楼',
    unit: '1',
    door: '302',
    floor: 3,
    hasLift: false,
    elder: '王奶奶',
    calls: '妈妈',
    alone: false,
    phones: [{ number: '08580000124', whose: '座机' }],
    consent: 'inPerson' as const,
  }
  const { id } = await town.as('daughter')(household.add, home)
  await town.as('daughter')(errand.request, { ...lunch, householdId: id })
})
