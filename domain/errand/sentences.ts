import { dotted, unbroken } from '../line'
import { isOfDesk } from '../role'
import { atWords, dayWord, minuteMs, spanWords } from '../time'
import { arrivedWords, endsElsewhere } from './arrived'
import { goodsElsewhere } from './goods'
import { isLater } from './hands'
import { fetchWords } from './kind/words'
import { guessWords } from './late'
import { isInHand, type Errand } from './record'
import type { Side } from './side'
import { askedIn, poolWaves } from './wave'

/** How an errand is coloured. */
export type Tone = 'waiting' | 'going' | 'done' | 'stuck' | 'plain'
export type Sentence = (errand: Errand, now: number) => string
type Words = { tone: Tone } & Partial<Record<Side, Sentence>>

export const rider = (errand: Errand): string => errand.riderName ?? errand.offer?.name ?? '师傅'
const guess = (errand: Errand): string => (errand.late ? guessWords(errand.late) : '')
const before: Sentence = ({ when }, now) => (when ? atWords(when.until, now) : '')
const starts: Sentence = ({ when }, now) => (when ? atWords(when.from, now) : '')
const saidFirst = ({ word = '' }: Errand): string => unbroken(`口令 ${word}`)
const waitsFrom = ({ waitingSince, requestedAt }: Errand, now: number): number => waitingSince ?? requestedAt ?? now
const sinceWords = (at: number, now: number): string => (now - at < minuteMs ? '刚刚' : `已 ${spanWords(now - at)}`)
const say =
  (words: string): Sentence =>
  () =>
    words

/** 问整个社区的师傅: whom the open wave asks; nothing where there are no waves. */
function asks({ offer }: Errand): string | undefined {
  const wave = poolWaves.find(name => name === offer?.wave)
  return wave && `问${askedIn[wave]}`
}
const named = (e: Errand): string =>
  e.offer?.wave === 'regular' && e.offer.name !== e.substituteName
    ? `先问了常来的${rider(e)}，等他答应`
    : `问了${rider(e)}，等他答应`

/** SCREENS.md section 2, a row a state. */
export const sentences: Record<string, Words> = {
  requested: {
    tone: 'waiting',
    family: e => (e.newcomer ? '社区收到了。新住户，社区会打电话核实' : '社区收到了，正在安排'),
    rider: say('社区接着安排，谢谢您'),
    desk: (e, now) =>
      `${e.newcomer ? '新住户，先打电话' : '等派'}\u00a0· ${sinceWords(waitsFrom(e, now), now)}\u00a0· ${before(e, now)} 前要`,
    passerby: say('社区正在安排'),
  },
  returned: {
    tone: 'waiting',
    family: e => `社区想问一下：${e.why ?? ''}。请补一句`,
    desk: say('已退回，等家里补'),
    passerby: say('社区正在安排'),
  },
  dispatched: {
    tone: 'waiting',
    family: e => (e.offer?.to === 'pool' ? `正在${asks(e) ?? '找顺路的人'}` : named(e)),
    rider: e => (e.offer?.to === 'pool' ? '谁顺路？' : '社区请您帮个忙'),
    desk: (e, now) => {
      const since = e.offer && sinceWords(e.offer.at, now)
      if (e.offer?.to === 'pool') return dotted('已放出', asks(e), '等人接', since)
      return dotted(`等${rider(e)}答应`, e.offer?.seenAt ? '看过了' : '还没看到', since)
    },
    passerby: say('还差 1 人'),
  },
  accepted: {
    tone: 'going',
    family: (e, now) =>
      `${rider(e)}接了，${e.ride ? `${starts(e, now)} 来` : `${before(e, now)} 前到`}。${saidFirst(e)}`,
    rider: (e, now) =>
      e.ride
        ? `您接了，${e.ride.leg === 'back' ? '从考点接回家' : '到时候去接考生'}`
        : `您接了${isLater(e, now) ? `，${dayWord(e.when?.from ?? now, now)}${goodsElsewhere(e) ? '去，' : ''}` : '。'}${fetchWords(e)}`,
    desk: e => `在办\u00a0· ${rider(e)}`,
    passerby: e => `${rider(e)}接了`,
  },
  underway: {
    tone: 'going',
    family: e => `${rider(e)}在路上。${saidFirst(e)}`,
    rider: say('送到点这里'),
    desk: e => `在路上\u00a0· ${rider(e)}`,
    passerby: e => `${rider(e)}接了`,
  },
  delivered: {
    tone: 'going',
    family: e => `${arrivedWords(e)}。${endsElsewhere(e) ? '知道了' : '收到'}请点一下`,
    rider: e => `${arrivedWords(e)}，等家里点`,
    desk: say('等确认'),
    passerby: say('送到了'),
  },
  confirmed: {
    tone: 'done',
    family: e => (e.confirmedBy === 'clock' ? '办好了（两天没人说有问题，按办好记）' : '办好了'),
    rider: e => (e.thanks ? '办好了。家里谢谢您' : '办好了，谢谢您'),
    desk: e => `办好\u00a0· ${e.confirmedBy === 'clock' ? '自动' : isOfDesk(e.confirmedBy) ? '电话' : '家人'}`,
    passerby: say('办好了'),
  },
  failed: {
    tone: 'stuck',
    family: e => `没送成：${e.why ?? ''}。社区正在重新安排`,
    rider: say('没送成，社区接手了'),
    desk: e => `卡住：没送成\u00a0· ${e.why ?? ''}`,
    passerby: say('社区正在安排'),
  },
  disputed: {
    tone: 'stuck',
    family: say('已告诉书记，会给您回话'),
    rider: say('社区在核实，不用您再跑'),
    desk: e => `卡住：家里有话说\u00a0· ${e.why ?? ''}`,
    passerby: say('社区在核实'),
  },
  cancelled: {
    tone: 'plain',
    family: say('已经取消'),
    rider: say('家里不用了，谢谢您'),
    desk: say('已取消'),
    passerby: say('已经取消'),
  },
}

/** 没办成: it was brought, or said to be, and the desk found the family right. It stands open until the desk sends somebody again or calls it off. */
export const givenUp: Words = {
  tone: 'plain',
  family: e => `这次没办成：${e.why ?? ''}。还要的话，打给社区`,
  rider: say('社区核实过了，不用您再跑'),
  desk: e => dotted('没办成', e.why, '重新安排，或点“不用了”'),
}
export const isGivenUp = ({ state, deliveredAt }: Errand): boolean => state === 'failed' && deliveredAt !== undefined

export const risen: Record<string, Partial<Record<Side, Sentence>>> = {
  nobodyAccepts: {
    family: say('还没人接，社区在想办法'),
    desk: e => (asks(e) ? `卡住：没人接，${asks(e)?.replace('问', '问到')}了` : '卡住：没人接'),
  },
  nobodyAnswers: { desk: e => `卡住：问家里的还没答\u00a0· ${e.why ?? ''}` },
  nobodyDeparts: { desk: (e, now) => `卡住：还没出发\u00a0· ${rider(e)}\u00a0· ${before(e, now)} 前要` },
  carNotOff: {
    family: e => `车还没出发，社区在催。也可以打给${rider(e)}`,
    rider: say('该出发了。去不了就转回社区'),
    desk: (e, now) => `卡住：车没出发\u00a0· ${rider(e)}\u00a0· ${starts(e, now)} 要到`,
  },
  nobodyArrives: {
    family: say('比说好的晚了，社区在联系'),
    rider: say('来不及了？告诉社区'),
    desk: e => (isInHand(e) ? `卡住：没人到\u00a0· ${rider(e)}` : '卡住：过了时间还没人去'),
  },
  late: {
    family: e => `比说好的晚了，${rider(e)}说 ${guess(e)}\u00a0前后到。${saidFirst(e)}`,
    rider: e => `社区知道了，${guess(e)}\u00a0前后到，路上慢点`,
    desk: e => `卡住：要晚\u00a0· ${rider(e)}说 ${guess(e)}\u00a0前后到`,
  },
  rideUnmanned: { family: say('社区在定司机和备用'), desk: say('卡住：司机和备用没定好') },
  waitsLong: { desk: (e, now) => `卡住：等派 ${spanWords(now - waitsFrom(e, now))}\u00a0· ${before(e, now)} 前要` },
}
