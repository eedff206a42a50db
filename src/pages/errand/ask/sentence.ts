import { mealSources, tastes } from '@domain/errand/kind/meal'
import { ifNone, lineWords } from '@domain/errand/kind/shopping'
import { moneyWords } from '@domain/errand/money'
import { spelled } from '@domain/line'
import { clockOf, windowWords } from '@domain/time'
import type { Answers } from './answers'
import { ofKindOf, whatIn } from './of-kind'

/** A piece of the sentence; with `step`, it is an answer and leads back to its question. */
export interface Part {
  words: string
  step?: number
}

const verbs = { meal: '拿', medicine: '拿', shopping: '买', parcel: '', ride: '', other: '' } as const

/** 请人今天 10:30-11:00 从社区食堂拿一份午饭，送给爸爸（3号楼）。已付好，不用给。 */
export function sentenceOf(answers: Answers, now: number): Part[] {
  const { kind, when, back, whom = '家里', money, code } = answers
  const time: Part = { words: when ? windowWords(when, now) : '还没选时间', step: 4 }
  const thing: Part = { words: brought(answers), step: 3 }
  const person: Part = { words: whom, step: 2 }
  const from = whence(answers)
  const home = back ? [{ words: '，' }, { words: `${clockOf(back.from)}-${clockOf(back.until)} 接回家`, step: 4 }] : []
  const ofWhom = kind === 'ride' ? [{ words: '，家在' }, person] : [{ words: '，是给' }, person, { words: '的' }]
  const sends = kind === 'parcel' && answers.way === 'send'
  const handing: Part[] = sends
    ? [thing, { words: '，去' }, person, { words: '那儿拿' }]
    : kind === 'ride' || kind === 'other'
      ? [thing, ...home, ...ofWhom]
      : [thing, { words: '，送给' }, person]
  return [
    { words: '请人' },
    time,
    ...(from ? [{ words: sends ? '到' : '从' }, { words: from, step: 3 }] : []),
    { words: verbs[kind ?? 'other'] },
    ...handing,
    { words: '。' },
    { words: money ? moneyWords(money) : '钱还没选', step: 5 },
    { words: '。' },
    ...besides(answers).flatMap(words => [{ words, step: 3 }, { words: '。' }]),
    ...(code ? [{ words: `号码\u00a0${spelled(code)}`, step: 3 }, { words: '，只有接单的人看得到。' }] : []),
  ].filter(part => part.words !== '')
}

/** The place it is fetched from; a dish that is cooked at home comes from a door. */
const whence = ({ source, pickUp }: Answers): string => pickUp.trim() || (source ? mealSources[source] : '')

/** What was asked for beside it: 少盐，软一点 · 没有就不买 · 准考证在书包里. */
function besides(answers: Answers): string[] {
  const { meal, shopping, ride } = ofKindOf(answers)
  return [
    meal?.tastes?.map(taste => tastes[taste]).join('，'),
    shopping?.ifNone && `没有就${ifNone[shopping.ifNone]}`,
    ride?.ticketAt && `准考证：${ride.ticketAt}`,
    answers.heavy && '有点重',
    answers.note,
  ].filter((words): words is string => typeof words === 'string' && words !== '')
}

/** 一份午饭: a meal takes its name from its hour; of what is bought every line is read back. */
function brought(answers: Answers): string {
  const { kind, when } = answers
  const { shopping } = ofKindOf(answers)
  if (shopping) return shopping.lines.map(lineWords).join('、')
  const what = whatIn(answers)
  if (kind !== 'meal' || !when) return what
  const hour = Number(clockOf(when.from).slice(0, 2))
  return what.replace('饭', hour < 9 ? '早饭' : hour < 15 ? '午饭' : '晚饭')
}
