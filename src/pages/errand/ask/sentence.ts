import { moneyWords } from '@domain/errand/standing'
import { clockOf, windowWords } from '@domain/time'
import type { Answers } from './answers'

/** A piece of the sentence; with `step`, it is an answer and leads back to its question. */
export interface Part {
  words: string
  step?: number
}

/** 请人今天 10:30-11:00 从社区食堂拿一份午饭，送给爸爸（3号楼）。已付好，不用给。 */
export function sentenceOf(answers: Answers, now: number): Part[] {
  const { kind, when, pickUp, whom = '家里', money, note, code } = answers
  const time: Part = { words: when ? windowWords(when, now) : '还没选时间', step: 4 }
  const thing: Part = { words: brought(answers), step: 3 }
  const person: Part = { words: whom, step: 2 }
  const from: Part[] = pickUp ? [{ words: '从' }, { words: pickUp, step: 3 }] : []
  const verbs = { meal: '拿', medicine: '拿', shopping: '买', parcel: '', ride: '', other: '' }
  const verb = verbs[kind ?? 'other']
  const handing: Part[] =
    kind === 'ride' || kind === 'other'
      ? [thing, { words: '，是给' }, person, { words: '的' }]
      : [thing, { words: '，送给' }, person]
  return [
    { words: '请人' },
    time,
    ...from,
    { words: verb },
    ...handing,
    { words: '。' },
    { words: money ? moneyWords(money) : '钱还没选', step: 5 },
    { words: '。' },
    ...(note ? [{ words: note, step: 3 }, { words: '。' }] : []),
    ...(code ? [{ words: `号码 ${code}`, step: 3 }, { words: '，只有接单的人看得到。' }] : []),
  ].filter(part => part.words !== '')
}

/** 一份午饭: a meal takes its name from its hour. */
function brought({ kind, what, when }: Answers): string {
  if (kind !== 'meal' || !when) return what
  const hour = Number(clockOf(when.from).slice(0, 2))
  return what.replace('饭', hour < 9 ? '早饭' : hour < 15 ? '午饭' : '晚饭')
}
