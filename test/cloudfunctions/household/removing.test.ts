import { care } from '@domain/care'
import { ticked } from '@domain/consent'
import { errand } from '@domain/errand'
import { household } from '@domain/household'
import { recurring } from '@domain/recurring'
import { minuteMs } from '@domain/time'
import { between } from '../between'
import { a, lunch, openTown, personId, refusal, type Town } from '../town'
import { everything, stands, traces, upload } from '../privacy/store'
import { meals } from '../recurring/samples'
import { openGranny } from './homes'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const why = 'family' as const
const desk = () => town.as('desk')

test('nothing of what was fetched, paid, asked for every week, seen at the door or noted for who comes outlives the household', async () => {
  const id = await openGranny(town)
  const [grandson, zhang] = [town.as('grandson'), town.as('zhang')]
  const bring = async (more: object): Promise<string> => {
    const { id: errandId } = await grandson(errand.request, { ...lunch, householdId: id, ...more })
    if (!(await town.stored('households', id))?.verifiedAt)
      await desk()(errand.verify, { id: errandId, householdId: id })
    await desk()(errand.dispatch, { id: errandId, communityId: a, to: { riderId: personId('zhang') } })
    await zhang(errand.accept, { id: errandId })
    await zhang(errand.deliver, { id: errandId, how: 'person' })
    return errandId
  }
  const drugs = { kind: 'medicine' as const, what: '标药名', pickUp: '标药房', code: '7319', medicine: { paid: true } }
  const fetched = await bring({ ...drugs, health: true, agreed: ticked(['health']) })
  const shopped = await bring({
    kind: 'shopping',
    shopping: { lines: [{ name: '标鸡蛋', amount: '标十个' }], ifNone: 'call' },
    money: { how: 'atDoor', capYuan: 20 },
  })
  const receipt = await upload(`photo/e-${shopped}-bill.jpg`)
  await zhang(errand.bill, { id: shopped, fen: 1250, receipt })
  await grandson(recurring.add, { errandId: shopped, ...meals })
  await grandson(recurring.keep, { errandId: shopped, name: '标常用' })
  const photo = await upload(`photo/e-${shopped}-seen.jpg`)
  await zhang(care.report, { errandId: shopped, kind: 'incident', words: '标楼道', photo })
  await zhang(care.report, { errandId: shopped, kind: 'unwell', words: '标头晕' })
  const note = await zhang(care.report, { errandId: shopped, kind: 'note', words: '标狗' })
  await desk()(care.approve, { id: note.id })
  for (const errandId of [fetched, shopped]) await grandson(errand.confirm, { id: errandId })

  const marks = ['标', '"7319"', receipt, photo]
  const fields = async () => new Set((await traces(marks)).map(trace => trace.replace(/ \S+ /, ' ')))
  const told = ['errands shopping', 'errands code', 'errands bill', 'recurrings shopping', 'recurrings name']
  const seen = ['households usual', 'households visitNotes', 'people households', 'cares words', 'cares photo']
  expect([...(await fields())]).toEqual(expect.arrayContaining([...told, ...seen]))
  await desk()(household.remove, { id, why })
  expect(await traces(marks)).toEqual([])
  expect(await traces([id])).toEqual([expect.stringMatching(/^removals \S+ householdId$/)])
  for (const file of [receipt, photo]) expect(await stands(file)).toBe(false)
})

interface Race {
  /** What is held before its nth request, and what is done meanwhile, for good. */
  held: 'errand request' | 'household remove'
  first: (id: string) => Promise<unknown>
  meanwhile: (id: string) => Promise<unknown>
}
const ask = (id: string) => town.as('grandson')(errand.request, { ...lunch, householdId: id, note: '[[review]]热一点' })
const wipe = (id: string) => desk()(household.remove, { id, why })
/** Her name, and the words of the errand. */
const left = () => traces(['刘奶奶', '热一点'])

/** @returns how the two ended; nothing when the first has no nth request */
async function race({ held, first, meanwhile }: Race, id: string, nth: number): Promise<string[] | undefined> {
  const [fn = '', verb = ''] = held.split(' ')
  let came = ''
  const wait = async () => void (came = await refusal(meanwhile(id)))
  const ended = await between(town, { fn, verb, nth }, () => first(id), wait)
  return ended === undefined ? undefined : [ended, came]
}

test.each<Race>([
  { held: 'errand request', first: ask, meanwhile: wipe },
  { held: 'household remove', first: wipe, meanwhile: ask },
])(
  'nothing that is asked for is left without a household, whatever waits where: $held',
  async way => {
    const seen = new Set<string>()
    for (let nth = 1; ; nth += 1) {
      const id = await openGranny(town)
      const codes = await race(way, id, nth)
      if (!codes) break
      const [ofAsk, ofWipe] = way.first === ask ? codes : [...codes].reverse()
      seen.add(`${ofAsk} ${ofWipe}`)
      const isGone = (await town.stored('households', id)) === undefined
      expect([nth, isGone]).toEqual([nth, ofWipe === 'nothing was refused'])
      await town.tick()
      const errands = (await everything()).errands?.filter(({ householdId }) => householdId === id) ?? []
      expect([nth, errands.length]).toEqual([nth, ofAsk === 'nothing was refused' && !isGone ? 1 : 0])
      if (isGone) expect([nth, await left()]).toEqual([nth, []])
      for (const { _id } of errands) await town.as('grandson')(errand.cancel, { id: _id, why: '不用了' })
      // It stays and is as it was: nothing waits for a removal that did not come.
      if (!isGone)
        await ask(id).then(({ id: again }) => town.as('grandson')(errand.cancel, { id: again, why: '不用了' }))
      if (!isGone) await wipe(id)
      expect([nth, await left()]).toEqual([nth, []])
    }
    expect(seen.size).toBeGreaterThan(1)
  },
  60_000,
)

test.each(['goes', 'stays'])(
  'nobody is told of what was asked for a household on its way out, until it %s',
  async how => {
    const id = await openGranny(town)
    const { id: errandId } = await ask(id)
    await town.set('households', id, { leaving: { tap: town.cloud.clock.now() + minuteMs } })
    const reaches = async () =>
      Object.values(Object((await town.stored('errands', errandId))?.outbox)).map(told => Object(told).reach)
    await town.tick()
    expect(await reaches()).toEqual(['waiting'])
    if (how === 'goes') await town.remove('households', id)
    town.cloud.clock.set(town.cloud.clock.now() + minuteMs)
    await town.tick()
    expect(await reaches()).toEqual(how === 'goes' ? [] : ['read'])
  },
)
