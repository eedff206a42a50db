import { station } from '../../domain/station'
import { dayMs, dayOf, minuteMs, momentOf } from '../../domain/time'
import type { Calendar } from './calendar'
import { home } from './names'
import type { Play } from './play'
import { diceOf } from './random'
import { riders, ridersIn } from './roster'
import type { Door } from './stations'
import { deskIn, type Settler } from './town'

/** 我到了, 有东西坏了, 关一会儿: a month at the doors of the stations, and this morning. */
export function visitStations(
  doors: readonly Door[],
  keepers: readonly Settler[],
  today: number,
  calendar: Calendar,
): void {
  const dice = diceOf('visits')
  const keeperOf = (door: Door): string | undefined =>
    keepers.find(keeper => keeper.stations?.some(own => own.id === door._id))?.openid
  const fixAt = ({ point }: Door) => ({ ...point, accuracyMetres: 30 })
  const arrive = (at: number, openid: string, door: Door): void =>
    calendar.on(at, play =>
      play.perform(
        openid,
        station.arrive,
        { code: door.code, fix: fixAt(door) },
        `visit:${openid}:${at % 1_000_000_007}`,
      ),
    )

  for (let daysAgo = 30; daysAgo >= 1; daysAgo--) {
    const day = dayOf(today - daysAgo * dayMs)
    for (const rider of dice.some(riders, 3)) {
      arrive(
        momentOf(day, '13:10') + dice.between(0, 240) * minuteMs,
        rider.openid,
        dice.pick(doors.filter(door => door.communityId === rider.communityId)),
      )
    }
  }

  const at = (clock: string): number => momentOf(dayOf(today), clock)
  const own = (kind: string, n = 0): Door => {
    const found = doors.filter(door => door.communityId === home.id && door.kind === kind)[n]
    if (!found) throw new Error(`no station of the kind ${kind}`)
    return found
  }
  const red = own('red')
  const party = own('party')
  ridersIn(home.id)
    .slice(1, 6)
    .forEach((rider, i) => arrive(at('09:01') + i * 9 * minuteMs, rider.openid, i % 2 ? party : red))
  calendar.on(at('09:58'), play => play.perform('guest-2', station.announce, { code: red.code }, 'today:announce'))

  /** A setting is changed against the `rev` that stands. */
  const keep = (
    when: number,
    door: Door,
    act: (play: Play, keeper: string, seen: { id: string; rev: string }) => Promise<unknown>,
  ): void =>
    calendar.on(when, async play => {
      const keeper = keeperOf(door)
      const { rev = '' } = await play.perform('guest-2', station.one, { id: door._id })
      if (keeper) await act(play, keeper, { id: door._id, rev })
    })
  const fault = (when: number, who: string, door: Door, facility: Door['facilities'][number]): void =>
    calendar.on(when, play =>
      play.perform(who, station.report, { id: door._id, facility }, `fault:${door._id}:${facility}`),
    )

  fault(at('15:20') - 9 * dayMs, 'rider-jinxing-4', party, 'water')
  keep(at('11:00') - 7 * dayMs, party, (play, keeper, seen) =>
    play.perform(keeper, station.mend, { ...seen, facility: 'water' }, 'mend:party:water'),
  )
  fault(at('18:05') - dayMs, 'rider-jinxing-5', red, 'microwave')
  for (const [i, door] of [red, party, own('kind', 0), own('kind', 1)].entries()) {
    keep(at('08:10') + i * 6 * minuteMs, door, (play, keeper, seen) =>
      play.perform(keeper, station.attest, seen, `today:attest:${door._id}`),
    )
  }
  keep(at('08:40'), own('kind', 2), (play, keeper, seen) =>
    play.perform(keeper, station.close, { ...seen, how: 'today' }, 'today:close:1'),
  )
  keep(at('09:40'), own('kind', 4), (play, keeper, seen) =>
    play.perform(keeper, station.close, { ...seen, how: 'while' }, 'today:close:2'),
  )
  calendar.on(at('09:30'), play =>
    play.perform(
      deskIn(home.id).assistant.openid,
      station.report,
      { id: own('kind', 0)._id, facility: 'water' },
      'fault:today',
    ),
  )
}
