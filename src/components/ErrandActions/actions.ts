import { confirmsItselfMs, fadesMs } from '@domain/errand/due'
import type { Errand } from '@domain/errand/record'
import { stillOpen } from '@domain/errand/record'
import type { Side } from '@domain/errand/standing'
import type { ActingVerb } from './acting'

/** What a button asks before it acts: nothing, a reason in words, how it was handed over, a word of thanks, or which rider. */
export type Asks =
  'nothing' | 'why' | 'proof' | 'thanks' | 'rider' | 'everybody' | 'agreed' | 'ourselves' | 'best' | 'look' | 'dial'

/** One button: the verb, who reads it, its words, and how loud it is. */
export interface Action {
  verb: ActingVerb
  side: Exclude<Side, 'passerby'>
  label: string
  /** `main` is the one red button, `plain` stands beside it, `quiet` is small, `rare` is drawn on the errand's own page only. */
  weight: 'main' | 'plain' | 'quiet' | 'rare'
  asks: Asks
  /** The heading of its sheet, when it asks. */
  title?: string
  /** Ready-made reasons to tap; each may be completed in words. */
  reasons?: readonly string[]
  /** Where the goods are now is asked as well. */
  goods?: true
  /** Beyond what the table says: when this button makes sense. The cloud decides in any case. */
  when?: (errand: Errand, now: number) => boolean
}

const at =
  (...states: string[]) =>
  (errand: Errand) =>
    states.includes(errand.state)
const named = (errand: Errand) => errand.offer?.to === 'rider'
const going: readonly string[] = stillOpen
const hasDoor = (errand: Errand) => errand.householdId !== undefined && going.includes(errand.state)
/** Somebody has it, so that there is somebody to telephone; until two hours after it came. */
const isCarried = (errand: Errand, now: number) =>
  errand.riderId !== undefined &&
  at('accepted', 'underway', 'delivered')(errand) &&
  now < (errand.deliveredAt ?? now) + fadesMs
const risen = (errand: Errand) => errand.escalated !== undefined
const known = (errand: Errand) => errand.newcomer !== true

const wrongs = ['拿错了', '少了', '坏了、洒了', '钱不对']

const family: readonly Action[] = [
  { verb: 'confirm', side: 'family', label: '收到了', weight: 'main', asks: 'thanks', title: '收到了' },
  { verb: 'amend', side: 'family', label: '补一句', weight: 'main', asks: 'why', title: '社区想问一下' },
  {
    verb: 'dispute',
    side: 'family',
    label: '没收到',
    weight: 'plain',
    asks: 'why',
    title: '没收到，是怎么回事？',
    reasons: ['没见到人', '说送到了，没找到东西', '送错地方了'],
    when: at('delivered'),
  },
  {
    verb: 'dispute',
    side: 'family',
    label: '东西不对',
    weight: 'plain',
    asks: 'why',
    title: '哪儿不对？',
    reasons: wrongs,
    when: at('delivered'),
  },
  {
    verb: 'dispute',
    side: 'family',
    label: '东西不对',
    weight: 'rare',
    asks: 'why',
    title: '哪儿不对？',
    reasons: wrongs,
    when: (errand, now) => errand.state === 'confirmed' && now < (errand.closedAt ?? 0) + confirmsItselfMs,
  },
  {
    verb: 'cancel',
    side: 'family',
    label: '不用了',
    weight: 'quiet',
    asks: 'why',
    title: '不用了吗？',
    reasons: ['家里有人去了', '时间不合适', '点错了'],
  },
  { verb: 'reveal', side: 'family', label: '打电话给师傅', weight: 'plain', asks: 'dial', when: isCarried },
  { verb: 'reveal', side: 'family', label: '看留的门牌和电话', weight: 'rare', asks: 'look', when: isCarried },
]

const rider: readonly Action[] = [
  { verb: 'accept', side: 'rider', label: '接单', weight: 'main', asks: 'nothing' },
  {
    verb: 'decline',
    side: 'rider',
    label: '这次不行',
    weight: 'plain',
    asks: 'why',
    title: '这次不行，告诉社区一声',
    reasons: ['正忙着', '离得远', '时间赶不上', '今天休息'],
    when: named,
  },
  { verb: 'depart', side: 'rider', label: '我出发了', weight: 'main', asks: 'nothing' },
  { verb: 'deliver', side: 'rider', label: '送到了', weight: 'main', asks: 'proof', title: '送到了' },
  {
    verb: 'reveal',
    side: 'rider',
    label: '看门牌和电话（家里会看到记录）',
    weight: 'plain',
    asks: 'look',
    when: hasDoor,
  },
  {
    verb: 'handBack',
    side: 'rider',
    label: '去不了了，转回社区',
    weight: 'quiet',
    asks: 'why',
    title: '去不了了，没关系',
    reasons: ['单子赶不开', '车坏了', '身体不舒服', '天气不好'],
    goods: true,
  },
  {
    verb: 'fail',
    side: 'rider',
    label: '没送成',
    weight: 'rare',
    asks: 'why',
    title: '没送成，是怎么回事？',
    reasons: ['家里没人', '找不到地方', '东西没拿到', '家里不收'],
    goods: true,
  },
]

const desk: readonly Action[] = [
  {
    verb: 'verify',
    side: 'desk',
    label: '打过电话核实了',
    weight: 'main',
    asks: 'nothing',
    when: errand => errand.newcomer === true,
  },
  { verb: 'settle', side: 'desk', label: '给家里回话', weight: 'main', asks: 'why', title: '给家里怎么回？' },
  {
    verb: 'confirm',
    side: 'desk',
    label: '电话里确认收到了',
    weight: 'main',
    asks: 'thanks',
    title: '电话里确认收到了',
  },
  {
    verb: 'dispatch',
    side: 'desk',
    label: '派给…',
    weight: 'main',
    asks: 'best',
    when: errand => known(errand) && at('requested', 'failed')(errand),
  },
  {
    verb: 'dispatch',
    side: 'desk',
    label: '换人',
    weight: 'plain',
    asks: 'rider',
    when: errand => known(errand) && at('requested', 'failed')(errand),
  },
  { verb: 'reassign', side: 'desk', label: '换人', weight: 'main', asks: 'rider', when: risen },
  { verb: 'reassign', side: 'desk', label: '换人', weight: 'plain', asks: 'rider', when: errand => !risen(errand) },
  {
    verb: 'dispatch',
    side: 'desk',
    label: '请大家看看谁顺路',
    weight: 'plain',
    asks: 'everybody',
    when: errand => known(errand) && errand.offer?.to !== 'pool',
  },
  {
    verb: 'agree',
    side: 'desk',
    label: '电话里答应了',
    weight: 'quiet',
    asks: 'agreed',
    title: '谁电话里答应了？',
    when: known,
  },
  {
    verb: 'agree',
    side: 'desk',
    label: '社区自己去',
    weight: 'quiet',
    asks: 'ourselves',
    title: '社区自己去？',
    when: known,
  },
  {
    verb: 'return',
    side: 'desk',
    label: '退回并说明',
    weight: 'quiet',
    asks: 'why',
    title: '想问家里什么？',
    reasons: ['几点方便？', '具体要哪一种？', '从哪儿拿？', '电话打不通，请核对'],
  },
  { verb: 'reopen', side: 'desk', label: '重新安排', weight: 'plain', asks: 'nothing' },
  {
    verb: 'giveUp',
    side: 'desk',
    label: '这次没办成',
    weight: 'rare',
    asks: 'why',
    title: '这次没办成，记一句原因',
    reasons: ['东西没了', '家里改了主意', '没人能去'],
  },
  {
    verb: 'dispute',
    side: 'desk',
    label: '请书记来处理',
    weight: 'rare',
    asks: 'why',
    title: '家里怎么说？',
    reasons: ['没收到', '东西不对', '钱不对'],
  },
  {
    verb: 'cancel',
    side: 'desk',
    label: '不用了',
    weight: 'rare',
    asks: 'why',
    title: '不用了，记一句原因',
    reasons: ['家里来电话说不用了', '重复了', '办不了'],
  },
  {
    verb: 'callOff',
    side: 'desk',
    label: '不用了',
    weight: 'rare',
    asks: 'why',
    title: '师傅在路上，先给他打个电话',
    reasons: ['打过电话了，家里不用了', '打过电话了，不安全'],
  },
  { verb: 'reveal', side: 'desk', label: '打电话给师傅', weight: 'plain', asks: 'dial', when: isCarried },
  {
    verb: 'reveal',
    side: 'desk',
    label: '看门牌和电话（家里会看到记录）',
    weight: 'quiet',
    asks: 'look',
    when: hasDoor,
  },
]

/** Every button an errand can have, in the order in which they are drawn; the words are SCREENS.md section 1. */
export const actions: readonly Action[] = [...family, ...rider, ...desk]

/** Written without a button: 看过了 goes with the rider's tap that opens an offer. */
export const buttonless: readonly ActingVerb[] = ['see']
