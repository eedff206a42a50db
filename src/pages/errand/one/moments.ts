import { arrivedWords, endsElsewhere } from '@domain/errand/arrived'
import type { Errand } from '@domain/errand/record'
import { clockOf, dayWord, minuteMs, spanWords } from '@domain/time'
import type { Moment } from '@/components/Timeline'

/** What each verb reads as in 这一单的经过. */
const words: Readonly<Record<string, string>> = {
  request: '点了单',
  return: '问了一句',
  amend: '补了一句',
  verify: '打电话核实了',
  dispatch: '派单',
  accept: '接了',
  agree: '电话里答应了',
  decline: '这次不行',
  reassign: '换了人',
  relieve: '来不了的师傅换下来了',
  handBack: '转回社区',
  depart: '出发了',
  fail: '没送成',
  late: '说要晚一点',
  dispute: '有话说',
  settle: '回了话',
  giveUp: '没办成',
  reopen: '重新安排',
  cancel: '不用了',
  callOff: '不用了',
  reveal: '看过门牌和电话',
  see: '看过了',
  called: '打过电话',
  card: '发到群里说了一声',
  nameBackup: '定了备用司机',
  standBy: '答应当备用',
  standDown: '备不了',
  takeOver: '备用司机接上了',
  remind: '提醒了明天的接送',
  bill: '写了花多少',
  askMore: '问能不能多花',
  allowMore: '说可以先垫',
  pay: '说钱给了',
  receive: '说钱收到了',
  rise: '转给社区处理',
  widen: '接着问',
  recall: '收回了',
  hasten: '记成急的',
  ease: '不急了',
  stop: '天气停派',
  goOn: '恢复派单',
  resume: '接着安排',
}

/** A pause is worth a line from here on. */
const longGapMs = 10 * minuteMs

/** 这一单的经过: who, what, when, and the long pauses between. What a newer cloud adds reads as 有新进展. */
export function momentsOf(errand: Errand, now: number): Moment[] {
  const { timeline = [] } = errand
  const said: Readonly<Record<string, string>> = {
    ...words,
    deliver: arrivedWords(errand),
    confirm: endsElsewhere(errand) ? '知道了' : '收到了',
  }
  return timeline.map(({ verb, who, at, why, happenedAt }, index) => {
    const before = timeline[index - 1]
    const gapMs = before ? at - before.at : 0
    const day = dayWord(happenedAt ?? at, now)
    const clock = happenedAt === undefined ? clockOf(at) : `${clockOf(happenedAt)}，${clockOf(at)} 收到消息`
    return {
      id: `${at}-${index}`,
      who: who || '社区',
      what: [said[verb] ?? '有新进展', why].filter(Boolean).join('：'),
      when: day === '今天' ? clock : `${day} ${clock}`,
      ...(gapMs >= longGapMs ? { gap: `隔了 ${spanWords(gapMs)}` } : {}),
    }
  })
}
