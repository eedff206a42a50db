import { View } from '@tarojs/components'
import { station, type Visit } from '@domain/station'
import { may } from '@domain/operation'
import { spanWords } from '@domain/time'
import { useAction, useMe, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'

interface Props {
  id: string
  /** The first one's button is the red one of the screen. */
  first: boolean
}

/** 等您点头的 n 位: who says he is here and whose phone could not prove it. */
export function AtTheDoor({ id, first }: Props) {
  const { data, failure, reload } = useQuery(station.waiting, { id })
  const { run, busy, failure: refused } = useAction(station.admit)
  const me = useMe()
  const now = useNow()
  const rows = data?.rows ?? []
  return (
    <Section title={rows.length > 0 ? `等您点头的 ${rows.length} 位` : '等您点头的'}>
      {rows.map((visit, index) => (
        <View key={visit.id} className="at-the-door">
          <View className="at-the-door-who">{whoWords(visit, now)}</View>
          {may(station.admit, me, visit) && (
            <Button
              look={first && index === 0 ? 'primary' : 'quiet'}
              inline
              busy={busy}
              onTap={() => run({ id: visit.id })}
            >
              他在这儿
            </Button>
          )}
        </View>
      ))}
      {data && rows.length === 0 && <View className="station-line">现在没有人等</View>}
      {!data && failure && <Failed onRetry={reload}>{failure.sentence}</Failed>}
      {!data && !failure && <Loading />}
      {refused && <Notice tone="stuck">{refused.sentence}</Notice>}
    </Section>
  )
}

const whoWords = ({ who, at }: Visit, now: number): string =>
  `${who || '一位访客'}${at ? ` · ${spanWords(now - at)}前` : ''}`
