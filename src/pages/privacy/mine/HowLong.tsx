import { View } from '@tarojs/components'
import { keptLines } from '@domain/privacy/words'
import { Fold } from '@/components/Fold'

/** 留多久: a line for each kind of record, from the same table by which the clock removes them. */
export function HowLong() {
  return (
    <Fold title="每样留多久">
      <View className="privacy-part">
        {keptLines().map(({ name, what, keeps }) => (
          <View key={name} className="privacy-part">
            <View className="privacy-line">{what}</View>
            <View className="privacy-quiet">{keeps}</View>
          </View>
        ))}
      </View>
    </Fold>
  )
}
