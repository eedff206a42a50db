import { errand } from '@domain/errand'
import { station } from '@domain/station'
import type { Reading } from '../../local/weapp/runtime/meter'
import { lunch } from '../cloudfunctions/town'
import { people, type Living } from './town'

/** What opening one screen sent, or what one step on it did. */
export interface Sent {
  screen: string
  calls: number
  bytes: number
}

/** The screens that show a list, and whose. */
const lists = [
  ['resident', 'tab/station'],
  ['resident', 'tab/study'],
  ['resident', 'errand/mine'],
  ['resident', 'errand/inbox'],
  ['rider', 'errand/inbox'],
  ['desk', 'errand/inbox'],
  ['desk', 'people/applicants'],
  ['desk', 'study/desk'],
  ['resident', 'people/looks'],
  ['guest', 'people/community'],
] as const

const homes = ['guest', 'resident', 'rider', 'desk', 'keeper'] as const

const sentOf = (screen: string, { calls, bytes }: Reading): Sent => ({ screen, calls, bytes })

/** Every list as it is opened. `params`: what its page is opened with. */
export async function openings(living: Living, params: Readonly<Record<string, string>>): Promise<Sent[]> {
  const sent: Sent[] = []
  for (const [who, screen] of lists) {
    const page = `pages/${screen}/index`
    const phone = await living.phone(people[who])
    phone.phone.read()
    await phone.open(`/${page}${params[page] ?? ''}`)
    sent.push(sentOf(`${screen}, ${who}`, phone.phone.read()))
  }
  return sent
}

/** Every home on a phone that does not know its person yet, and on the same phone the next time. */
export async function starts(living: Living): Promise<Sent[]> {
  const sent: Sent[] = []
  for (const who of homes) {
    const kept = new Map<string, string>()
    const drawer = {
      get: (name: string) => kept.get(name),
      set: (name: string, text: string) => Boolean(kept.set(name, text)),
      remove: (name: string) => void kept.delete(name),
    }
    for (const start of ['first start', 'later start']) {
      const { phone } = await living.phone(people[who], { drawer })
      sent.push(sentOf(`tab/home, ${who}, ${start}`, phone.read()))
    }
  }
  return sent
}

/** A row that changes where it stands. */
export async function rowChange(living: Living): Promise<Sent> {
  const phone = await living.phone(people.resident)
  await phone.open('/pages/tab/station/index')
  phone.phone.read()
  const { rev = '' } = await living.town.as('keeper')(station.one, { id: 's1' })
  await living.town.as('keeper')(station.close, { id: 's1', rev, how: 'today' })
  phone.phone.pull()
  await phone.sees(/今天不开/)
  return sentOf('tab/station, one row changed', phone.phone.read())
}

/** The lists of people who have used it for some time: sixteen errands more. */
export async function longLists(living: Living): Promise<Sent[]> {
  for (let more = 0; more < 16; more += 1) await living.town.as('daughter')(errand.request, lunch)
  const sent: Sent[] = []
  for (const [who, screen] of [
    ['resident', 'errand/mine'],
    ['desk', 'errand/inbox'],
  ] as const) {
    const phone = await living.phone(people[who])
    phone.phone.read()
    await phone.open(`/pages/${screen}/index`)
    sent.push(sentOf(`${screen}, 20 rows`, phone.phone.read()))
  }
  return sent
}

/** The table as it is kept in docs/bench-client.md. */
export function tableOf(sent: readonly Sent[]): string {
  const rows = sent.map(({ screen, calls, bytes }) => [screen, String(calls), String(bytes)] as const)
  const widest = Math.max(...rows.map(([screen]) => screen.length))
  const line = (screen: string, calls: string, bytes: string) =>
    `| ${screen.padEnd(widest)} | ${calls.padStart(13)} | ${bytes.padStart(4)} |\n`
  const rule = `| ${'-'.repeat(widest)} | ${'-'.repeat(12)}: | ---: |\n`
  return line('', 'setData calls', 'B') + rule + rows.map(row => line(...row)).join('')
}

/** What a kept table says. */
export function statedIn(text: string): Sent[] {
  const rows = [...text.matchAll(/^\| ((?:tab|errand|people|study)\/[^|]+?) +\| +(\d+) \| +(\d+) \|$/gm)]
  return rows.map(([, screen = '', calls, bytes]) => ({ screen, calls: Number(calls), bytes: Number(bytes) }))
}
