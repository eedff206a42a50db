import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { membership } from '@domain/membership'
import { writes, type Operation } from '@domain/operation'
import { rider } from '@domain/rider'
import { givenRoles } from '@domain/role'
import { minuteMs } from '@domain/time'
import { isSensitive } from '../../../cloudfunctions/kernel/identify'
import { everyRow, nameOf } from '../../tables'
import { restore, takeSnapshot, type Snapshot } from '../snapshot'
import { a, instance, morning, newKey, openTown, personId, type Reply, type Town } from '../town'
import { cellsOf, type Cell } from './cells'
import { settleEveryone } from './everyone'
import { makeEverything } from './samples'
import type { Thing } from './thing'

// Every row for each role that somebody takes away.
jest.setTimeout(600_000)

type Role = (typeof givenRoles)[number]

let here: ReturnType<typeof instance>
let there: typeof here
let answering: typeof here
let town: Town
let things: Thing[]
let before: Snapshot
/** What people and households are once the role was taken away in the other instance. */
const after = new Map<Role, Snapshot>()

const losing: Readonly<Record<Role, string>> = {
  dispatcher: 'dispatcher.same-community',
  department: 'department.same-community',
  subdistrict: 'subdistrict.same-community',
  keeper: 'keeper',
  rider: 'zhang',
  resident: 'daughter',
}
const where = ['people', 'households']

/** What is given, taken in or decided for good: said once more, apart from the product's own list (kernel/identify.ts). */
const forGood = new Set(
  `errand.reveal errand.verify rider.reveal rider.confirm rider.refuse rider.letGo group.enter
  household.reveal household.code household.bind household.refuse household.unbind household.remove
  roster.openList roster.sort roster.decide roster.confirm roster.drop roster.settle roster.sign roster.reveal roster.export`.split(
    /\s+/,
  ),
)
const isForGood = (row: Operation): boolean => row.area === 'membership' || forGood.has(nameOf(row))

/** 请他离开, 请他停, 解绑: the operations by which a role goes. */
async function take(role: Role): Promise<void> {
  const id = personId(losing[role])
  const inA = { communityId: a, personId: id }
  if (role === 'resident') await town.as('desk')(household.unbind, { id: 'binding-bound', said: 'elder' })
  else if (role === 'rider') {
    await town.as('desk')(errand.relieve, { communityId: a, riderId: id, absent: 'ill', list: [] })
    const rev = String((await town.stored('people', id))?.rev)
    await town.as('desk')(rider.letGo, { communityId: a, id, rev, why: '不跑了' })
  } else
    await town.as(role === 'subdistrict' || role === 'department' ? 'officer' : 'desk')(membership.end, {
      ...inA,
      role,
      ...(role === 'keeper' && { stationId: 's1' }),
    })
}

beforeAll(async () => {
  town = await openTown(name => answering.get(name) ?? Promise.reject)
  here = instance()
  there = instance()
  answering = here
  await settleEveryone(town)
  things = await makeEverything(town)
  before = await takeSnapshot()
  for (const role of givenRoles) {
    await take(role)
    const all = await restore(before, Object.keys(Object.fromEntries(before)))
    after.set(role, new Map(where.map(name => [name, all.get(name) ?? new Map()])))
  }
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterAll(() => town.close())

/** One cell for each row that the role may do and not everybody: by somebody who may, and who then loses the role. */
function cellsFor(role: Role): Cell[] {
  return everyRow
    .filter(row => row.by.some(by => by === role) && !row.by.some(by => by === 'guest'))
    .flatMap(row => {
      const may = cellsOf(row, things).filter(
        ({ who, rule, communityId, sample }) =>
          who.openid === losing[role] && rule === 'allowed' && communityId === a && sample.never === undefined,
      )
      return may.slice(0, 1)
    })
}

/** He is met there, then loses the role here; what there says to him after so long. */
async function said({ row, sample, who, thing }: Cell, role: Role, waitsMs: number): Promise<Reply> {
  const { collection = 'communities', id = a } = thing ?? {}
  const record = before.get(collection)?.get(id) ?? {}
  town.cloud.clock.set(morning)
  const changed = new Set<string>()
  const stop = town.cloud.changes.on(({ collection: name }) => changed.add(name))
  answering = there
  await town.raw(who.openid, 'people', { verb: 'communities', input: {}, me: 'another' })
  await restore(after.get(role) ?? before, where)
  town.cloud.clock.advance(waitsMs)
  const input = sample.input({ id, record, communityId: a })
  const reply = await town.raw(who.openid, row.area, { verb: row.verb, input, ...(writes(row) && { key: newKey() }) })
  answering = here
  stop()
  await restore(before, new Set([...changed, ...where]))
  return reply
}

const isNothing = ({ ok, data }: Reply): boolean => ok && ['{"rows":[]}', '{}'].includes(JSON.stringify(data))
const isRefused = ({ ok, code = '' }: Reply): boolean => !ok && ['FORBIDDEN', 'NOT_FOUND'].includes(code)
/** Who had to do with it once is told how it stands. */
const isLate = ({ code }: Reply): boolean => code === 'WRONG_STATE'

test('what is for good is what the kernel asks anew about', () => {
  expect(everyRow.filter(isSensitive).map(nameOf)).toEqual(everyRow.filter(isForGood).map(nameOf))
})

test.each(givenRoles)(
  'a %s who is none any more by another warm instance is refused what is for good at once, and everything else within a minute',
  async role => {
    const wrong: string[] = []
    const cells = cellsFor(role)
    for (const cell of cells) {
      const reply = await said(cell, role, isForGood(cell.row) ? 0 : minuteMs + 1)
      const isFine = isForGood(cell.row) ? isRefused(reply) : isRefused(reply) || isLate(reply) || isNothing(reply)
      if (!isFine) wrong.push(`${nameOf(cell.row)}: ${reply.code ?? JSON.stringify(reply.data)}`)
    }
    expect(cells.length).toBeGreaterThan(0)
    expect(wrong).toEqual([])
  },
)
