import { View } from '@tarojs/components'
import { station as stations, type Station } from '@domain/station'
import { may } from '@domain/operation'
import { useAction, useMe } from '@/client'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { Facilities } from '../Facilities'
import { facilitiesOf, verifiedWords } from '../words'

/** 有人说：饮水机坏了 (修好了), and 刚核实 (还是这样): the facts kept true by the one who stands there. */
export function Upkeep({ station, now }: { station: Station; now: number }) {
  const me = useMe()
  const mend = useAction(stations.mend)
  const attest = useAction(stations.attest)
  const { id, rev } = station
  const failure = mend.failure ?? attest.failure
  return (
    <Section title="店里有什么">
      <Facilities station={station} />
      {facilitiesOf(station)
        .filter(facility => facility.broken)
        .map(({ name, word }) => (
          <View key={name} className="at-the-door">
            <View className="at-the-door-who">{`有人说：${word}坏了`}</View>
            {rev && may(stations.mend, me, station) && (
              <Button
                look="quiet"
                inline
                icon="wrench"
                busy={mend.busy}
                onTap={() => mend.run({ id, rev, facility: name })}
              >
                修好了
              </Button>
            )}
          </View>
        ))}
      <View className="at-the-door">
        <View className="at-the-door-who">{verifiedWords(station.verifiedAt, now)}</View>
        {rev && may(stations.attest, me, station) && (
          <Button look="quiet" inline icon="check" busy={attest.busy} onTap={() => attest.run({ id, rev })}>
            还是这样
          </Button>
        )}
      </View>
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
    </Section>
  )
}
