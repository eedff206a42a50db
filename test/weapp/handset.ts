import type { DOMWindow } from 'jsdom'
import type { Outside } from '../../local/weapp/outside'
import type { Phone } from '../../local/weapp/phone'
import type { Town } from '../cloudfunctions/town'
import { openWindow, pack } from './window'

/** How the keeper of a phone answers WeChat's questions. */
export type Keeper = Partial<Outside>

type Words = string | RegExp
/** As it is read: where a line may not break is not seen. */
const read = (said: string | null | undefined): string =>
  (said ?? '').replaceAll('\u2060', '').replace(/\s+/g, ' ').trim()
const says = (said: string | null | undefined, words: Words): boolean =>
  typeof words === 'string' ? read(said) === words : words.test(read(said))

const pressable = '[role=button], [role=radio], [role=checkbox], [role=switch], [role=tab]'
const patienceMs = 60_000
/** A page stands when so many looks in a row, each a turn of the event loop, find nothing that is still asked for. */
const looks = 8

/** A phone with the WeChat build as somebody holds it: he reads what is on the screen, and taps. */
export interface Handset {
  phone: Phone
  window: DOMWindow
  /** Cards that were sent to a chat. */
  shared: { title: string; path: string; picture?: string }[]
  /** What was written into 实时日志. */
  logged: string[]
  /** The words in WeChat's bar. */
  title(): string
  /** The page on top. */
  top(): HTMLElement
  /** All that stands on the page on top. */
  words(): string
  sees(words: Words): Promise<void>
  misses(words: Words): Promise<void>
  /** A tap on what may be pressed and is called so. */
  tap(words: Words, within?: string): Promise<void>
  type(label: string, words: string): Promise<void>
  open(url: string): Promise<void>
  /** Waits until nothing on the screen is still being asked for. */
  opened(): Promise<void>
  until<T>(find: () => T | undefined | false, what: string): Promise<T>
  /** Puts it away, once the cloud has answered. */
  close(): Promise<void>
}

/** A picture goes to the cloud; what it shows is nothing. @returns its fileID */
async function upload({ cloud }: Town, openid: string, path: string): Promise<string> {
  const headers = { 'content-type': 'image/jpeg', 'x-openid': openid }
  const answer = await fetch(`${cloud.url}/storage/upload?path=${path}`, { method: 'POST', headers, body: 'jpeg' })
  const { fileID } = (await answer.json()) as { fileID: string }
  return fileID
}

/** Puts the WeChat build into somebody's hands: a window of its own, the one cloud. */
export function hand(town: Town, openid: string, keeper: Keeper = {}, its = pack): Handset {
  const { callFunction, ...others } = keeper
  const { window, screen, openPhone } = openWindow()
  const drawer = new Map<string, string>()
  const shared: Handset['shared'] = []
  const logged: string[] = []
  const asked = new Set<Promise<unknown>>()
  let title = ''

  const phone = openPhone(
    its,
    {
      callFunction: (name, data) =>
        underWay(callFunction?.(name, data) ?? town.cloud.call(name, openid, JSON.parse(JSON.stringify(data)))),
      uploadFile: path => underWay(upload(town, openid, path)),
      scan: async () => ({ ok: false, no: 'left' }),
      locate: async () => ({ ok: false, no: 'off' }),
      dial: async () => true,
      subscribe: async ids => ({ ok: true, value: Object.fromEntries(ids.map(id => [id, 'accept'])) }),
      choosePicture: async () => ({ ok: false, no: 'left' }),
      chooseFace: async () => undefined,
      chooseFile: async () => ({ ok: false, no: 'left' }),
      download: async () => undefined,
      hand: async () => true,
      phoneCode: async () => ({ ok: false, no: 'denied' }),
      groupEntry: async () => ({ ok: false, no: 'off' }),
      agree: async () => ({ ok: true, value: true }),
      openContract: async () => undefined,
      openSettings: async () => undefined,
      setting: () => ({ scopes: {}, messages: true, always: [] }),
      network: () => 'good',
      pictureSize: async () => ({ width: 1000, height: 800 }),
      compressPicture: async path => path,
      share: card => void shared.push(card),
      drawer: {
        get: name => drawer.get(name),
        set(name, text) {
          drawer.set(name, text)
          return true
        },
        remove: name => void drawer.delete(name),
        clear: () => drawer.clear(),
      },
      log: (level, words) => void logged.push(`${level} ${JSON.stringify(words)}`),
      fontScale: () => 1,
      title: words => void (title = words),
      turned: () => undefined,
      ...others,
    },
    screen,
  )

  function underWay<T>(call: Promise<T>): Promise<T> {
    asked.add(call)
    const over = () => void asked.delete(call)
    call.then(over, over)
    return call
  }

  const top = (): HTMLElement => phone.navigator.top()?.element ?? screen

  async function until<T>(find: () => T | undefined | false, what: string): Promise<T> {
    const end = Date.now() + patienceMs
    for (;;) {
      const found = find()
      if (found !== undefined && found !== false) return found
      if (Date.now() > end)
        throw new Error(`${what}; on the screen: ${top().textContent}; errors: ${phone.errors.join('\n')}`)
      await new Promise(done => setTimeout(done, 4))
    }
  }

  function press(element: Element): void {
    for (const kind of ['mousedown', 'mouseup']) element.dispatchEvent(new window.MouseEvent(kind, { bubbles: true }))
  }

  const nodes = (selector: string, within: ParentNode = top()): HTMLElement[] => [
    ...within.querySelectorAll<HTMLElement>(selector),
  ]
  const called = (element: HTMLElement): string => element.getAttribute('aria-label') ?? element.textContent ?? ''

  const handset: Handset = {
    phone,
    window,
    shared,
    logged,
    top,
    until,
    title: () => title,
    words: () => read(top().textContent),
    async close() {
      await until(() => asked.size === 0, 'waited for the cloud')
      window.close()
    },
    async sees(words) {
      await until(() => nodes('*').some(node => says(node.textContent, words)), `waited to see ${String(words)}`)
    },
    async misses(words) {
      await until(() => !nodes('*').some(node => says(node.textContent, words)), `waited not to see ${String(words)}`)
    },
    async tap(words, within) {
      const button = await until(
        () => {
          const area = within === undefined ? top() : nodes(within).at(-1)
          return area && nodes(pressable, area).find(node => says(called(node), words) || says(node.textContent, words))
        },
        `waited to tap ${String(words)}`,
      )
      press(button)
    },
    async type(label, words) {
      const field = await until(
        () => nodes('input, textarea').find(node => node.getAttribute('aria-label') === label),
        `waited for the field ${label}`,
      )
      Object.assign(field, { value: words })
      field.dispatchEvent(new window.Event('input', { bubbles: true }))
    },
    async open(url) {
      phone.navigator.reLaunch(url)
      await handset.opened()
    },
    async opened() {
      let still = 0
      await until(() => {
        const busy = asked.size > 0 || nodes('.loading').length > 0 || top().textContent === ''
        still = busy ? 0 : still + 1
        return still > looks
      }, 'waited for the page')
    },
  }
  return handset
}
