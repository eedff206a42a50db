import { choice } from './sheet'
import type { Phone } from './phone'
import type { Door } from './wire'

/** One reading of the location as a phone gives it, or why there is none. */
export type Located =
  { ok: true; fix: { lat: number; lng: number; accuracyMetres: number } } | { ok: false; why: 'refused' | 'off' }

/** About 1.3 km to the north: at home, not at the station. */
const awayDegrees = 0.012

/** The location sheet: at a station's door, at home, refused, or switched off. `at` is the door whose code was scanned last. */
export function locate(phone: Phone, doors: Door[], at: Door | undefined, answer: (located: Located) => void): void {
  const placed = doors.filter(door => door.point)
  const first = placed.find(door => door.code === at?.code) ?? placed[0]
  const others = placed.filter(door => door !== first).slice(0, 2)

  const give = (located: Located) => () => {
    phone.sheets.done()
    answer(located)
  }
  const near = (door: Door, away = 0): Located => {
    const { lat, lng } = door.point ?? { lat: 0, lng: 0 }
    return { ok: true, fix: { lat: lat + away, lng, accuracyMetres: 25 } }
  }

  phone.sheets.lay(
    '新邻 想知道您在哪儿',
    [
      ...(first ? [choice('在店门口', first.name, give(near(first)), 'main')] : []),
      ...others.map(door => choice('在另一家门口', door.name, give(near(door)))),
      ...(first ? [choice('在家', '离这儿一公里多', give(near(first, awayDegrees)))] : []),
      choice('拒绝', '', give({ ok: false, why: 'refused' })),
      choice('定位关着', '', give({ ok: false, why: 'off' })),
    ],
    give({ ok: false, why: 'refused' }),
  )
}
