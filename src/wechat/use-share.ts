import { useEffect } from 'react'
import { useDidShow, useShareAppMessage } from '@tarojs/taro'
import { type Card, wechat } from './index'
import { livened } from './live'
import plain from './card.png'

/**
 * 发到群里: makes this page's card what WeChat sends, from our button (`<Button openType="share">`) and from its own menu. Answers
 * with what the button does on a tap. The page's config needs `enableShareAppMessage: true`.
 */
export function useShare(card: Card): () => Promise<boolean> {
  const { title, path, picture, kind } = card
  useEffect(() => wechat.offerShare({ title, path, picture, kind }), [title, path, picture, kind])
  // The page beneath has offered its own meanwhile.
  useDidShow(() => wechat.offerShare(card))
  useShareAppMessage(({ from }) => {
    // A button of ours has offered its own card; WeChat's menu speaks of the whole page.
    const offered = (from === 'button' ? wechat.offered() : undefined) ?? card
    const sent = { title: offered.title, path: offered.path, imageUrl: offered.picture ?? plain }
    return { ...sent, promise: livened(sent, offered.live) }
  })
  return () => wechat.share(card)
}
