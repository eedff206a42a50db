import { errand } from '../../domain/errand'
import { household } from '../../domain/household'
import { recurring } from '../../domain/recurring'
import { weekdays } from '../../domain/recurring/day'
import { dayMs, dayOf, momentOf } from '../../domain/time'
import type { Calendar } from './calendar'
import type { Home } from './homes'
import type { Homes } from './households'
import { home as stage } from './names'
import { ridersIn } from './roster'
import { deskIn } from './town'

/**
 * 定期 in 金星: 王大爷's lunch every day from tomorrow on, by his daughter, who keeps it as 常用 too; 周奶奶's shopping on two days, by the desk. This
 * afternoon at three the clock asks for tomorrow's lunch, and tomorrow another stands in for the regular rider.
 */
export function tellRegularly(homes: readonly Home[], today: number, calendar: Calendar, known: Homes): void {
  const at = (clock: string): number => momentOf(dayOf(today), clock)
  const tomorrow = dayOf(today + dayMs)
  const desk = deskIn(stage.id).secretary.openid
  const homeOf = (elder: string): Home => {
    const found = homes.find(home => home.elder === elder && home.communityId === stage.id)
    if (!found) throw new Error(`nobody is called ${elder}`)
    return found
  }
  /** The latest errand of a kind that a household asked for. */
  const latest = async (play: Parameters<Parameters<Calendar['on']>[1]>[0], elder: string, kind: string) => {
    const householdId = known.idOf(homeOf(elder))
    const { rows } = await play.perform(desk, errand.history, { householdId })
    const errandId = rows.find(row => row.kind === kind)?.id
    if (!errandId) throw new Error(`${elder} has not asked for ${kind}`)
    return errandId
  }

  const father = homeOf('王大爷')
  const daughter = father.relative?.openid ?? desk
  calendar.on(at('09:31'), async play => {
    const errandId = await latest(play, '王大爷', 'meal')
    const days = { weekdays: [...weekdays], dates: [], from: '10:30', until: '11:00', fromOn: tomorrow }
    await play.perform(daughter, recurring.add, { errandId, ...days }, 'today:recurring:lunch')
    await play.perform(daughter, recurring.keep, { errandId, name: '爸爸的午饭' }, 'today:recurring:kept')
  })
  calendar.on(at('09:34'), async play => {
    const errandId = await latest(play, '周奶奶', 'shopping')
    const days = { weekdays: [2, 5] satisfies (2 | 5)[], dates: [], from: '09:30', until: '10:00', fromOn: tomorrow }
    await play.perform(desk, recurring.add, { errandId, ...days }, 'today:recurring:shopping')
  })
  calendar.on(at('09:37'), play => {
    const riderId = play.idOf(ridersIn(stage.id)[1]?.openid ?? '')
    const days = { id: known.idOf(father), riderId, on: [tomorrow] }
    return play.perform(desk, household.substitute, days, 'today:substitute')
  })
}
