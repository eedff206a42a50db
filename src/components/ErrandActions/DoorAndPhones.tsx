import { View } from '@tarojs/components'
import type { Revealed } from '@domain/errand'
import { knocks } from '@domain/household/words'
import type * as z from '@domain/zod'
import { CallButton } from '../CallButton'
import './index.scss'

interface Props {
  revealed: z.infer<typeof Revealed>
  onCall: (number: string) => void
}

/** Door and phones as `reveal` gave them, big, each phone with whose it is. */
export function DoorAndPhones({ revealed, onCall }: Props) {
  return (
    <View className="errand-door">
      <View className="errand-door__place">{revealed.place}</View>
      {revealed.knock ? <View className="errand-door__knock">{knockWord(revealed.knock)}</View> : null}
      {revealed.phones.map(({ number, whose }) => (
        <CallButton key={number + whose} label={`打给${whose}`} number={number} shown onCall={onCall} />
      ))}
    </View>
  )
}

/** 多敲一会儿; words of a newer cloud stand as they are. */
export function knockWord(knock: string): string {
  const words: Readonly<Record<string, string>> = knocks
  return words[knock] ?? knock
}
