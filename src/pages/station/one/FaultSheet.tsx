import { View } from '@tarojs/components'
import type { Failure } from '@domain/failure'
import type { Station } from '@domain/station'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'
import { facilitiesOf, type FacilityFact } from '../words'

interface Props {
  open: boolean
  station: Station
  busy: boolean
  failure?: Failure
  onReport: (facility: FacilityFact['name']) => Promise<void>
  onClose: () => void
}

/** 什么坏了: the second of two taps; what is already known to be broken need not be said again. */
export function FaultSheet({ open, station, busy, failure, onReport, onClose }: Props) {
  const working = facilitiesOf(station).filter(facility => !facility.broken)
  return (
    <Sheet open={open} title="什么坏了" onClose={onClose}>
      <View className="station-buttons">
        {working.map(({ name, word, icon }) => (
          <Button key={name} look="quiet" inline icon={icon} busy={busy} onTap={() => onReport(name)}>
            {word}
          </Button>
        ))}
      </View>
      {working.length === 0 && <Empty>坏了的店里都知道了</Empty>}
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
    </Sheet>
  )
}
