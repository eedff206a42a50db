import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { errand } from '@domain/errand'
import { nobody } from '@domain/role'
import { a, lunch, openTown, personId, type Reply, type Town } from '../town'

const processes = 4
const ridersEach = 250
const all = processes * ridersEach

let town: Town
const children: ChildProcess[] = []
beforeAll(async () => {
  town = await openTown()
  const { id: _id, ...empty } = nobody
  const memberships = [{ communityId: a, role: 'rider' }]
  const racer = (n: number) => ({
    ...empty,
    _id: personId(`racer-${n}`),
    openid: `racer-${n}`,
    name: `${n}师傅`,
    rev: 'r0',
    touchedAt: 0,
    memberships,
    trade: 'courier',
    areas: [],
  })
  await Promise.all(Array.from({ length: all }, (_, n) => town.put('people', racer(n))))
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await town.close()
})

/** A process with its riders; it has looked at the offers when it is there, and taps when it is told to. */
async function phones(id: string, n: number): Promise<() => Promise<{ rider: number; reply: Reply }[]>> {
  const range = [n * ridersEach, (n + 1) * ridersEach].map(String)
  const child = spawn(process.execPath, [join(__dirname, 'taps.cjs'), town.cloud.url, id, ...range], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  expect((await lines.next()).value).toBe('ready')
  return async () => {
    child.stdin.write('go\n')
    return JSON.parse(String((await lines.next()).value))
  }
}

test('of a thousand riders in four processes one wins, by one deciding request a tap; the others are told who', async () => {
  const { id } = await town.as('daughter')(errand.request, lunch)
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool' })
  const ready = await Promise.all(Array.from({ length: processes }, (_, n) => phones(id, n)))
  town.cloud.resetStats()
  const replies = (await Promise.all(ready.map(go => go()))).flat()

  expect(replies).toHaveLength(all)
  const winners = replies.filter(({ reply }) => reply.ok)
  expect(winners).toHaveLength(1)
  const winner = winners[0]?.rider ?? -1
  const told = replies.filter(({ reply }) => reply.code === 'TAKEN' && reply.detail?.who === `${winner}师傅`)
  expect(told).toHaveLength(all - 1)
  expect(await town.stored('errands', id)).toMatchObject({ state: 'accepted', riderId: personId(`racer-${winner}`) })
  // Requests that would write, and all requests: 1 of 1 for the winner, 1 of 2 for each loser, at most and together.
  expect(town.cloud.stats().operations['errand.accept']).toMatchObject({
    ok: { calls: 1, writes: 1, requests: 1 },
    TAKEN: { calls: all - 1, mostWrites: 1, mostRequests: 2, writes: all - 1, requests: 2 * (all - 1) },
  })
})
