import { errand } from '@domain/errand'
import { group } from '@domain/group'
import { household } from '@domain/household'
import { membership } from '@domain/membership'
import { people } from '@domain/people'
import { privacy } from '@domain/privacy'
import { rider } from '@domain/rider'
import { roster } from '@domain/roster'
import { safety } from '@domain/safety'
import { station } from '@domain/station'
import { study } from '@domain/study'
import { templateNames, templates } from '@domain/template'
import { hourMs } from '@domain/time'
import { spreadsheet } from '../../../cloudfunctions/roster/sheet/write'
import { granny } from '../household/homes'
import { upload } from '../roster/lists'
import { restore, takeSnapshot } from '../snapshot'
import { a, application, lunch, openTown, personId, type Town } from '../town'
import { settleEveryone } from './everyone'
import { listenIn, type Listening } from './listening'
import { markAll, marksIn } from './marks'
import { toldWeChat } from './pushing'
import { lineOf } from './reading'
import { agreed } from './samples'

jest.setTimeout(300_000)

let town: Town
let heard: Listening
const logged: string[] = []

let typed = 0
/** Words that somebody types: nobody else types the same. */
const word = (): string => `⟦${50_000 + (typed += 1)}⟧`
const number = (): string => `1390${5_000_000 + (typed += 1)}`

const everybody = [
  'grandson',
  'aunt',
  'daughter',
  'desk',
  'zhang',
  'li',
  'he',
  'keeper',
  'neighbour',
  'officer',
  'office',
  'desk-b',
  'stranger',
]

/** Who reads everything there is to read, now and then. */
const lookers = ['grandson', 'aunt', 'desk', 'zhang', 'li', 'neighbour']

beforeAll(async () => {
  town = await openTown()
  await settleEveryone(town)
  const { marked } = markAll(await takeSnapshot())
  await restore(marked, marked.keys())
  for (const openid of everybody)
    for (const name of templateNames) town.cloud.wechat.grants(openid, templates[name].id, 100)
  for (const level of ['log', 'info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation((...said: unknown[]) => void logged.push(lineOf(said)))
  heard = await listenIn(town)
  const home = await moveIn()
  await carry(home)
  await others()
  await fillRoster()
  await part(home)
  jest.restoreAllMocks()
  const { replies, refused, marks, files } = heard.heard
  console.log(
    `a story of ${everybody.length} people: ${replies} replies (${refused} refused), ${marks} marks in them, ${files} sheets opened, ${heard.rows.size} rows answered`,
  )
})
afterAll(() => town.close())

/** 刘奶奶 is written down by her grandson, her aunt joins, the desk knows them. */
async function moveIn(): Promise<string> {
  const phones = [{ number: number(), whose: word() }]
  const record = {
    ...granny,
    unit: word(),
    door: word(),
    elder: word(),
    calls: word(),
    myName: word(),
    note: word(),
    phones,
  }
  const id = (await heard.say('grandson', household.add, record))?.id ?? ''
  const code = (await heard.say('grandson', household.code, { id }))?.code ?? ''
  const asking = { communityId: a, code, calls: word(), myName: word(), consent: true as const, agreed }
  await heard.say('aunt', household.ask, asking)
  const rows = (await heard.say('desk', household.relatives, { id }))?.rows ?? []
  await heard.lookRound(lookers)
  await heard.say('grandson', household.bind, { id: rows.find(({ state }) => state === 'asked')?.id ?? '' })
  await heard.say('desk', household.reveal, { id })
  await heard.say('grandson', household.edit, { id, rev: await revOf(id), note: word() })
  await heard.say('desk', household.regular, { id, rev: await revOf(id), riderId: personId('zhang') })
  for (const openid of ['grandson', 'desk', 'aunt', 'zhang', 'neighbour'])
    await heard.say(openid, household.sheet, { id })
  return id
}

const revOf = async (id: string) => String((await town.stored('households', id))?.rev)

/** An errand from the asking to the last word about it, and another that fails. */
async function carry(householdId: string): Promise<void> {
  const wish = () => ({ ...lunch, householdId, what: word(), pickUp: word(), note: word(), code: word() })
  const id = (await heard.say('grandson', errand.request, wish()))?.id ?? ''
  await heard.say('desk', errand.verify, { id, householdId })
  await heard.say('desk', errand.return, { id, why: word() })
  await heard.say('grandson', errand.amend, { id, why: word() })
  await heard.say('desk', errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await heard.say('zhang', errand.see, { id })
  await heard.lookRound(lookers)
  await heard.say('zhang', errand.accept, { id })
  await heard.say('li', errand.accept, { id })
  for (const openid of everybody) await heard.say(openid, errand.reveal, { id, householdId })
  for (const openid of everybody)
    await heard.say(openid, errand.reveal, { id, householdId, riderId: personId('zhang') })
  await heard.say('grandson', errand.card, { id })
  await heard.say('zhang', errand.depart, { id })
  await town.tick()
  const photo = await town.file(`photo/e-${id}-mark-1.jpg`)
  await heard.say('zhang', errand.deliver, { id, how: 'photo', photo })
  await heard.say('desk', errand.photo, { id })
  await town.tick()
  await heard.lookRound(lookers)
  await heard.say('grandson', errand.confirm, { id, thanks: true, riderId: personId('zhang') })
  await heard.say('aunt', errand.dispute, { id, why: word() })
  await heard.say('desk', errand.settle, { id, why: word() })
  const second = (await heard.say('aunt', errand.request, wish()))?.id ?? ''
  await heard.say('desk', errand.dispatch, { id: second, communityId: a, to: 'pool', lifted: true })
  await heard.say('li', errand.accept, { id: second })
  await heard.say('li', errand.fail, { id: second, why: word(), goodsAt: word() })
  await heard.say('desk', errand.cancel, { id: second, why: word(), riderId: personId('li') })
  await heard.say('neighbour', safety.report, { of: 'errand', id: second, why: 'ad' })
}

/** Who comes new, who is called in, and the stations and lessons beside. */
async function others(): Promise<void> {
  await heard.say('he', rider.apply, { ...application, name: word(), firm: word(), phone: number() })
  await heard.lookRound(['desk-b', 'he', 'officer'])
  const his = { communityId: a, id: personId('he') }
  const rev = String((await town.stored('people', his.id))?.rev)
  await heard.say('desk', rider.confirm, { ...his, rev, how: 'seen' })
  for (const openid of everybody) await heard.say(openid, rider.reveal, his)
  const visit = await heard.say('zhang', station.announce, { code: 'K7Q2M9' })
  await heard.say('keeper', station.waiting, { id: 's1' })
  await heard.say('keeper', station.admit, { id: visit?.id ?? '' })
  const { code = '' } = (await heard.say('desk', group.code, { communityId: a })) ?? {}
  await heard.say('aunt', group.join, { communityId: a, code })
  const cards = [{ heading: '一', body: '二' }]
  const lesson = await heard.say('desk', study.write, { communityId: a, groupId: `${a}-g1`, title: '用电', cards })
  await heard.say('desk', study.send, { id: lesson?.id ?? '' })
  await heard.say('aunt', study.keep, { id: lesson?.id ?? '', card: 0, finished: true })
  const invited = await heard.say('desk', membership.invite, { communityId: a, role: 'department', office: '住建办' })
  await heard.say('stranger', membership.invited, { id: invited?.id ?? '' })
  await heard.say('stranger', membership.accept, { id: invited?.id ?? '', name: word(), agreed })
  await heard.say('desk', people.takeDuty, { communityId: a, hours: 2 })
  await heard.lookRound(lookers)
}

/** Two lists of whom one says otherwise, what the two differ in, and the roster taken along. */
async function fillRoster(): Promise<void> {
  const head = ['姓名', '电话', '行业', '单位']
  const zhang = (await town.stored('people', personId('zhang'))) ?? {}
  const lines = [
    [word(), String(zhang.phone), '外卖', word()],
    [word(), number(), '快递', word()],
    [word(), 'x', '快递', word()],
  ]
  const moved = lines.map(line => [...line.slice(0, 3), word()])
  for (const [body, rows] of [
    ['community', lines],
    ['firm', moved],
  ] as const) {
    const fileId = await upload(town, await spreadsheet(head, rows))
    const opened = await heard.say('desk', roster.openList, { communityId: a, fileId, file: '名单.xlsx', body })
    const { id = '', sheets: [sheet] = [] } = opened ?? {}
    const { headRow = 0, columns = [] } = sheet ?? {}
    await heard.say('desk', roster.sort, { communityId: a, id, sheet: 0, headRow, columns })
    await heard.say('desk', roster.decide, { communityId: a, id, decision: 'later' })
    await heard.say('desk', roster.confirm, { communityId: a, id })
  }
  const here = { communityId: a }
  await heard.say('desk', roster.reconcile, { ...here, left: 'firm', right: 'community' })
  const [mine] = (await heard.say('zhang', roster.mine, here))?.rows ?? []
  await heard.lookRound(lookers)
  for (const openid of everybody) await heard.say(openid, roster.reveal, { ...here, id: mine?.id ?? '' })
  await heard.say('zhang', roster.answer, { ...here, id: mine?.id ?? '', what: 'changed', own: { firm: word() } })
  for (const openid of everybody) await heard.say(openid, roster.export, { ...here, phones: true })
}

/** Some hours later the aunt is parted, the grandson leaves, and the record goes. */
async function part(id: string): Promise<void> {
  town.cloud.clock.advance(3 * hourMs)
  await town.tick()
  await heard.lookRound(lookers)
  for (const openid of everybody) await heard.say(openid, privacy.take, {})
  const rows = (await heard.say('desk', household.relatives, { id }))?.rows ?? []
  for (const one of rows.slice(0, 1)) await heard.say('desk', household.unbind, { id: one.id, said: 'elder' })
  await heard.lookRound(lookers)
  await heard.say('grandson', privacy.erase, {})
  await heard.say('desk', household.remove, { id, why: 'moved' })
  await heard.lookRound(lookers)
}

test('the story was played: nearly every row was answered, and sheets were opened', () => {
  const { replies, marks, files } = heard.heard
  expect(replies).toBeGreaterThan(2000)
  expect(marks).toBeGreaterThan(2000)
  expect(files).toBeGreaterThan(3)
  expect(heard.rows.size).toBeGreaterThan(80)
})

test('nobody is told what is private, but those it is for, whoever does what in between', () => {
  expect([...heard.strays].sort()).toEqual([])
})

test('no log has a word of anybody', () => {
  expect(logged.filter(line => marksIn(line).size > 0)).toEqual([])
})

test('no link and no name of a file has a word of anybody', async () => {
  expect(heard.links.size).toBeGreaterThan(5)
  const documents = [...(await takeSnapshot()).values()].flatMap(all => [...all.values()])
  const files = JSON.stringify(documents).match(/cloud:\/\/[^"]+/g) ?? []
  const named = [...heard.links, ...files]
  expect(named.filter(link => [...marksIn(link)].some(mark => !mark.startsWith('mark-')))).toEqual([])
})

test('no push and no live card has a word of anybody', () => {
  const told = toldWeChat(town)
  expect(told.length).toBeGreaterThan(5)
  // What people typed is shown to WeChat for its judgement, and to nobody else.
  expect(told.filter(words => marksIn(words).size > 0)).toEqual([])
})
