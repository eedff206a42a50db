import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OutputOf } from '@domain/operation'
import type { Post, study } from '@domain/study'
import { goTab, paths } from '@/client'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { lengthWords } from '../words'
import { usePlace } from './usePlace'
import './read.scss'

interface Props {
  post: Post
  mine?: OutputOf<typeof study.read>['mine']
}

/** Cards turned by hand. A finished lesson opens at its first card; another one where it was left. */
export function Reader({ post, mine }: Props) {
  const cards = post.cards ?? []
  const last = cards.length - 1
  const kept = mine && !mine.finishedAt ? Math.min(mine.card, last) : 0
  // Until he turns a card here, he stands where he stopped anywhere: an answer that comes later may know better.
  const [turned, setTurned] = useState<number>()
  const at = turned ?? kept
  const [finished, setFinished] = useState(false)
  const { keep, lost } = usePlace(post.id)
  const card = cards[at]
  // The desk looks at its drafts, too; a place is kept in what is out.
  const remember: typeof keep = async place => (post.publishedAt === undefined ? undefined : keep(place))

  const turn = (to: number) => {
    setTurned(to)
    setFinished(false)
    void remember({ card: to })
  }
  const finish = () => {
    setTurned(last)
    setFinished(true)
    void remember({ card: last, finished: true })
  }

  if (!card) return <Notice>这一课没有内容了</Notice>
  return (
    <View className="reader">
      <View className="reader-title">{post.title}</View>
      <View className="reader-line">{`第 ${at + 1} 页 · 共 ${lengthWords(post)}`}</View>
      {turned === undefined && kept > 0 && (
        <Notice action="从头看" onAction={() => turn(0)}>{`上次看到第 ${kept + 1} 页，接着看`}</Notice>
      )}
      <View className="reader-card">
        <View className="reader-heading">{card.heading}</View>
        <View className="reader-body">{card.body}</View>
      </View>
      {finished && <Notice tone="done">看完了，谢谢您</Notice>}
      {lost && <Notice tone="waiting">没记下看到哪儿，不耽误看。翻一页会再记</Notice>}
      {at < last && <Button onTap={() => turn(at + 1)}>下一页</Button>}
      {at === last && !finished && <Button onTap={finish}>看完了</Button>}
      {finished && <Button onTap={() => goTab(paths.tabStudy())}>看别的</Button>}
      {at > 0 && (
        <Button look="quiet" onTap={() => turn(at - 1)}>
          上一页
        </Button>
      )}
    </View>
  )
}
