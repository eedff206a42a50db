import { light } from './light'
import { listeners } from './listeners'
import type { Change, Network } from './face'

/** What the stage may ask WeChat's part for. */
export type Asked =
  | 'scan'
  | 'locate'
  | 'phoneCall'
  | 'subscribe'
  | 'photo'
  | 'phone'
  | 'face'
  | 'contract'
  | 'settings'
  | 'chooseGroup'
  | 'groupEntry'

/** What the person on the stage refuses, or what fails him (拒绝授权). */
export type Refusal = 'location' | 'privacy' | 'camera' | 'phone' | 'subscribe' | 'messages' | 'undeclared' | 'weak'

const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** The stage's origin, fixed by its first message; '*' before, when nothing secret has been said. */
let origin = '*'
let openid: string | undefined
let offline = false
let refusing: readonly unknown[] = []
let scale = 1

const waiting = new Map<string, (value: unknown) => void>()
let asked = 0

export const changed = listeners<Change>()
export const opened = listeners<string>()
export const wentBack = listeners<void>()
export const scaled = listeners<number>()
export const known = listeners<void>()
export const networked = listeners<Network>()

/** Whether this page stands in a stage at all; alone it has no identity and shows nothing of anybody. */
export const staged = (): boolean => window.parent !== window

/** Whose phone this is; in memory only. */
export const personHere = (): string | undefined => openid

/** True while the stage plays a dead network (断网). */
export const isOffline = (): boolean => offline

/** True while the stage plays a person who refuses this. */
export const refuses = (what: Refusal): boolean => refusing.includes(what)

/** How the network is, as the stage plays it. */
export function networkHere(): Network {
  if (offline) return 'none'
  return refuses('weak') ? 'weak' : 'good'
}

export const scaleHere = (): number => scale

/** Waits until the stage has said whose phone this is. */
export function person(): Promise<string> {
  if (openid !== undefined) return Promise.resolve(openid)
  return new Promise(resolve => {
    const stop = known.add(() => {
      stop()
      resolve(openid ?? '')
    })
  })
}

/** Says something to the stage. */
export function say(kind: string, body: Record<string, unknown> = {}): void {
  if (staged()) window.parent.postMessage({ xinlin: 1, kind, ...body }, origin)
}

/** Asks the stage and waits for its answer, as long as the person takes. */
export function request(kind: 'ask' | 'share', body: Record<string, unknown>): Promise<unknown> {
  if (!staged()) return Promise.resolve(undefined)
  asked += 1
  const id = `${kind}-${asked}`
  return new Promise(resolve => {
    waiting.set(id, resolve)
    say(kind, { id, ...body })
  })
}

/** Asks the stage to play WeChat's part. */
export const ask = (what: Asked, payload?: unknown): Promise<unknown> => request('ask', { what, payload })

type Message = Readonly<Record<string, unknown>>

function beginAnew(): void {
  window.history.replaceState(null, '', window.location.pathname)
  window.location.reload()
}

const hears: Record<string, (message: Message) => void> = {
  identity({ openid: next }) {
    if (typeof next !== 'string' || next === openid) return
    // Another person takes the phone: nothing of the one before may stay in memory, and not the page he was on.
    if (openid !== undefined) return beginAnew()
    openid = next
    known.tell()
  },
  changed({ collection, communityId }) {
    if (typeof collection !== 'string') return
    changed.tell({ collection, communityId: typeof communityId === 'string' ? communityId : undefined })
  },
  navigate({ path }) {
    if (typeof path === 'string') opened.tell(path)
  },
  back() {
    wentBack.tell()
  },
  offline({ value }) {
    offline = value === true
    networked.tell(networkHere())
  },
  refuse({ value }) {
    refusing = Array.isArray(value) ? value : []
    networked.tell(networkHere())
  },
  scale({ value }) {
    if (value !== 1 && value !== 1.2 && value !== 1.4) return
    scale = value
    scaled.tell(value)
  },
  light({ words }) {
    if (typeof words === 'string') light(words)
  },
  answer({ id, value }) {
    if (typeof id !== 'string') return
    waiting.get(id)?.(value)
    waiting.delete(id)
  },
}

const isMessage = (data: unknown): data is Message & { kind: string } =>
  typeof data === 'object' &&
  data !== null &&
  'xinlin' in data &&
  data.xinlin === 1 &&
  'kind' in data &&
  typeof data.kind === 'string'

function hear(event: MessageEvent<unknown>): void {
  if (!staged() || event.source !== window.parent || !isMessage(event.data)) return
  if (origin === '*' ? !loopback.test(event.origin) : event.origin !== origin) return
  if (!Object.hasOwn(hears, event.data.kind)) return
  origin = event.origin
  hears[event.data.kind]?.(event.data)
}

window.addEventListener('message', hear)
say('ready')
