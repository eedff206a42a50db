import { facilityNames, type StationRecord } from '../../domain/station'
import { dayMs, hourMs } from '../../domain/time'
import { home, keyOf, landline, places, type Place } from './names'
import { diceOf, type Dice } from './random'
import type { Settler } from './town'

/** A station of the plan: what is stored of it, by its id. */
export interface Door extends Omit<StationRecord, 'id'> {
  _id: string
  name: string
  point: { lat: number; lng: number }
  facilities: (typeof facilityNames)[number][]
}

const withParty = ['c-jinxing', 'c-qilong', 'c-taoting', 'c-dongli', 'c-xiqiao', 'c-qinghe', 'c-yuntai']
/** 红色驿站, each in a branch of one pharmacy. */
const withRed: Record<string, string> = {
  'c-jinxing': '人民路店',
  'c-qilong': '车站路店',
  'c-taoting': '花园路店',
  'c-beita': '北塔店',
  'c-wutongli': '梧桐店',
  'c-changle': '长乐店',
}
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 7 党群驿站, 6 红色驿站 and the 33 of the compounds. */
export function doorsOf(dayStart: number): Door[] {
  const dice = diceOf('stations')
  return places.flatMap((place, i) => {
    const middle = { lat: 26.59 + Math.floor(i / 6) * 0.012, lng: 104.83 + (i % 6) * 0.012 }
    const red = withRed[place.id]
    const made = [
      ...(withParty.includes(place.id)
        ? [
            {
              id: 'party',
              name: `${place.name}党群驿站`,
              kind: 'party',
              address: `${place.short}路 6 号`,
              hours: ['08:30', '20:00'],
            },
          ]
        : []),
      ...(red
        ? [{ id: 'red', name: `红色驿站 · ${red}`, kind: 'red', address: `邻家药房${red}`, hours: ['08:00', '21:00'] }]
        : []),
      ...place.compounds.map(({ name }, n) => ({
        id: String(n + 1),
        name: `${name}服务站`,
        kind: 'kind',
        address: `${name} 门口`,
        hours: ['09:00', '18:00'],
      })),
    ]
    return made.map(({ id, hours, ...facts }, n) => doorOf(place, id, facts, hours, middle, n, dayStart, dice))
  })
}

type Facts = Pick<Door, 'name' | 'kind' | 'address'>

function doorOf(
  place: Place,
  id: string,
  facts: Facts,
  hours: string[],
  middle: Door['point'],
  n: number,
  dayStart: number,
  dice: Dice,
): Door {
  const point = { lat: round(middle.lat + n * 0.0021), lng: round(middle.lng + ((n * 7) % 5) * 0.0019) }
  const station = `s-${keyOf(place)}-${id}`
  const has = facts.kind === 'kind' ? dice.between(3, 5) : dice.between(6, 8)
  return {
    _id: station,
    stationId: station,
    communityId: place.id,
    ...facts,
    point,
    radiusMetres: 150,
    openFrom: hours[0] ?? '08:00',
    openUntil: hours[1] ?? '21:00',
    facilities: facilityNames.filter((_, f) => f < 2 || f < has),
    faults: [],
    closure: null,
    verifiedAt: dayStart - dice.between(0, 12) * dayMs - dice.between(2, 9) * hourMs,
    code: Array.from({ length: 6 }, () => dice.pick([...letters])).join(''),
    phone: landline(201 + dice.between(0, 250)),
    rev: 'seed',
  }
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

const clerks = [
  '周店员',
  '小吴',
  '郑阿姨',
  '老秦',
  '蒋店员',
  '韩店员',
  '小施',
  '老魏',
  '姜店员',
  '谢店员',
  '邹店员',
  '柏店员',
  '小潘',
  '老范',
  '彭店员',
]

/** Whoever looks after a station: in 金星 every one, elsewhere the shops and the centres. */
export function keepersOf(doors: readonly Door[]): Settler[] {
  const own = doors.filter(door => door.communityId === home.id)
  const red = own.filter(door => door.kind === 'red')
  const party = own.filter(door => door.kind === 'party')
  const rest = own.filter(door => door.kind === 'kind')
  const others = doors.filter(door => door.communityId !== home.id && door.kind !== 'kind').map(door => [door])
  return [red, party, rest, ...others].map((kept, i) => {
    const communityId = kept[0]?.communityId ?? home.id
    return {
      openid: `keeper-${i + 1}`,
      name: clerks[i] ?? '店员',
      words: `驿站 · ${kept.length > 1 ? `${kept.length} 个小区服务站` : (kept[0]?.name ?? '')}`,
      memberships: [{ communityId, role: 'keeper' }],
      stations: kept.map(({ _id, name }) => ({ id: _id, communityId, name })),
    }
  })
}
