import { View } from '@tarojs/components'
import type { Errand } from '@domain/errand/record'
import type { Side } from '@domain/errand/side'
import { inHand } from '@domain/errand/record'

const carried: readonly string[] = inHand

/** 口令, said first at the door by whoever comes; and the family's four digits. */
export function Secrets({ errand, side }: { errand: Errand; side: Side }) {
  const { word, digits, state } = errand
  if (!word || !carried.includes(state)) return null
  return (
    <View className="one__secrets">
      <View className="one__secret">
        <View className="one__secret-name">口令</View>
        <View className="one__secret-word">{word}</View>
      </View>
      <View className="one__secret-line">
        {side === 'rider' ? '到门口您先说，老人对得上再开门' : '来的人会先说口令，对得上再开门'}
      </View>
      {digits && side === 'family' && (
        <View className="one__secret">
          <View className="one__secret-name">四位数</View>
          <View className="one__secret-word">{digits}</View>
        </View>
      )}
      {digits && side === 'family' && <View className="one__secret-line">东西到手了，才告诉送来的人</View>}
    </View>
  )
}
