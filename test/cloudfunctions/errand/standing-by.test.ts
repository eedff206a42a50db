import { errand } from '@domain/errand'
import { hourMs } from '@domain/time'
import { a, openTown, personId, type Town } from '../town'
import { byCar, rideFor } from './rides'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const told = async (who: string) => (await town.as(who)(errand.inbox, {})).rows.map(({ say }) => say)
const listOf = async (who: string) => (await town.as(who)(errand.offers, {})).rows

test('who stands by knows that he does, for whom, and where to; and nothing of the door', async () => {
  const id = await rideFor(town)
  expect(await told('li')).toContain('backupAsked')
  expect(await told('desk')).toContain('backupReady')
  const { rows } = await town.as('li')(errand.offers, {})
  const mine = rows.find(row => row.id === id)
  expect(mine).toMatchObject({ my: ['backup'], backupState: 'ready', riderName: '张师傅', what: '送考生去第一中学' })
  expect([mine?.word, mine?.elder, mine?.ride]).toEqual([undefined, undefined, undefined])
})

test('who stands by reads it in any weather, and who is asked nothing that he could not answer', async () => {
  const { id } = await town.as('daughter')(errand.request, byCar)
  await town.as('desk')(errand.nameBackup, { id, communityId: a, riderId: personId('li') })
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
  const until = town.cloud.clock.now() + 3 * hourMs
  await town.as('desk')(errand.stop, { communityId: a, why: '暴雨', until })
  await town.tick()
  expect(await listOf('zhang')).toEqual([])
  expect(await listOf('li')).toMatchObject([{ id, my: ['backup'] }])
})

test('a ride that came to nothing is in no list of who stood by until the desk begins it anew', async () => {
  const id = await rideFor(town)
  await town.as('zhang')(errand.fail, { id, why: '家里没人' })
  expect(await listOf('li')).toEqual([])
  await town.as('desk')(errand.reopen, { id })
  expect(await listOf('li')).toMatchObject([{ id, my: ['backup'] }])
})
