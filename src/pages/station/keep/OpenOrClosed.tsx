import { View } from '@tarojs/components'
import { openness, station as stations, type Station } from '@domain/station'
import { may } from '@domain/operation'
import { useAction, useMe } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Openness } from '../Openness'
import { wholeName } from '../words'

/** 开着 or not; 关一会儿 · 今天不开, or 开门 when it was closed by hand. */
export function OpenOrClosed({ station, now }: { station: Station; now: number }) {
  const me = useMe()
  const close = useAction(stations.close)
  const reopen = useAction(stations.reopen)
  const { id, rev, closure } = station
  const closedByHand = closure !== undefined && closure !== null && closure.until > now
  const failure = close.failure ?? reopen.failure
  return (
    <Card stuck={!openness(station, now).open}>
      <View className="station-name">{wholeName(station)}</View>
      <Openness station={station} now={now} />
      {rev && !closedByHand && may(stations.close, me, station) && (
        <View className="station-buttons">
          <Button look="quiet" inline busy={close.busy} onTap={() => close.run({ id, rev, how: 'while' })}>
            关一会儿
          </Button>
          <Button look="quiet" inline busy={close.busy} onTap={() => close.run({ id, rev, how: 'today' })}>
            今天不开
          </Button>
        </View>
      )}
      {rev && closedByHand && may(stations.reopen, me, station) && (
        <Button busy={reopen.busy} icon="door-open" onTap={() => reopen.run({ id, rev })}>
          开门
        </Button>
      )}
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
    </Card>
  )
}
