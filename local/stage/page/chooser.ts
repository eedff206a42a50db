import { fill, h } from './dom'
import type { Trio } from './trio'
import { post, type Card, type Message } from './wire'

/** 用谁的手机打开？: asked when a card of the group is tapped. */
export interface Chooser {
  root: HTMLElement
  ask(card: Card, message: Message): void
}

/** Makes the place for the question, at the foot of the right column. */
export function openChooser({ all, bringForward }: Trio): Chooser {
  const root = h('div', { class: 'choosing' })
  const close = () => fill(root)

  return {
    root,
    ask(card, message) {
      const choices = all.map(phone => {
        const open = () => {
          close()
          bringForward(phone.hand)
          phone.cameFrom(message.groupId)
          phone.open(card.path)
          void post('opened', { openid: phone.person().openid, message: message.id })
        }
        return h('button', { class: 'choice', type: 'button', onclick: open }, phone.person().name)
      })
      const veil = h('button', { class: 'veil', type: 'button', 'aria-label': '关上', onclick: close })
      const question = h('h3', {}, '用谁的手机打开？')
      fill(root, veil, h('div', { class: 'chooser', role: 'dialog' }, question, ...choices))
    },
  }
}
