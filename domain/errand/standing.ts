import { dotted } from '../line'
import { atWords, minuteMs, spanWords } from '../time'
import { isRide } from './backup'
import type { Rising } from './due'
import { asksMore, yuanWords } from './money'
import { isInHand, stoppable, type Errand } from './record'
import { givenUp, isGivenUp, rider, risen, sentences, type Sentence, type Tone } from './sentences'
import type { Side } from './side'

/** How an errand stands, as the sentence its reader understands, and the tone that colours it. */
export interface Standing {
  words: string
  tone: Tone
}

/** 天气停派, to each side; nothing when nothing is held. */
function held(errand: Errand, side: Side, now: number): Standing | undefined {
  const { stop, riderId } = errand
  if (!stop || stop.until <= now || !stoppable.some(state => state === errand.state)) return undefined
  const until = atWords(stop.until, now)
  const carried = riderId !== undefined && isInHand(errand)
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
export const waitsInShop = (errand: Errand): boolean => asksMore(errand) && isInHand(errand)

function inShop(errand: Errand, now: number): string {
  const { fen = 0, at = now } = errand.more ?? {}
  const since = now - at < minuteMs ? '刚问的' : `已 ${spanWords(now - at)}`
  return dotted(`${rider(errand)}在店里等：要 ${yuanWords(fen)}，家里还没答`, since)
}

/** Past its latest time, and he has not said so himself. */
const isLate = ({ state, when, late }: Errand, now: number): boolean =>
  isInHand({ state }) && when !== undefined && now > when.until && late === undefined

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

/** The desk's columns: 等派 等答应 在办 卡住, and what was done today. */
export function columnOf(errand: Errand): 'waiting' | 'offered' | 'going' | 'stuck' | 'done' {
  if (errand.state === 'confirmed' || errand.state === 'cancelled') return 'done'
  if (errand.escalated || errand.state === 'failed' || errand.state === 'disputed' || waitsInShop(errand))
    return 'stuck'
  if (errand.state === 'requested' || errand.state === 'returned') return 'waiting'
  return errand.state === 'dispatched' ? 'offered' : 'going'
}
