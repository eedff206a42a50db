import { people } from '../../domain/people'
import { nobody } from '../../domain/role'
import { dayMs, momentOf } from '../../domain/time'
import type { Cloud } from '../cloud'
import { newCalendar } from './calendar'
import { tellElsewhere } from './elsewhere'
import { liveThrough } from './history'
import { homesOf } from './homes'
import { addHouseholds } from './households'
import { inviteToday } from './invitations'
import { applicant, comeToday, confirmRiders } from './joining'
import { bringLists } from './lists'
import { places } from './names'
import { newPlay, type Play } from './play'
import { writeLessons } from './posts'
import { tellRegularly } from './regularly'
import { riders } from './roster'
import { doorsOf, keepersOf } from './stations'
import { tellMorning } from './today'
import { communityRecords, department, deskPeople, officer, type Settler } from './town'
import { townFile } from './town-file'
import { tellTomorrow } from './tomorrow'
import { visitStations } from './visits'

/** More messages than the month uses up; 郑女士 never tapped 允许. */
const grants = 400

/** Builds the town day by day up to 10:07 of `day`, and says who lives there (`town.json`). */
export async function buildTown(cloud: Cloud, day: string): Promise<{ town: object }> {
  const today = momentOf(day, '00:00')
  const began = today - 331 * dayMs
  const doors = doorsOf(today)
  const keepers = keepersOf(doors)
  const homes = homesOf(places)
  const relatives = homes.flatMap(({ relative, reachable }) =>
    relative ? [{ openid: relative.openid, reachable }] : [],
  )
  const play = newPlay(cloud)

  play.goTo(began)
  play.forgetBefore(today - dayMs)
  await settle(play, [...deskPeople, ...keepers, officer, department], began, doors)
  await play.meet(relatives.map(({ openid }) => openid))

  const calendar = newCalendar(today)
  confirmRiders(momentOf(day, '09:00') - 42 * dayMs, calendar)
  const known = addHouseholds(homes, momentOf(day, '09:00') - 34 * dayMs, calendar)
  for (const place of places)
    liveThrough(
      place.id,
      homes.filter(home => home.communityId === place.id),
      today,
      calendar,
      known,
    )
  tellMorning(homes, today, calendar, known)
  tellRegularly(homes, today, calendar, known)
  tellTomorrow(homes, today, calendar, known)
  comeToday(today, calendar)
  inviteToday(today, calendar)
  tellElsewhere(homes, today, calendar, known)
  writeLessons(
    [...relatives, ...riders, ...deskPeople.slice(0, 3)].slice(0, 26).map(({ openid }) => openid),
    today,
    calendar,
  )
  visitStations(doors, keepers, today, calendar)
  bringLists(cloud, today, calendar)
  const allow = relatives.filter(({ reachable }) => reachable)
  for (const { openid } of [...allow, ...riders, ...deskPeople]) play.grant(openid, grants)
  for (const { openid } of [...relatives, ...riders, ...deskPeople]) {
    const at = momentOf(day, deskPeople.some(person => person.openid === openid) ? '09:55' : '07:10')
    calendar.on(at, hands => hands.perform(openid, people.read, { at }, `today:read:${openid}`))
  }

  await calendar.live(play, momentOf(day, '10:07'))
  // A family is asked when it ticks 有进展用微信告诉我; riders and the desk have answered for a long time to come.
  for (const { openid } of [...riders, ...deskPeople]) await play.tellLedger(openid)
  return { town: townFile(day, homes, doors, keepers, home => known.idOf(home)) }
}

/** What no operation makes yet is written down as it will be: communities, desks, keepers, stations, and riders who have not applied. */
async function settle(play: Play, settlers: readonly Settler[], at: number, doors: readonly object[]): Promise<void> {
  await play.meet([...settlers, ...riders, applicant].map(({ openid }) => openid))
  await play.put('communities', communityRecords(at))
  await play.put(
    'stations',
    doors.map(door => ({ ...door, touchedAt: at })),
  )
  const { id: _id, ...unknown } = nobody
  const record = (openid: string, name: string): object => ({
    ...unknown,
    _id: play.idOf(openid),
    openid,
    name,
    rev: 'seed',
    touchedAt: at,
  })
  await play.put(
    'people',
    settlers.map(({ openid, name, memberships, stations = [] }) => ({
      ...record(openid, name),
      memberships,
      stations,
    })),
  )
  await play.put(
    'people',
    riders.map(({ openid, name }) => record(openid, name)),
  )
}
