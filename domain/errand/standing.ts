import { dotted, unbroken } from '../line'
import { isOfDesk } from '../role'
import { isRide } from './backup'
import type { Rising } from './due'
import { isLater } from './hands'
import { atWords, clockOf, dayWord, minuteMs, spanWords } from '../time'
import { goodsElsewhere } from './goods'
import { arrivedWords, endsElsewhere } from './arrived'
import { fetchWords } from './kind/words'
import { guessWords } from './late'
import { asksMore, yuanWords } from './money'
import { inHand, kinds, stoppable, type Errand, type Kind } from './record'
import { askedIn, poolWaves } from './wave'

export type Side = 'family' | 'rider' | 'desk' | 'passerby'
export type Tone = 'waiting' | 'going' | 'done' | 'stuck' | 'plain'

/** How an errand stands, as the sentence its reader understands, and the tone that colours it. */
export interface Standing {
  words: string
  tone: Tone
}

type Sentence = (errand: Errand, now: number) => string
type Words = { tone: Tone } & Partial<Record<Side, Sentence>>

const rider = (errand: Errand): string => errand.riderName ?? errand.offer?.name ?? '师傅'
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
const sentences: Record<string, Words> = {
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

const isOut = ({ state }: Errand): boolean => inHand.some(one => one === state)

/** 没办成: it was brought, or said to be, and the desk found the family right. It stands open until the desk sends somebody again or calls it off. */
const givenUp: Words = {
  tone: 'plain',
  family: e => `这次没办成：${e.why ?? ''}。还要的话，打给社区`,
  rider: say('社区核实过了，不用您再跑'),
  desk: e => dotted('没办成', e.why, '重新安排，或点“不用了”'),
}
const isGivenUp = ({ state, deliveredAt }: Errand): boolean => state === 'failed' && deliveredAt !== undefined

const risen: Record<string, Partial<Record<Side, Sentence>>> = {
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
    desk: e => (isOut(e) ? `卡住：没人到\u00a0· ${rider(e)}` : '卡住：过了时间还没人去'),
  },
  late: {
    family: e => `比说好的晚了，${rider(e)}说 ${guess(e)} 前后到。${saidFirst(e)}`,
    rider: e => `社区知道了，${guess(e)} 前后到，路上慢点`,
    desk: e => `卡住：要晚\u00a0· ${rider(e)}说 ${guess(e)} 前后到`,
  },
  rideUnmanned: { family: say('社区在定司机和备用'), desk: say('卡住：司机和备用没定好') },
  waitsLong: { desk: (e, now) => `卡住：等派 ${spanWords(now - waitsFrom(e, now))}\u00a0· ${before(e, now)} 前要` },
}

/** 天气停派, to each side; nothing when nothing is held. */
function held(errand: Errand, side: Side, now: number): Standing | undefined {
  const { stop, riderId } = errand
  if (!stop || stop.until <= now || !stoppable.some(state => state === errand.state)) return undefined
  const until = atWords(stop.until, now)
  const carried = riderId !== undefined && isOut(errand)
  const words: Record<Side, string> = {
    family: carried
      ? `天气不好（${stop.why}），${rider(errand)}会晚一些，安全第一`
      : `天气不好（${stop.why}），社区停一停，${until} 再安排`,
    rider: carried ? '天气不好，停稳、安全第一' : `社区停一停，${until} 再说`,
    desk: dotted(carried && `在办，${rider(errand)}`, `天气停派，到 ${until}`),
    passerby: '天气不好，社区停一停',
  }
  return { words: words[side], tone: 'waiting' }
}

/** He stands in the shop and cannot go on before somebody has said. */
export const waitsInShop = (errand: Errand): boolean => asksMore(errand) && inHand.some(state => state === errand.state)

function inShop(errand: Errand, now: number): string {
  const { fen = 0, at = now } = errand.more ?? {}
  const since = now - at < minuteMs ? '刚问的' : `已 ${spanWords(now - at)}`
  return dotted(`${rider(errand)}在店里等：要 ${yuanWords(fen)}，家里还没答`, since)
}

/** Past its latest time, and he has not said so himself. */
const isLate = ({ state, when, late }: Errand, now: number): boolean =>
  inHand.some(one => one === state) && when !== undefined && now > when.until && late === undefined

/** An examination's car that is not off is spoken of to everybody. */
function risenWords({ kind, escalated }: Errand): Partial<Record<Side, Sentence>> | undefined {
  if (!escalated) return undefined
  const isCar = isRide({ kind }) && escalated.why === ('nobodyDeparts' satisfies Rising)
  return isCar ? risen.carNotOff : risen[escalated.why]
}

/** An unknown state, from a newer cloud, is drawn plainly. */
export function standing(errand: Errand, side: Side, now: number): Standing {
  // In any weather, and however late: the answer is what he waits for.
  if (side === 'desk' && waitsInShop(errand)) return { words: inShop(errand, now), tone: 'stuck' }
  const still = held(errand, side, now)
  if (still) return still
  if (errand.my.includes('backup') && side === 'rider' && !errand.my.includes('rider'))
    return { words: standsBy(errand), tone: 'waiting' }
  if (side === 'rider' && isLate(errand, now)) return { words: '来不及了？告诉社区', tone: 'waiting' }
  const up = risenWords(errand)?.[side]
  if (up) return { words: up(errand, now), tone: side === 'desk' ? 'stuck' : 'waiting' }
  const row = isGivenUp(errand) ? givenUp : sentences[errand.state]
  return { words: row?.[side]?.(errand, now) ?? '有新进展，请看经过', tone: row?.tone ?? 'plain' }
}

const standsBy = (errand: Errand): string =>
  errand.backupState === 'ready' ? `您是备用：${rider(errand)}去不了时您顶上` : '社区请您当备用司机'

/** The side a viewer reads from: his relation to it, else the desk's hat, else a passer-by's. */
export function sideOf(errand: Errand, isDesk: boolean): Side {
  if (errand.my.includes('family')) return 'family'
  if (errand.my.includes('rider') || errand.my.includes('backup')) return 'rider'
  if (isDesk) return 'desk'
  return errand.my.includes('asked') ? 'rider' : 'passerby'
}

/** 爸爸的午饭 to the family, 爷爷家的接送 of an examinee, 送饭 · 王大爷 to the desk and the rider who has it, 送饭 to everyone else. */
export function titleOf(errand: Errand, side: Side): string {
  const kind = kinds[errand.kind as Kind] ?? kinds.other
  const whose = errand.calls ?? errand.elder ?? '家里'
  // It is not the elder who is examined.
  if (side === 'family' && isRide(errand)) return `${whose}家的${kind.noun}`
  if (side === 'family') return `${whose}的${mealNoun(errand) ?? kind.noun}`
  return errand.elder ? `${kind.name}\u00a0· ${errand.elder}` : kind.name
}

function mealNoun(errand: Errand): string | undefined {
  if (errand.kind !== 'meal' || !errand.when) return undefined
  const hour = Number(clockOf(errand.when.from).slice(0, 2))
  return hour < 9 ? '早饭' : hour < 15 ? '午饭' : '晚饭'
}

/** 已付好 · 到门口给，不超过 20 元 · 不用钱. */
export function moneyWords(money: Errand['money']): string {
  if (money?.how === 'paid') return '已付好，不用给'
  if (money?.how === 'atDoor') return `到了当面给，不超过 ${money.capYuan ?? 0} 元`
  return '不用钱'
}

/** The desk's columns: 等派 等答应 在办 卡住, and what was done today. */
export function columnOf(errand: Errand): 'waiting' | 'offered' | 'going' | 'stuck' | 'done' {
  if (errand.state === 'confirmed' || errand.state === 'cancelled') return 'done'
  if (errand.escalated || errand.state === 'failed' || errand.state === 'disputed' || waitsInShop(errand))
    return 'stuck'
  if (errand.state === 'requested' || errand.state === 'returned') return 'waiting'
  return errand.state === 'dispatched' ? 'offered' : 'going'
}
