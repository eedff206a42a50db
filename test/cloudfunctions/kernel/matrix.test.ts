import { errand } from '@domain/errand'
import { writes, type Operation } from '@domain/operation'
import { household } from '@domain/household'
import { people } from '@domain/people'
import { rolesIn, type Me, type Role } from '@domain/role'
import { group } from '@domain/group'
import { safety } from '@domain/safety'
import { station } from '@domain/station'
import { study } from '@domain/study'
import { a, b, fatherHousehold, lunch, newKey, openTown, personId, type Town } from '../town'

const everyone = ['guest', 'daughter', 'neighbour', 'zhang', 'li', 'chen', 'desk', 'desk-b', 'keeper']

// Every row as everybody: hundreds of calls.
jest.setTimeout(30_000)

let town: Town
let errandId: string
let postId: string
let doubtId: string
beforeAll(async () => {
  town = await openTown()
  errandId = (await town.as('daughter')(errand.request, lunch)).id
  const post = { communityId: a, groupId: `${a}-g1`, title: '用电安全', cards: [{ heading: '一', body: '二' }] }
  postId = (await town.as('desk')(study.write, post)).id
  doubtId = (await town.as('daughter')(safety.report, { of: 'errand', id: errandId, why: 'ad' })).id
})
afterAll(() => town.close())

const to = { riderId: personId('zhang') }
const newHome = {
  communityId: a,
  compoundId: 'k1',
  building: '1号楼',
  unit: '1',
  door: '1',
  floor: 1,
  hasLift: true,
  elder: '某奶奶',
  alone: false,
  phones: [{ number: '08580000001', whose: '座机' }],
  consent: 'inPerson',
  calls: '奶奶',
}

/** A valid input for every row, so that a refusal is about who asks and not about what is asked. */
function inputFor(op: Operation): unknown {
  const ids: Readonly<Record<string, string>> = { study: postId, station: 's1', safety: doubtId }
  const id = ids[op.area] ?? errandId
  const inputs: Record<string, unknown> = {
    'errand.request': lunch,
    'errand.dispatch': { id, communityId: a, to },
    'errand.reassign': { id, communityId: a, to },
    'errand.agree': { id, communityId: a, by: to },
    'errand.verify': { id, householdId: fatherHousehold._id },
    'errand.reveal': { id, householdId: fatherHousehold._id },
    'errand.looks': { householdId: fatherHousehold._id },
    'errand.deliver': { id, how: 'person' },
    'errand.called': { id, notice: 'n12345', how: 'done' },
    'study.write': { communityId: a, groupId: `${a}-g1`, title: '题', cards: [{ heading: '一', body: '二' }] },
    'study.schedule': { id, at: town.cloud.clock.now() + 60_000 },
    'study.keep': { id, card: 0 },
    'station.arrive': { code: 'K7Q2M9' },
    'station.behind': { code: 'K7Q2M9' },
    'station.announce': { code: 'K7Q2M9' },
    'people.community': { id: a },
    'household.add': newHome,
    'people.free': { free: true },
    'people.read': { at: 1 },
    'people.apply': {
      communityId: a,
      name: '某师傅',
      trade: 'other',
      firm: '某公司',
      phone: '13900000099',
      areas: [],
      advances: false,
      agreed: true,
    },
    'people.takeDuty': { communityId: a, hours: 1 },
    'safety.report': { of: 'errand', id: errandId, why: 'ad' },
    'group.invite': { communityId: a, groupId: `${a}-g1` },
    'group.release': { communityId: a, groupId: `${a}-g1` },
    'group.join': { communityId: a, code: '123456' },
  }
  const own = inputs[`${op.area}.${op.verb}`]
  if (own) return own
  const candidates = [
    {},
    { id },
    { communityId: a },
    { id, why: '一个原因' },
    { id, rev: 'r0' },
    { id, rev: 'r0', how: 'while' },
    { id, facility: 'water' },
    { id, rev: 'r0', facility: 'water' },
    { communityId: a, id: 'p1', rev: 'r0', how: 'seen' },
    { communityId: a, id: 'p1', rev: 'r0', why: '一个原因' },
  ]
  const fits = candidates.find(candidate => op.input.safeParse(candidate).success)
  if (!fits) throw new Error(`no input for ${op.area}.${op.verb}`)
  return fits
}

const rows = [errand, study, station, people, household, safety, group].flatMap(
  table => Object.values(table) as unknown as Operation[],
)

async function meOf(openid: string): Promise<Me> {
  const { me } = await town.raw(openid, 'people', { verb: 'community', input: { id: a } })
  if (!me) throw new Error('a first reply always says who I am')
  return me
}

const snapshot = async () =>
  JSON.stringify([
    await town.stored('errands', errandId),
    await town.stored('posts', postId),
    await town.stored('stations', 's1'),
    await town.stored('doubts', doubtId),
  ])

test('whoever holds none of a row’s roles in this community is refused, gets no field, and changes nothing', async () => {
  let cells = 0
  const wrong: string[] = []
  const before = await snapshot()
  for (const openid of everyone) {
    const me = await meOf(openid)
    for (const op of rows) {
      const mine: Role[] = rolesIn(me, a)
      if (op.by.some(role => mine.includes(role))) continue
      cells += 1
      const reply = await town.raw(openid, op.area, {
        verb: op.verb,
        input: inputFor(op),
        ...(writes(op) && { key: newKey() }),
      })
      const somewhere = op.by.some(role => rolesIn(me, b).includes(role))
      const emptyList =
        !writes(op) && somewhere && reply.ok && ['{"rows":[]}', '{}'].includes(JSON.stringify(reply.data))
      const personal = op.area === 'people' && ['free', 'introduce', 'face'].includes(op.verb) && somewhere
      if (!personal && !emptyList && (reply.ok || !/FORBIDDEN|NOT_FOUND/.test(reply.code ?? '') || 'data' in reply))
        wrong.push(`${openid} ${op.area}.${op.verb}: ${reply.code}`)
    }
  }
  expect(wrong).toEqual([])
  expect(await snapshot()).toBe(before)
  expect(cells).toBeGreaterThan(300)
})
