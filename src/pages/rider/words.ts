import { dotted } from '@domain/line'
import { quietOf, quietWords, trades } from '@domain/person'
import { certificateWords, hoursWords, type Confirmation, type Profile } from '@domain/rider/record'
import { skills, vehicles, vouching, wordOf } from '@domain/rider/words'
import { dateWord } from '@domain/time'

/** Names of compounds and communities by id; what has none is not drawn. */
export type NameOf = (id: string) => string | undefined

/** One line of a rider's page. */
export interface Fact {
  label: string
  words: string
}

const listed = (words: readonly string[], none: string): string => (words.length > 0 ? words.join('、') : none)

/** 张师傅 · 快递 · 人民路站. */
export const whoWords = ({ name, trade, firm }: Pick<Profile, 'name' | 'trade' | 'firm'>): string =>
  dotted(name, wordOf(trades, trade), firm)

/** What a rider said of himself, line by line. `today`: `'2026-03-01'`. */
export function factsOf(profile: Profile, nameOf: NameOf, today: string): Record<FactName, Fact> {
  const { areas = [], neighbours = [], hours = [], certificates = [], advances } = profile
  const places = (ids: readonly string[]) => ids.flatMap(id => nameOf(id) ?? [])
  return {
    areas: { label: '常路过', words: listed(places(areas), '没说') },
    neighbours: { label: '还路过', words: listed(places(neighbours), '没说') },
    hours: { label: '方便的时候', words: listed(hours.map(hoursWords), '没说') },
    vehicle: { label: '怎么来', words: profile.vehicle ? wordOf(vehicles, profile.vehicle) : '没说' },
    skills: {
      label: '会什么',
      words: listed(
        (profile.skills ?? []).map(one => wordOf(skills, one)),
        '没说',
      ),
    },
    certificates: {
      label: '证件',
      words: listed(
        certificates.map(one => certificateWords(one, today)),
        '没有',
      ),
    },
    advances: { label: '垫钱', words: advances === false ? '不垫钱' : '可以先垫一点' },
    quiet: { label: '几点不打扰', words: restWords(profile) },
    weeklyCap: { label: '每周几单', words: profile.weeklyCap ? `最多 ${profile.weeklyCap} 单` : '不限' },
  }
}
/** 11-13、17-19 点, by his trade or as he chose. */
function restWords(profile: Profile): string {
  const hours = quietOf(profile)
  return hours.length === 0 ? '没有' : quietWords(hours)
}

export const factNames = [
  'areas',
  'neighbours',
  'hours',
  'quiet',
  'weeklyCap',
  'vehicle',
  'skills',
  'certificates',
  'advances',
] as const
export type FactName = (typeof factNames)[number]

/** 李书记 2026年11月26日 确认，见过本人. */
export const confirmedWords = ({ by, how, at }: Confirmation): string =>
  `${by} ${dateWord(at)} 确认，${wordOf(vouching, how)}`
