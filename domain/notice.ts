import { dayName } from './recurring/day'
import { clockOf, dayOf, dayWord } from './time'
import type { Errand } from './errand/record'
import { endsElsewhere } from './errand/arrived'
import { handedTo } from './errand/record'
import { askedIn } from './errand/wave'

/** One thing told to one side of an errand; kept in the errand's own outbox, which is the inbox of whoever it is for. */
export interface Notice {
  /** The household's relatives, the desk of the community, or one person (`person:…`). */
  to: string
  say: Saying
  at: number
  who?: string
  why?: string
  /** The key of the write that brought `why`. */
  key?: string
  /** waiting → sending → pushed; or call → done / noAnswer, when it reached no phone; `read` when the person had seen it first. */
  reach: Reach
}

export type Reach = 'waiting' | 'sending' | 'pushed' | 'read' | 'call' | 'done' | 'noAnswer'

/** A record's notices by id. */
export type Outbox = Record<string, Notice>

export const toFamily = 'family'
export const toDesk = 'desk'
/** Riders whom the open wave reaches and whom it may disturb; nobody's inbox, because the offer itself is in their list. */
export const toPool = 'pool'
export const toPerson = (personId: string): string => `person:${personId}`
/** The person a notice is for, when it is for one. */
export const personIn = (to: string): string | undefined => /^person:(.+)$/.exec(to)?.[1]

/** The inboxes a record belongs to (`inboxOf`), so that one query finds all that was told to a person. */
export const householdInbox = (householdId: string): string => `household:${householdId}`
/** Of a desk; of who looks after one compound, that one's. */
export const deskInbox = (communityId: string, compoundId?: string): string =>
  compoundId === undefined ? `desk:${communityId}` : `desk:${communityId}:${compoundId}`

export type About = Pick<
  Errand,
  'kind' | 'ride' | 'when' | 'word' | 'acceptedAt' | 'elder' | 'calls' | 'what' | 'proof'
>

/** 11:00, of another day than that on which it was told 11月28日 11:00: it is read tomorrow, too. */
const clockOn = (at: number, toldAt: number): string =>
  `${dayOf(at) === dayOf(toldAt) ? '' : `${dayName(dayOf(at))} `}${clockOf(at)}`

/** 口令: of whoever has it now. A line from before he took it names somebody else, who is not to be let in with it. */
const wordOf = ({ word, acceptedAt }: About, { at }: Notice): string =>
  word && acceptedAt !== undefined && at >= acceptedAt ? `。口令 ${word}` : ''

/** What each notice says, in the words of SCREENS.md; the errand is read as it is, the name as it was. */
export const sayings = {
  requested: ({ elder, what }: About) => `新点单：${[elder, what].filter(Boolean).join('，')}`,
  readyAgain: ({ kind, when }: About, n: Notice) =>
    `${when ? dayWord(when.from, n.at) : ''}照常去拿${kind === 'medicine' ? '药。药没开好' : '饭。店里没下单'}、钱没付，就点“不用了”`,
  returned: (_: About, n: Notice) => `社区想问一下：${n.why ?? ''}`,
  amended: (_: About, n: Notice) => `家里补了一句：${n.why ?? ''}`,
  offered: ({ what }: About) => `社区请您帮个忙${what ? `：${what}` : ''}`,
  asked: (_: About, n: Notice) => `问了${n.who ?? '师傅'}，等他答应`,
  askedRegular: (_: About, n: Notice) => `先问了常来的${n.who ?? '师傅'}，等他答应`,
  askedNear: () => `正在问${askedIn.near}`,
  askedCommunity: () => `正在问${askedIn.community}`,
  askedNeighbours: () => `正在问${askedIn.neighbours}`,
  whoPasses: () => '有一单等人帮忙，谁顺路？',
  recalled: () => '社区收回了这一单，您不用去了，谢谢您',
  stopped: (_: About, n: Notice) => `天气不好（${n.why ?? '社区通知'}），社区停一停，过后接着安排`,
  stayPut: (_: About, n: Notice) => `天气不好（${n.why ?? '社区通知'}），停稳、安全第一。去不了就转回社区`,
  resumed: () => '社区恢复派单了，接着安排',
  accepted: (about: About, n: Notice) =>
    `${n.who ?? '有师傅'}接了${about.when ? `，${clockOn(about.when.until, n.at)} 前到` : ''}${wordOf(about, n)}`,
  agreedForYou: (_: About, n: Notice) => `${n.who ?? '社区'}记您电话里答应了。不是您答应的？退回`,
  declined: (_: About, n: Notice) => `${n.who ?? '师傅'}这次不行：${n.why ?? ''}`,
  reassigned: () => '社区换了别人去，您不用跑了，谢谢您',
  handedBack: (_: About, n: Notice) => `${n.who ?? '师傅'}去不了了，社区正在重新安排`,
  underway: (about: About, n: Notice) => `${n.who ?? '师傅'}在路上${wordOf(about, n)}`,
  delivered: (about: About) => {
    const elsewhere = endsElsewhere(about)
    if (elsewhere) return `${elsewhere}。知道了请点一下`
    const { proof } = about
    const to = handedTo[proof?.how as keyof typeof handedTo]
    return `送到了${to ? `，交给了${to}` : ''}。收到请点一下`
  },
  failed: (_: About, n: Notice) => `没送成：${n.why ?? ''}。社区正在重新安排`,
  gaveUp: (_: About, n: Notice) => `这次没办成：${n.why ?? ''}。还要的话，打给社区`,
  confirmed: () => '办好了，谢谢您',
  confirmedByItself: () => '两天没人说有问题，按办好记',
  thanked: () => '家里谢谢您',
  disputed: (_: About, n: Notice) => `家里有话说：${n.why ?? ''}`,
  settled: (_: About, n: Notice) => `社区回话：${n.why ?? ''}`,
  cancelled: (_: About, n: Notice) => `家里不用了，谢谢您${n.why ? `（${n.why}）` : ''}`,
  cancelledByDesk: (_: About, n: Notice) => `社区取消了这一单：${n.why ?? ''}`,
  nobodyAccepts: () => '没人接，请您来定',
  nobodyAnswers: () => '问家里的话还没答，打个电话吧',
  nobodyDeparts: () => '时间快到了，师傅还没出发，请联系一下',
  nobodyArrives: () => '过了时间还没到，请联系一下',
  waitsLong: () => '还没派，请安排一下',
  left: () => '家里人不用新邻了，往后请打电话',
  released: () => '师傅不在新邻了，社区正在重新安排',
  backupAsked: ({ what }: About) => `请您当备用司机${what ? `：${what}` : ''}。司机去不了时您顶上`,
  backupChanged: () => '社区请了别人备着，您不用备了，谢谢您',
  backupReady: (_: About, n: Notice) => `备用司机${n.who ?? '师傅'}也定了`,
  backupGone: (_: About, n: Notice) => `${n.who ?? '师傅'}备不了：${n.why ?? ''}。请另定备用`,
  yourTurn: () => '司机去不了了，该您上了，时间不变',
  tookOver: (about: About, n: Notice) => `司机去不了了，备用的${n.who ?? '师傅'}接上了，时间不变${wordOf(about, n)}`,
  tomorrow: ({ when }: About, n: Notice) =>
    `明天${when ? ` ${clockOf(when.from)} ` : ''}接送考生，${n.who ? `${n.who}来` : '社区还在安排司机'}。准考证别忘了`,
  tomorrowYours: ({ when }: About) => `明天${when ? ` ${clockOf(when.from)} ` : ''}您送考生，早点歇着`,
  tomorrowBackup: ({ when }: About) => `明天${when ? ` ${clockOf(when.from)} ` : ''}您是备用，手机别静音`,
  rideUnmanned: () => '接送考生的司机和备用还没都定好',
  carNotOff: () => '车还没出发，社区在催。着急就打给社区',
  billed: (_: About, n: Notice) => `东西花了 ${n.why ?? ''}，当面给师傅，给了请点一下`,
  moreAsked: (_: About, n: Notice) => `要 ${n.why ?? ''}，超过说好的了，还买吗？`,
  moreAllowed: (_: About, n: Notice) => `可以买，先垫 ${n.why ?? ''}`,
  paid: (_: About, n: Notice) => `家里说 ${n.why ?? ''} 给了，收到请点一下`,
  received: (_: About, n: Notice) => `师傅说 ${n.why ?? ''} 收到了`,
  late: () => '比说好的晚了，社区在联系',
  careSaid: (_: About, n: Notice) => `${n.who ?? '师傅'}在门口说了一件事，请看“要照看的”`,
  worried: (_: About, n: Notice) => `${n.who ?? '师傅'}在门口放心不下，请马上打电话问问，见“要照看的”`,
  fromDesk: (_: About, n: Notice) => `社区说：${n.why ?? ''}`,
  saysLate: (_: About, n: Notice) => `${n.who ?? '师傅'}要晚，说 ${n.why ?? ''} 前后到`,
  runsLate: (about: About, n: Notice) => `比说好的晚了，${n.who ?? '师傅'}说 ${n.why ?? ''} 前后到${wordOf(about, n)}`,
} as const satisfies Record<string, (about: About, notice: Notice) => string>

export type Saying = keyof typeof sayings

/** The sentence of a notice; one from a newer cloud reads as a plain line. */
export function sentenceOf(about: About, notice: Notice): string {
  const say: ((about: About, notice: Notice) => string) | undefined = sayings[notice.say]
  return say ? say(about, notice) : '有新进展，点开看看'
}
