import { errand } from '@domain/errand'
import { minuteMs } from '@domain/time'
import { a, lunch, openTown, personId, type Town } from '../town'
import { inHand } from './in-hand'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

/** Nobody's phone takes a push here: whatever is told becomes a call, but to the desk. */
async function ring(): Promise<void> {
  town.cloud.clock.advance(minuteMs)
  await town.tick()
}
const calls = async () => (await town.as('desk')(errand.calls, { communityId: a })).rows
const toFamily = async (id: string) =>
  (await calls()).filter(row => row.id === id && row.riderId === undefined).map(row => row.sentence)
const counted = async (id: string) => (await town.stored('errands', id))?.callsOpen
const wordOf = async (id: string) => String((await town.stored('errands', id))?.word)

async function passedOn(): Promise<string> {
  const id = await inHand(town)
  await ring()
  await town.as('zhang')(errand.handBack, { id, why: '车坏了' })
  await ring()
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('li') } })
  await town.as('li')(errand.accept, { id })
  return id
}

test('what is read aloud names who comes now, with his 口令; who came before is read aloud to nobody', async () => {
  const id = await passedOn()
  const now = [`李师傅接了，11:00 前到。口令 ${await wordOf(id)}`]
  expect(await toFamily(id)).toEqual([])
  await ring()
  expect(await toFamily(id)).toEqual(now)
  expect(await counted(id)).toBe((await calls()).filter(row => row.id === id).length)
})

test('the family reads the 口令 in the line about who has it now, and in no other', async () => {
  const id = await passedOn()
  const said = (await town.as('daughter')(errand.inbox, {})).rows.filter(row => row.say === 'accepted')
  const word = await wordOf(id)
  expect(said.map(row => row.sentence)).toEqual([`李师傅接了，11:00 前到。口令 ${word}`, '张师傅接了，11:00 前到'])
  await town.as('li')(errand.depart, { id })
  const [onHisWay] = (await town.as('daughter')(errand.inbox, {})).rows
  expect(onHisWay?.sentence).toBe(`李师傅在路上。口令 ${word}`)
})

test('one is late: the call with his 口令 is still to be made', async () => {
  const id = await inHand(town)
  await ring()
  town.cloud.clock.advance(120 * minuteMs)
  await ring()
  const said = await toFamily(id)
  expect(said).toContain('比说好的晚了，社区在联系')
  expect(said).toContain(`张师傅接了，11:00 前到。口令 ${await wordOf(id)}`)
})

test('a call that nobody took is overtaken too, and so is a question that was answered; what must be said is not', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.return, { id, why: '几楼' })
  await ring()
  await town.as('daughter')(errand.amend, { id, why: '六楼' })
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  await ring()
  const asked = (await calls()).find(row => row.id === id && row.sentence === '问了张师傅，等他答应')
  await town.as('desk')(errand.called, { id, notice: asked?.notice ?? '', how: 'noAnswer' })
  await town.as('zhang')(errand.accept, { id })
  await ring()
  expect(await toFamily(id)).toEqual([expect.stringContaining('张师傅接了')])
})

test('when it is over the last word is called, and nothing of how it stood before', async () => {
  const id = await inHand(town)
  await ring()
  await town.as('desk')(errand.cancel, { id, why: '食堂不开', riderId: personId('zhang') })
  await ring()
  expect(await toFamily(id)).toEqual(['社区取消了这一单：食堂不开'])
  const theirs = (await calls()).filter(row => row.id === id && row.riderId)
  expect(theirs.map(row => row.sentence)).toEqual(['社区取消了这一单：食堂不开'])
  expect(await counted(id)).toBe(2)
})

test.each([
  ['收到了', async (id: string) => town.as('daughter')(errand.confirm, { id })],
  ['没收到', async (id: string) => town.as('daughter')(errand.dispute, { id, why: '没收到' })],
])('%s in the app answers the call that asks whether it came', async (_what, answer) => {
  const id = await inHand(town)
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  await ring()
  expect(await toFamily(id)).toEqual([expect.stringContaining('送到了')])
  await answer(id)
  expect(await toFamily(id)).toEqual([])
  await ring()
  expect(await counted(id)).toBe((await calls()).filter(row => row.id === id).length)
})

test('a question is telephoned once: what is answered in the app, or asked anew, is asked by nobody', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  const sendBack = (why: string) => town.as('desk')(errand.return, { id, why })
  await sendBack('几点方便？')
  await ring()
  expect(await toFamily(id)).toHaveLength(1)
  await town.as('daughter')(errand.amend, { id, why: '十一点' })
  expect(await toFamily(id)).toEqual([])
  await sendBack('从哪儿拿？')
  await ring()
  expect(await toFamily(id)).toEqual([expect.stringContaining('从哪儿拿？')])
})

const atDoor: object = { money: { how: 'atDoor', capYuan: 50 } }

test('yes to the money, and the money itself, are heard in the app', async () => {
  const id = await inHand(town, atDoor)
  await town.as('zhang')(errand.askMore, { id, fen: 6200 })
  await ring()
  const asks = async (what: string) => (await toFamily(id)).filter(sentence => sentence.includes(what))
  expect(await asks('还买吗')).toHaveLength(1)
  await town.as('daughter')(errand.allowMore, { id, fen: 6200, riderId: personId('zhang') })
  expect(await asks('还买吗')).toEqual([])
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  await town.as('zhang')(errand.bill, { id, fen: 6100 })
  await ring()
  await town.as('zhang')(errand.bill, { id, fen: 6000 })
  await ring()
  expect(await asks('当面给师傅')).toEqual([expect.stringContaining('60 元')])
  await town.as('daughter')(errand.pay, { id, fen: 6000, riderId: personId('zhang') })
  expect(await asks('当面给师傅')).toEqual([])
})
