import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import '../rider.scss'

/** One thing that was put together, and the way to take it out again. */
export function Chosen({ children, onRemove }: { children: string; onRemove: () => void }) {
  return (
    <View className="rider-chosen">
      <View className="rider-chosen__words">{children}</View>
      <Button look="quiet" inline ariaLabel={`去掉 ${children}`} onTap={onRemove}>
        去掉
      </Button>
    </View>
  )
}
