import { clocks, clocksOf, confirmsItselfMs, urgencies, type Clocks } from '@domain/errand/clocks'
import { nextDue } from '@domain/errand/due'
import { dueWords } from '@domain/errand/due-words'
import { kindNames, type Errand, type Kind } from '@domain/errand/record'
import { standing } from '@domain/errand/standing'
import { waveNames } from '@domain/errand/wave'
import { dayMs, minuteMs, momentOf, never } from '@domain/time'

const now = momentOf('2026-11-23', '10:07')
const when = { from: momentOf('2026-11-23', '10:30'), until: momentOf('2026-11-23', '11:00') }
/** Far enough away that a ride is not late before it begins. */
const later = { from: momentOf('2026-11-23', '14:30'), until: momentOf('2026-11-23', '15:00') }
const errand: Errand = {
  id: 'e1',
  state: 'requested',
  communityId: 'a',
  my: [],
  kind: 'meal',
  requestedAt: now,
  waitingSince: now,
  when,
}
const read = (words: string): string => words.replaceAll('\u00a0', ' ')

/** Every kind, hurried and not, with what the table says of it. */
const cells = kindNames.flatMap(kind => urgencies.map(urgency => ({ kind, urgency, is: clocks[kind][urgency] })))
const of = (kind: Kind, urgency: string, more: Partial<Errand>): Errand => ({
  ...errand,
  kind,
  ...(urgency === 'urgent' && { urgent: '等着吃药' }),
  ...more,
})
const edge = ({ of: end, ms }: Clocks['notDeparted']): number => when[end] + ms

test.each(cells)('$kind, $urgency: each clock of the table is the one that rings', ({ kind, urgency, is }) => {
  const due = (more: Partial<Errand>) => nextDue(of(kind, urgency, { when: later, ...more }))
  const edgeLater = ({ of: end, ms }: Clocks['notDeparted']): number => later[end] + ms
  expect(due({})).toEqual({ at: now + is.notDispatched, act: 'waitsLong' })
  expect(due({ state: 'dispatched', offer: { to: 'rider', at: now, until: 0 } })).toEqual({
    at: now + is.notAccepted.named,
    act: 'nobodyAccepts',
  })
  for (const wave of waveNames) {
    const offer = { to: wave === 'regular' ? ('rider' as const) : ('pool' as const), wave, at: now, until: 0 }
    expect(due({ state: 'dispatched', offer })).toEqual({ at: now + is.notAccepted[wave], act: 'widen' })
    // What must be named is asked of nobody else by itself.
    expect(due({ state: 'dispatched', offer, namedOnly: true })).toMatchObject({ act: 'nobodyAccepts' })
  }
  expect(due({ saidNo: ['p1'] })).toEqual({ at: now + is.notDispatchedAgain, act: 'waitsLong' })
  expect(due({ state: 'returned' })).toEqual({ at: now + is.notAnswered, act: 'nobodyAnswers' })
  expect(due({ state: 'accepted', backupState: 'ready' })).toEqual({
    at: edgeLater(is.notDeparted),
    act: 'nobodyDeparts',
  })
  expect(due({ state: 'underway' })).toEqual({ at: edgeLater(is.notDelivered), act: 'nobodyArrives' })
  expect(due({ state: 'delivered', deliveredAt: now })).toEqual({ at: now + is.notConfirmed, act: 'confirm' })
})

test('what is for another day may wait until four in the afternoon before, unless it is urgent', () => {
  const tomorrow = { from: momentOf('2026-11-24', '10:30'), until: momentOf('2026-11-24', '11:00') }
  const due = (more: Partial<Errand>) => nextDue({ ...errand, when: tomorrow, ...more }).at
  const four = momentOf('2026-11-23', '16:00')
  expect(due({})).toBe(four)
  expect(due({ waitingSince: momentOf('2026-11-23', '15:55') })).toBe(momentOf('2026-11-23', '16:05'))
  expect(due({ when: { from: tomorrow.from + 7 * dayMs, until: tomorrow.until + 7 * dayMs } })).toBe(four + 7 * dayMs)
  expect(due({ urgent: '等着吃药' })).toBe(now + 3 * minuteMs)
  expect(dueWords({ ...errand, when: tomorrow }, now)).toMatch(/^16:00 /)
})

test('what nobody went with rises a second time once its time is over, and what is begun after that does not', () => {
  const over = when.until + 15 * minuteMs
  const offer = { to: 'rider' as const, riderId: 'p1', at: now, until: 0 }
  for (const state of ['requested', 'dispatched'])
    for (const why of ['waitsLong', 'nobodyAccepts'])
      expect(nextDue({ ...errand, state, offer, escalated: { why, at: now } })).toEqual({
        at: over,
        act: 'nobodyArrives',
      })
  expect(nextDue({ ...errand, escalated: { why: 'nobodyArrives', at: over } })).toEqual({ at: never })
  expect(nextDue({ ...errand, waitingSince: over }).act).toBe('waitsLong')
  expect(nextDue({ ...errand, state: 'dispatched', offer: { ...offer, at: over } }, over + minuteMs).act).toBe(
    'nobodyAccepts',
  )
  const said = standing({ ...errand, escalated: { why: 'nobodyArrives', at: over } }, 'family', over)
  expect(said.words).toBe('比说好的晚了，社区在联系')
})

test('a ride that was whole the evening before and is no more rises at once, one agreed on late an hour before', () => {
  const tomorrow = { from: momentOf('2026-11-24', '07:30'), until: momentOf('2026-11-24', '08:00') }
  const eve = momentOf('2026-11-23', '20:00')
  const ride = { ...errand, kind: 'ride', when: tomorrow, state: 'accepted', remindedAt: eve }
  expect(nextDue({ ...ride, backupState: 'ready' }, eve + minuteMs).act).toBe('nobodyDeparts')
  expect(nextDue({ ...ride, backupState: 'asked' }, eve + minuteMs)).toEqual({ at: eve, act: 'rideUnmanned' })
  const late = { ...ride, remindedAt: undefined, requestedAt: eve + minuteMs }
  expect(nextDue(late, eve + minuteMs)).toEqual({ at: tomorrow.from - 60 * minuteMs, act: 'rideUnmanned' })
})

test('of tomorrow everybody hears in any weather', () => {
  const tomorrow = { from: momentOf('2026-11-24', '07:30'), until: momentOf('2026-11-24', '08:00') }
  const ride = {
    ...errand,
    kind: 'ride',
    when: tomorrow,
    stop: { why: '暴雨', until: momentOf('2026-11-24', '00:30') },
  }
  expect(nextDue(ride, momentOf('2026-11-23', '20:01')).act).toBe('remind')
  expect(nextDue({ ...ride, remindedAt: now }, momentOf('2026-11-23', '20:01')).act).toBe('resume')
})

test('a ride that nobody has said yes to rises an hour before', () => {
  const soon = { kind: 'ride', when: { from: now + 65 * minuteMs, until: now + 95 * minuteMs } }
  expect(nextDue({ ...errand, ...soon })).toEqual({ at: now + 5 * minuteMs, act: 'rideUnmanned' })
  expect(nextDue({ ...errand, ...soon, kind: 'meal' })).toMatchObject({ act: 'waitsLong' })
  // What is not off is told even when it has risen for its backup.
  const unmanned = { why: 'rideUnmanned', at: now }
  expect(nextDue({ ...errand, ...soon, state: 'accepted', escalated: unmanned })).toMatchObject({
    act: 'nobodyDeparts',
  })
})

test.each(cells)(
  '$kind, $urgency: the clocks stand in their order, and nothing urgent waits longer',
  ({ kind, is }) => {
    expect(edge(is.notDeparted)).toBeLessThan(edge(is.notDelivered))
    expect(is.notConfirmed).toBe(confirmsItselfMs)
    const { routine, urgent } = clocks[kind]
    expect(urgent.notDispatched).toBeLessThan(routine.notDispatched)
    for (const wave of [...waveNames, 'named'] as const)
      expect(urgent.notAccepted[wave]).toBeLessThan(routine.notAccepted[wave])
    expect(edge(urgent.notDeparted)).toBeLessThanOrEqual(edge(routine.notDeparted))
    expect(edge(urgent.notDelivered)).toBeLessThan(edge(routine.notDelivered))
  },
)

test('a kind of a newer cloud has the clocks of 别的事', () => {
  for (const kind of ['teleport', '', '__proto__', undefined]) expect(clocksOf({ kind })).toBe(clocks.other.routine)
})

test('it rises once; who has not departed may still be late; what is long past rises as the worse of both', () => {
  for (const why of ['nobodyArrives', 'nobodyAnswers'])
    expect(nextDue({ ...errand, state: 'returned', escalated: { why, at: now } })).toEqual({ at: never })
  const accepted = { ...errand, state: 'accepted' }
  expect(nextDue({ ...accepted, escalated: { why: 'nobodyDeparts', at: now } })).toMatchObject({ act: 'nobodyArrives' })
  expect(nextDue({ ...accepted, escalated: { why: 'nobodyArrives', at: now } })).toEqual({ at: never })
  expect(nextDue(accepted, when.until + 60 * minuteMs)).toMatchObject({ act: 'nobodyArrives' })
  for (const state of ['confirmed', 'cancelled', 'failed', 'disputed', 'nope'])
    expect(nextDue({ ...errand, state })).toEqual({ at: never })
})

test('bad weather holds every clock but that of what was brought', () => {
  const stop = { why: '暴雨', until: now + 120 * minuteMs }
  for (const state of ['requested', 'returned', 'dispatched', 'accepted', 'underway', 'failed'])
    expect(nextDue({ ...errand, state, stop }, now + 90 * minuteMs)).toEqual({ at: stop.until, act: 'resume' })
  expect(nextDue({ ...errand, state: 'delivered', deliveredAt: now, stop })).toMatchObject({ act: 'confirm' })
  for (const state of ['confirmed', 'cancelled', 'disputed']) expect(nextDue({ ...errand, state, stop }).at).toBe(never)
})

test('the desk reads what falls due next, and nothing of what lies far ahead or is past', () => {
  expect(dueWords(errand, now)).toBe('10:17 还没派，就催一声')
  const offer = { to: 'pool' as const, wave: 'near', at: now, until: 0 }
  expect(dueWords({ ...errand, state: 'dispatched', offer }, now)).toBe('10:17 没人接，再问远一点的')
  expect(dueWords({ ...errand, state: 'accepted' }, now)).toBe('10:50 还没出发，转到卡住')
  expect(dueWords(errand, now + 11 * minuteMs)).toBeUndefined()
  expect(dueWords({ ...errand, state: 'delivered', deliveredAt: now }, now)).toBeUndefined()
})

test('each wave is a sentence at home and at the desk, and so is the weather', () => {
  const offered = (more: object) =>
    ({ ...errand, state: 'dispatched', offer: { to: 'pool', at: now, until: 0, ...more } }) as Errand
  const words = (one: Errand, side: 'family' | 'desk' | 'rider') => read(standing(one, side, now).words)
  expect(words(offered({ to: 'rider', wave: 'regular', name: '张师傅' }), 'family')).toBe(
    '先问了常来的张师傅，等他答应',
  )
  expect(words(offered({ wave: 'near' }), 'family')).toBe('正在问附近的师傅')
  expect(words(offered({ wave: 'community' }), 'family')).toBe('正在问整个社区的师傅')
  expect(words(offered({ wave: 'neighbours' }), 'desk')).toBe('已放出 · 问邻近社区的师傅 · 等人接 · 刚刚')
  expect(words(offered({ at: now - 4 * minuteMs }), 'desk')).toBe('已放出 · 等人接 · 已 4 分钟')
  const named = { to: 'rider', name: '张师傅', at: now - 12 * minuteMs }
  expect(words(offered(named), 'desk')).toBe('等张师傅答应 · 还没看到 · 已 12 分钟')
  expect(words(offered({ ...named, seenAt: now }), 'desk')).toBe('等张师傅答应 · 看过了 · 已 12 分钟')
  expect(words(offered({}), 'family')).toBe('正在找顺路的人')
  const stuck = { ...offered({ wave: 'neighbours' }), escalated: { why: 'nobodyAccepts', at: now } }
  expect(words(stuck, 'desk')).toBe('卡住：没人接，问到邻近社区的师傅了')
  const stopped = { ...errand, stop: { why: '暴雨', until: momentOf('2026-11-23', '14:00') } }
  expect(words(stopped, 'family')).toBe('天气不好（暴雨），社区停一停，14:00 再安排')
  expect(words({ ...stopped, state: 'accepted', riderId: 'p', riderName: '张师傅' }, 'rider')).toBe(
    '天气不好，停稳、安全第一',
  )
  expect(words({ ...stopped, stop: { why: '暴雨', until: now } }, 'family')).toBe('社区收到了，正在安排')
})

test('the rider has one latest time; after it he reads whom to tell', () => {
  const carried = { ...errand, state: 'underway', riderId: 'p' }
  expect(standing(carried, 'rider', when.until).words).toBe('送到点这里')
  expect(standing(carried, 'rider', when.until + 1).words).toBe('来不及了？告诉社区')
  expect(standing({ ...carried, state: 'delivered' }, 'rider', when.until + 1).words).toBe('送到了，等家里点')
})

test('who says yes when it is late already is given time, and watched all the same', () => {
  const { notDeliveredSince } = clocks.meal.routine
  const taken = (minutes: number) => ({ ...errand, state: 'accepted', acceptedAt: when.until + minutes * minuteMs })
  // Past the time to leave, and before the latest: nobody asks why he has not left.
  expect(nextDue(taken(-5))).toEqual({ at: when.until + 15 * minuteMs, act: 'nobodyArrives' })
  expect(nextDue(taken(20))).toEqual({ at: when.until + 20 * minuteMs + notDeliveredSince, act: 'nobodyArrives' })
  expect(standing(taken(20), 'desk', when.until + 21 * minuteMs)).not.toMatchObject({ tone: 'stuck' })
})

test('by night nobody is called for what can wait until the morning', () => {
  const asked = (at: string, from: string) => {
    const since = momentOf('2026-11-23', at)
    const begins = momentOf('2026-11-24', from)
    const waits = { ...errand, requestedAt: since, waitingSince: since, when: { from: begins, until: begins + dayMs } }
    return nextDue(waits).at
  }
  const morning = momentOf('2026-11-24', '07:00')
  expect(asked('20:40', '11:00')).toBe(momentOf('2026-11-23', '20:50'))
  expect(asked('20:50', '11:00')).toBe(morning)
  expect(asked('23:55', '09:00')).toBe(morning)
  expect(asked('23:55', '08:30')).toBe(momentOf('2026-11-24', '00:05'))
  const urgent = { ...errand, urgent: '等着吃药', waitingSince: momentOf('2026-11-23', '22:00') }
  expect(nextDue(urgent).at).toBe(momentOf('2026-11-23', '22:03'))
})
