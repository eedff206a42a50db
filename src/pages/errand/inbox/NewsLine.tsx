import { View } from '@tarojs/components'
import type { News } from '@domain/errand/reading'
import { clockOf, dayWord } from '@domain/time'
import type * as z from '@domain/zod'

interface Props {
  news: Pick<z.infer<typeof News>, 'sentence' | 'at'>
  now: number
  onOpen: () => void
}

/** One of 消息: what it says and when; it opens its errand. Few nodes: a first screen of them is sent in 3 KB. */
export function NewsLine({ news, now, onOpen }: Props) {
  return (
    <View className="inbox__line" hoverClass="pressed" ariaRole="button" onClick={onOpen}>
      <View className="inbox__sentence">{news.sentence}</View>
      <View className="inbox__when">{`${dayWord(news.at, now)} ${clockOf(news.at)}`}</View>
    </View>
  )
}
