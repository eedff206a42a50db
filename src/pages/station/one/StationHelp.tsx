import { View } from '@tarojs/components'
import { useState } from 'react'
import { station as stations, type Station } from '@domain/station'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { CallButton } from '@/components/CallButton'
import { Notice } from '@/components/Notice'
import { wechat } from '@/wechat'
import { ScanButton } from '../ScanButton'
import type { FacilityFact } from '../words'
import { FaultSheet } from './FaultSheet'

/** 我到了, 打电话, 有东西坏了: what anybody may do at a station, known or not. */
export function StationHelp({ station }: { station: Station }) {
  const { run, busy, failure, clear } = useAction(stations.report)
  const [asking, setAsking] = useState(false)
  const [told, setTold] = useState(false)

  async function report(facility: FacilityFact['name']): Promise<void> {
    if ((await run({ id: station.id, facility })) === undefined) return
    setAsking(false)
    setTold(true)
  }
  const close = () => {
    clear()
    setAsking(false)
  }

  return (
    <View className="station-help">
      <ScanButton />
      {station.phone && <CallButton label="打电话问问" number={station.phone} shown onCall={wechat.phoneCall} />}
      <Button look="quiet" icon="wrench" onTap={() => setAsking(true)}>
        有东西坏了
      </Button>
      {told && <Notice tone="done">已经告诉店里了，谢谢您</Notice>}
      <FaultSheet open={asking} station={station} busy={busy} failure={failure} onReport={report} onClose={close} />
    </View>
  )
}
