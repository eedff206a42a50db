import type { Errand } from '../../../domain/errand/record'
import type { Group } from '../../../domain/wechat-group'
import type { Message } from '../group'
import type { ShownAsked } from '../asked'
import type { ShownNotice } from '../notices'
import type { Door } from '../stations'
import type { Story } from '../story'
import type { Person, Town } from '../town'

export type { Card, Message } from '../group'
export type { ShownAsked } from '../asked'
export type { ShownNotice } from '../notices'
export type { Door } from '../stations'
export type { Story } from '../story'
export type { Hand, Person } from '../town'
export type { Errand, Group }

/** `GET /town`: all that the page starts with. */
export interface World extends Town {
  /** The product's clock, epoch ms, when this was answered. */
  at: number
  people: Person[]
  stations: Door[]
  groups: Group[]
  /** The number behind 打电话给社区. */
  deskNumber: string
  /** The ports of the three phones: family, desk, rider. */
  ports: number[]
  messages: Message[]
  /** The line of each live card of these, by its activity. */
  live: Record<string, string>
  heard?: Heard
  notices: ShownNotice[]
  asked: ShownAsked[]
  story: Story
}

/** What the elder on the landline was told. */
export interface Heard {
  words: string
  at: number
}

/** What the stage's server tells the page as it happens. */
export interface Told {
  changed: { collection: string; communityId?: string }
  group: { message: Message }
  notice: { notice: ShownNotice }
  asked: { asked: ShownAsked }
  landline: { heard: Heard }
  cost: { calls: number; requests: number }
  story: { story: Story }
  clock: { at: number }
  restarted: Record<string, never>
}

/** Asks for the world. The page and its server are one build, so that its shape is not asked again. */
export async function readWorld(): Promise<World> {
  const answer = await fetch('/town')
  if (!answer.ok) throw new Error(await answer.text())
  const world: World = await answer.json()
  return world
}

/** Does something on the stage: `POST /stage/<deed>`. */
export async function post(deed: string, body: Record<string, unknown> = {}): Promise<void> {
  await fetch(`/stage/${deed}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
}

type Hears = { [kind in keyof Told]: (told: Told[kind]) => void }

/** Opens the page's one stream. `onGap` is told when it comes back after a break: what was missed is asked for again. */
export function listen(hears: Hears, onGap: () => void): void {
  const source = new EventSource('/events')
  let opened = false
  source.addEventListener('open', () => {
    if (opened) onGap()
    opened = true
  })
  source.addEventListener('message', event => {
    const told: { kind: string } & Record<string, unknown> = JSON.parse(String(event.data))
    const hear: unknown = Reflect.get(hears, told.kind)
    if (typeof hear === 'function') hear(told)
  })
}
