/**
 * The stage around a phone, and the cloud behind it, played by the test: the phone's own transport, stage and storage are real.
 * Import this before anything of `src`: a phone looks once, when it starts, whether it stands in a stage.
 */
import type { Event } from '@/client/event'

const frame = document.createElement('iframe')
document.body.append(frame)
const outside = frame.contentWindow
if (!outside) throw new Error('no window to be the stage')

/** Everything the phone has said to the stage. */
export const said: Readonly<Record<string, unknown>>[] = []
outside.postMessage = (message: Readonly<Record<string, unknown>>) => void said.push(message)
Object.defineProperty(window, 'parent', { configurable: true, value: outside })

export const stageOrigin = 'http://127.0.0.1:4100'

/** The stage says something; `from` is who really said it. */
export function tell(
  kind: string,
  body: Record<string, unknown> = {},
  from: { origin?: string; source?: Window | null } = {},
): void {
  const { origin = stageOrigin, source = outside } = from
  window.dispatchEvent(new MessageEvent('message', { data: { xinlin: 1, kind, ...body }, origin, source }))
}

/** What reached the cloud, in order, with who sent it and whether the reply was lost on the way back. */
export interface Arrival extends Event {
  area: string
  openid: string
}
export const arrived: Arrival[] = []

/** 2026-03-01 10:07 in Beijing. */
export const tenOhSeven = Date.UTC(2026, 2, 1, 2, 7)

export const fine = (data: unknown, more: object = {}): unknown => ({
  result: { ok: true, at: tenOhSeven, data, ...more },
})
export const refused = (code: string, detail?: object): unknown => ({
  result: { ok: false, at: tenOhSeven, code, detail },
})
export const receipt = (id: string): unknown => fine({ id, state: 'accepted', rev: 'r2', at: tenOhSeven })

type Answering = (arrival: Arrival) => unknown
let answering: Answering = () => refused('NOT_FOUND')

/** How the cloud answers from now on. What it throws is a reply that never comes back. */
export function cloud(answers: Answering): void {
  answering = answers
}

Object.assign(window, {
  async fetch(url: string, { body = '{}', headers }: { body?: string; headers: Record<string, string> }) {
    const arrival: Arrival = { ...JSON.parse(body), area: url.replace('/call/', ''), openid: headers['x-openid'] ?? '' }
    arrived.push(arrival)
    const answer = await answering(arrival)
    return { status: 200, text: async () => JSON.stringify(answer), json: async () => answer }
  },
})

/** A reply that is lost on its way: the cloud has done what it was asked. */
export function lost(): never {
  throw new TypeError('Failed to fetch')
}

export function startAgain(): void {
  arrived.length = 0
  said.length = 0
  cloud(() => refused('NOT_FOUND'))
}
