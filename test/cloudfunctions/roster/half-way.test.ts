import { roster } from '@domain/roster'
import { dayMs, momentOf } from '@domain/time'
import { a, newKey, openTown, refusal, type Town } from '../town'
import { insist } from '../faults/trials'
import { head, preview, whole } from './lists'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterEach(() => town.cloud.faults.clear())
afterAll(() => town.close())

const here = { communityId: a }

/** Numbers that no other trial uses. */
const phone = (trial: number, i: number): string => `1370${String(trial).padStart(4, '0')}${String(i).padStart(3, '0')}`

/** Two who are there, of whom a firm's list moves one; and two who are new. */
async function waiting(trial: number): Promise<string> {
  const row = (name: string, i: number, firm: string) => [`${name}${trial}号`, phone(trial, i), '外卖', firm, '', '']
  const first = await preview(town, [head, row('甲', 1, '美团'), row('乙', 2, '美团')])
  await insist(town, { openid: 'desk', op: roster.confirm, input: { ...here, id: first.id }, key: newKey() })
  const rows = [head, row('甲', 1, '美团'), row('乙', 2, '饿了么'), row('丙', 3, '顺丰'), row('丁', 4, '顺丰')]
  const second = await preview(town, rows, { body: 'firm' })
  expect(second.counts).toMatchObject({ new: 2, same: 1, conflict: 1 })
  await town.as('desk')(roster.decide, { ...here, id: second.id, decision: 'theirs' })
  return second.id
}

/** What the roster says of them, without when and by which write. */
async function said(trial: number): Promise<unknown[]> {
  const mine = (await whole('roster')).filter(({ phone: number }) =>
    String(number).startsWith(phone(trial, 0).slice(0, 8)),
  )
  const values = ({ claims }: Record<string, unknown>) =>
    Object.values(Object(claims) as Record<string, { value: string; body: string; aside?: string }[]>).map(list =>
      list.map(({ value, body, aside }) => [value.replace(/^(.)\d+号$/, '$1').replace(/^1370\d{4}/, ''), body, aside]),
    )
  return mine.map(one => JSON.stringify(values(one))).sort()
}

test('wherever the function dies while a list is taken in, the next tap ends it and nobody is there twice', async () => {
  jest.spyOn(console, 'error').mockReturnValue(undefined)
  const undisturbed = await waiting(0)
  await insist(town, { openid: 'desk', op: roster.confirm, input: { ...here, id: undisturbed }, key: newKey() })
  const right = await said(0)
  expect(right).toHaveLength(4)
  let struck = 0
  for (let nth = 1; ; nth += 1) {
    const id = await waiting(nth)
    const when = nth % 2 === 0 ? ('before' as const) : ('after' as const)
    town.cloud.faults.add({ on: 'request', fn: 'roster', verb: 'confirm', nth, fault: { kind: 'kill', when } })
    const key = newKey()
    const tap = { openid: 'desk', op: roster.confirm, input: { ...here, id }, key }
    const first = await town.raw('desk', 'roster', { verb: 'confirm', input: tap.input, key }).catch(() => undefined)
    town.cloud.faults.clear()
    // It had fewer requests than that: everything was struck once.
    if (first?.ok) break
    struck += 1
    // What is in already is not taken in by another tap.
    const isIn = (await town.stored('imports', id))?.state === 'applied'
    const again = nth % 3 === 0 && !isIn ? newKey() : key
    expect(await insist(town, { ...tap, key: again })).toMatchObject({ ok: true })
    expect(await said(nth)).toEqual(right)
  }
  expect(struck).toBeGreaterThan(10)
})

describe('a list that was confirmed, and whose taking in stopped half-way for more than three days,', () => {
  async function stuck(trial: number): Promise<string> {
    jest.spyOn(console, 'error').mockReturnValue(undefined)
    const id = await waiting(trial)
    town.cloud.faults.add({
      on: 'request',
      fn: 'roster',
      verb: 'confirm',
      nth: 7,
      fault: { kind: 'kill', when: 'after' },
    })
    await town
      .as('desk')(roster.confirm, { ...here, id })
      .catch(() => undefined)
    town.cloud.faults.clear()
    town.cloud.clock.advance(5 * dayMs)
    expect(await town.as('desk')(roster.listOne, { ...here, id })).toMatchObject({ state: 'applying' })
    return id
  }
  const confirm = (id: string) => town.as('desk')(roster.confirm, { ...here, id })

  test('is gone on with', async () => {
    const id = await stuck(801)
    expect(await confirm(id)).toMatchObject({ state: 'applied', done: 4, of: 4 })
    expect(await said(801)).toEqual(await said(0))
  })

  test('or is put away; what is in stays in', async () => {
    const id = await stuck(802)
    const before = await said(802)
    expect(before.length).toBeGreaterThan(0)
    await town.as('desk')(roster.drop, { ...here, id })
    expect(await refusal(confirm(id))).toBe('NOT_FOUND')
    expect(await said(802)).toEqual(before)
  })

  test('is not said to be in when its rows have been cleaned away', async () => {
    const id = await stuck(803)
    town.cloud.clock.set(momentOf('2027-02-01', '03:00'))
    await town.tick()
    expect(await refusal(confirm(id))).toBe('NO_SHEET')
  })
})
