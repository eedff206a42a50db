import { performance } from 'node:perf_hooks'
import { differences, takeSnapshot, type Snapshot } from '../snapshot'
import { a, openTown, type Town } from '../town'
import { cellsOf, tryAll, wordsOf, type Tried } from './cells'
import { rolesOf, settleEveryone } from './everyone'
import { makeEverything, type Thing } from './everything'
import { sampleOf, staleSamples } from './samples'
import { everyRow, nameOf } from '../../tables'

// Every row as everybody on everything: thousands of calls.
jest.setTimeout(240_000)

let town: Town
let before: Snapshot
let things: Thing[]
const wrong: string[] = []
const written: string[] = []
/** Rows in which somebody who may succeeded. */
const succeeded = new Set<string>()
const counted: Record<string, number> = { allowed: 0, refused: 0, 'too late': 0 }

beforeAll(async () => {
  const started = performance.now()
  town = await openTown()
  await settleEveryone(town)
  things = await makeEverything(town)
  before = await takeSnapshot()
  jest.spyOn(console, 'error').mockReturnValue(undefined)
  const cells = everyRow.flatMap(row => cellsOf(row, things))
  await tryAll(town, before, cells, judge)
  const all = Object.entries(counted).map(([rule, cellCount]) => `${cellCount} ${rule}`)
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(`permission matrix: ${cells.length} cells of ${everyRow.length} rows (${all.join(', ')}) in ${seconds} s`)
})
afterAll(() => town.close())

function judge(tried: Tried): void {
  const { rule, reply, wrote } = tried
  counted[rule] = (counted[rule] ?? 0) + 1
  if (!isAsListed(tried)) wrong.push(`${wordsOf(tried)}: ${rule}, but ${reply.code ?? JSON.stringify(reply.data)}`)
  if (rule !== 'allowed' && wrote.size > 0) written.push(`${wordsOf(tried)} wrote ${[...wrote].join(', ')}`)
  if (reply.ok && rule === 'allowed') succeeded.add(nameOf(tried.row))
}

const isEmpty = (data: unknown): boolean => ['{"rows":[]}', '{}'].includes(JSON.stringify(data))

function isAsListed({ row, sample, who, rule, reply }: Tried): boolean {
  const { code = '' } = reply
  if (rule === 'allowed') return reply.ok || (sample.but ?? []).includes(code)
  // Whoever may not read a list is told that there is nothing in it, or that it is not his.
  if (reply.ok) return !row.moves && !row.changes && isEmpty(reply.data)
  if ('data' in reply) return false
  if (rule === 'too late') return ['WRONG_STATE', 'TAKEN', ...(sample.but ?? [])].includes(code)
  // A rider to whom it was not offered, or who was too late, is told that another has it.
  const isRidersWord = row.own?.includes('asked') === true && ['WRONG_STATE', 'TAKEN'].includes(code)
  return ['FORBIDDEN', 'NOT_FOUND'].includes(code) || (isRidersWord && rolesOf(who, a).includes('rider'))
}

test('everybody may do to everything what its row says, and nothing else', () => {
  expect(wrong).toEqual([])
})

test('a call that was refused has changed nothing', async () => {
  expect(written).toEqual([])
  expect(differences(before, await takeSnapshot())).toEqual([])
})

test('every row succeeds for somebody, so that its refusals are about who asks', () => {
  const tried = everyRow.filter(row => row.by.some(role => role !== 'clock') && sampleOf(row).never === undefined)
  expect(tried.map(nameOf).filter(name => !succeeded.has(name))).toEqual([])
})

test('there is a thing in every state that a row starts from or ends in', () => {
  const missing = everyRow.flatMap(row => {
    const states = things.filter(({ kind }) => kind === sampleOf(row).of).flatMap(({ state }) => state ?? [])
    const { from = [], to = '' } = row.moves ?? {}
    return states.includes(to)
      ? from.filter(state => !states.includes(state)).map(state => `${nameOf(row)} ${state}`)
      : []
  })
  expect(missing).toEqual([])
})

test('no sample is left of a row that is gone', () => {
  expect(staleSamples(everyRow)).toEqual([])
})
