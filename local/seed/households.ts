import { household } from '../../domain/household'
import { minuteMs } from '../../domain/time'
import type { Calendar } from './calendar'
import { asked, type Home } from './homes'
import type { Play } from './play'
import { deskIn } from './town'

/** The households once they are in the product, by the ids it gave them. */
export interface Homes {
  idOf(home: Home): string
  add(play: Play, home: Home): Promise<void>
}

/** One that comes later than the others. */
export function addHouseholdAt(home: Home, at: number, calendar: Calendar, known: Homes): void {
  calendar.on(at, play => known.add(play, home))
}

/**
 * 添一位老人, one household after the other from `from` on: by the relative with the elder's consent, or by the desk for a caller. The
 * desk names who usually comes.
 */
export function addHouseholds(homes: readonly Home[], from: number, calendar: Calendar): Homes {
  const ids = new Map<string, string>()

  async function add(play: Play, home: Home): Promise<void> {
    const who = home.relative?.openid ?? deskIn(home.communityId).secretary.openid
    const { id, rev = '' } = await play.perform(who, household.add, asked(home), `seed:${home.key}`)
    ids.set(home.key, id)
    if (!home.regular) return
    const named = { id, rev, riderId: play.idOf(home.regular) }
    await play.perform(deskIn(home.communityId).secretary.openid, household.regular, named, `seed:${home.key}:regular`)
  }

  const early = homes.filter(home => !home.newcomer)
  early.forEach((home, i) => calendar.on(from + i * 7 * minuteMs, play => add(play, home)))
  return {
    add,
    idOf(home) {
      const id = ids.get(home.key)
      if (id === undefined) throw new Error(`${home.elder} has no household yet`)
      return id
    },
  }
}
