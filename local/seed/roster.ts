import type { Trade } from '../../domain/person'
import { firms, home, keyOf, mobile, places, surnames, type Place } from './names'
import { diceOf } from './random'

/** One line of the 底数: a worker of the five trades. Only a volunteer ever opened the app. */
export interface Worker {
  openid: string
  name: string
  trade: Exclude<Trade, 'other'>
  firm: string
  communityId: string
  partyMember: boolean
  /** Given by himself when he applies; the others are on paper only. */
  phone?: string
}

/** 426 in all, by trade. */
const counts: [Worker['trade'], number][] = [
  ['takeaway', 148],
  ['courier', 96],
  ['hailing', 83],
  ['truck', 61],
  ['media', 38],
]
/** 36 active volunteers, by trade. */
const active: Worker['trade'][] = [
  'takeaway',
  'courier',
  'takeaway',
  'hailing',
  'courier',
  'takeaway',
  'courier',
  'takeaway',
  'hailing',
  ...rounds<Worker['trade']>(
    ['courier', 'takeaway', 'hailing', 'takeaway', 'courier', 'truck', 'takeaway', 'courier', 'media'],
    27,
  ),
]

function rounds<T>(list: readonly T[], length: number): T[] {
  return Array.from({ length }, (_, i) => list[i % list.length]).filter((one): one is T => one !== undefined)
}

const volunteersIn = (place: Place): number =>
  place === home ? 9 : ['c-qilong', 'c-taoting'].includes(place.id) ? 3 : 1
const firstNames = ['张', '陈', '李', '杨', '吴', '徐', '黄', '高', '董']

/** The confirmed riders: nine in 金星, the others over the town. */
export const riders: Worker[] = places
  .flatMap(place => Array.from({ length: volunteersIn(place) }, (_, n) => ({ place, n })))
  .map(({ place, n }, i) => {
    const trade = active[i] ?? 'courier'
    const surname = place === home ? firstNames[n] : surnames[(i * 7 + 3) % surnames.length]
    return {
      openid: place === home && n === 0 ? 'rider-zhang' : `rider-${keyOf(place)}-${n + 1}`,
      name: `${surname}师傅`,
      trade,
      firm: firms[trade][i % firms[trade].length] ?? '',
      communityId: place.id,
      partyMember: i % 5 === 0 || i % 5 === 2,
      phone: mobile(1001 + i),
    }
  })

/** Ways to call somebody, so that one community has no two of the same name. */
const callings = ['师傅', '哥', '姐', '工', '队长']

function others(): Worker[] {
  const dice = diceOf('roster')
  const trades = counts.flatMap(([trade, count]) => {
    const left = count - riders.filter(rider => rider.trade === trade).length
    return Array.from({ length: left }, () => trade)
  })
  const shuffled = dice.some(trades, trades.length)
  return shuffled.map((trade, i) => {
    const surname = surnames[(i * 11 + Math.floor(i / surnames.length) * 5) % surnames.length] ?? '赵'
    return {
      openid: `roster-${String(i + 1).padStart(3, '0')}`,
      name: i % 6 === 5 ? `小${surname}` : `${surname}${callings[Math.floor(i / surnames.length) % callings.length]}`,
      trade,
      firm: dice.pick(firms[trade]),
      communityId: places[i % places.length]?.id ?? home.id,
      partyMember: i % 32 === 7,
    }
  })
}

/** 底数: 426 workers, 27 party members, 36 active volunteers. */
export const roster: Worker[] = [...riders, ...others()]

export const ridersIn = (communityId: string): Worker[] => riders.filter(rider => rider.communityId === communityId)
