import { dotted } from '@domain/line'
import { openness, type Station } from '@domain/station'
import type { Card } from '@/components/ListCard'
import { facilitiesOf, kindWords, verifiedWords } from '../../station/words'

/** A station in the list: its name, what it is and where, what it has, and whether it is open and why. */
export function cardOf(station: Station, now: number): Card {
  const { open, words } = openness(station, now)
  const all = facilitiesOf(station)
  const working = all.filter(facility => !facility.broken).map(facility => facility.word)
  const broken = all.filter(facility => facility.broken).map(facility => `${facility.word}坏了`)
  return {
    id: station.id,
    icon: 'store',
    title: station.name ?? '驿站',
    place: dotted(kindWords(station), station.address),
    lines: [dotted(...working), dotted(...broken), verifiedWords(station.verifiedAt, now)].filter(line => line !== ''),
    standing: words,
    tone: open ? 'done' : 'plain',
  }
}
