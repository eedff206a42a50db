import { EJSON } from 'bson'
import { aggregations } from './mongo-rules/aggregations'
import { queries } from './mongo-rules/queries'
import { updates } from './mongo-rules/updates'
import { openTown, type Town } from './town'

let town: Town
beforeAll(async () => {
  town = await openTown({ schema: { rules: { indexes: [{ name: 'byK', keys: { k: 1 } }] } } })
})
afterAll(() => town.close())

interface Reply {
  code?: string
  message?: string
  data?: { list?: string[]; updated?: number; total?: number }
}

/** Speaks the protocol itself, because the SDK could not send all of this. */
async function ask(action: string, request: object): Promise<Reply> {
  const body = JSON.stringify({ action: `database.${action}`, collectionName: 'rules', ...request })
  const response = await fetch(`${town.cloud.url}/admin`, { method: 'POST', body })
  return JSON.parse(await response.text())
}
const text = (value: object | string | number): string => EJSON.stringify(value, { relaxed: false })
const read = (reply: Reply): unknown => (reply.data?.list ?? []).map(one => EJSON.parse(one))

async function onlyThese(documents: object[]): Promise<void> {
  await ask('removeDocument', { query: '{}', multi: true })
  expect((await ask('insertDocument', { data: documents.map(text) })).message).toBeUndefined()
}

test.each(queries)('query: %s', async (_rule, document, filter, answer) => {
  await onlyThese([{ _id: 'd', ...document }])
  const reply = await ask('getDocument', { query: text({ _id: 'd', ...filter }) })
  if (typeof answer === 'string') expect(reply.message).toContain(answer)
  else expect([reply.message, reply.data?.list?.length]).toEqual([undefined, answer ? 1 : 0])
})

test.each(updates)('update: %s', async (_rule, before, update, after, filter = {}) => {
  await onlyThese([{ _id: 'd', ...before }])
  const reply = await ask('modifyDocument', { query: text({ _id: 'd', ...filter }), data: text(update), merge: true })
  const [document] = [read(await ask('getDocument', { query: text({ _id: 'd' }) }))].flat()
  if (typeof after === 'string') {
    expect(reply.message).toContain(after)
    expect(document).toEqual({ _id: 'd', ...before })
  } else expect([reply.message, document]).toEqual([undefined, { _id: 'd', ...after }])
})

test.each(aggregations)('aggregation: %s', async (_rule, documents, stages, answer) => {
  await onlyThese(documents)
  const ids = { $in: documents.map(document => Object.entries(document)[0]?.[1]) }
  const near = stages.some(stage => '$geoNear' in stage)
  const sent = [...(near ? [] : [{ $match: { _id: ids } }]), ...stages].map(stage => {
    const [[stageKey, value] = ['', '']] = Object.entries<object | string | number>({ ...stage })
    return { stageKey, stageValue: text(value) }
  })
  const reply = await ask('aggregateDocuments', { stages: sent })
  if (typeof answer === 'string') expect(reply.message).toContain(answer)
  else expect([reply.message, read(reply)]).toEqual([undefined, answer])
})
