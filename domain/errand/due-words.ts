import { clockOf, dayMs, hourMs, minuteMs, type Window } from '../time'
import { clocks, type FromWindow, type Urgency } from './clocks'
import { nextDue, type Act } from './due'
import type { Errand, Kind } from './record'

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
    notDispatchedByNight: night,
    notDispatchedAgain,
    notAnswered,
    notAccepted: until,
    notManned,
    notDeparted,
    notDelivered,
    notDeliveredSince,
    notConfirmed,
  } = clocks[kind][urgency]
  return [
    `${minutes(notDispatched)}没派，催书记台`,
    ...(notDispatchedAhead ? [`别的日子要的，等到前一天 ${notDispatchedAhead}`] : []),
    ...(night
      ? [
          `夜里（${night.from} 以后）不催，等到早上 ${night.until}；早上 ${night.until} 后 ${night.before / hourMs} 小时内要的照催`,
        ]
      : []),
    `师傅说不行、去不了的，${minutes(notDispatchedAgain)}没再派，催书记台`,
    `问家里的，${minutes(notAnswered)}没答，转到卡住`,
    `点名的师傅 ${minutes(until.named)}没答应，转到卡住`,
    `常来的师傅等 ${minutes(until.regular)}，附近的 ${minutes(until.near)}`,
    `整个社区 ${minutes(until.community)}，邻近社区 ${minutes(until.neighbours)}，还没人接就转到卡住`,
    ...(notManned ? [`${edgeWords(notManned)}还没人答应，转到卡住`] : []),
    `${edgeWords(notDeparted)}还没出发，转到卡住`,
    `${edgeWords(notDelivered)}还没到，转到卡住，家里也会知道`,
    `过了最晚的时间才接的，接了 ${minutes(notDeliveredSince)}还没到，也一样`,
    `送到后 ${notConfirmed / dayMs} 天没人说有问题，按办好记`,
  ]
}
