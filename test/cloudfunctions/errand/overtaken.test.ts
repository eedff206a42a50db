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

test('a call that nobody answered is overtaken too; a question and what must be said are not', async () => {
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
  expect(await toFamily(id)).toEqual(['社区想问一下：几楼', expect.stringContaining('张师傅接了')])
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
