import { errand } from '@domain/errand'
import { toPerson } from '@domain/notice'
import { minuteMs, momentOf } from '@domain/time'
import { between } from '../between'
import { a, lunch, newKey, openTown, personId, refusal, type Town } from '../town'
import { byCar, rideFor } from './rides'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const at = (clock: string, day = '2026-11-24') => momentOf(day, clock)
const zhang = { riderId: personId('zhang') }
const li = { riderId: personId('li') }
const ready = (who = {}) => rideFor(town, who)
const told = async (who: string) => (await town.as(who)(errand.inbox, {})).rows.map(({ say }) => say)
const one = (who: string, id: string) => town.as(who)(errand.one, { id })
const tickAt = async (moment: number) => {
  town.cloud.clock.set(moment)
  await town.tick()
}

test('the driver falls ill: who stood by has it at once, and the family is told', async () => {
  const id = await ready()
  await town.as('zhang')(errand.handBack, { id, why: '身体不舒服' })
  expect(await one('daughter', id)).toMatchObject({ state: 'accepted', riderName: '李师傅' })
  expect((await one('daughter', id)).backupName).toBeUndefined()
  expect(await told('daughter')).toContain('tookOver')
  expect(await told('li')).toContain('yourTurn')
})

test('who was only asked to stand by is not put in the driver’s place', async () => {
  const id = await ready({ backup: false })
  await town.as('desk')(errand.nameBackup, { id, communityId: a, ...li })
  await town.as('zhang')(errand.handBack, { id, why: '身体不舒服' })
  expect((await one('desk', id)).state).toBe('requested')
})

test('what died between the two writes is done by the clock', async () => {
  const id = await ready()
  await town.set('errands', id, { state: 'requested', riderId: null, fellOutAt: town.cloud.clock.now(), dueAt: 0 })
  await town.tick()
  expect(await one('daughter', id)).toMatchObject({ state: 'accepted', riderName: '李师傅' })
})

test('who cannot stand by says so, and the desk names another', async () => {
  const id = await ready()
  await town.as('li')(errand.standDown, { id, why: '那天有事' })
  expect(await told('desk')).toContain('backupGone')
  await town.as('zhang')(errand.handBack, { id, why: '车坏了' })
  expect((await one('desk', id)).state).toBe('requested')
})

test('a driver’s tap that comes again sends nobody who said yes only since: that is the clock’s to do', async () => {
  const id = await ready({ backup: false })
  await town.as('desk')(errand.nameBackup, { id, communityId: a, ...li })
  const key = newKey()
  const ill = () => town.as('zhang')(errand.handBack, { id, why: '发烧了' }, key)
  const first = await ill()
  await town.as('li')(errand.standBy, { id })
  town.cloud.clock.advance(minuteMs / 2)
  const before = await town.stored('errands', id)
  expect(await ill()).toEqual(first)
  expect(await town.stored('errands', id)).toEqual(before)
  await town.tick()
  expect(await one('desk', id)).toMatchObject({ state: 'accepted', riderId: li.riderId })
})

test('who stood by until now is told that another does; of two desks only the one who saw him replaces him', async () => {
  await town.set('people', personId('chen'), { memberships: [{ communityId: a, role: 'rider' }] })
  const id = await ready()
  const chen = { id, communityId: a, riderId: personId('chen') }
  expect(await refusal(town.as('desk')(errand.nameBackup, chen))).toBe('WRONG_STATE')
  await town.as('desk')(errand.nameBackup, { ...chen, from: li.riderId })
  expect(await told('li')).toContain('backupChanged')
  expect(await one('desk', id)).toMatchObject({ backupName: '陈师傅', backupState: 'asked' })
})

test('a tap that named a backup is answered as it was, also when he has left since', async () => {
  const id = await ready({ backup: false })
  const key = newKey()
  const named = () => town.as('desk')(errand.nameBackup, { id, communityId: a, ...li }, key)
  const first = await named()
  await town.set('people', li.riderId, { memberships: [] })
  town.cloud.clock.advance(2 * 60_000)
  expect(await named()).toEqual(first)
})

test('nobody is asked to stand by for a household that the community has not telephoned yet', async () => {
  const { id } = await town.as('daughter')(errand.request, byCar)
  await town.set('errands', id, { newcomer: true })
  const named = () => town.as('desk')(errand.nameBackup, { id, communityId: a, ...li })
  expect(await refusal(named())).toBe('CALL_FIRST')
  await town.as('desk')(errand.verify, { id, householdId: 'h-father' })
  await named()
  expect(await told('li')).toContain('backupAsked')
})

test('the driver does not stand by for himself', async () => {
  const id = await ready({ backup: false })
  expect(await refusal(town.as('desk')(errand.nameBackup, { id, communityId: a, ...zhang }))).toBe('WRONG_STATE')
})

test('the night before, everybody is reminded once', async () => {
  const id = await ready()
  await tickAt(at('19:59', '2026-11-23'))
  expect(await told('daughter')).not.toContain('tomorrow')
  await tickAt(at('20:00', '2026-11-23'))
  await tickAt(at('20:05', '2026-11-23'))
  for (const [who, say] of [
    ['daughter', 'tomorrow'],
    ['zhang', 'tomorrowYours'],
    ['li', 'tomorrowBackup'],
  ] as const)
    expect((await told(who)).filter(word => word === say && word)).toHaveLength(say === 'tomorrow' ? 2 : 1)
  expect((await one('desk', id)).escalated).toBeUndefined()
})

test('a ride without a driver or a backup is the desk’s matter the night before', async () => {
  const id = await ready({ backup: false })
  await tickAt(at('20:00', '2026-11-23'))
  expect((await one('desk', id)).escalated?.why).toBe('rideUnmanned')
})

test('a car that is not off twenty minutes before rises, and the family reads whom to call', async () => {
  const id = await ready()
  await tickAt(at('20:00', '2026-11-23'))
  await tickAt(at('07:09'))
  expect((await one('desk', id)).escalated).toBeUndefined()
  await tickAt(at('07:10'))
  expect((await one('desk', id)).escalated?.why).toBe('nobodyDeparts')
  expect(await told('daughter')).toContain('carNotOff')
})

test('one that is off does not', async () => {
  const id = await ready()
  await town.as('zhang')(errand.depart, { id })
  await tickAt(at('07:10'))
  expect((await one('desk', id)).escalated).toBeUndefined()
})

test('an appointment for tomorrow fills no hand today', async () => {
  await ready()
  for (const what of ['一份饭', '两份饭']) {
    const { id } = await town.as('daughter')(errand.request, { ...lunch, what })
    await town.as('desk')(errand.dispatch, { id, communityId: a, to: zhang })
    await town.as('zhang')(errand.accept, { id })
  }
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: zhang })
  expect(await refusal(town.as('zhang')(errand.accept, { id }))).toBe('HANDS_FULL')
})

test('the way there ends at the place, and the way home goes on by itself', async () => {
  const id = await ready()
  const back = `${id}-back`
  await town.as('desk')(errand.dispatch, { id: back, communityId: a, to: li })
  await town.as('li')(errand.accept, { id: back })
  await town.as('zhang')(errand.depart, { id })
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  await town.as('li')(errand.depart, { id: back })
  expect([(await one('daughter', id)).state, (await one('daughter', back)).state]).toEqual(['delivered', 'underway'])
  await town.as('daughter')(errand.confirm, { id })
  await town.as('li')(errand.deliver, { id: back, how: 'person' })
  await town.as('daughter')(errand.confirm, { id: back })
  expect((await one('daughter', back)).state).toBe('confirmed')
})

test('a driver whom the desk says is ill that morning: who stood by has it when the clock rings next', async () => {
  const id = await ready()
  town.cloud.clock.set(at('06:50'))
  await town.as('desk')(errand.relieve, { communityId: a, ...zhang, absent: 'ill', list: [{ id }] })
  await town.tick()
  expect(await one('daughter', id)).toMatchObject({ state: 'accepted', riderName: '李师傅' })
})

test('who stood by and is made the driver stands by for nobody, least of all for himself', async () => {
  const id = await ready()
  await town.as('desk')(errand.reassign, { id, communityId: a, to: li, from: zhang.riderId })
  await town.as('li')(errand.accept, { id })
  expect((await one('desk', id)).backupName).toBeUndefined()
  await town.as('li')(errand.handBack, { id, why: '车坏了' })
  await town.tick()
  expect(await one('desk', id)).toMatchObject({ state: 'requested' })
})

test('what rose for want of a backup is the desk’s matter no more once somebody stands by', async () => {
  const id = await ready({ backup: false })
  await tickAt(at('20:00', '2026-11-23'))
  await town.as('desk')(errand.nameBackup, { id, communityId: a, ...li })
  expect((await one('desk', id)).escalated?.why).toBe('rideUnmanned')
  await town.as('li')(errand.standBy, { id })
  expect(await one('desk', id)).toMatchObject({ state: 'accepted', backupState: 'ready' })
  expect((await one('desk', id)).escalated).toBeUndefined()
})

test('on the day itself nobody is told of tomorrow, whatever held the clock the night before', async () => {
  const id = await ready()
  await tickAt(at('06:00'))
  expect(await told('daughter')).not.toContain('tomorrow')
  expect((await one('desk', id)).state).toBe('accepted')
})

test('who is asked to stand by in the middle of his rest is not woken; the desk calls him or waits', async () => {
  await town.set('people', li.riderId, { freeUntil: 0, hours: [], subscribed: {}, rev: 'resting' })
  const id = await ready({ backup: false })
  await town.as('desk')(errand.nameBackup, { id, communityId: a, ...li })
  await town.tick()
  const { outbox = {} } = (await town.stored('errands', id)) as {
    outbox?: Record<string, { say: string; reach: string }>
  }
  expect(Object.values(outbox).find(({ say }) => say === 'backupAsked')?.reach).toBe('call')
})

test('in bad weather nobody is sent in the driver’s place; when it is over he goes', async () => {
  const id = await ready()
  const until = town.cloud.clock.now() + 60 * 60_000
  await town.as('desk')(errand.stop, { communityId: a, why: '暴雨', until })
  await town.as('zhang')(errand.handBack, { id, why: '路上积水' })
  expect((await one('daughter', id)).state).toBe('requested')
  await tickAt(until)
  await town.tick()
  expect(await one('daughter', id)).toMatchObject({ state: 'accepted', riderName: '李师傅' })
})

test('who is made the driver while he says that he cannot stand by drives all the same', async () => {
  for (let nth = 1; ; nth += 1) {
    const { id } = await town.as('daughter')(errand.request, byCar)
    await town.as('desk')(errand.nameBackup, { id, communityId: a, ...li })
    const agree = () => town.as('desk')(errand.agree, { id, communityId: a, by: li })
    const standDown = () => town.as('li')(errand.standDown, { id, why: '那天有事' })
    const ended = await between(town, { fn: 'errand', verb: 'agree', nth }, agree, standDown)
    if (ended === undefined) return expect(nth).toBeGreaterThan(3)
    expect(ended).toBe('nothing was refused')
    expect((await one('desk', id)).riderName).toBe('李师傅')
    expect((await one('desk', id)).backupName).toBeUndefined()
  }
})

test('a stop and a driver who hands it back at one moment: who goes in his place is told to stay, or does not go', async () => {
  const until = town.cloud.clock.now() + 2 * 3_600_000
  const stop = () => town.as('desk')(errand.stop, { communityId: a, why: '暴雨', until })
  const ends = new Set()
  for (let nth = 1; ; nth += 1) {
    const id = await ready()
    const handBack = () => town.as('zhang')(errand.handBack, { id, why: '车坏了' })
    const ended = await between(town, { fn: 'errand', verb: 'stop', nth }, stop, handBack)
    if (ended === undefined) break
    const { state, stop: held, outbox } = (await town.stored('errands', id)) ?? {}
    expect(held).toMatchObject({ why: '暴雨' })
    const noticed = Object.values(Object(outbox)).map(notice => `${Object(notice).to} ${Object(notice).say}`)
    expect(noticed.includes(`${toPerson(li.riderId)} stayPut`)).toBe(state === 'accepted')
    ends.add(state)
    await town.as('desk')(errand.goOn, { communityId: a })
  }
  expect([...ends].sort()).toEqual(['accepted', 'requested'])
})
