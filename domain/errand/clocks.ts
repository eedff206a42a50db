import { dayMs, hourMs, minuteMs, type Window } from '../time'
import { kindNames, type Errand, type Kind } from './record'
import type { Wave } from './wave'

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
  /** By night nobody is asked and no desk is called for what begins `before` ms after the night or later (Beijing); absent where it cannot wait. */
  notDispatchedByNight?: { from: string; until: string; before: number }
  /** Somebody has said no to it, or it fell out of somebody's hands. */
  notDispatchedAgain: number
  /** The family has not answered what the desk asked it. */
  notAnswered: number
  /** For what needs a driver and a backup: by then somebody has said yes. */
  notManned?: FromWindow
  notAccepted: Record<Wave | 'named', number>
  notDeparted: FromWindow
  notDelivered: FromWindow
  /** The same from when he said yes, where its latest time was over by then. */
  notDeliveredSince: number
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
  notDeliveredSince: 45 * minuteMs,
  notConfirmed: confirmsItselfMs,
}
// The clock asks for tomorrow's recurring errands at 15:00, and between lunch and dinner riders have a moment.
const routine: Clocks = {
  ...prompt,
  notDispatchedAhead: '16:00',
  notDispatchedByNight: { from: '21:00', until: '07:00', before: 2 * hourMs },
}
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
  notDeliveredSince: 20 * minuteMs,
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
