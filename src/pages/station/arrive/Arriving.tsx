import { View } from '@tarojs/components'
import { station as operations } from '@domain/station'
import { useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { Openness } from '../Openness'
import { Arrived } from './Arrived'
import { ThreeWays } from './ThreeWays'
import { TypeCode } from './TypeCode'
import { useArrival } from './use-arrival'
import './arrive.scss'

interface Props {
  code: string
  onOtherCode: (code: string) => void
}

/** From the code in hand to 到了，记好了, or to the three ways on when place alone does not prove it. */
export function Arriving({ code, onOtherCode }: Props) {
  const now = useNow()
  const { visit, counted, doubt, failure, arrive, askAgain } = useArrival(code)
  const { data: door, failure: unread } = useQuery(operations.behind, { code })
  const problem = failure ?? unread
  return (
    <View className="arriving">
      {!visit && (
        <Card>
          <View className="arrive-title">{door?.name ?? '到驿站了？'}</View>
          {door && <View className="arrive-line">{door.address}</View>}
          {door && <Openness station={door} now={now} />}
          <View className="arrive-line">{`门口的码 ${code}`}</View>
          <Button icon="map-pin" onTap={arrive}>
            我到了
          </Button>
          <View className="arrive-line">点了才看一次位置，只为确认您在驿站。不扫也能用。</View>
        </Card>
      )}
      {problem && <Notice tone="stuck">{problem.sentence}</Notice>}
      {problem && !visit && <TypeCode plain onCode={onOtherCode} />}
      {visit && counted && <Arrived visit={visit} />}
      {visit && !counted && (
        <ThreeWays visit={visit} doubt={doubt} onTryAgain={arrive} onAskAgain={askAgain} onOtherCode={onOtherCode} />
      )}
    </View>
  )
}
