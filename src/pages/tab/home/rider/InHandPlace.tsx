import { View } from '@tarojs/components'
import type { Errand } from '@domain/errand/record'
import { Button } from '@/components/Button'
import { DoorAndPhones, placeWords, type ErrandActing } from '@/components/ErrandActions'

interface Props {
  errand: Errand
  acting: ErrandActing
}

/** Where to: building and stairs, and after the logged tap the door and the phones, which stay on this phone until the errand is over. */
export function InHandPlace({ errand, acting }: Props) {
  const { id, householdId } = errand
  const door = acting.revealed(errand)
  if (door) return <DoorAndPhones revealed={door} onCall={acting.dial} />
  return (
    <>
      <View className="rider-place">{placeWords(errand)}</View>
      {householdId && (
        <Button
          look="quiet"
          icon="eye"
          busy={acting.busy && acting.aboutId === id}
          onTap={() => acting.perform('reveal', { id, householdId })}
        >
          看门牌和电话（家里会看到记录）
        </Button>
      )}
    </>
  )
}
