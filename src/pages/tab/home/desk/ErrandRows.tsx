import { View } from '@tarojs/components'
import type { Errand } from '@domain/errand/record'
import { errandCard } from '@/components/ErrandActions'
import { ListCard } from '@/components/ListCard'

interface Props {
  errands: readonly Errand[]
  now: number
  onOpen: (id: string) => void
}

/** A list of errands to look at; what is to be done about one is behind the tap. */
export function ErrandRows({ errands, now, onOpen }: Props) {
  return (
    <View className="desk-rows">
      {errands.map(errand => (
        <ListCard key={errand.id} card={errandCard(errand, 'desk', now)} onOpen={onOpen} />
      ))}
    </View>
  )
}
