/** A desk, its errands and its riders for the tests of the pages; the stage and the cloud are played as in test/src/client. */
import { mutate } from 'swr'
import { nobody, type Me } from '@domain/role'
import { minuteMs } from '@domain/time'
import { arrived, cloud, fine, receipt, refused, tenOhSeven, type Arrival } from '../../client/played'

export const now = tenOhSeven
export const communityId = 'jinxing'

export const person = (role: 'dispatcher' | 'rider' | undefined, more: Partial<Me> = {}): Me => ({
  ...nobody,
  id: 'p1',
  name: role === 'rider' ? '张师傅' : '李书记',
  rev: `r-${Math.random()}`,
  memberships: role ? [{ communityId, role }] : [],
  ...more,
})

/** An errand that is needed in so many minutes. */
export const errand = (id: string, state: string, minutes: number, more: object = {}) => ({
  id,
  state,
  communityId,
  my: [],
  rev: 'r1',
  kind: 'meal',
  compound: '金星小区',
  compoundId: 'c1',
  building: '3号楼',
  stairs: '6 楼没电梯',
  elder: '王大爷',
  what: '一份饭',
  pickUp: '社区食堂',
  money: { how: 'paid' },
  householdId: `h-${id}`,
  requestedAt: now - 12 * minuteMs,
  waitingSince: now - 12 * minuteMs,
  when: { from: now + (minutes - 30) * minuteMs, until: now + minutes * minuteMs },
  ...more,
})

export const rider = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  trade: 'courier',
  areas: [],
  free: true,
  advances: true,
  inHand: 0,
  thisWeek: 2,
  ...more,
})

export const community = {
  id: communityId,
  name: '金星社区',
  phone: '87654321',
  compounds: [{ id: 'c1', name: '金星小区', buildings: ['3号楼'], hasLift: false }],
  groups: [],
}

export const rows = (list: readonly object[]): unknown => fine({ rows: list })

/** The town answers by verb; what is not named is an empty list, a receipt for a write, or not found. */
export function town(answers: Record<string, unknown>): void {
  const usual: Record<string, unknown> = {
    community: fine(community),
    communities: rows([]),
    board: rows([]),
    riders: rows([rider('zhang', '张师傅')]),
    calls: rows([]),
    applicants: rows([]),
    newcomers: fine({ names: [] }),
    neighbours: rows([]),
    desk: rows([]),
    offers: rows([]),
    list: rows([]),
  }
  cloud((arrival: Arrival) => {
    const answer = answers[arrival.verb] ?? usual[arrival.verb]
    if (typeof answer === 'function') return answer(arrival)
    return answer ?? (arrival.key ? receipt('e1') : refused('NOT_FOUND'))
  })
}

/** The last call of this verb that reached the cloud. */
export const last = (verb: string): Arrival | undefined => arrived.filter(arrival => arrival.verb === verb).at(-1)

/** What was once asked is remembered over tests; here it is forgotten. */
export const forget = (): Promise<unknown> => mutate(() => true, undefined)

export const textsOf = (className: string): string[] =>
  [...document.querySelectorAll(`.${className}`)].map(node => node.textContent ?? '')

export const redButtons = (): string[] =>
  [...document.querySelectorAll('.button--primary')]
    .filter(node => !node.closest('.home-calm'))
    .map(node => node.textContent ?? '')

/** The phone, the tablet or the PC in front of which the person sits. */
export function widthPx(width: number): void {
  Object.assign(window, { innerWidth: width })
}
