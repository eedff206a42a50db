import { errand } from '@domain/errand'
import { rider } from '@domain/rider'
import { minuteMs } from '@domain/time'
import { a, allWeek, b, lunch, openTown, personId, refusal, type Town } from '../town'

// A machine that does much else takes its time over fifty calls.
jest.setTimeout(30_000)

let town: Town
beforeEach(async () => {
  town = await openTown()
  await town.as('li')(rider.edit, { advances: false })
})
afterEach(() => town.close())

const li = personId('li')
const zhang = personId('zhang')
const atDoor = { how: 'atDoor', capYuan: 50 } as const
type Money = typeof atDoor | { how: 'paid' }

/** 李师傅 is the only one whom it could go to. */
const isAlone = () => town.set('people', zhang, { memberships: [] })
const passesNear = () => town.as('li')(rider.edit, { areas: ['k1'] })
const ask = async (money: Money, more: object = {}) =>
  (await town.as('daughter')(errand.request, { ...lunch, ...more, money })).id
const give = (id: string, riderId: string) => town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId } })
const pool = (id: string, wave?: 'near') =>
  town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool', ...(wave && { wave }) })

async function inHandOfZhang(money: Money, more?: object): Promise<string> {
  const id = await ask(money, more)
  await give(id, zhang)
  await town.as('zhang')(errand.accept, { id })
  return id
}

/** A ride that 张师傅 drives. */
const ride = { kind: 'ride', what: '送考生', ride: { place: '第一中学', leg: 'there' } } as const

/** Whose it is, or the code of the refusal. */
async function became(id: string, call: Promise<unknown> = Promise.resolve()): Promise<string> {
  const code = await refusal(call)
  if (code !== 'nothing was refused') return code
  const stored = (await town.stored('errands', id)) as {
    riderId?: string
    backupId?: string
    offer?: { riderId?: string }
  }
  return [stored.riderId, stored.offer?.riderId, stored.backupId].includes(li) ? 'his' : 'not his'
}
const listed = async (id: string) =>
  (await town.as('li')(errand.offers, {})).rows.some(row => row.id === id) ? 'his' : 'not his'
const proposed = async (input: object) =>
  (await town.as('desk')(errand.propose, { communityId: a, ...input })).rows[0]?.proposed?.riderId === li
    ? 'his'
    : 'not his'

/** By the community's setting the clock asks for a household that has asked before. */
async function byItself(): Promise<void> {
  await town.set('communities', a, { auto: true })
  await town.put('errands', {
    _id: 'before',
    slot: 'before',
    communityId: a,
    householdId: 'h-father',
    state: 'confirmed',
    rev: 'r0',
    touchedAt: 0,
    closedAt: 1,
    dueAt: 9e15,
  })
}
async function later(minutes: number): Promise<void> {
  town.cloud.clock.advance(minutes * minuteMs)
  for (let i = 0; i < 3; i++) await town.tick()
}

/** Every way in which an errand comes to a rider. */
const ways: Record<string, (money: Money) => Promise<string>> = {
  派给他: async money => {
    const id = await ask(money)
    return became(id, give(id, li))
  },
  照这样派: async money => {
    const id = await ask(money)
    const { rows } = await town.as('desk')(errand.dispatchMany, { communityId: a, list: [{ id, riderId: li }] })
    return rows[0]?.code ?? became(id)
  },
  电话里答应了: async money => {
    const id = await ask(money)
    return became(id, town.as('desk')(errand.agree, { id, communityId: a, by: { riderId: li } }))
  },
  换人: async money => {
    const id = await inHandOfZhang(money)
    const change = { id, communityId: a, to: { riderId: li }, from: zhang }
    return became(id, town.as('desk')(errand.reassign, change))
  },
  '今天来不了，换成他': async money => {
    const id = await inHandOfZhang(money)
    const list = [{ id, to: li }]
    const away = { communityId: a, riderId: zhang, absent: 'ill', list } as const
    const { rows } = await town.as('desk')(errand.relieve, away)
    return rows[0]?.code ?? became(id)
  },
  一起派的提议: async money => {
    await isAlone()
    return proposed({ ids: [await ask(money)] })
  },
  '来不了的人手上的，一起派的提议': async money => {
    await inHandOfZhang(money)
    return proposed({ from: zhang })
  },
  谁顺路的单子: async money => {
    const id = await ask(money)
    await pool(id)
    return listed(id)
  },
  群里的卡片: async money => {
    const id = await ask(money)
    await pool(id)
    return became(id, town.as('li')(errand.accept, { id }))
  },
  书记先问附近的师傅: async money => {
    await isAlone()
    await passesNear()
    const id = await ask(money)
    const code = await refusal(pool(id, 'near'))
    return code === 'nothing was refused' ? listed(id) : code
  },
  常来的师傅: async money => {
    await byItself()
    await town.set('households', 'h-father', { regularRiderId: li })
    const id = await ask(money)
    await later(11)
    return became(id)
  },
  替他的师傅: async money => {
    await byItself()
    const id = await ask(money)
    await town.set('errands', id, { regularRiderId: zhang, substituteId: li })
    await later(11)
    return became(id)
  },
  附近的师傅: async money => {
    await byItself()
    await isAlone()
    await passesNear()
    const id = await ask(money)
    await later(11)
    return (await offerOf(id))?.wave === 'near' ? listed(id) : 'not his'
  },
  整个社区的师傅: async money => {
    await byItself()
    await isAlone()
    const id = await ask(money)
    await later(11)
    return (await offerOf(id))?.wave === 'community' ? listed(id) : 'not his'
  },
  邻近社区的师傅: async money => {
    await byItself()
    await isAlone()
    await town.set('people', li, { memberships: [{ communityId: b, role: 'rider' }], neighbours: [a], hours: allWeek })
    const id = await ask(money)
    await later(11)
    return (await offerOf(id))?.wave === 'neighbours' ? listed(id) : 'not his'
  },
  响他的手机: async money => {
    town.cloud.wechat.grants('li', 'XINLIN_TASK', 5)
    await pool(await ask(money))
    await later(1)
    return JSON.stringify(town.cloud.wechat.notices('li')).includes('谁顺路') ? 'his' : 'not his'
  },
  备用司机: async money => {
    const id = await inHandOfZhang(money, ride)
    return became(id, town.as('desk')(errand.nameBackup, { id, communityId: a, riderId: li }))
  },
}
const offerOf = async (id: string) => (await town.stored('errands', id))?.offer as { wave?: string } | undefined

/** What the desk, or he, is told where a person asked; elsewhere he is passed over. */
const refusals: Readonly<Record<string, string>> = {
  派给他: 'NO_ADVANCE',
  照这样派: 'NO_ADVANCE',
  电话里答应了: 'NO_ADVANCE',
  换人: 'NO_ADVANCE',
  '今天来不了，换成他': 'NO_ADVANCE',
  群里的卡片: 'NEEDS_ADVANCE',
  书记先问附近的师傅: 'NOBODY_THERE',
  备用司机: 'NO_ADVANCE',
}

test.each(Object.entries(ways))('不垫钱: what needs an advance does not come to him, %s', async (name, way) => {
  expect(await way(atDoor)).toBe(refusals[name] ?? 'not his')
})

test.each(Object.entries(ways))('不垫钱: what is paid for comes to him, %s', async (_name, way) => {
  expect(await way({ how: 'paid' })).toBe('his')
})

/** Said 不垫钱 while it was on its way to him. */
const changed: Record<string, () => Promise<[string, Promise<unknown>]>> = {
  'after he was asked': async () => {
    const id = await ask(atDoor)
    await give(id, li)
    await town.as('li')(rider.edit, { advances: false })
    return ['NEEDS_ADVANCE', town.as('li')(errand.accept, { id })]
  },
  'after he was named as the backup': async () => {
    const id = await inHandOfZhang(atDoor, ride)
    await town.as('desk')(errand.nameBackup, { id, communityId: a, riderId: li })
    await town.as('li')(rider.edit, { advances: false })
    return ['NEEDS_ADVANCE', town.as('li')(errand.standBy, { id })]
  },
}

test.each(Object.entries(changed))('who says 不垫钱 %s does not have it', async (_when, change) => {
  await town.as('li')(rider.edit, { advances: true })
  const [code, call] = await change()
  expect(await refusal(call)).toBe(code)
})

test('who says 不垫钱 while he stands by does not go in the driver’s place, and the desk is told', async () => {
  await town.as('li')(rider.edit, { advances: true })
  const id = await inHandOfZhang(atDoor, ride)
  await town.as('desk')(errand.nameBackup, { id, communityId: a, riderId: li })
  await town.as('li')(errand.standBy, { id })
  await town.as('li')(rider.edit, { advances: false })
  await town.as('zhang')(errand.handBack, { id, why: '身体不舒服' })
  await town.tick()
  expect(await town.stored('errands', id)).toMatchObject({ state: 'requested', escalated: { why: 'rideUnmanned' } })
})
