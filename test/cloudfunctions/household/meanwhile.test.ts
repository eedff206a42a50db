import { household } from '@domain/household'
import { between } from '../between'
import { openTown, personId, refusal, type Town } from '../town'
import { askIn, openGranny } from './homes'

let town: Town
afterEach(() => town.close())

/** 刘奶奶's household, and what her aunt's binding is called. */
async function open(): Promise<{ id: string; ask: string }> {
  town = await openTown()
  const id = await openGranny(town)
  return { id, ask: await askIn(town, id, 'grandson', 'aunt') }
}

const bind = (ask: string) => town.as('grandson')(household.bind, { id: ask })
const unbind = (ask: string) => town.as('desk')(household.unbind, { id: ask, said: 'elder' })

async function standing(id: string, ask: string) {
  const [binding, home, aunt] = await Promise.all([
    town.stored('bindings', ask),
    town.stored('households', id),
    town.stored('people', personId('aunt')),
  ])
  const isIn = (list: unknown, one: string) => JSON.stringify(list ?? []).includes(one)
  return {
    state: binding?.state,
    isTied: isIn(aunt?.households, id),
    isUnbound: isIn(home?.unbound, personId('aunt')),
  }
}

/** Tries it at every request of the first, and answers how often the other came between. */
async function everywhere(verb: 'bind' | 'unbind', trial: (nth: number) => Promise<boolean>): Promise<number> {
  for (let nth = 1; ; nth += 1) {
    const isHeld = await trial(nth)
    if (!isHeld) return nth - 1
    await town.close()
  }
}

test('whoever is unbound while the yes to him is still being written down ends unbound', async () => {
  let cameBetween = 0
  const requests = await everywhere('bind', async nth => {
    const { id, ask } = await open()
    const ended = await between(
      town,
      { fn: 'household', verb: 'bind', nth },
      () => bind(ask),
      async () => {
        if ((await refusal(unbind(ask))) === 'nothing was refused') cameBetween += 1
        else expect(await town.stored('bindings', ask)).toMatchObject({ state: 'asked' })
      },
    )
    const stands = await standing(id, ask)
    if (stands.state === 'ended')
      expect([nth, stands]).toEqual([nth, { state: 'ended', isTied: false, isUnbound: true }])
    else expect([nth, stands]).toEqual([nth, { state: 'bound', isTied: true, isUnbound: false }])
    return ended !== undefined
  })
  expect(requests).toBeGreaterThan(5)
  expect(cameBetween).toBeGreaterThan(3)
})

test('whoever is bound anew while his parting is still being written down ends bound', async () => {
  let cameBetween = 0
  const requests = await everywhere('unbind', async nth => {
    const { id, ask } = await open()
    await bind(ask)
    const ended = await between(
      town,
      { fn: 'household', verb: 'unbind', nth },
      () => unbind(ask),
      async () => {
        if ((await town.stored('bindings', ask))?.state !== 'ended') return
        // Before it is written that she is parted, she is told that she is one of theirs.
        if ((await refusal(askIn(town, id, 'grandson', 'aunt'))) === 'ALREADY_KIN') return
        await bind(ask)
        cameBetween += 1
      },
    )
    const stands = await standing(id, ask)
    if (stands.state === 'bound')
      expect([nth, stands]).toEqual([nth, { state: 'bound', isTied: true, isUnbound: false }])
    else expect([nth, stands]).toEqual([nth, { state: 'ended', isTied: false, isUnbound: true }])
    return ended !== undefined
  })
  expect(requests).toBeGreaterThan(5)
  expect(cameBetween).toBeGreaterThan(3)
})
