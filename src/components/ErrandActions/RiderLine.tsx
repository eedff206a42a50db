import { View } from '@tarojs/components'
import type { RiderCard } from '@domain/errand/dispatching'
import { dotted, phrase } from '@domain/line'
import { trades } from '@domain/person'
import { wordOf } from '@domain/rider/words'
import { Button } from '../Button'

interface Props {
  rider: RiderCard
  /** Why he, or why not. */
  words: readonly string[]
  label: string
  busy: boolean
  /** Absent where he cannot be asked. */
  onPick?: (() => unknown) | undefined
  look?: 'quiet' | 'text'
}

/** One who might go: his name, what speaks for him or against it, and the button that asks him. */
export function RiderLine({ rider, words, label, busy, onPick, look = 'quiet' }: Props) {
  return (
    <View className="errand-rider">
      <View className="errand-rider__words">
        <View className="errand-rider__name">{rider.name}</View>
        <View className="errand-rider__why">{dotted(wordOf(trades, rider.trade), ...words.map(phrase))}</View>
      </View>
      {onPick && (
        <Button look={look} inline busy={busy} onTap={onPick}>
          {label}
        </Button>
      )}
    </View>
  )
}
