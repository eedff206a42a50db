import { h, fill } from './dom'
import { icon } from './icon'

/** WeChat's bar above every page: arrow back, title, capsule. */
export interface Bar {
  root: HTMLElement
  show(title: string, canGoBack: boolean): void
}

/** Draws the bar; the capsule is WeChat's and does nothing here. */
export function openBar(back: () => void): Bar {
  const arrow = h('button', { class: 'arrow', type: 'button', 'aria-label': '返回', onclick: back }, icon('back'))
  const title = h('span', { class: 'title' }, '新邻')
  const capsule = h(
    'span',
    { class: 'capsule', 'aria-hidden': 'true' },
    h('i', { class: 'dots' }),
    h('i', { class: 'ring' }),
  )
  const left = h('span', { class: 'left' })
  return {
    root: h('div', { class: 'wechat-bar' }, left, title, capsule),
    show(words, canGoBack) {
      title.textContent = words || '新邻'
      fill(left, canGoBack && arrow)
    },
  }
}
