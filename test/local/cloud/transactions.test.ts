import { newLocks } from '../../../local/cloud/transaction/locks'
import { openTown, sdk, type Town } from './town'

let town: Town
let lingering: Promise<unknown>
let goOn: () => void = () => undefined
beforeAll(async () => {
  town = await openTown({
    functions: {
      lingers: async () => {
        const over = new Promise<void>(resolve => (goOn = resolve))
        lingering = over.then(() => sdk.database().startTransaction())
        lingering.catch(() => undefined)
      },
      forgets: async () => {
        const transaction = await sdk.database().startTransaction()
        await transaction
          .collection('counters')
          .doc('forgotten')
          .update({ data: { n: 1 } })
      },
    },
  })
})
afterAll(() => town.close())

const counters = (): ReturnType<typeof town.db.collection> => town.db.collection('counters')
const n = async (id: string): Promise<unknown> => (await counters().doc(id).get()).data?.['n']
beforeEach(async () => {
  for (const id of ['a', 'b', 'forgotten'])
    await counters()
      .doc(id)
      .set({ data: { n: 0 } })
})

test('both records change, or neither', async () => {
  await town.db.runTransaction(async transaction => {
    await transaction
      .collection('counters')
      .doc('a')
      .update({ data: { n: 1 } })
    await transaction
      .collection('counters')
      .doc('b')
      .update({ data: { n: 1 } })
  })
  expect([await n('a'), await n('b')]).toEqual([1, 1])
  const failed = town.db.runTransaction(async transaction => {
    await transaction
      .collection('counters')
      .doc('a')
      .update({ data: { n: 2 } })
    throw new Error('no more')
  })
  await expect(failed).rejects.toThrow('no more')
  expect(await n('a')).toBe(1)
})

test('it sees its own writes and nobody else does until it ends', async () => {
  const transaction = await town.db.startTransaction()
  const inside = transaction.collection('counters')
  await inside.doc('a').update({ data: { n: town.db.command['inc']?.(5) } })
  await inside.add({ data: { _id: 'new', n: 9 } })
  expect([(await inside.doc('a').get()).data, (await inside.doc('new').get()).data]).toEqual([
    { _id: 'a', n: 5 },
    { _id: 'new', n: 9 },
  ])
  expect(
    (
      await inside
        .where({ _id: town.db.command['in']?.(['a', 'b', 'new', 'nobody']) })
        .orderBy('_id', 'desc')
        .get()
    ).data.map(row => row['n']),
  ).toEqual([9, 0, 5])
  expect([await n('a'), await n('new')]).toEqual([0, undefined])
  await inside.doc('new').remove()
  expect((await inside.doc('new').get()).data).toBeNull()
  await transaction.commit()
  expect([await n('a'), await n('new')]).toEqual([5, undefined])
})

test('it stays at the moment it began, and may not overwrite what came after', async () => {
  const transaction = await town.db.startTransaction()
  await counters()
    .doc('a')
    .update({ data: { n: 7 } })
  expect((await transaction.collection('counters').doc('a').get()).data).toMatchObject({ n: 0 })
  await expect(
    transaction
      .collection('counters')
      .doc('a')
      .update({ data: { n: 1 } }),
  ).rejects.toThrow('[ResourceUnavailable.TransactionConflict]')
  expect(await n('a')).toBe(7)
})

test('a second transaction on the same record fails at once', async () => {
  const first = await town.db.startTransaction()
  const second = await town.db.startTransaction()
  await first
    .collection('counters')
    .doc('a')
    .update({ data: { n: 1 } })
  await expect(
    second
      .collection('counters')
      .doc('a')
      .update({ data: { n: 2 } }),
  ).rejects.toThrow('TransactionConflict')
  await first.commit()
  expect(await n('a')).toBe(1)
})

test('a plain write waits for the record and then decides on what it finds', async () => {
  const transaction = await town.db.startTransaction()
  await transaction
    .collection('counters')
    .doc('a')
    .update({ data: { n: 1 } })
  const done: string[] = []
  const waiting = counters()
    .where({ _id: 'a', n: 0 })
    .update({ data: { n: 2 } })
    .then(({ stats }) => done.push(`plain ${stats.updated}`))
  await counters()
    .doc('b')
    .update({ data: { n: 1 } })
  done.push('commit')
  await transaction.commit()
  await waiting
  expect(done).toEqual(['commit', 'plain 0'])
  expect(await n('a')).toBe(1)
})

test('of many increments at once in transactions none is lost, if each tries again', async () => {
  const again = async (): Promise<void> => {
    try {
      await town.db.runTransaction(async transaction => {
        const { data } = await transaction.collection('counters').doc('a').get()
        await transaction
          .collection('counters')
          .doc('a')
          .update({ data: { n: Number(data?.['n']) + 1 } })
      })
    } catch (error) {
      if (!String(error).includes('TransactionConflict')) throw error
      await again()
    }
  }
  await Promise.all(Array.from({ length: 10 }, again))
  expect(await n('a')).toBe(10)
})

test('a unique index holds inside too', async () => {
  const stations = town.db.collection('stations')
  await stations.add({ data: { _id: 's1', code: 'A' } })
  const failed = town.db.runTransaction(transaction =>
    transaction.collection('stations').add({ data: { _id: 's2', code: 'A' } }),
  )
  await expect(failed).rejects.toThrow('E11000')
  await town.db.runTransaction(async transaction => {
    await transaction
      .collection('stations')
      .doc('s1')
      .update({ data: { code: 'B' } })
    await transaction.collection('stations').add({ data: { _id: 's2', code: 'A' } })
  })
  expect((await stations.where({ code: 'A' }).get()).data.map(row => row['_id'])).toEqual(['s2'])
})

test('a unique key that somebody else took meanwhile is a conflict at the commit, which the SDK tries again', async () => {
  const stations = town.db.collection('stations')
  let tries = 0
  const taken = town.db.runTransaction(async transaction => {
    tries++
    await transaction.collection('stations').add({ data: { _id: `mine${tries}`, code: 'C' } })
    if (tries === 1) await stations.add({ data: { _id: 'theirs', code: 'C' } })
  })
  await expect(taken).rejects.toThrow('E11000')
  expect(tries).toBe(2)
  expect((await stations.where({ code: 'C' }).get()).data.map(row => row['_id'])).toEqual(['theirs'])
})

test('two plain writes over the same records and a transaction that wants both never wait in a circle', async () => {
  const transaction = await town.db.startTransaction()
  const inside = transaction.collection('counters')
  const add = { n: town.db.command['inc']?.(1) }
  const both = (ids: string[]): Promise<unknown> =>
    counters()
      .where({ _id: town.db.command['in']?.(ids) })
      .update({ data: add })
  await inside.doc('a').update({ data: add })
  const plain = [both(['a', 'b']), both(['b', 'a'])]
  await counters().doc('forgotten').update({ data: add })
  await inside.doc('b').update({ data: add })
  await transaction.commit()
  await Promise.all(plain)
  expect([await n('a'), await n('b')]).toEqual([3, 3])
})

test('a new record with the id that a transaction has just made waits, and is then told that it is taken', async () => {
  const transaction = await town.db.startTransaction()
  await transaction.collection('counters').add({ data: { _id: 'same', n: 1 } })
  const done: string[] = []
  const plain = counters()
    .add({ data: [{ _id: 'before' }, { _id: 'same', n: 2 }] })
    .catch((error: unknown) => done.push(String(error)))
  await counters()
    .doc('b')
    .update({ data: { n: 1 } })
  done.push('commit')
  await transaction.commit()
  await plain
  expect(done).toEqual(['commit', expect.stringContaining('E11000')])
  expect([await n('same'), (await counters().doc('before').get()).data]).toEqual([1, { _id: 'before' }])
})

test('what a call that is over still asks for begins no transaction', async () => {
  await town.cloud.call('lingers', 'r', {})
  goOn()
  await expect(lingering).rejects.toThrow('the call that wants a transaction is over')
})

test('a function that forgets to end its transaction keeps nothing and holds nobody up', async () => {
  await town.cloud.call('forgets', 'r', {})
  await counters()
    .doc('forgotten')
    .update({ data: { n: 2 } })
  expect(await n('forgotten')).toBe(2)
})

test('what one transaction asks at once is done one after the other, and none of it is lost', async () => {
  await town.db.runTransaction(async transaction => {
    const a = transaction.collection('counters').doc('a')
    await Promise.all(Array.from({ length: 10 }, () => a.update({ data: { n: town.db.command['inc']?.(1) } })))
  })
  expect(await n('a')).toBe(10)
})

test('a list that only this transaction has written is known to its own searches', async () => {
  const { in: oneOf } = town.db.command
  await town.db.runTransaction(async transaction => {
    const errands = transaction.collection('errands')
    await errands.add({ data: { _id: 'listed', tags: ['p', 'q'] } })
    const { data } = await errands.where({ tags: oneOf?.(['p', 'q']) }).get()
    expect(data.map(({ _id }) => _id)).toEqual(['listed'])
    await errands.doc('listed').remove()
  })
})

test('after thirty seconds it is over', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance', 'Date'] })
  try {
    const transaction = await town.db.startTransaction()
    await transaction
      .collection('counters')
      .doc('a')
      .update({ data: { n: 1 } })
    await jest.advanceTimersByTimeAsync(30_001)
    await expect(transaction.commit()).rejects.toThrow('transaction must be commit or abort in 30 seconds')
  } finally {
    jest.useRealTimers()
  }
  expect(await n('a')).toBe(0)
})

test('a rollback with a reason tells the reason', async () => {
  await expect(town.db.runTransaction(transaction => transaction.rollback({ why: 'full' }))).rejects.toMatchObject({
    why: 'full',
  })
})

test('to wait for a transaction that has already let go is no waiting', async () => {
  const locks = newLocks()
  locks.hold('counters', Buffer.from('a'), 't')
  const waited = locks.released('t')
  locks.release('t')
  await waited
  await locks.released('t')
  expect(locks.holder('counters', Buffer.from('a'))).toBeUndefined()
})
