import { standings } from '@domain/roster/worker'
import { roster } from '@domain/roster'
import type { Thing } from '../kernel/thing'
import { a, type Town } from '../town'
import { head, open, preview, takeIn } from './lists'

const list = [head, ['钱一', '13700000101', '外卖', '美团', '', '']]

/** Workers, firms, lists and 对账 in every state, made by the desk itself. */
export async function things(town: Town): Promise<Thing[]> {
  const desk = town.as('desk')
  await takeIn(town, (await preview(town, list)).id)
  const { rows } = await desk(roster.list, { communityId: a })
  const worker = (await town.stored('roster', rows[0]?.id ?? '')) ?? {}
  const states = Object.keys(standings)
  const here = (state: string) => ({ here: state !== 'left' })
  await town.put('roster', ...states.map(state => ({ ...worker, _id: `w-${state}`, state, ...here(state), phone: '' })))

  const lists: Thing[] = []
  for (const state of ['opened', 'sorted', 'applying', 'applied', 'dropped']) {
    const { id } = state === 'opened' ? await open(town, list) : await preview(town, list)
    await town.set('imports', id, { state })
    lists.push({ kind: 'list', collection: 'imports', id, state, belongs: {} })
  }

  const bodies = { communityId: a, left: 'firm', right: 'community' } as const
  const { id: withOpen } = await desk(roster.reconcile, bodies)
  const [difference] = (await desk(roster.differences, { communityId: a, id: withOpen, settled: false })).rows
  const stored = (await town.stored('differences', difference?.id ?? '')) ?? {}
  await town.put('differences', { ...stored, _id: 'd-settled', state: 'settled', choice: 'here', appliedAt: 1 })
  const reconciliation = (await town.stored('reconciliations', withOpen)) ?? {}
  const signed = (state: string) => ({ ...reconciliation, _id: `r-${state}`, state })
  await town.put('reconciliations', signed('open'), signed('signed'))
  const { rows: firms } = await desk(roster.firms, { communityId: a })
  const thing = (kind: string, collection: string, id: string, state?: string): Thing => ({
    kind,
    collection,
    id,
    ...(state && { state }),
    belongs: {},
  })
  return [
    ...states.map(state => thing('worker', 'roster', `w-${state}`, state)),
    ...lists,
    thing('difference', 'differences', difference?.id ?? '', 'open'),
    thing('difference', 'differences', 'd-settled', 'settled'),
    thing('reconciliation', 'reconciliations', 'r-open', 'open'),
    thing('reconciliation', 'reconciliations', 'r-signed', 'signed'),
    thing('firm', 'enterprises', firms[0]?.id ?? ''),
  ]
}
