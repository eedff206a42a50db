import { errand } from '@domain/errand'
import { station } from '@domain/station'
import { lunch } from '../cloudfunctions/town'
import { bench, root, type Row } from './bench'
import type { Handset } from './handset'
import { people, type Living } from './town'

/** What opening one screen sent and asked, or what one step on it did; `byHand`: bytes of the same answers on a page by hand. */
export interface Sent {
  screen: string
  cloud: number
  calls: number
  bytes: number
  byHand?: number
}

/** The screens that show a list, whose, and the question whose answer it is. */
const lists = [
  ['resident', 'tab/station', 'station.list'],
  ['resident', 'tab/study', 'study.feed'],
  ['resident', 'errand/mine', 'errand.mine'],
  ['resident', 'errand/inbox', 'errand.inbox'],
  ['rider', 'errand/inbox', 'errand.inbox'],
  ['desk', 'errand/inbox', 'errand.inbox'],
  ['desk', 'rider/applicants', 'rider.applicants'],
  ['desk', 'study/desk', 'study.desk'],
  ['desk', 'group/bind', 'group.list'],
  ['desk', 'safety/queue', 'safety.queue'],
  ['resident', 'household/looks', 'household.looks'],
  ['guest', 'people/community', 'people.communities'],
] as const

const homes = ['guest', 'resident', 'rider', 'desk', 'keeper'] as const

/** The row that is kept of it. */
export const rowOf = ({ screen, cloud, calls, bytes, byHand }: Sent): Row => ({
  name: screen,
  numbers: {
    'cloud calls': cloud,
    'setData calls': calls,
    B: bytes,
    ...(byHand !== undefined && { 'by hand, B': byHand }),
  },
})

/** What was sent and asked since the last reading. */
function sentOf(screen: string, { phone }: Handset): Sent {
  const { cloud, calls, bytes } = phone.read()
  return { screen, cloud: cloud.length, calls, bytes }
}

/** What a reply of the cloud brings. */
const dataOf = (reply: unknown): unknown =>
  typeof reply === 'object' && reply !== null && 'data' in reply ? reply.data : undefined
const verbOf = (said: unknown): unknown =>
  typeof said === 'object' && said !== null && 'verb' in said ? said.verb : undefined

/** A list as it is opened with these parameters by a person who has the app open already, and may know the answer from its home. */
async function opening(living: Living, [who, screen, asks]: (typeof lists)[number], params = ''): Promise<Sent> {
  const answers = new Map<string, unknown>()
  const phone = await living.phone(people[who], {
    async callFunction(name, data) {
      const reply = await living.town.cloud.call(name, people[who], JSON.parse(JSON.stringify(data)))
      answers.set(`${name}.${String(verbOf(data))}`, dataOf(reply))
      return reply
    },
  })
  phone.phone.read()
  await phone.open(`/pages/${screen}/index${params}`)
  const answer = answers.get(asks)
  if (answer === undefined) throw new Error(`${screen} never asked ${asks}, but ${[...answers.keys()].join(' ')}`)
  return { ...sentOf(`${screen}, ${who}`, phone), byHand: bench.sentByHand(root, answer) }
}

/** Every list as it is opened. `params`: what its page is opened with. */
export async function openings(living: Living, params: Readonly<Record<string, string>>): Promise<Sent[]> {
  const sent: Sent[] = []
  for (const list of lists) sent.push(await opening(living, list, params[`pages/${list[1]}/index`]))
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
      clear: () => kept.clear(),
    }
    for (const start of ['first start', 'later start'])
      sent.push(sentOf(`tab/home, ${who}, ${start}`, await living.phone(people[who], { drawer })))
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
  return sentOf('tab/station, one row changed', phone)
}

/** The lists of people who have used it for some time: sixteen errands more. */
export async function longLists(living: Living): Promise<Sent[]> {
  for (let more = 0; more < 16; more += 1) await living.town.as('daughter')(errand.request, lunch)
  const sent: Sent[] = []
  for (const list of [
    ['resident', 'errand/mine', 'errand.mine'],
    ['desk', 'errand/inbox', 'errand.inbox'],
  ] as const)
    sent.push({ ...(await opening(living, list)), screen: `${list[1]}, 20 rows` })
  return sent
}
