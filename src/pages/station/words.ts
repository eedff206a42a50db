import { isKeyOf } from '@domain/key'
import { dotted } from '@domain/line'
import { facilities, openness, stationKinds, type Station } from '@domain/station'
import { dayMs, spanWords } from '@domain/time'
import type { IconName } from '@/theme/icon-name'

/** One thing that a station has, as people read it; `broken` when somebody said so and nobody has mended it. */
export interface FacilityFact {
  name: keyof typeof facilities
  word: string
  icon: IconName
  broken: boolean
}

const icons: Record<keyof typeof facilities, IconName> = {
  seat: 'check',
  water: 'droplets',
  microwave: 'microwave',
  power: 'plug',
  toilet: 'door-open',
  umbrella: 'umbrella',
  medkit: 'pill',
  aircon: 'check',
}

const isFacility = (name: string): name is keyof typeof facilities => isKeyOf(facilities, name)
const isKind = (kind: string): kind is keyof typeof stationKinds => isKeyOf(stationKinds, kind)

/** 党群驿站, 红色驿站 or 爱心驿站; a kind from a newer cloud reads as 驿站. */
export function kindWords(station: Station): string {
  return station.kind && isKind(station.kind) ? stationKinds[station.kind] : '驿站'
}

/** 红色驿站 · 人民路店; a name that says its kind already says it once. */
export function wholeName(station: Station): string {
  const kind = kindWords(station)
  return station.name?.includes(kind) ? station.name : dotted(kind, station.name)
}

/** What the station has, each with its word and icon; a facility that this phone does not know is left out. */
export function facilitiesOf(station: Station): FacilityFact[] {
  const broken = new Set(station.faults?.map(fault => fault.facility))
  return (station.facilities ?? []).filter(isFacility).map(name => ({
    name,
    word: facilities[name],
    icon: icons[name],
    broken: broken.has(name),
  }))
}

/** After a week nobody should rely on what was attested. */
const staleMs = 7 * dayMs

/** 刚核实 2 小时前 · 3 天前核实 · 很久没核实了. */
export function verifiedWords(verifiedAt: number | undefined, now: number): string {
  if (verifiedAt === undefined || now - verifiedAt > staleMs) return '很久没核实了'
  const ago = `${spanWords(now - verifiedAt)}前`
  return now - verifiedAt < dayMs ? `刚核实 ${ago}` : `${ago}核实`
}

/** Open ones first, in name order within: the order says nothing of how much a station is used (law 9). */
export function openFirst(stations: readonly Station[], now: number): Station[] {
  const rank = (station: Station) => (openness(station, now).open ? 0 : 1)
  return [...stations].sort((a, b) => rank(a) - rank(b) || (a.name ?? '').localeCompare(b.name ?? '', 'zh'))
}
