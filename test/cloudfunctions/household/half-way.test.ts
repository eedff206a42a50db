import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { lunch, newKey, openTown, personId, refusal, type Town } from '../town'
import { askIn, openGranny } from './homes'

let town: Town
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(async () => {
  jest.restoreAllMocks()
  await town.close()
})

interface Asking {
  id: string
  ask: string
  errandId: string
}

/** What the household, its errand, its code and the people in question have of it. */
async function standing({ id, errandId, ask }: Asking, since: number): Promise<object> {
  const [home, asked, code, binding] = await Promise.all([
    town.stored('households', id),
    town.stored('errands', errandId),
    town.stored('codes', id),
    town.stored('bindings', ask),
  ])
  const [aunt, grandson] = await Promise.all(['aunt', 'grandson'].map(who => town.stored('people', personId(who))))
  return {
    hasApp: home?.hasApp,
    unbound: [home?.unbound ?? [], asked?.unbound ?? []],
    isCodeOpen: Number(code?.until) > town.cloud.clock.now(),
    state: binding?.state,
    calls: binding?.callsOpen,
    isTied: JSON.stringify(aunt?.households).includes(id),
    memberships: aunt?.memberships,
    isTold: [aunt, grandson].map(person => Number(person?.toldAt) >= since),
  }
}

/** 刘奶奶's household with an errand, and her aunt who was bound, was parted and asks again. */
async function openAsking(): Promise<Asking> {
  town = await openTown()
  const id = await openGranny(town)
  const ask = await askIn(town, id, 'grandson', 'aunt')
  await town.as('grandson')(household.bind, { id: ask })
  const { id: errandId } = await town.as('grandson')(errand.request, { ...lunch, householdId: id })
  await town.as('desk')(household.unbind, { id: ask, said: 'elder' })
  await askIn(town, id, 'grandson', 'aunt')
  return { id, ask, errandId }
}

async function openBound(): Promise<Asking> {
  const asking = await openAsking()
  await town.as('grandson')(household.bind, { id: asking.ask })
  await town.as('desk')(household.code, { id: asking.id })
  return asking
}

const cases = [
  { verb: 'bind' as const, by: 'grandson', open: openAsking },
  { verb: 'unbind' as const, by: 'desk', open: openBound },
  { verb: 'unbind' as const, by: 'aunt', open: openBound },
]

test.each(cases)(
  'wherever $verb by $by dies, another tap brings it to the same end',
  async ({ verb, by, open }) => {
    const run = async (nth?: number) => {
      const asking = await open()
      const { ask } = asking
      town.cloud.clock.advance(1000)
      const since = town.cloud.clock.now()
      town.cloud.resetStats()
      if (nth !== undefined)
        town.cloud.faults.add({ on: 'request', fn: 'household', verb, nth, fault: { kind: 'kill', when: 'before' } })
      await refusal(town.as(by)(household[verb], { id: ask }))
      town.cloud.faults.clear()
      const isDead = Object.keys(town.cloud.stats().faults).length > 0
      if (isDead) await refusal(town.as(by)(household[verb], { id: ask }, newKey()))
      const end = await standing(asking, since)
      await town.close()
      return { isDead, end }
    }
    const { end } = await run()
    let deaths = 0
    for (let nth = 1; ; nth += 1) {
      const died = await run(nth)
      if (!died.isDead) break
      deaths += 1
      expect([nth, died.end]).toEqual([nth, end])
    }
    expect(deaths).toBeGreaterThan(5)
    town = await openTown()
  },
  60_000,
)
