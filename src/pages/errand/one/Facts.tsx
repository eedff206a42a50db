import { View } from '@tarojs/components'
import { endsElsewhere } from '@domain/errand/arrived'
import { backupWords } from '@domain/errand/backup'
import { goodsWords } from '@domain/errand/goods'
import { isSent } from '@domain/errand/kind/parcel'
import { ofKindWords } from '@domain/errand/kind/words'
import { choiceWords } from '@domain/errand/chosen'
import { handedTo, type Errand } from '@domain/errand/record'
import { moneyWords } from '@domain/errand/money'
import type { Side } from '@domain/errand/side'
import { phrase, spelled } from '@domain/line'
import { rhythmWords } from '@domain/recurring/day'
import { clockOf, dayWord, windowWords } from '@domain/time'
import { placeWords } from '@/components/ErrandActions'

/** What is known of an errand, a line each: only what this reader was given. */
export function factsOf(errand: Errand, side: Side, now: number): [name: string, words: string][] {
  const {
    what,
    pickUp,
    when,
    money,
    heavy,
    code,
    note,
    answer,
    knock,
    elder,
    riderName,
    urgent,
    proof,
    rating,
    askedBy,
    weekdays,
    substituteName,
    choices = [],
  } = errand
  const sent = isSent(errand)
  const isOpenTo = side === 'rider' ? errand.my.includes('rider') : side !== 'passerby'
  const rows: [string, string | undefined][] = [
    ['要什么', what && (heavy ? `${what}（重）` : what)],
    ...ofKindWords(errand),
    [sent ? '到哪儿寄' : '从哪儿拿', pickUp],
    ['号码', code && spelled(code)],
    [
      sent ? '从哪儿拿' : errand.ride && errand.ride.leg !== 'back' ? '从哪儿接' : '送到',
      placeWords(errand) || undefined,
    ],
    ['给谁', side === 'family' ? undefined : elder],
    ['什么时候', when && windowWords(when, now)],
    ['定期', weekdays && rhythmWords(weekdays)],
    ['谁来替', substituteName && standInWords(substituteName, errand, side, now)],
    ['钱', isOpenTo || side === 'rider' ? money && phrase(moneyWords(money)) : undefined],
    ['嘱咐', note],
    ['家里补的', answer],
    ['怎么敲门', knock],
    ['谁去', side === 'rider' ? undefined : riderName],
    ['备用司机', backupWords(errand)],
    [
      '谁点的',
      side === 'desk'
        ? askedBy && `${askedBy}${errand.inGroup ? '（群里）' : errand.byPhone ? '（电话）' : ''}`
        : undefined,
    ],
    ['选的谁', side === 'desk' ? choices.map(choiceWords).join('；') || undefined : undefined],
    ['急', urgent],
    ['东西现在在', goodsWords(errand)],
    ['怎么交的', proof && handedWords(errand, proof.how)],
    ['几点送到', errand.deliveredAt && deliveredWords(errand.deliveredAt, errand.happenedAt, now)],
    ['家里说', ratingWords(rating)],
  ].map(([name, words]) => [String(name), words ? String(words) : undefined])
  return rows.flatMap(([name, words]) => (words === undefined ? [] : [[name, words]]))
}

/** 今天由李师傅替; or that whoever had accepted it before goes all the same. */
function standInWords(name: string, { when, riderName }: Errand, side: Side, now: number): string {
  const day = when ? dayWord(when.from, now) : '这天'
  if (riderName === undefined || riderName === name) return `${day}由${name}替`
  const who = side === 'rider' ? '您' : riderName
  return `${day}本来由${name}替，${who}先答应了，还是${who}去`
}

/** 今天 10:42 送到，11:05 收到消息: both times, where the phone had no network. */
function deliveredWords(at: number, happenedAt: number | undefined, now: number): string {
  const day = dayWord(happenedAt ?? at, now)
  return happenedAt === undefined
    ? `${day} ${clockOf(at)}`
    : `${day} ${clockOf(happenedAt)} 送到，${clockOf(at)} 收到消息`
}

const ratingNames: Readonly<Record<string, string>> = { good: '很好', fine: '还行', poor: '不满意' }
const ratingWords = (rating: string | undefined) => (rating ? ratingNames[rating] : undefined)

/** Where nothing was handed to anybody at home, that it ended says all; the slip of what was sent has a photo. */
function handedWords(errand: Errand, how: string): string | undefined {
  if (endsElsewhere(errand)) return how === 'photo' ? '拍了小票' : undefined
  const words: Readonly<Record<string, string>> = { ...handedTo, photo: '拍了照', digits: '报了四位数' }
  return words[how] ?? how
}

interface Props {
  errand: Errand
  side: Side
  now: number
}

export function Facts({ errand, side, now }: Props) {
  return (
    <>
      {factsOf(errand, side, now).map(([name, words]) => (
        <View key={name} className="one__fact">
          <View className="one__fact-name">{name}</View>
          <View className="one__fact-words">{words}</View>
        </View>
      ))}
    </>
  )
}
