import { care } from '@domain/care'
import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { removalNames } from '@domain/household/words'
import { templates } from '@domain/template'
import { dayMs, minuteMs } from '@domain/time'
import { inHand } from '../errand/in-hand'
import { a, lunch, newKey, openTown, personId, refusal, type Town } from '../town'

let town: Town
let errandId: string
beforeEach(async () => {
  town = await openTown()
  errandId = await accepted('zhang')
})
afterEach(() => town.close())

const accepted = (rider: string) => inHand(town, { rider })
const report = (more: object = {}, key?: string) =>
  town.as('zhang')(care.report, { errandId, kind: 'unwell', words: '说头晕，脸色不好', ...more }, key)
const waiting = async () => (await town.as('desk')(care.queue, { communityId: a })).rows
const news = async (openid: string) => (await town.as(openid)(errand.inbox, {})).rows.map(({ sentence }) => sentence)
const calls = async () => (await town.as('desk')(errand.calls, { communityId: a })).rows
const note = (words = '狗会扑人') => report({ kind: 'note', words })
const door = async (rider: string, id: string) =>
  (await town.as(rider)(errand.reveal, { id, householdId: 'h-father' })).notes

describe('老人不太好', () => {
  test('is one tap, waits at the desk until it is ticked off, and the family reads what the desk wrote and nothing else', async () => {
    const { id } = await report()
    expect(await waiting()).toMatchObject([
      { id, kind: 'unwell', elder: '王大爷', who: '张师傅', words: '说头晕，脸色不好' },
    ])
    expect(await news('desk')).toContain('张师傅在门口放心不下，请马上打电话问问，见“要照看的”')
    expect(await news('daughter')).not.toContainEqual(expect.stringMatching(/头晕|不好/))
    town.cloud.clock.advance(minuteMs)
    const ticked = town.cloud.clock.now()
    await town.as('desk')(care.settle, {
      id,
      did: '打了电话，已去医院',
      toFamily: '下午我们上门看过，请给爸爸打个电话',
    })
    expect(await waiting()).toEqual([])
    expect(await news('daughter')).toContain('社区说：下午我们上门看过，请给爸爸打个电话')
    // The inbox reads what was touched last.
    expect((await town.stored('errands', errandId))?.touchedAt).toBeGreaterThanOrEqual(ticked)
    expect(JSON.stringify(await town.as('daughter')(errand.one, { id: errandId }))).not.toMatch(/头晕|医院/)
  })

  test('the desk telephones from there by the logged tap, and the family reads who looked', async () => {
    await report()
    const [{ householdId = '' } = {}] = await waiting()
    const { phones } = await town.as('desk')(errand.reveal, { id: errandId, householdId })
    expect(phones).not.toEqual([])
    const { rows } = await town.as('daughter')(household.looks, { id: householdId })
    expect(rows).toContainEqual(expect.objectContaining({ errandId, as: 'dispatcher' }))
  })

  test('no notice, from which pushes and calls are made, has a word of what was seen', async () => {
    await report()
    await town.tick()
    const { outbox } = (await town.stored('errands', errandId)) ?? {}
    expect(JSON.stringify(outbox)).toContain('worried')
    expect(JSON.stringify(outbox)).not.toMatch(/头晕|不好/)
  })

  test('where no phone of the desk is reached, whoever sits down at it next finds a call to make, until it is seen to', async () => {
    const { id } = await report()
    await town.tick()
    const sentence = '张师傅在门口放心不下，请马上打电话问问，见“要照看的”'
    expect(await calls()).toContainEqual(expect.objectContaining({ id: errandId, whom: '王大爷', sentence }))
    await town.as('desk')(care.settle, { id, did: '打了电话' })
    expect(await calls()).not.toContainEqual(expect.objectContaining({ sentence }))
    expect((await town.stored('errands', errandId))?.callsOpen).toBe((await calls()).length)
  })

  test('every phone of the desk rings, also that of who stands in; a note for the next visit calls nobody', async () => {
    await town.set('people', personId('neighbour'), { memberships: [{ communityId: a, role: 'dispatcher' }] })
    await town.tick()
    for (const openid of ['desk', 'neighbour']) town.cloud.wechat.grants(openid, templates.desk.id, 1)
    await report()
    await town.tick()
    const rang = (openid: string) => town.cloud.wechat.notices(openid).map(({ errcode }) => errcode)
    for (const openid of ['desk', 'neighbour']) expect(rang(openid)).toContain(0)
    await note()
    await town.tick()
    expect((await calls()).map(({ sentence }) => sentence)).not.toContainEqual(expect.stringContaining('门口'))
  })

  test('a family without a phone hears what the desk wrote by a call', async () => {
    await town.set('errands', errandId, { toCall: true })
    const { id } = await report()
    await town.as('desk')(care.settle, { id, did: '去过了', toFamily: '下午去看过了' })
    await town.tick()
    const { rows } = await town.as('desk')(errand.calls, { communityId: a })
    expect(rows).toContainEqual(expect.objectContaining({ whom: '王大爷', sentence: '社区说：下午去看过了' }))
  })

  test('sent twice from a basement it is one, and told once', async () => {
    const key = newKey()
    const first = await report({}, key)
    town.cloud.clock.advance(minuteMs)
    expect((await report({}, key)).id).toBe(first.id)
    expect(await waiting()).toHaveLength(1)
    expect((await news('desk')).filter(words => words.includes('要照看的'))).toHaveLength(1)
  })

  test('it arrives although the errand went to another meanwhile; a stranger, and a day later, it does not', async () => {
    await town.as('zhang')(errand.handBack, { id: errandId, why: '车坏了' })
    await report()
    expect(await refusal(town.as('li')(care.report, { errandId, kind: 'unwell' }))).toBe('FORBIDDEN')
    town.cloud.clock.advance(dayMs + minuteMs)
    expect(await refusal(report())).toBe('FORBIDDEN')
    expect(await waiting()).toHaveLength(1)
  })

  test('it arrives from one who was given the errand by telephone and went, although it is another’s by now', async () => {
    const { id } = await town.as('daughter')(errand.request, lunch)
    const li = { riderId: personId('li') }
    await town.as('desk')(errand.agree, { id, communityId: a, by: li, shown: [li.riderId] })
    await town.as('li')(errand.depart, { id })
    const others = { to: { riderId: personId('zhang') }, shown: [personId('zhang')] }
    await town.as('desk')(errand.reassign, { id, communityId: a, from: li.riderId, ...others })
    await town.as('li')(care.report, { errandId: id, kind: 'unwell' })
    expect(await waiting()).toMatchObject([{ who: '李师傅' }])
  })

  test('two of the desk at once: one ticks it off, the other is told that it is done', async () => {
    const { id } = await report()
    const ends = await Promise.all(
      ['去看过了', '打过电话'].map(did => refusal(town.as('desk')(care.settle, { id, did }))),
    )
    expect(ends.sort()).toEqual(['WRONG_STATE', 'nothing was refused'])
  })
})

test('出了点事 has words and a photo of that very errand; the rider reads the answer', async () => {
  expect(await refusal(town.as('zhang')(care.report, { errandId, kind: 'incident' }))).toBe('BAD_INPUT')
  const other = await town.file('photo/e-another-a.jpg')
  expect(await refusal(report({ kind: 'incident', photo: other }))).toBe('OTHERS_PHOTO')
  const photo = await town.file(`photo/e-${errandId}-a.jpg`)
  const { id } = await report({ kind: 'incident', words: '汤洒在楼道里', photo })
  expect((await town.as('desk')(care.photo, { id })).url).toMatch(/^http/)
  expect(await refusal(town.as('zhang')(care.photo, { id }))).toBe('FORBIDDEN')
  await town.as('desk')(care.settle, { id, did: '请保洁擦了', toRider: '擦过了，不用您赔' })
  expect(await news('zhang')).toContain('社区说：擦过了，不用您赔')
})

describe('下次上门要知道的', () => {
  test('nobody reads it before the desk has; then whoever has the next errand reads it with the door', async () => {
    const { id } = await note()
    const next = await accepted('li')
    expect(await door('li', next)).toBeUndefined()
    await town.as('desk')(care.approve, { id })
    expect(await door('li', next)).toEqual(['狗会扑人'])
  })

  test('its family reads it and may ask to take it away; the desk does, and it is gone from the door', async () => {
    const { id } = await note()
    await town.as('desk')(care.approve, { id })
    const read = async () => (await town.as('daughter')(care.notes, { householdId: 'h-father' })).rows
    expect(await read()).toMatchObject([{ words: '狗会扑人', state: 'approved' }])
    expect(await refusal(town.as('neighbour')(care.notes, { householdId: 'h-father' }))).toBe('FORBIDDEN')
    await town.as('daughter')(care.contest, { id, why: '狗送走了' })
    expect(await waiting()).toMatchObject([{ id, why: '狗送走了' }])
    expect(await door('zhang', errandId)).toEqual(['狗会扑人'])
    await town.as('desk')(care.remove, { id })
    expect(await read()).toEqual([])
    expect(await door('zhang', errandId)).toBeUndefined()
  })

  test('what is no note is ticked off, not shown', async () => {
    const { id } = await report()
    expect(await refusal(town.as('desk')(care.approve, { id }))).toBe('WRONG_STATE')
    expect(await refusal(town.as('desk')(care.remove, { id }))).toBe('WRONG_STATE')
  })

  test('it goes with its household', async () => {
    await note()
    await town.as('zhang')(errand.handBack, { id: errandId, why: '车坏了' })
    await town.as('daughter')(errand.cancel, { id: errandId, why: '不用了' })
    await town.as('desk')(household.remove, { id: 'h-father', why: removalNames[0] })
    expect(await waiting()).toEqual([])
  })
})
