import { dueWords } from '@domain/errand/due-words'
import { isSent } from '@domain/errand/kind/parcel'
import { kinds, kindNames, type Errand, type Kind } from '@domain/errand/record'
import { moneyWords } from '@domain/errand/money'
import type { Side } from '@domain/errand/side'
import { standing } from '@domain/errand/standing'
import { titleOf } from '@domain/errand/title'
import { dotted } from '@domain/line'
import { windowWords } from '@domain/time'
import type { Card as ShareCard } from '@/wechat/face'
import type { Card } from '../ListCard'

/** The kind of an errand; one from a newer cloud is 别的事. */
export const kindOf = (errand: Errand): Kind => kindNames.find(kind => kind === errand.kind) ?? 'other'

/** Where it goes, as far as the reader may know: 金星小区 3号楼 · 6 楼没电梯. */
export function placeWords({ compound, building, stairs }: Errand): string {
  const home = [compound, building].filter(Boolean).join(' ')
  // 6 and 楼 stay in one line.
  return dotted(home, stairs?.replace(' ', '\u00a0'))
}

/** 食堂取 · 一份饭 · 已付好: what is carried, before one says yes. */
export function loadWords(errand: Errand): string {
  const { pickUp, what, money, heavy } = errand
  return dotted(
    pickUp && (isSent(errand) ? `到${pickUp}寄` : `${pickUp}取`),
    what,
    heavy && '重',
    money && moneyWords(money),
  )
}

/** The card for the group: kind, compound and time; no building, no name, no phone (SCREENS.md section 5). */
export function shareCardOf(errand: Errand, path: string, now: number): ShareCard {
  const kind = kindOf(errand)
  const when = errand.when ? windowWords(errand.when, now) : ''
  return { kind, path, title: [kinds[kind].name, errand.compound, when, '谁顺路？'].filter(Boolean).join(' · ') }
}

/** An errand in a list, for this side: what and when, where, how it stands. */
export function errandCard(errand: Errand, side: Side, now: number): Card {
  const { words, tone } = standing(errand, side, now)
  const when = errand.when ? windowWords(errand.when, now) : ''
  const family = [when, errand.what ?? '']
  const due = side === 'desk' ? (dueWords(errand, now) ?? '') : ''
  const lines = side === 'family' ? family : [when, loadWords(errand), due]
  return {
    id: errand.id,
    icon: kinds[kindOf(errand)].icon,
    title: titleOf(errand, side),
    ...(side === 'family' ? {} : { place: placeWords(errand) }),
    lines: lines.filter(line => line !== ''),
    standing: words,
    tone,
  }
}
