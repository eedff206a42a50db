import { dayMs, hourMs, minuteMs } from '../../domain/time'
import type { Hands, Trip } from './trip'

/** One way an errand can go. `t` is when it was asked. */
export type Plot = (hands: Hands, trip: Trip) => void

const min = minuteMs
const byWhom = ['person', 'family', 'neighbour', 'door', 'person'] as const
/** Something that differs between trips and is the same for each. */
const turn = (trip: Trip, most: number): number =>
  [...trip.key].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % most

/** From 接单 to 送到了, around the half hour in which it is wanted. */
function carry(hands: Hands, trip: Trip, rider = trip.rider): number {
  const arrives = trip.when.from + (4 + turn(trip, 19)) * min
  if (turn(trip, 3) > 0) hands.look(arrives - 25 * min, rider)
  if (turn(trip, 4) > 0) hands.depart(arrives - 14 * min, rider)
  hands.deliver(arrives, byWhom[turn(trip, byWhom.length)], rider)
  return arrives
}

/** The family says 收到了; where nobody has the app, the desk hears it on the telephone. */
function end(hands: Hands, trip: Trip, arrived: number): void {
  const at = arrived + (6 + turn(trip, 40)) * min
  if (trip.home.relative) hands.confirm(at, (['good', 'good', undefined, 'fine', 'good'] as const)[turn(trip, 5)])
  else hands.confirmByDesk(at)
}

function named({ name, see, accept }: Hands, t: number, rider?: string): void {
  name(t, rider)
  see(t + 2 * min, rider)
  accept(t + 3 * min, rider)
}

/** The names of these say what happens; each is a row of DESIGN.md section 5 or a side way of it. */
export const plots = {
  smooth(hands, trip) {
    named(hands, trip.askedAt + 4 * min)
    end(hands, trip, carry(hands, trip))
  },
  pooled(hands, trip) {
    hands.pool(trip.askedAt + 5 * min)
    hands.accept(trip.askedAt + 11 * min)
    end(hands, trip, carry(hands, trip))
  },
  agreedByPhone(hands, trip) {
    hands.agree(trip.askedAt + 6 * min)
    end(hands, trip, carry(hands, trip))
  },
  confirmedByItself(hands, trip) {
    named(hands, trip.askedAt + 3 * min)
    const arrived = carry(hands, trip)
    hands.ring(arrived + 2 * dayMs)
  },
  declined(hands, trip) {
    hands.name(trip.askedAt + 3 * min)
    hands.decline(trip.askedAt + 6 * min, '手上这单送得远，赶不回来')
    named(hands, trip.askedAt + 9 * min, trip.second)
    end(hands, trip, carry(hands, trip, trip.second))
  },
  handedBack(hands, trip) {
    named(hands, trip.askedAt + 3 * min)
    hands.handBack(trip.askedAt + 14 * min, '车胎扎了，去不了了')
    named(hands, trip.askedAt + 17 * min, trip.second)
    end(hands, trip, carry(hands, trip, trip.second))
  },
  reassigned(hands, trip) {
    named(hands, trip.askedAt + 3 * min)
    hands.reassign(trip.askedAt + 16 * min, trip.rider, trip.second)
    hands.accept(trip.askedAt + 19 * min, trip.second)
    end(hands, trip, carry(hands, trip, trip.second))
  },
  askedBack(hands, trip) {
    hands.ask(trip.askedAt + 3 * min, '这会儿家里有人吗，电话打得通吗')
    hands.answer(trip.askedAt + 9 * min, '有人，打座机就行')
    named(hands, trip.askedAt + 12 * min)
    end(hands, trip, carry(hands, trip))
  },
  nobodyAccepted(hands, trip) {
    hands.pool(trip.askedAt + 2 * min)
    hands.ring(trip.askedAt + 18 * min)
    named(hands, trip.askedAt + 22 * min)
    end(hands, trip, carry(hands, trip))
  },
  failedOnce(hands, trip) {
    named(hands, trip.askedAt + 3 * min)
    hands.fail(trip.when.from + 6 * min, '敲门没人应，电话也没接')
    hands.reopen(trip.when.from + 12 * min)
    named(hands, trip.when.from + 14 * min, trip.second)
    hands.deliver(trip.when.from + 50 * min, 'neighbour', trip.second)
    end(hands, trip, trip.when.from + 50 * min)
  },
  disputed(hands, trip) {
    named(hands, trip.askedAt + 3 * min)
    const arrived = carry(hands, trip)
    hands.dispute(arrived + 25 * min, '少了一样')
    hands.settle(arrived + hourMs, '问过店里了，少的那样已经补送到家')
  },
  regretted(hands, trip) {
    named(hands, trip.askedAt + 3 * min)
    const arrived = carry(hands, trip)
    hands.confirm(arrived + 5 * min)
    hands.dispute(arrived + 40 * min, '打开一看拿错了')
    hands.settle(arrived + 2 * hourMs, '师傅换回来了，跟老人说清楚了')
  },
  cancelledEarly(hands, trip) {
    hands.cancel(trip.askedAt + 4 * min, '家里人自己去了')
  },
  cancelledLate(hands, trip) {
    named(hands, trip.askedAt + 3 * min)
    hands.cancel(trip.askedAt + 15 * min, '老人出门了', trip.rider)
  },
  calledOff(hands, trip) {
    named(hands, trip.askedAt + 3 * min)
    hands.depart(trip.when.from - 5 * min)
    hands.callOff(trip.when.from, '打过电话，老人去女儿家了')
  },
} as const satisfies Record<string, Plot>

/** How often each happens in forty errands: most go well. */
export const usualPlots: Plot[] = [
  plots.smooth,
  plots.pooled,
  plots.smooth,
  plots.confirmedByItself,
  plots.smooth,
  plots.declined,
  plots.pooled,
  plots.smooth,
  plots.agreedByPhone,
  plots.smooth,
  plots.handedBack,
  plots.smooth,
  plots.pooled,
  plots.confirmedByItself,
  plots.smooth,
  plots.cancelledEarly,
  plots.smooth,
  plots.pooled,
  plots.askedBack,
  plots.smooth,
  plots.failedOnce,
  plots.smooth,
  plots.confirmedByItself,
  plots.nobodyAccepted,
  plots.smooth,
  plots.reassigned,
  plots.smooth,
  plots.disputed,
  plots.pooled,
  plots.smooth,
  plots.cancelledLate,
  plots.smooth,
  plots.declined,
  plots.smooth,
  plots.agreedByPhone,
  plots.pooled,
  plots.regretted,
  plots.smooth,
  plots.calledOff,
  plots.smooth,
]
