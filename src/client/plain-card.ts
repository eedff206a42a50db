import type { Card } from '@/wechat'
import { paths } from './paths'

/** What is shared from a page that has nothing of its own to share, or nothing that may be told: the house, never a picture of the page. */
export const plainCard: Card = { title: '新邻 · 邻里帮忙', path: paths.tabHome(), kind: 'home' }
