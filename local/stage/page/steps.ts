import { clockOf, spanWords } from '../../../domain/time'
import type { Errand } from './wire'

/** One step of 这一单的经过 as it is drawn. */
export interface Step {
  who: string
  what: string
  clock: string
  /** The time since the step before: 3 分钟; empty at the first. */
  gap: string
  /** A side way hangs below the line. */
  aside: boolean
}

const words: Record<string, string> = {
  request: '点单',
  return: '问一句',
  amend: '补一句',
  verify: '电话核实',
  dispatch: '派单',
  accept: '接单',
  agree: '电话里答应',
  decline: '这次不行',
  reassign: '换人',
  handBack: '去不了了',
  depart: '出发',
  deliver: '送到',
  fail: '没送成',
  confirm: '收到',
  dispute: '有话说',
  settle: '回了话',
  giveUp: '没办成',
  reopen: '重新安排',
  cancel: '不用了',
  callOff: '不用了',
  called: '打过电话',
  rise: '提醒书记',
}

const asides = ['return', 'decline', 'reassign', 'handBack', 'fail', 'dispute', 'giveUp', 'cancel', 'callOff', 'rise']

/** The steps of an errand, oldest first, as many as fit: the first, and the latest. A step without a word here is not drawn. */
export function stepsOf(errand: Errand, room: number): Step[] {
  const known = (errand.timeline ?? []).filter(happening => Object.hasOwn(words, happening.verb))
  const steps = known.map((happening, i) => {
    const before = known[i - 1]
    return {
      who: happening.who || '到点',
      what: words[happening.verb] ?? '',
      clock: clockOf(happening.at),
      gap: before ? spanWords(happening.at - before.at).replace('不到 1 分钟', '') : '',
      aside: asides.includes(happening.verb),
    }
  })
  const [first, ...rest] = steps
  return steps.length <= room || !first ? steps : [first, ...rest.slice(rest.length - room + 1)]
}
