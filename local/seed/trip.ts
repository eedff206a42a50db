import { errand } from '../../domain/errand'
import { mustBeNamed } from '../../domain/errand/ask'
import { minuteMs, type Window } from '../../domain/time'
import type { Wanted } from './asks'
import type { Calendar } from './calendar'
import type { Homes } from './households'
import type { Home } from './homes'
import { deskIn } from './town'
import type { Play } from './play'

/** One errand of the plan: who needs what and when, and who may go. */
export interface Trip {
  key: string
  home: Home
  wanted: Wanted
  askedAt: number
  when: Window
  /** Openids: who goes, and who is asked when he cannot. */
  rider: string
  second: string
  /** The desk has to call this household first. */
  unknown?: boolean
  /** What was laid out for it is not settled yet. */
  owes?: boolean
}

/** The hands that write one trip into the calendar, moment by moment; each verb is a call of the person it belongs to. */
export type Hands = ReturnType<typeof handsFor>

/** Opens a trip: the request itself is written down at once, what follows by the verbs of `Hands`. */
export function handsFor(trip: Trip, calendar: Calendar, homes: Homes) {
  const { home, wanted } = trip
  const { communityId, relative } = home
  const desk = deskIn(communityId).secretary.openid
  const family = relative?.openid ?? desk
  let count = 0
  let id = ''

  /** `at` is in epoch ms; `act` runs when the calendar comes to it. */
  function then(at: number, act: (play: Play, key: string) => Promise<unknown>): void {
    const key = `${trip.key}:${String(++count).padStart(2, '0')}`
    calendar.on(at, play => act(play, key), true)
  }
  const householdId = (): string => homes.idOf(home)

  then(trip.askedAt, async (play, key) => {
    const ask = {
      ...wanted,
      communityId,
      householdId: householdId(),
      when: trip.when,
      ...(!relative && { byPhone: true }),
    }
    id = (await play.perform(family, errand.request, ask, key)).id
  })
  if (trip.unknown)
    then(trip.askedAt + 2 * minuteMs, (play, key) =>
      play.perform(desk, errand.verify, { id, householdId: householdId() }, key),
    )

  /** What was laid out is written down, given and received; the last sum of the day is left for the desk to ask about. */
  function settle(at: number, rider: string): void {
    const fen = ((wanted.money.capYuan ?? 20) * 100) / 2 - 50
    then(at + minuteMs, (play, key) => play.perform(rider, errand.bill, { id, fen }, key))
    if (trip.owes) return
    then(at + 2 * minuteMs, (play, key) =>
      play.perform(family, errand.pay, { id, fen, riderId: play.idOf(rider) }, key),
    )
    then(at + 3 * minuteMs, (play, key) => play.perform(rider, errand.receive, { id, fen }, key))
  }

  const to = (play: Play, openid: string) => ({ id, communityId, to: { riderId: play.idOf(openid) } })
  const lifted = mustBeNamed(wanted.kind, home.alone)
  return {
    name: (at: number, rider = trip.rider) =>
      then(at, (play, key) => play.perform(desk, errand.dispatch, to(play, rider), key)),
    pool: (at: number) =>
      then(at, (play, key) =>
        play.perform(desk, errand.dispatch, { id, communityId, to: 'pool', ...(lifted && { lifted }) }, key),
      ),
    reassign: (at: number, from: string, rider: string) =>
      then(at, (play, key) => play.perform(desk, errand.reassign, { ...to(play, rider), from: play.idOf(from) }, key)),
    agree: (at: number, rider = trip.rider) =>
      then(at, (play, key) =>
        play.perform(desk, errand.agree, { id, communityId, by: { riderId: play.idOf(rider) } }, key),
      ),
    see: (at: number, rider = trip.rider) => then(at, (play, key) => play.perform(rider, errand.see, { id }, key)),
    accept: (at: number, rider = trip.rider) =>
      then(at, (play, key) => play.perform(rider, errand.accept, { id }, key)),
    backup: (at: number, saysYes: number, rider: string) => {
      then(at, (play, key) =>
        play.perform(desk, errand.nameBackup, { id, communityId, riderId: play.idOf(rider) }, key),
      )
      then(saysYes, (play, key) => play.perform(rider, errand.standBy, { id }, key))
    },
    decline: (at: number, why: string, rider = trip.rider) =>
      then(at, (play, key) => play.perform(rider, errand.decline, { id, why }, key)),
    look: (at: number, rider = trip.rider) =>
      then(at, (play, key) => play.perform(rider, errand.reveal, { id, householdId: householdId() }, key)),
    handBack: (at: number, why: string, rider = trip.rider) =>
      then(at, (play, key) => play.perform(rider, errand.handBack, { id, why, goodsAt: '没拿东西' }, key)),
    depart: (at: number, rider = trip.rider) =>
      then(at, (play, key) => play.perform(rider, errand.depart, { id }, key)),
    deliver: (at: number, how: 'person' | 'family' | 'neighbour' | 'door' = 'person', rider = trip.rider) => {
      then(at, (play, key) => play.perform(rider, errand.deliver, { id, how }, key))
      if (wanted.money.how === 'atDoor') settle(at, rider)
    },
    fail: (at: number, why: string, rider = trip.rider) =>
      then(at, (play, key) => play.perform(rider, errand.fail, { id, why, goodsAt: '在我手上' }, key)),
    reopen: (at: number) => then(at, (play, key) => play.perform(desk, errand.reopen, { id }, key)),
    confirm: (at: number, rating?: 'good' | 'fine' | 'poor') =>
      then(at, (play, key) =>
        play.perform(family, errand.confirm, { id, ...(rating && { rating, thanks: rating === 'good' }) }, key),
      ),
    confirmByDesk: (at: number) => then(at, (play, key) => play.perform(desk, errand.confirm, { id }, key)),
    ask: (at: number, why: string) => then(at, (play, key) => play.perform(desk, errand.return, { id, why }, key)),
    answer: (at: number, why: string) => then(at, (play, key) => play.perform(family, errand.amend, { id, why }, key)),
    dispute: (at: number, why: string) =>
      then(at, (play, key) => play.perform(family, errand.dispute, { id, why }, key)),
    settle: (at: number, why: string) => then(at, (play, key) => play.perform(desk, errand.settle, { id, why }, key)),
    cancel: (at: number, why: string, had?: string) =>
      then(at, (play, key) =>
        play.perform(family, errand.cancel, { id, why, ...(had && { riderId: play.idOf(had) }) }, key),
      ),
    callOff: (at: number, why: string, had = trip.rider) =>
      then(at, (play, key) => play.perform(desk, errand.callOff, { id, why, riderId: play.idOf(had) }, key)),
    ring: calendar.ring,
  }
}
