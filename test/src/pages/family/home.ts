/** A family, its elder and its errands for the tests of the pages; stage and cloud are played as in test/src/client. */
import { mutate } from 'swr'
import { matters } from '@domain/consent'
import type { Errand } from '@domain/errand/record'
import { nobody, type Me } from '@domain/role'
import { minuteMs } from '@domain/time'
import { arrived, cloud, fine, receipt, refused, tenOhSeven, type Arrival } from '../../client/played'

export const now = tenOhSeven
export const communityId = 'jinxing'

export const daughter = (more: Partial<Me> = {}): Me => ({
  ...nobody,
  id: 'wang',
  name: '王女士',
  rev: `r-${Math.random()}`,
  memberships: [{ communityId, role: 'resident' }],
  consents: [{ what: 'privacy', version: matters.privacy.version, at: 1 }],
  households: [{ id: 'h1', communityId, calls: '爸爸', elder: '王大爷', place: '3号楼' }],
  ...more,
})

/** 爸爸的午饭, as its family is given it. */
export const lunch = (state: string, more: Partial<Errand> = {}): Errand => ({
  id: 'e1',
  state,
  communityId,
  my: ['family'],
  rev: 'r1',
  kind: 'meal',
  compound: '金星小区',
  building: '3号楼',
  calls: '爸爸',
  elder: '王大爷',
  householdId: 'h1',
  what: '一份饭',
  pickUp: '社区食堂',
  money: { how: 'paid' },
  when: { from: now + 23 * minuteMs, until: now + 53 * minuteMs },
  ...more,
})

export const community = {
  id: communityId,
  name: '金星社区',
  phone: '87654321',
  onDuty: { personId: 'li', name: '李书记', until: now + 8 * 60 * minuteMs },
  compounds: [{ id: 'c1', name: '金星小区', buildings: ['3号楼', '5号楼'], hasLift: false }],
  groups: [],
}

export const rows = (list: readonly object[]): unknown => fine({ rows: list })

/** The town answers by verb; what is not named is an empty list, a receipt for a write, or not found. */
export function town(answers: Record<string, unknown>): void {
  const usual: Record<string, unknown> = {
    community: fine(community),
    communities: rows([]),
    mine: rows([]),
    inbox: rows([]),
    list: rows([]),
    feed: rows([]),
    riders: rows([]),
  }
  cloud(
    (arrival: Arrival) =>
      answers[arrival.verb] ?? usual[arrival.verb] ?? (arrival.key ? receipt('e1') : refused('NOT_FOUND')),
  )
}

export const verbs = (): string[] => arrived.map(({ verb }) => verb)
export const last = (verb: string): Arrival | undefined => arrived.filter(arrival => arrival.verb === verb).at(-1)

/** What was once asked is remembered over tests; here it is forgotten. */
export const forget = (): Promise<unknown> => mutate(() => true, undefined)

export const redButtons = (): string[] =>
  [...document.querySelectorAll('.button--primary')].map(node => node.textContent ?? '')
