import { View } from '@tarojs/components'
import type { Station } from '@domain/station'
import { spanWords } from '@domain/time'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Facilities } from '../Facilities'
import { Openness } from '../Openness'
import { facilitiesOf, kindWords, verifiedWords } from '../words'

/** The facts of a station: open or not and why, where, what it has, what is broken and since when, and how fresh that is. */
export function StationFacts({ station, now }: { station: Station; now: number }) {
  const { name, address, openFrom, openUntil, faults = [], verifiedAt } = station
  const words = new Map<string, string>(facilitiesOf(station).map(facility => [facility.name, facility.word]))
  return (
    <Card>
      <View className="station-name">{name}</View>
      <Openness station={station} now={now} />
      <View className="station-line">
        {kindWords(station)}
        {address ? ` · ${address}` : ''}
      </View>
      {openFrom && openUntil && <View className="station-line">{`门口写的时间 ${openFrom}-${openUntil}`}</View>}
      <Facilities station={station} />
      {faults.map(({ facility, at }) => (
        <Notice key={facility} tone="waiting">
          {`${spanWords(now - at)}前有人说：${words.get(facility) ?? '有样东西'}坏了`}
        </Notice>
      ))}
      <View className="station-line">{verifiedWords(verifiedAt, now)}</View>
    </Card>
  )
}
