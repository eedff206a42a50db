import { ticked } from '../../domain/consent'
import type { NewHousehold } from '../../domain/household/record'
import { elders, inJinxing, type Line } from './families'
import { home, landline, mobile, type Place } from './names'

/** A household of the plan: who lives where, who may ask for it, and how its notices reach anybody. */
export interface Home {
  /** Names it within the seed; its id is the cloud's. */
  key: string
  communityId: string
  compoundId: string
  building: string
  unit: string
  door: string
  floor: number
  hasLift: boolean
  elder: string
  alone: boolean
  knocks?: NewHousehold['knocks']
  phones: NewHousehold['phones']
  /** The relative with the app; without one the desk writes the household down and telephones. */
  relative?: { openid: string; name: string; calls: string; words: string }
  /** True when pushes reach the relative. */
  reachable: boolean
  /** 常送这户: the openid of the rider who usually comes. */
  regular?: string
  /** Asked for today only: the desk has not called yet. */
  newcomer?: true
}

/** How many of the others a community has. */
function countIn(place: Place, i: number): number {
  if (place.id === 'c-qilong') return 6
  if (place.id === 'c-taoting') return 6
  return i % 5 < 3 ? 2 : 1
}

function homeAt(place: Place, i: number, [elder, at, more, kin]: Line): Home {
  const [compound = '1', building = '1', unit = '1', door = '101'] = at.split('-')
  const { id, hasLift } = place.compounds[Number(compound) - 1] ?? { id: '', hasLift: false }
  const whose = kin?.[3]?.split('，')[0] ?? '本人'
  const own = { number: kin && i % 3 !== 1 ? mobile(3001 + i) : landline(501 + i), whose: '老人' }
  return {
    key: `home-${i}`,
    communityId: place.id,
    compoundId: id,
    building: `${building}号楼`,
    unit,
    door,
    floor: Number(door.slice(0, -2)),
    hasLift,
    elder,
    alone: more.alone ?? false,
    ...more,
    phones: kin
      ? [
          { number: mobile(2001 + i), whose: kin[2] === '我自己' ? '本人' : whose },
          ...(kin[2] === '我自己' ? [] : [own]),
        ]
      : [own],
    ...(kin && { relative: { openid: kin[0], name: kin[1], calls: kin[2], words: kin[3] ?? '家里人' } }),
    reachable: kin !== undefined && kin[0] !== 'family-zheng',
  }
}

function othersIn(place: Place, first: number, count: number): Home[] {
  return Array.from({ length: count }, (_, n) => {
    const i = first + n
    const elder = elders[i % elders.length] ?? '秦大爷'
    const surname = elder.slice(0, 1)
    const compound = (n % place.compounds.length) + 1
    const at = `${compound}-${(i % 4) + 1}-${(i % 3) + 1}-${(i % 6) + 1}0${(i % 2) + 1}`
    const kin: Line[3] =
      i % 4 === 3
        ? undefined
        : [
            `family-${i}`,
            `${surname}${i % 2 ? '女士' : '先生'}`,
            elder.endsWith('奶奶') ? '妈妈' : '爸爸',
            i % 2 ? '女儿' : '儿子',
          ]
    return homeAt(place, 100 + i, [elder, at, { alone: i % 7 === 3 }, kin])
  })
}

/** The households of the town: fifteen in 金星, the others over all communities. */
export function homesOf(places: readonly Place[]): Home[] {
  const others: Home[] = []
  for (const [i, place] of places.entries())
    if (place !== home) others.push(...othersIn(place, others.length, countIn(place, i)))
  return [...inJinxing.map((line, i) => homeAt(home, i, line)), ...others]
}

/** Everything but the consent that the product asks of a new household. */
export function asked({
  communityId,
  compoundId,
  building,
  unit,
  door,
  floor,
  hasLift,
  elder,
  alone,
  knocks,
  phones,
  relative,
}: Home): NewHousehold {
  return {
    communityId,
    compoundId,
    building,
    unit,
    door,
    floor,
    hasLift,
    elder,
    alone,
    phones,
    consent: relative ? 'inPerson' : 'byPhone',
    ...(knocks && { knocks }),
    ...(relative && { calls: relative.calls, myName: relative.name, agreed: ticked(['privacy']) }),
  }
}
