import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { recurring } from '@domain/recurring'
import { momentOf } from '@domain/time'
import { a, lunch, newKey, openTown, personId, refusal, type Town } from '../town'
import { meals } from './samples'

let town: Town
beforeEach(async () => {
  town = await openTown()
  await town.set('households', town.fatherId, { regularRiderId: personId('zhang'), regularRider: '张师傅' })
})
afterEach(() => town.close())

const at = async (day: string, clock: string) => {
  town.cloud.clock.set(momentOf(day, clock))
  for (let i = 0; i < 3; i++) await town.tick()
}
const standIn = (on: string[], openid = 'li', key?: string) =>
  town.as('desk')(household.substitute, { id: town.fatherId, riderId: personId(openid), on }, key)
const lunchOn = (day: string) => ({
  ...lunch,
  when: { from: momentOf(day, '10:30'), until: momentOf(day, '11:00') },
})
const newsOf = async (openid: string) => (await town.as(openid)(household.news, {})).rows.map(row => row.sentence)
const readBy = async (openid: string, id: string) => town.as(openid)(errand.one, { id })

test('somebody stands in on the days that were named, on errands that are there and on those that come; the regular one stays', async () => {
  const { id: there } = await town.as('daughter')(errand.request, lunchOn('2026-11-25'))
  const { id: other } = await town.as('daughter')(errand.request, lunchOn('2026-11-26'))
  await standIn(['2026-11-25', '2026-11-27'])
  const { id: later } = await town.as('daughter')(errand.request, lunchOn('2026-11-25'))
  for (const id of [there, later])
    expect(await readBy('desk', id)).toMatchObject({
      substituteId: personId('li'),
      substituteName: '李师傅',
      regularRiderId: personId('zhang'),
    })
  expect(await readBy('daughter', there)).toMatchObject({ substituteName: '李师傅' })
  expect(await readBy('desk', other)).not.toHaveProperty('substituteId')
  expect(await town.stored('households', town.fatherId)).toMatchObject({ regularRiderId: personId('zhang') })
})

test('of a rule only that day’s errand names who stands in; the next is the regular one’s again', async () => {
  const { id: errandId } = await town.as('daughter')(errand.request, lunch)
  const { id } = await town.as('daughter')(recurring.add, { errandId, ...meals })
  await standIn(['2026-11-27'])
  for (const day of ['2026-11-24', '2026-11-26', '2026-11-29']) await at(day, '15:02')
  const { rows } = await town.as('desk')(errand.history, { householdId: town.fatherId })
  const made = rows.filter(row => row.recurringId === id)
  const who = new Map(made.map(row => [row.on, row.substituteName]))
  expect(who).toEqual(
    new Map([
      ['2026-11-25', undefined],
      ['2026-11-27', '李师傅'],
      ['2026-11-30', undefined],
    ]),
  )
  expect(made.every(row => row.regularRiderId === personId('zhang'))).toBe(true)
})

test('the regular one, who stands in, and the family are told', async () => {
  await standIn(['2026-11-25'])
  expect(await newsOf('zhang')).toContain('11月25日由李师傅替您去老人家，您歇一天')
  expect(await newsOf('li')).toContain('11月25日请您替张师傅去老人家')
  expect(await newsOf('daughter')).toContain('11月25日由李师傅替一天')
  for (const openid of ['zhang', 'li', 'daughter'])
    expect(await town.stored('people', personId(openid))).toMatchObject({ toldAt: expect.any(Number) })
})

test('another may be named in his place, and it can be taken back', async () => {
  await town.set('people', personId('chen'), { memberships: [{ communityId: a, role: 'rider' }] })
  await standIn(['2026-11-25'])
  await standIn(['2026-11-25'], 'chen')
  const { id } = await town.as('daughter')(errand.request, lunchOn('2026-11-25'))
  expect(await readBy('desk', id)).toMatchObject({ substituteName: '陈师傅' })
  const listed = async () => (await town.as('daughter')(household.substitutes, { id: town.fatherId })).rows
  expect(await listed()).toEqual([
    { id: expect.any(String), on: '2026-11-25', riderName: '陈师傅', regularRider: '张师傅' },
  ])
  await town.as('desk')(household.unsubstitute, { id: town.fatherId, on: '2026-11-25' })
  expect(await readBy('desk', id)).not.toHaveProperty('substituteName')
  expect(await listed()).toEqual([])
  const { id: next } = await town.as('daughter')(errand.request, lunchOn('2026-11-25'))
  expect(await readBy('desk', next)).not.toHaveProperty('substituteName')
})

test('a day that is over, the regular one himself, and who is no rider here are refused; a repeated tap names once', async () => {
  expect(await refusal(standIn(['2026-11-22']))).toBe('PAST_SLOT')
  expect(await refusal(standIn(['2026-11-25'], 'zhang'))).toBe('BAD_INPUT')
  expect(await refusal(standIn(['2026-11-25'], 'chen'))).toBe('NOT_FOUND')
  const key = newKey()
  await standIn(['2026-11-25', '2026-11-26'], 'li', key)
  await standIn(['2026-11-25', '2026-11-26'], 'li', key)
  const { rows } = await town.as('desk')(household.substitutes, { id: town.fatherId })
  expect(rows.map(({ on }) => on)).toEqual(['2026-11-25', '2026-11-26'])
  expect((await town.stored('households', town.fatherId))?.substitutedOn).toEqual(['2026-11-25', '2026-11-26'])
})

test('a request costs as much on a day with one as on a day without', async () => {
  await standIn(['2026-11-27'])
  await town.as('daughter')(errand.request, lunchOn('2026-11-25'))
  town.cloud.resetStats()
  await town.as('daughter')(errand.request, lunchOn('2026-11-25'))
  expect(town.cloud.stats().totals.requests).toBe(2)
  await town.as('daughter')(errand.request, lunchOn('2026-11-27'))
  expect(town.cloud.stats().totals.requests).toBe(2 + 2)
})

test('a tap that comes again late takes nothing from who was named since', async () => {
  await town.set('people', personId('chen'), { memberships: [{ communityId: a, role: 'rider' }] })
  const { id } = await town.as('daughter')(errand.request, lunchOn('2026-11-25'))
  const [named, taken] = [newKey(), newKey()]
  const none = () => town.as('desk')(household.unsubstitute, { id: town.fatherId, on: '2026-11-25' }, taken)
  await standIn(['2026-11-25'], 'li', named)
  await none()
  await standIn(['2026-11-25'], 'chen')
  for (const again of [() => standIn(['2026-11-25'], 'li', named), none]) {
    await again()
    expect(await readBy('desk', id)).toMatchObject({ substituteId: personId('chen'), substituteName: '陈师傅' })
    expect(await town.stored('households', town.fatherId)).toMatchObject({ substitutedOn: ['2026-11-25'] })
  }
})

describe('what somebody was asked for or has accepted when another is named for the day', () => {
  const zhang = { riderId: personId('zhang') }
  const offered = async (more: object = {}) => {
    const { id } = await town.as('daughter')(errand.request, { ...lunchOn('2026-11-25'), ...more })
    await town.as('desk')(errand.dispatch, { id, communityId: a, to: zhang })
    return id
  }
  const none = () => town.as('desk')(household.unsubstitute, { id: town.fatherId, on: '2026-11-25' })
  const told = async (openid: string) => (await town.as(openid)(errand.inbox, {})).rows.map(({ sentence }) => sentence)

  test('what the regular one was asked for goes on to who stands in, and back; nothing of another day does', async () => {
    const [there, other] = [await offered(), await offered({ when: lunchOn('2026-11-26').when })]
    await standIn(['2026-11-25'])
    expect(await readBy('daughter', there)).toMatchObject({ state: 'dispatched', offer: { name: '李师傅' } })
    expect((await readBy('desk', there)).timeline?.at(-1)).toMatchObject({ verb: 'reassign', as: 'dispatcher' })
    expect(await readBy('desk', other)).toMatchObject({ offer: zhang })
    expect(await told('daughter')).toContain('问了李师傅，等他答应')
    expect(await told('zhang')).toContain('社区换了别人去，您不用跑了，谢谢您')
    expect(await refusal(town.as('zhang')(errand.accept, { id: there }))).toBe('WRONG_STATE')
    await none()
    expect(await readBy('desk', there)).toMatchObject({ offer: zhang })
    await standIn(['2026-11-25'])
    await town.as('li')(errand.accept, { id: there })
    expect(await readBy('daughter', there)).toMatchObject({ state: 'accepted', riderName: '李师傅' })
  })

  test('what the regular one has accepted stays his, and he and the desk read so', async () => {
    const id = await offered()
    await town.as('zhang')(errand.accept, { id })
    await standIn(['2026-11-25'])
    expect(await readBy('daughter', id)).toMatchObject({ riderName: '张师傅', substituteName: '李师傅' })
    const { rows } = await town.as('desk')(household.substitutes, { id: town.fatherId })
    expect(rows).toEqual([expect.objectContaining({ riderName: '李师傅', keptBy: '张师傅' })])
    const kept = '11月25日由李师傅替您，您已经答应的那单还是您去，去不了就转回社区'
    expect(await newsOf('zhang')).toContain(kept)
    await town.as('zhang')(errand.handBack, { id, why: '家里有事' })
    expect(await newsOf('zhang')).not.toContain(kept)
  })

  test('whom the desk names after it has decided who comes keeps what he is asked for, also when the tap comes again', async () => {
    const key = newKey()
    await standIn(['2026-11-25'], 'li', key)
    town.cloud.clock.advance(1000)
    const id = await offered()
    await standIn(['2026-11-25'], 'li', key)
    expect(await readBy('desk', id)).toMatchObject({ offer: zhang })
  })

  test('who lays out no money is not asked for what needs it', async () => {
    await town.set('people', personId('li'), { advances: false })
    const id = await offered({ money: { how: 'atDoor', capYuan: 50 } })
    await standIn(['2026-11-25'])
    expect(await readBy('desk', id)).toMatchObject({ offer: zhang })
  })
})
