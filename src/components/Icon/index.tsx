import { View } from '@tarojs/components'
import type { IconName } from '@/theme/icon-name'

interface Props {
  name: IconName
  /** Turns round while something is under way. */
  turning?: boolean
}

/** 图标: in the colour and size of the text around it. It says nothing alone; a word stands beside it. */
export function Icon({ name, turning = false }: Props) {
  return <View className={turning ? `icon icon-${name} icon--turning` : `icon icon-${name}`} />
}
