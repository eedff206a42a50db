import { useShare } from '@/wechat/use-share'
import { paths } from './paths'

const card = { title: '新邻', path: paths.tabHome(), kind: 'home' }

/**
 * 转发 of a page that shows what is not everybody's business: the way to 首页, until a button offers a card of its own. Without a card
 * WeChat would send a screenshot of the page, with the address on it.
 */
export function useHomeShare(): void {
  useShare(card)
}
