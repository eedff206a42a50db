import { h, fill } from './dom'

type Content = Node | string | undefined | false

/** The sheets that WeChat lays over a phone's page, one at a time. */
export interface Sheets {
  /** Lays a sheet; `left` is called when it goes without a choice. `look` is a class: `camera`, `ring`. */
  lay(title: string, content: Content[], left?: () => void, look?: string): void
  /** Takes the sheet away as chosen. */
  done(): void
  /** Takes the sheet away as left. */
  close(): void
}

/** Makes the place for sheets in a phone's screen. */
export function openSheets(screen: HTMLElement): Sheets {
  const place = h('div', { class: 'sheets' })
  screen.append(place)
  let onLeft: (() => void) | undefined

  function clear(): void {
    onLeft = undefined
    fill(place)
  }

  function close(): void {
    const left = onLeft
    clear()
    left?.()
  }

  return {
    lay(title, content, left, look = '') {
      close()
      onLeft = left
      const veil = h('button', { class: 'veil', type: 'button', 'aria-label': '关上', onclick: close })
      const sheet = h(
        'div',
        { class: `sheet ${look}`, role: 'dialog', 'aria-label': title },
        h('h3', {}, title),
        ...content,
      )
      fill(place, veil, sheet)
    },
    done: clear,
    close,
  }
}

/** A choice in a sheet: a full-width button, with a quiet second line. */
export function choice(words: string, more: string, tap: () => void, look = ''): HTMLButtonElement {
  return h(
    'button',
    { class: `choice ${look}`, type: 'button', onclick: tap },
    h('span', {}, words),
    more !== '' && h('small', {}, more),
  )
}
