import { fails, type Case, type Family, type Here } from './case'
import type { Collection, Doc, Row, Transaction } from './sdk'

const two: Row[] = [
  { _id: 'a', n: 0 },
  { _id: 'b', n: 0 },
]
const rows = (transaction: Transaction): Collection => transaction.collection('conformance_rows')
const conflict = fails(-501001, 'TransactionConflict')

/** One of the case's records, as a transaction sees it. */
const inside = (here: Here, transaction: Transaction, name: string): Doc => rows(transaction).doc(here.id(name))
const both = async (here: Here): Promise<unknown> => [(await here.now('a'))?.['n'], (await here.now('b'))?.['n']]

/** Works in a transaction that is rolled back whatever happens, so that no lock outlives its case. */
async function trying(here: Here, work: (transaction: Transaction) => Promise<unknown>): Promise<unknown> {
  const transaction = await here.db.startTransaction()
  try {
    return await work(transaction)
  } finally {
    await transaction.rollback().catch(() => undefined)
  }
}

const cases: Case[] = [
  {
    name: 'a commit writes all',
    source: 'official',
    arrange: two,
    act: async here => {
      await here.db.runTransaction(async t => {
        await inside(here, t, 'a').update({ data: { n: 1 } })
        await inside(here, t, 'b').update({ data: { n: 2 } })
      })
      return both(here)
    },
    expect: [1, 2],
  },
  {
    name: 'runTransaction answers what the work answers',
    source: 'official',
    act: here => here.db.runTransaction(async () => 'done'),
    expect: 'done',
  },
  {
    name: 'a failure in the work rolls all back and comes out',
    source: 'official',
    arrange: two,
    act: async here => {
      const run = here.db.runTransaction(async t => {
        await inside(here, t, 'a').update({ data: { n: 1 } })
        throw new Error('no more')
      })
      return [await run.catch((error: unknown) => String(error)), await both(here)]
    },
    expect: ['Error: no more', [0, 0]],
  },
  {
    name: 'a rollback comes out as the value it was given',
    source: 'official',
    arrange: two,
    act: async here => {
      const run = here.db.runTransaction(async t => {
        await inside(here, t, 'a').update({ data: { n: 1 } })
        await t.rollback({ why: 'full' })
      })
      return [await run.catch((error: unknown) => error), await both(here)]
    },
    expect: [{ why: 'full' }, [0, 0]],
  },
  {
    name: 'it sees its own change, others do not',
    source: 'official',
    arrange: two,
    act: here =>
      trying(here, async t => {
        await inside(here, t, 'a').update({ data: { n: 5 } })
        return [(await inside(here, t, 'a').get()).data, (await here.now('a'))?.['n']]
      }),
    expect: [{ _id: 'a', n: 5 }, 0],
  },
  {
    name: 'it sees its own new record by id',
    source: 'official',
    act: here =>
      trying(here, async t => {
        await rows(t).add({ data: here.own({ _id: 'new', n: 1 }) })
        return [(await inside(here, t, 'new').get()).data, await here.now('new')]
      }),
    expect: [{ _id: 'new', n: 1 }, null],
  },
  {
    name: 'set and remove inside hold until the commit',
    source: 'official',
    arrange: two,
    act: async here => {
      await here.db.runTransaction(async t => {
        await inside(here, t, 'a').remove()
        await inside(here, t, 'c').set({ data: here.own({ n: 3 }) })
      })
      return here.ids(here.mine())
    },
    expect: ['b', 'c'],
  },
  {
    name: 'doc().get() of nobody inside is null, as outside',
    source: 'SDK source',
    act: here => trying(here, async t => (await inside(here, t, 'nobody').get()).data),
    expect: null,
  },
  {
    name: 'it stays at the moment of its first look',
    source: 'official',
    arrange: two,
    act: here =>
      trying(here, async t => {
        const before = (await inside(here, t, 'a').get()).data?.['n']
        await here.doc('a').update({ data: { n: 7 } })
        return [before, (await inside(here, t, 'a').get()).data?.['n']]
      }),
    expect: [0, 0],
  },
  {
    name: 'it may not overwrite what came after it: -501001, no code, no retry',
    source: 'measured',
    arrange: two,
    act: here =>
      trying(here, async t => {
        await inside(here, t, 'a').get()
        await here.doc('a').update({ data: { n: 7 } })
        return inside(here, t, 'a').update({ data: { n: 1 } })
      }),
    expect: conflict,
  },
  {
    name: 'a second transaction on one record fails at once',
    source: 'official',
    arrange: two,
    act: here =>
      trying(here, async first => {
        await inside(here, first, 'a').update({ data: { n: 1 } })
        return trying(here, second => inside(here, second, 'a').update({ data: { n: 2 } }))
      }),
    expect: conflict,
  },
  {
    name: 'two transactions on two records do not meet',
    source: 'official',
    arrange: two,
    act: async here => {
      const first = await here.db.startTransaction()
      const second = await here.db.startTransaction()
      await inside(here, first, 'a').update({ data: { n: 1 } })
      await inside(here, second, 'b').update({ data: { n: 2 } })
      await first.commit()
      await second.commit()
      return both(here)
    },
    expect: [1, 2],
  },
  {
    name: 'a conflict at a write is not tried again by runTransaction',
    source: 'measured',
    arrange: two,
    act: async here => {
      let tries = 0
      const outcome = await trying(here, async first => {
        await inside(here, first, 'a').update({ data: { n: 1 } })
        return here.db
          .runTransaction(async second => {
            tries++
            await inside(here, second, 'a').update({ data: { n: 2 } })
          })
          .catch((error: unknown) => Object(error).errCode)
      })
      return [outcome, tries]
    },
    expect: [-501001, 1],
  },
  {
    name: 'a plain write waits for the transaction and decides on what it finds',
    source: 'official',
    arrange: two,
    act: async here => {
      const t = await here.db.startTransaction()
      await inside(here, t, 'a').update({ data: { n: 1 } })
      const plain = here.mine({ _id: here.id('a'), n: 0 }).update({ data: { n: 2 } })
      await here.doc('b').update({ data: { n: 9 } })
      await t.commit()
      return [(await plain).stats.updated, (await here.now('a'))?.['n']]
    },
    expect: [0, 1],
  },
  {
    name: 'where().update() inside goes around the transaction',
    source: 'SDK source',
    arrange: two,
    act: here =>
      trying(here, async t => {
        await rows(t)
          .where({ case: here.mark, n: 0 })
          .update({ data: { n: 3 } })
        return both(here)
      }),
    expect: [3, 3],
  },
  {
    name: 'where().count() inside goes around the transaction',
    source: 'SDK source',
    arrange: two,
    act: here =>
      trying(here, async t => {
        await rows(t).add({ data: here.own({ _id: 'new' }) })
        return (await rows(t).where({ case: here.mark }).count()).total
      }),
    expect: 2,
  },
  {
    name: 'where().get() inside belongs to the transaction',
    source: 'SDK source',
    arrange: two,
    act: here =>
      trying(here, async t => {
        await inside(here, t, 'a').update({ data: { n: 5 } })
        return (await rows(t).where({ case: here.mark, n: 5 }).get()).data.length
      }),
    expect: 1,
  },
  {
    name: 'a commit after the commit is refused',
    source: 'SDK source',
    act: async here => {
      const t = await here.db.startTransaction()
      await t.commit()
      return t.commit().catch((error: unknown) => `${Object(error).code} ${Object(error).message}`)
    },
    expect: expect.stringContaining('TransactionNotExist'),
  },
  {
    name: 'a write after the rollback is refused',
    source: 'unverified',
    arrange: two,
    act: async here => {
      const t = await here.db.startTransaction()
      await t.rollback()
      return inside(here, t, 'a').update({ data: { n: 1 } })
    },
    expect: fails(-501001, 'TransactionNotExist'),
  },
  {
    name: 'an id that is taken is refused inside too',
    source: 'unverified',
    arrange: two,
    act: here => trying(here, t => rows(t).add({ data: here.own({ _id: 'a' }) })),
    expect: fails(-502001, 'E11000'),
  },
  {
    name: 'of five that add one, each trying again, none is lost',
    source: 'measured',
    arrange: two,
    act: async here => {
      const addOne = async (): Promise<void> => {
        try {
          await here.db.runTransaction(async t => {
            const n = Number((await inside(here, t, 'a').get()).data?.['n'])
            await inside(here, t, 'a').update({ data: { n: n + 1 } })
          })
        } catch (error) {
          if (!String(Object(error).message).includes('TransactionConflict')) throw error
          await addOne()
        }
      }
      await Promise.all(Array.from({ length: 5 }, addOne))
      return (await here.now('a'))?.['n']
    },
    expect: 5,
  },
]

/** 事务: snapshot, own writes, conflicts, and what goes around it. */
export const transactions: Family = { name: 'transactions', runs: 'anywhere', cases }
