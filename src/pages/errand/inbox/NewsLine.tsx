import { View } from '@tarojs/components'
import type { News } from '@domain/errand'
import { clockOf, dayWord } from '@domain/time'
import type * as z from '@domain/zod'
import { Icon } from '@/components/Icon'

interface Props {
  news: z.infer<typeof News>
  now: number
  onOpen: () => void
}

/** One of 消息: what it says and when; it opens its errand. */
export function NewsLine({ news, now, onOpen }: Props) {
  return (
    <View className="inbox__line" hoverClass="pressed" ariaRole="button" onClick={onOpen}>
      <View className="inbox__words">
        <View className="inbox__sentence">{news.sentence}</View>
        <View className="inbox__when">{`${dayWord(news.at, now)} ${clockOf(news.at)}`}</View>
      </View>
      <Icon name="chevron-right" />
    </View>
  )
}
