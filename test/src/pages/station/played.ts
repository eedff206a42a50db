/** Stations and their visitors for the tests of the pages; the stage and the cloud behind them are played as in test/src/client. */
import { waitFor } from '@testing-library/react'
import { nobody, type Me } from '@domain/role'
import { fine, said, tell, tenOhSeven } from '../../client/played'

export const communityId = 'jinxing'
const hour = 3_600_000

export const station = (name: string, more: object = {}) => ({
  id: `s-${name}`,
  state: '',
  communityId,
  my: [],
  rev: 'r1',
  name,
  kind: 'red',
  address: '人民路 1 号',
  openFrom: '08:00',
  openUntil: '21:00',
  facilities: ['water', 'power'],
  faults: [],
  verifiedAt: tenOhSeven - 2 * hour,
  phone: '87654321',
  ...more,
})

export const page = (rows: readonly object[], next?: string): unknown => fine({ rows, ...(next && { next }) })

export const person = (more: Partial<Me>): Me => ({
  ...nobody,
  id: 'p1',
  name: '小赵',
  rev: `r-${Math.random()}`,
  ...more,
})

export const visit = (state: string) => ({
  id: 'v1',
  state,
  communityId,
  my: [],
  stationId: 's-人民路店',
  stationName: '人民路店',
  at: tenOhSeven,
})

/** The stage answers the next question of this kind, as a person would. */
export async function answerNext(what: string, value: unknown): Promise<void> {
  const asked = await waitFor(() => {
    const found = said.filter(message => message.kind === 'ask' && message.what === what).at(-1)
    if (!found) throw new Error(`nobody asked to ${what}`)
    return found
  })
  said.splice(0)
  tell('answer', { id: asked.id, value })
}
