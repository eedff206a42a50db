import { openTown, sdk, type Town } from './town'

let town: Town
const said: string[] = []
beforeAll(async () => {
  town = await openTown({
    unindexed: 'warn',
    functions: {
      errand: async event => {
        const { verb, code } = Object(event)
        const errands = sdk.database({ throwOnNotFound: false }).collection('errands')
        if (verb === 'board') await errands.where({ communityId: 'c1', state: 'requested' }).get()
        if (verb === 'accept') await errands.where({ _id: 'e1', state: 'dispatched' }).update({ data: { state: 'x' } })
        if (code === 'TAKEN') await errands.doc('e1').get()
        if (code === 'bug') throw new Error('a bug')
        return code ? { ok: false, code } : { ok: true }
      },
    },
  })
})
afterAll(() => town.close())
beforeEach(() => town.cloud.resetStats())

const tap = (verb: string, code?: string): Promise<unknown> =>
  town.cloud.call('errand', 'r1', { verb, code }).catch(() => undefined)

test('each operation is counted by how it ended, with the most that one call asked', async () => {
  await tap('accept')
  await tap('accept', 'TAKEN')
  await tap('accept', 'TAKEN')
  await tap('accept', 'bug')
  const { operations } = town.cloud.stats()
  expect(operations['errand.accept']).toMatchObject({
    ok: { calls: 1, requests: 1, mostRequests: 1, mostWrites: 1 },
    TAKEN: { calls: 2, requests: 4, writes: 2, mostRequests: 2, mostWrites: 1 },
    FUNCTIONS_EXECUTE_FAIL: { calls: 1 },
  })
})

test('an operation says which indexes served it, and how many documents were looked at for those returned', async () => {
  await town.errands.add({ data: [1, 2, 3].map(at => ({ _id: `b${at}`, communityId: 'c1', state: 'requested', at })) })
  await tap('board')
  expect(town.cloud.stats().operations['errand.board']?.['ok']).toMatchObject({
    indexes: { 'errands.byState': 1 },
    examined: 3,
    returned: 3,
    writes: 0,
  })
})

test('more calls than are listed are all counted', async () => {
  await Promise.all(Array.from({ length: 250 }, () => tap('board')))
  const { invocations, operations } = town.cloud.stats()
  expect([invocations.length, operations['errand.board']?.['ok']?.calls]).toEqual([200, 250])
})

test('when serving, a query that no index serves is answered, listed, and warned of once', async () => {
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation(text => said.push(String(text)) > 0)
  await town.errands.where({ closedAt: 1 }).get()
  await town.errands.where({ closedAt: 2 }).get()
  stderr.mockRestore()
  expect(said).toEqual(['local cloud: no index serves the query of errands by closedAt\n'])
  expect(town.cloud.stats().unindexed).toEqual(['errands by closedAt'])
})
