import { h } from './dom'
import { icon, iconOf } from './icon'
import type { Card } from './wire'

/** The picture of a card, 5:4, drawn from its words alone: no building, no name, nothing that the sender has not chosen. */
export function cardPicture(card: Card): HTMLElement {
  const parts = card.title
    .split(/[·，。：]/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const [first = card.title, ...rest] = parts
  const kind = card.kind ?? 'other'
  return h(
    'span',
    { class: `picture kind-${kind}` },
    h(
      'span',
      { class: 'subject' },
      h('span', { class: 'square' }, icon(iconOf(kind))),
      h('span', { class: 'first' }, first),
    ),
    ...rest.slice(0, 3).map(part => h('span', { class: 'rest' }, part)),
  )
}

/** A mini-program card as the group shows it: name, title, picture, foot; a live one with its line, which changes. */
export function drawCard(card: Card, tap: () => void, live?: string): HTMLButtonElement {
  return h(
    'button',
    { class: 'card', type: 'button', onclick: tap },
    h('span', { class: 'card-title' }, card.title),
    cardPicture(card),
    ...(live === undefined ? [] : [h('span', { class: 'card-live' }, live)]),
    h('span', { class: 'card-foot' }, '新邻 · 小程序'),
  )
}
