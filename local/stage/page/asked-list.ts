import { clockOf } from '../../../domain/time'
import { fill, h } from './dom'
import type { Person, ShownAsked } from './wire'

const shown = 2

/** 微信收到的: what WeChat was asked beside notices, the latest first. Not there while there is nothing to say. */
export interface AskedList {
  root: HTMLElement
  add(asked: ShownAsked): void
}

/** Draws the list, under the notices and quieter than they are. */
export function openAsked(people: Person[], past: ShownAsked[]): AskedList {
  const names = new Map(people.map(person => [person.openid, person.name]))
  const kept = [...past]
  const list = h('ul', { class: 'notices' })
  const root = h('div', { class: 'asked', role: 'group', 'aria-label': '微信收到的' }, h('h3', {}, '微信收到的'), list)

  function line({ openid, at, words, isOdd }: ShownAsked): HTMLElement {
    return h(
      'li',
      { class: isOdd ? 'missed' : 'delivered' },
      h('b', {}, openid === '' ? '新邻' : (names.get(openid) ?? '有人')),
      h('span', {}, words),
      h('time', {}, clockOf(at)),
    )
  }

  function draw(): void {
    fill(list, ...kept.slice(-shown).reverse().map(line))
    root.hidden = kept.length === 0
  }

  draw()
  return {
    root,
    add(asked) {
      kept.push(asked)
      draw()
    },
  }
}
