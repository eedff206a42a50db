import { View } from '@tarojs/components'
import type { Revealed } from '@domain/household/revealed'
import { dotted, phrase } from '@domain/line'
import { CallButton } from '../CallButton'
import './index.scss'

interface Props {
  revealed: Revealed
  onCall: (number: string) => void
}

/** Door and phones as `reveal` gave them, big, each phone with whose it is. */
export function DoorAndPhones({ revealed, onCall }: Props) {
  // No line begins with the dot, nor ends between 6 and 楼.
  const [door, ...stairs] = revealed.place.split(' · ')
  return (
    <View className="errand-door">
      <View className="errand-door__place">{dotted(door, ...stairs.map(phrase))}</View>
      {revealed.knock ? <View className="errand-door__knock">{revealed.knock}</View> : null}
      {revealed.notes?.map(words => (
        <View key={words} className="errand-door__knock">{`来过的师傅说：${words}`}</View>
      ))}
      {revealed.phones.length === 0 && <View className="errand-door__knock">没留电话</View>}
      {revealed.phones.map(({ number, whose }) => (
        <CallButton key={number + whose} label={`打给${whose}`} number={number} shown onCall={onCall} />
      ))}
    </View>
  )
}
