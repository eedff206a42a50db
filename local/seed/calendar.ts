import { hourMs, minuteMs } from '../../domain/time'
import type { Play } from './play'

/** What happens in the town, each thing at its moment; the order in which it was written down does not matter. */
export interface Calendar {
  /** `tells`: it leaves notices, so that the clock function has to be rung soon after. */
  on(at: number, run: (play: Play) => Promise<unknown>, tells?: boolean): void
  /** The clock function is rung then: something falls due. */
  ring(at: number): void
  /** Lives through all of it, the product's clock moving along. */
  live(play: Play, until: number): Promise<void>
}

interface Happening {
  at: number
  order: number
  tells: boolean
  /** Absent: the clock function is rung. */
  run?: (play: Play) => Promise<unknown>
}

/** Long ago the clock is rung once in an hour in which something happened; on the last day every minute, as in a real town. */
const paceMs = { before: hourMs, lastDay: minuteMs } as const
/** Between whole minutes, so that what is due at one is due for certain, however long the machine took to get there. */
const halfMinuteMs = minuteMs / 2

export function newCalendar(lastDayFrom: number): Calendar {
  const happenings: Happening[] = []
  return {
    on: (at, run, tells = false) => void happenings.push({ at, order: happenings.length, tells, run }),
    ring: at => void happenings.push({ at: at + halfMinuteMs, order: happenings.length, tells: false }),
    async live(play, until) {
      const inOrder = happenings.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || a.order - b.order)
      let ringAt: number | undefined
      for (const { at, tells, run } of inOrder) {
        while (ringAt !== undefined && ringAt < at) ringAt = await ringThen(play, ringAt)
        if (!run) ringAt = await ringThen(play, at)
        else {
          play.goTo(at)
          await run(play)
          if (tells) ringAt ??= nextRing(at, lastDayFrom)
        }
      }
      while (ringAt !== undefined && ringAt < until) ringAt = await ringThen(play, ringAt)
      play.goTo(until)
    },
  }
}

/** Rings at that moment; what it moved leaves notices of its own, told a minute later. */
async function ringThen(play: Play, at: number): Promise<number | undefined> {
  play.goTo(at)
  return (await play.ring()) ? at + minuteMs : undefined
}

function nextRing(at: number, lastDayFrom: number): number {
  const pace = at < lastDayFrom ? paceMs.before : paceMs.lastDay
  return (Math.floor(at / pace) + 1) * pace + halfMinuteMs
}
