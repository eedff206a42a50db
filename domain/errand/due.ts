import { clockOf, dayMs, dayOf, hourMs, minuteMs, momentOf, never, type Window } from '../time'
import { kindNames, stoppable, type Errand, type Kind } from './record'
import { earlier, remindDue, rideDue, type RideAct } from './ride-due'
import { waveNames, type Wave } from './wave'

export const urgencies = ['routine', 'urgent'] as const
export type Urgency = (typeof urgencies)[number]

/** A moment told from an end of the asked window, ms after it (before it when negative). */
export interface FromWindow {
  of: keyof Window
  ms: number
}

/** How long each thing may take before the desk hears of it, or the next wave is asked. */
export interface Clocks {
  notDispatched: number
  /** For another day it may wait until then on the day before (`'16:00'`); absent where it may not. */
  notDispatchedAhead?: string
  /** Somebody has said no to it, or it fell out of somebody's hands. */
  notDispatchedAgain: number
  /** The family has not answered what the desk asked it. */
  notAnswered: number
  /** For what needs a driver and a backup: by then somebody has said yes. */
  notManned?: FromWindow
  notAccepted: Record<Wave | 'named', number>
  notDeparted: FromWindow
  notDelivered: FromWindow
  notConfirmed: number
}

/** 两天没人说有问题，按办好记; the same two days in which a finished errand can still be disputed. */
export const confirmsItselfMs = 2 * dayMs
/** What was delivered later than this, epoch ms, can still be disputed; the rest is taken for done. */
export const disputableSince = (now: number): number => now - confirmsItselfMs
/** Door and words fade for the rider this long after delivery. */
export const fadesMs = 2 * hourMs

const prompt: Clocks = {
  notDispatched: 10 * minuteMs,
  notDispatchedAgain: 3 * minuteMs,
  notAnswered: 30 * minuteMs,
  notAccepted: {
    named: 10 * minuteMs,
    regular: 10 * minuteMs,
    near: 10 * minuteMs,
    community: 15 * minuteMs,
    neighbours: 10 * minuteMs,
  },
  notDeparted: { of: 'until', ms: 0 },
  notDelivered: { of: 'until', ms: 15 * minuteMs },
  notConfirmed: confirmsItselfMs,
}
// The clock asks for tomorrow's recurring errands at 15:00, and between lunch and dinner riders have a moment.
const routine: Clocks = { ...prompt, notDispatchedAhead: '16:00' }
const urgent: Clocks = {
  ...prompt,
  notDispatched: 3 * minuteMs,
  notAnswered: 10 * minuteMs,
  notAccepted: {
    named: 3 * minuteMs,
    regular: 3 * minuteMs,
    near: 3 * minuteMs,
    community: 5 * minuteMs,
    neighbours: 5 * minuteMs,
  },
  notDeparted: { of: 'until', ms: -20 * minuteMs },
  notDelivered: { of: 'until', ms: 5 * minuteMs },
}
const hot: FromWindow = { of: 'until', ms: -10 * minuteMs }
/** An exam does not wait: twenty minutes before it is time the car is on its way. */
const exam: FromWindow = { of: 'from', ms: -20 * minuteMs }
const manned: FromWindow = { of: 'from', ms: -hourMs }

/** 说好的时间: kind × urgency. The one table; the clock reads it, the desk's cards say what falls due next from it, a page shows it in words. */
export const clocks: Record<Kind, Record<Urgency, Clocks>> = {
  meal: { routine: { ...routine, notDeparted: hot }, urgent },
  medicine: { routine: { ...routine, notDeparted: hot }, urgent },
  shopping: { routine, urgent },
  parcel: { routine, urgent },
  ride: {
    routine: { ...routine, notDeparted: exam, notManned: manned },
    urgent: { ...urgent, notDeparted: exam, notManned: manned },
  },
  other: { routine, urgent },
}

export const urgencyOf = ({ urgent: why }: Pick<Errand, 'urgent'>): Urgency =>
  why === undefined ? 'routine' : 'urgent'

/** The clocks of an errand; those of 别的事 for a kind of a newer cloud. */
export function clocksOf(errand: Pick<Errand, 'kind' | 'urgent'>): Clocks {
  return clocks[kindNames.find(kind => kind === errand.kind) ?? 'other'][urgencyOf(errand)]
}

export const risings = [
  'waitsLong',
  'nobodyAccepts',
  'nobodyAnswers',
  'nobodyDeparts',
  'nobodyArrives',
  'rideUnmanned',
] as const
export type Rising = (typeof risings)[number]
/** What the clock does by itself; `widen`: the next wave is asked, and where there is none it rises. `resume`: the bad weather is over. */
export type Act = Rising | RideAct | 'widen' | 'confirm' | 'resume'
export interface Due {
  at: number
  act?: Act
}

/** What the clock must do about this errand, and when: a pure reading of the record. `never` when nothing will fall due. Of what is past at `now`, the last. */
export function nextDue(errand: Errand, now = 0): Due {
  if (errand.stop && stoppable.some(state => state === errand.state))
    return earlier({ at: errand.stop.until, act: 'resume' }, remindDue(errand, now))
  const [first = { at: never }, ...later] = duesOf(errand)
  return earlier(later.reverse().find(({ at }) => at <= now) ?? first, rideDue(errand, clocksOf(errand).notManned, now))
}

/** What will fall due in this state, the earliest first; what has risen is the desk's. */
function duesOf(errand: Errand): Due[] {
  const is = clocksOf(errand)
  const risen = errand.escalated?.why
  const at = ({ of, ms }: FromWindow): number => (errand.when?.[of] ?? never) + ms
  // Also where nobody ever went the family hears that it is late, and the desk once more; what was begun after that is begun with open eyes.
  const late = (since = 0): Due[] =>
    risen === 'nobodyArrives' || since >= at(is.notDelivered) ? [] : [{ at: at(is.notDelivered), act: 'nobodyArrives' }]
  switch (errand.state) {
    case 'requested':
      return [
        ...(risen ? [] : [{ at: waitsUntil(errand, is), act: 'waitsLong' } as const]),
        ...late(errand.waitingSince),
      ]
    case 'returned':
      return risen ? [] : [{ at: (errand.waitingSince ?? never) + is.notAnswered, act: 'nobodyAnswers' }]
    case 'dispatched':
      return [...(risen || !errand.offer ? [] : [offerDue(errand, errand.offer, is)]), ...late(errand.offer?.at)]
    case 'accepted':
    case 'underway': {
      const leaves: Due[] =
        errand.state === 'accepted' && (!risen || risen === 'rideUnmanned')
          ? [{ at: at(is.notDeparted), act: 'nobodyDeparts' }]
          : []
      const isLate = risen !== undefined && risen !== 'nobodyDeparts' && risen !== 'rideUnmanned'
      return isLate ? [] : [...leaves, { at: at(is.notDelivered), act: 'nobodyArrives' }]
    }
    case 'delivered':
      return [{ at: (errand.deliveredAt ?? never) + is.notConfirmed, act: 'confirm' }]
    default:
      return []
  }
}

/** What somebody has said no to, or fell out of somebody's hands, is looked for anew at once, whatever day it is for. */
function waitsUntil({ when, waitingSince, requestedAt, saidNo = [], fellOutAt }: Errand, is: Clocks): number {
  const since = waitingSince ?? requestedAt ?? 0
  if (saidNo.length > 0 || fellOutAt !== undefined) return since + is.notDispatchedAgain
  const soon = since + is.notDispatched
  if (!when || is.notDispatchedAhead === undefined) return soon
  return Math.max(soon, momentOf(dayOf(when.from - dayMs), is.notDispatchedAhead))
}

/** Told from when it was made, so that one that becomes urgent stands no longer than an urgent one. What must be named is never asked of others. */
function offerDue({ namedOnly }: Errand, offer: NonNullable<Errand['offer']>, is: Clocks): Due {
  const wave = waveNames.find(name => name === offer.wave)
  const lasts = is.notAccepted[wave ?? (offer.to === 'rider' ? 'named' : 'community')]
  const goesOn = offer.to === 'pool' || wave === 'regular'
  return { at: offer.at + lasts, act: goesOn && !namedOnly ? 'widen' : 'nobodyAccepts' }
}

const dueSays: Record<Act, string> = {
  waitsLong: '还没派，就催一声',
  widen: '没人接，再问远一点的',
  nobodyAccepts: '没人接，转到卡住',
  nobodyAnswers: '家里还没答，转到卡住',
  nobodyDeparts: '还没出发，转到卡住',
  nobodyArrives: '还没到，转到卡住',
  confirm: '没人说有问题，按办好记',
  rideUnmanned: '司机和备用没定好，转到卡住',
  remind: '提醒明天的接送',
  takeOver: '备用司机接上',
  resume: '恢复派单',
}

/** 下一步, for the desk: `10:27 还没派，转到卡住`; nothing when nothing will happen by itself. */
export function dueWords(errand: Errand, now: number): string | undefined {
  const { at, act } = nextDue(errand, now)
  return act && at > now && at < now + dayMs ? `${clockOf(at)} ${dueSays[act]}` : undefined
}

const minutes = (ms: number): string => `${Math.abs(ms) / minuteMs} 分钟`
const edges: Record<keyof Window, string> = { from: '开始的时间', until: '最晚的时间' }
const edgeWords = ({ of, ms }: FromWindow): string =>
  ms === 0 ? `到了${edges[of]}` : ms < 0 ? `${edges[of]}前 ${minutes(ms)}` : `过了${edges[of]} ${minutes(ms)}`

/** A row of the table as the desk reads it. */
export function clockWords(kind: Kind, urgency: Urgency): string[] {
  const {
    notDispatched,
    notDispatchedAhead,
    notDispatchedAgain,
    notAnswered,
    notAccepted: until,
    notManned,
    notDeparted,
    notDelivered,
    notConfirmed,
  } = clocks[kind][urgency]
  return [
    `${minutes(notDispatched)}没派，催书记台`,
    ...(notDispatchedAhead ? [`别的日子要的，等到前一天 ${notDispatchedAhead}`] : []),
    `师傅说不行、去不了的，${minutes(notDispatchedAgain)}没再派，催书记台`,
    `问家里的，${minutes(notAnswered)}没答，转到卡住`,
    `点名的师傅 ${minutes(until.named)}没答应，转到卡住`,
    `常来的师傅等 ${minutes(until.regular)}，附近的 ${minutes(until.near)}`,
    `整个社区 ${minutes(until.community)}，邻近社区 ${minutes(until.neighbours)}，还没人接就转到卡住`,
    ...(notManned ? [`${edgeWords(notManned)}还没人答应，转到卡住`] : []),
    `${edgeWords(notDeparted)}还没出发，转到卡住`,
    `${edgeWords(notDelivered)}还没到，转到卡住，家里也会知道`,
    `送到后 ${notConfirmed / dayMs} 天没人说有问题，按办好记`,
  ]
}
