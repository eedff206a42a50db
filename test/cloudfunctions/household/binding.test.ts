import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { askLastsMs, codeLastsMs } from '@domain/household/binding'
import { people } from '@domain/people'
import { ownTries } from '@domain/tries'
import { a, b, lunch, newKey, openTown, refusal, type Town } from '../town'
import { agreed, askIn, caller, granny, openGranny } from './homes'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const typed = (code: string, more: object = {}) => ({
  communityId: a,
  code,
  calls: '妈妈',
  myName: '刘女士',
  consent: true as const,
  agreed,
  ...more,
})
const meOf = async (openid: string) => (await town.raw(openid, 'people', { verb: 'community', input: { id: a } })).me
const said = async (openid: string) => (await town.as(openid)(household.news, {})).rows.map(row => row.sentence)
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('a code only asks: nothing of the household is seen before somebody says yes', async () => {
  const id = await openGranny(town)
  const ask = await askIn(town, id, 'grandson', 'aunt')
  expect(await refusal(town.as('aunt')(household.one, { id }))).toBe('FORBIDDEN')
  expect((await meOf('aunt'))?.households).toEqual([])
  expect(await said('aunt')).toEqual(['问过妈妈家里了，等他们答应'])
  expect(await said('grandson')).toContain('刘女士想做奶奶的家里人，您来定')

  await town.as('grandson')(household.bind, { id: ask })
  expect((await meOf('aunt'))?.households).toMatchObject([{ id, calls: '妈妈', elder: '刘奶奶' }])
  expect(await town.as('aunt')(household.one, { id })).toMatchObject({ elder: '刘奶奶', my: ['family'] })
  expect(await said('aunt')).toContain('答应了，您可以替妈妈点单了')
  expect(await said('grandson')).toContain('刘女士现在也是奶奶的家里人了')
  const { rows } = await town.as('aunt')(household.relatives, { id })
  expect(rows.map(({ name, calls, consent }) => [name, calls, consent?.said]).sort()).toEqual([
    ['刘先生', '奶奶', 'elder'],
    ['刘女士', '妈妈', 'relative'],
  ])
  await town.as('aunt')(errand.request, { ...lunch, householdId: id })
})

test('everyone bound hears of it with the next answer his phone gets', async () => {
  const id = await openGranny(town)
  const before = await meOf('grandson')
  await askIn(town, id, 'grandson', 'aunt')
  const after = await meOf('grandson')
  expect(after?.rev).not.toBe(before?.rev)
  expect(after?.toldAt).toBeGreaterThan(before?.readAt ?? 0)
})

test('the desk says yes at the elder’s word, and no; nobody says it for himself', async () => {
  const id = (await town.as('desk')(household.add, caller)).id
  const ask = await askIn(town, id, 'desk', 'son', '刘大')
  const { rows } = await town.as('desk')(household.untold, { communityId: a })
  expect(rows).toMatchObject([{ elder: '刘奶奶', sentence: '刘大想做您的家里人，替您点单，您同意吗' }])
  expect(await refusal(town.as('son')(household.bind, { id: ask }))).toBe('FORBIDDEN')
  expect(await refusal(town.as('desk-b')(household.bind, { id: ask, said: 'elder' }))).toBe('FORBIDDEN')
  await town.as('desk')(household.bind, { id: ask, said: 'elder' })
  expect((await town.as('desk')(household.untold, { communityId: a })).rows).toEqual([])
  expect(await town.as('desk')(household.one, { id })).toMatchObject({ hasApp: true })

  const other = await askIn(town, id, 'desk', 'cousin', '刘二')
  await town.as('desk')(household.refuse, { id: other })
  expect(await said('cousin')).toContain('妈妈家里没答应，可以打电话问社区')
  expect(await refusal(town.as('son')(household.bind, { id: other }))).toBe('WRONG_STATE')
  expect((await meOf('cousin'))?.households).toEqual([])
})

test('an elder nobody of whose has a phone is telephoned when the desk binds somebody of its own accord', async () => {
  const id = (await town.as('desk')(household.add, caller)).id
  const ask = await askIn(town, id, 'desk', 'son', '刘大')
  await town.as('desk')(household.bind, { id: ask, said: 'desk' })
  const { rows } = await town.as('desk')(household.untold, { communityId: a })
  expect(rows).toMatchObject([{ householdId: id, sentence: '刘大现在是您的家里人了，可以替您点单' }])
  expect(await refusal(town.as('desk-b')(household.called, { id: ask, how: 'done' }))).toBe('FORBIDDEN')
  await town.as('desk')(household.called, { id: ask, how: 'noAnswer' })
  await town.as('desk')(household.called, { id: ask, how: 'noAnswer' })
  expect((await town.as('desk')(household.untold, { communityId: a })).rows).toMatchObject([{ noAnswer: true }])
  await town.as('desk')(household.called, { id: ask, how: 'done' })
  expect((await town.as('desk')(household.untold, { communityId: a })).rows).toEqual([])
})

test('who is unbound sees nothing of it at once, however warm every function is', async () => {
  const id = await openGranny(town)
  const ask = await askIn(town, id, 'grandson', 'aunt')
  await town.as('grandson')(household.bind, { id: ask })
  // A resident she stays, by another household.
  const { id: own } = await town.as('aunt')(household.add, { ...granny, elder: '刘爷爷', calls: '爸爸' })
  const { id: errandId } = await town.as('aunt')(errand.request, { ...lunch, householdId: id, note: '软一点' })
  await town.as('desk')(errand.verify, { id: errandId, householdId: id })
  await town.as('aunt')(errand.mine, {})
  await town.as('desk')(household.unbind, { id: ask, said: 'elder' })

  const aunt = town.as('aunt')
  for (const look of [
    aunt(household.one, { id }),
    aunt(household.reveal, { id }),
    aunt(household.looks, { id }),
    aunt(household.relatives, { id }),
    aunt(household.code, { id }),
    aunt(household.sheet, { id }),
    aunt(errand.reveal, { id: errandId, householdId: id }),
    aunt(errand.request, { ...lunch, householdId: id }),
    aunt(errand.cancel, { id: errandId, why: '不用了' }),
  ])
    expect(await refusal(look)).toBe('FORBIDDEN')
  expect((await aunt(errand.mine, {})).rows).toEqual([])
  expect((await aunt(errand.history, { householdId: id })).rows).toEqual([])
  expect((await aunt(errand.inbox, {})).rows).toEqual([])
  const passing = await aunt(errand.one, { id: errandId })
  for (const hidden of ['elder', 'note', 'calls', 'digits', 'building']) expect(passing).not.toHaveProperty(hidden)
  expect((await meOf('aunt'))?.households).toMatchObject([{ id: own }])
  expect(await said('aunt')).toContain('您不再是妈妈的家里人了')
  expect(await said('grandson')).toContain('刘女士不再是奶奶的家里人')
})

test.each(['bind', 'refuse'] as const)(
  'who is unbound does not %s another, in an instance that still takes him for a relative',
  async verb => {
    const id = await openGranny(town)
    const ask = await askIn(town, id, 'grandson', 'aunt')
    await town.as('grandson')(household.bind, { id: ask })
    const other = await askIn(town, id, 'grandson', 'stranger', '生人')
    const aunt = await idOf('aunt')
    const kept = (require('wx-server-sdk') as typeof import('wx-server-sdk')).database().collection('people')
    const store = ({ _id, ...data }: object & { _id?: unknown }) => kept.doc(String(_id)).set({ data })
    const bound = { ...(await town.stored('people', aunt)) }
    await town.as('desk')(household.unbind, { id: ask, said: 'elder' })
    const parted = { ...(await town.stored('people', aunt)) }
    await store(bound)
    expect((await meOf('aunt'))?.households).toHaveLength(1)
    await store(parted)

    expect(await refusal(town.as('aunt')(household[verb], { id: other }))).toBe('FORBIDDEN')
    expect(await town.stored('bindings', other)).toMatchObject({ state: 'asked' })
  },
)

test('what is asked for after he was unbound is not his either, and bound again he sees it all', async () => {
  const id = await openGranny(town)
  const ask = await askIn(town, id, 'grandson', 'aunt')
  await town.as('grandson')(household.bind, { id: ask })
  await town.as('aunt')(errand.mine, {})
  await town.as('desk')(household.unbind, { id: ask, said: 'desk' })
  const { id: later } = await town.as('grandson')(errand.request, { ...lunch, householdId: id })
  expect(await refusal(town.as('aunt')(errand.mine, {}))).toBe('FORBIDDEN')
  expect(await askIn(town, id, 'grandson', 'aunt')).toBe(ask)
  await town.as('grandson')(household.bind, { id: ask })
  expect((await town.as('aunt')(errand.mine, {})).rows).toMatchObject([{ id: later }])
})

test('a relative leaves by himself, and cannot put another one out', async () => {
  const id = await openGranny(town)
  const ask = await askIn(town, id, 'grandson', 'aunt')
  await town.as('grandson')(household.bind, { id: ask })
  expect(await refusal(town.as('grandson')(household.unbind, { id: ask }))).toBe('FORBIDDEN')
  const key = newKey()
  const left = await town.as('aunt')(household.unbind, { id: ask }, key)
  expect(await refusal(town.as('aunt')(household.one, { id }))).toBe('FORBIDDEN')
  // The answer was lost: the same tap is answered, though she is nobody's relative by now; another one is not.
  expect(await town.as('aunt')(household.unbind, { id: ask }, key)).toEqual(left)
  expect(await refusal(town.as('aunt')(household.unbind, { id: ask }))).toBe('FORBIDDEN')
  expect(await town.as('grandson')(household.one, { id })).toMatchObject({ hasApp: true })
})

test('when the last relative is gone the elder is telephoned, and her errands become calls again', async () => {
  const id = await openGranny(town)
  const { rows } = await town.as('desk')(household.relatives, { id })
  await town.as('desk')(household.unbind, { id: rows[0]?.id ?? '', said: 'desk' })
  expect((await town.as('desk')(household.untold, { communityId: a })).rows).toMatchObject([
    { sentence: '刘先生不再是您的家里人了' },
  ])
  const asked = await town.as('desk')(errand.request, { ...lunch, householdId: id, byPhone: true })
  expect(asked).toMatchObject({ toCall: true })
})

test('a tap that arrives late does not undo what was decided since', async () => {
  const id = await openGranny(town)
  const ask = await askIn(town, id, 'grandson', 'aunt')
  const [yes, no] = [newKey(), newKey()]
  await town.as('grandson')(household.bind, { id: ask }, yes)
  await town.as('desk')(household.unbind, { id: ask, said: 'desk' }, no)
  await town.as('grandson')(household.bind, { id: ask }, yes)
  expect((await meOf('aunt'))?.households).toEqual([])
  await askIn(town, id, 'grandson', 'aunt')
  await town.as('grandson')(household.bind, { id: ask })
  await town.as('desk')(household.unbind, { id: ask, said: 'desk' }, no)
  expect((await meOf('aunt'))?.households).toHaveLength(1)
})

test('an ask that nobody answered for a week is over, and can be asked anew', async () => {
  const id = await openGranny(town)
  const ask = await askIn(town, id, 'grandson', 'aunt')
  town.cloud.clock.advance(askLastsMs)
  expect((await town.as('desk')(household.relatives, { id })).rows.map(row => row.state)).toEqual(['bound'])
  expect(await refusal(town.as('grandson')(household.bind, { id: ask }))).toBe('WRONG_STATE')
  expect(await askIn(town, id, 'grandson', 'aunt')).toBe(ask)
  await town.as('grandson')(household.bind, { id: ask })
})

test('a wrong, a used, an old and another community’s code are answered alike', async () => {
  const id = await openGranny(town)
  const { code: first } = await town.as('grandson')(household.code, { id })
  const { code } = await town.as('desk')(household.code, { id })
  expect(first).not.toBe(code)
  const answers = [
    await refusal(town.as('g1')(household.ask, typed(first))),
    await refusal(town.as('g2')(household.ask, typed(wrong(code)))),
    await refusal(town.as('g3')(household.ask, typed(code, { communityId: b }))),
  ]
  await town.as('aunt')(household.ask, typed(code))
  answers.push(await refusal(town.as('g4')(household.ask, typed(code))))
  const { code: stale } = await town.as('grandson')(household.code, { id })
  town.cloud.clock.advance(codeLastsMs)
  answers.push(await refusal(town.as('g5')(household.ask, typed(stale))))
  expect(answers).toEqual(Array.from({ length: 5 }, () => 'WRONG_DIGITS'))
  expect(await town.stored('people', 'g1')).toBeUndefined()
})

test('five tries a day, counted before they are compared: the right code does not help after them', async () => {
  const id = await openGranny(town)
  const { code } = await town.as('grandson')(household.code, { id })
  const guesses = Array.from({ length: ownTries.most + 3 }, (_, n) =>
    refusal(town.as('guesser')(household.ask, typed(String(100_000 + n)))),
  )
  const answers = await Promise.all(guesses)
  expect(answers.filter(answer => answer === 'WRONG_DIGITS')).toHaveLength(ownTries.most)
  expect(await refusal(town.as('guesser')(household.ask, typed(code)))).toBe('ASK_DESK')
  expect((await town.as('desk')(household.relatives, { id })).rows.map(row => row.state)).toEqual(['bound'])
  town.cloud.clock.advance(ownTries.lastsMs)
  const { code: tomorrow } = await town.as('grandson')(household.code, { id })
  await town.as('guesser')(household.ask, typed(tomorrow))
})

test('a tap sent again because no answer came is not another try', async () => {
  const id = await openGranny(town)
  const { code } = await town.as('grandson')(household.code, { id })
  const key = newKey()
  for (let tap = 0; tap < 4; tap += 1)
    expect(await refusal(town.as('aunt')(household.ask, typed(wrong(code)), key))).toBe('WRONG_DIGITS')
  const right = newKey()
  await town.as('aunt')(household.ask, typed(code), right)
  await town.as('aunt')(household.ask, typed(code), right)
  expect((await town.as('desk')(household.relatives, { id })).rows).toHaveLength(2)
  expect(await town.stored('tries', `binding:${a}:${await idOf('aunt')}`)).toMatchObject({ tries: 2 })
})

const idOf = async (openid: string): Promise<string> => (await meOf(openid))?.id ?? ''

test('one code and two people at once: one of them has asked', async () => {
  const id = await openGranny(town)
  const { code } = await town.as('grandson')(household.code, { id })
  const answers = await Promise.all(
    ['u1', 'u2', 'u3'].map(openid => refusal(town.as(openid)(household.ask, typed(code)))),
  )
  expect(answers.filter(answer => answer === 'WRONG_DIGITS')).toHaveLength(2)
})

test('who is bound already is told so, and a relative of another household makes no code', async () => {
  const id = await openGranny(town)
  const { code } = await town.as('grandson')(household.code, { id })
  expect(await refusal(town.as('grandson')(household.ask, typed(code)))).toBe('ALREADY_KIN')
  for (const stranger of ['daughter', 'neighbour', 'zhang', 'guest', 'desk-b'])
    expect(await refusal(town.as(stranger)(household.code, { id }))).toBe('FORBIDDEN')
  expect(await refusal(town.as('desk')(household.code, { id: 'h-nowhere' }))).toBe('NOT_FOUND')
})

test('a name that WeChat doubts is 居民 to the family until the desk has looked', async () => {
  const id = await openGranny(town)
  await askIn(town, id, 'grandson', 'aunt', '[[review]]女士')
  const { rows } = await town.as('grandson')(household.relatives, { id })
  expect(rows.find(row => row.state === 'asked')).toMatchObject({ name: '居民' })
  expect(await said('grandson')).toContain('居民想做奶奶的家里人，您来定')
  expect((await meOf('aunt'))?.name).toBe('居民')
  expect(await refusal(askIn(town, id, 'grandson', 'uncle', '[[risky]]'))).toBe('UNFIT_WORDS')
  expect(await town.as('guest')(people.community, { id: a })).toMatchObject({ id: a })
})
