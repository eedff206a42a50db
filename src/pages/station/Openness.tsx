import { openness, type Station } from '@domain/station'
import { Tag } from '@/components/Tag'

/** Whether a station is open now, as the sentence that says why. */
export function Openness({ station, now }: { station: Station; now: number }) {
  const { open, words } = openness(station, now)
  return <Tag tone={open ? 'done' : 'plain'}>{words}</Tag>
}
