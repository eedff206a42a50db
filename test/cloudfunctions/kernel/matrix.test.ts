import { openFields, privateFields } from '@domain/private'
import { schema, type CollectionName } from '@domain/schema'
import { performance } from 'node:perf_hooks'
import { differences, restore, takeSnapshot, type Snapshot } from '../snapshot'
import { a, openTown, type Town } from '../town'
import { cellsOf, isOutsider, tryAll, wordsOf, type Tried } from './cells'
import { everyone, rolesOf, settleEveryone } from './everyone'
import { markAll, marksIn } from './marks'
import { lineOf, linksIn, strayIn, type Known } from './reading'
import { pushEverything, toldWeChat } from './pushing'
import { makeEverything, sampleOf, staleSamples } from './samples'
import { everyRow, nameOf } from '../../tables'
import type { Thing } from './thing'

// Every row as everybody on everything: thousands of calls.
jest.setTimeout(600_000)

let town: Town
let before: Snapshot
let things: Thing[]
let known: Known
/** What the database was asked while those tried who hold none of a row's roles. */
let askedFor: string[]
const strays = new Set<string>()
const logged: string[] = []
const links = new Set<string>()
/** Every field of every collection that was stored at any time. */
const stored = new Set<string>()
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
  const { marked, marks } = markAll(await takeSnapshot())
  await restore(marked, marked.keys())
  before = await takeSnapshot()
  known = { before, marks, things }
  noteFields(before)
  things = things.map(thing => ({ ...thing, ...compoundOf(thing) }))
  for (const level of ['log', 'info', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation((...said: unknown[]) => void logged.push(lineOf(said)))
  const cells = everyRow.flatMap(row => cellsOf(row, things))
  town.cloud.resetStats()
  await tryAll(town, before, cells.filter(isOutsider), judge)
  askedFor = Object.keys(town.cloud.stats().actions)
  await tryAll(
    town,
    before,
    cells.filter(cell => !isOutsider(cell)),
    judge,
  )
  const all = Object.entries(counted).map(([rule, cellCount]) => `${cellCount} ${rule}`)
  const seconds = Math.round((performance.now() - started) / 1000)
  jest.restoreAllMocks()
  console.log(`permission matrix: ${cells.length} cells of ${everyRow.length} rows (${all.join(', ')}) in ${seconds} s`)
})
afterAll(() => town.close())

function compoundOf({ collection, id }: Thing): { compoundId?: string } {
  const compoundId = before.get(collection)?.get(id)?.compoundId
  return typeof compoundId === 'string' ? { compoundId } : {}
}

function judge(tried: Tried): void {
  const { rule, reply, left } = tried
  counted[rule] = (counted[rule] ?? 0) + 1
  if (!isAsListed(tried)) wrong.push(`${wordsOf(tried)}: ${rule}, but ${reply.code ?? JSON.stringify(reply.data)}`)
  if (rule !== 'allowed' && left.size > 0) written.push(`${wordsOf(tried)} wrote ${[...left.keys()].join(', ')}`)
  noteFields(left)
  for (const link of linksIn(reply)) links.add(link)
  for (const stray of strayIn(reply, tried.who, nameOf(tried.row), known)) strays.add(stray)
  if (reply.ok && rule === 'allowed') succeeded.add(nameOf(tried.row))
}

const noteFields = (snapshot: Snapshot): void =>
  snapshot.forEach((documents, name) =>
    documents.forEach(document => Object.keys(document).forEach(field => stored.add(`${name}.${field}`))),
  )

const isEmpty = (data: unknown): boolean => ['{"rows":[]}', '{}'].includes(JSON.stringify(data))

function isAsListed({ row, sample, who, thing, rule, reply, left }: Tried): boolean {
  const { code = '' } = reply
  if (rule === 'allowed') return reply.ok || (sample.but ?? []).includes(code)
  // Whoever may not read a list is told that there is nothing in it, or that it is not his.
  if (reply.ok && rule === 'too late') return left.size === 0 && (sample.but ?? []).includes('ok')
  if (reply.ok) return !row.moves && !row.changes && isEmpty(reply.data)
  if ('data' in reply) return false
  if (rule === 'too late') return ['WRONG_STATE', 'TAKEN', ...(sample.but ?? [])].includes(code)
  // In the right role, but not for just this.
  if (sample.by && rolesOf(who, a).some(role => row.by.some(by => by === role)) && code === 'WRONG_STATE') return true
  // A rider to whom it was not offered, or who was too late, is told that another has it.
  const isRidersWord = row.own?.includes('asked') === true && ['WRONG_STATE', 'TAKEN'].includes(code)
  const tookPart = who.openid !== null && thing?.belongs.tookPart?.includes(who.openid) && code === 'WRONG_STATE'
  // Whom he names is no rider of the community that he names: nothing is said of the thing itself.
  return (
    ['FORBIDDEN', 'NOT_FOUND', 'RIDER_GONE'].includes(code) ||
    tookPart ||
    (isRidersWord && rolesOf(who, a).includes('rider'))
  )
}

test('everybody may do to everything what its row says, and nothing else', () => {
  expect(wrong).toEqual([])
})

test('who holds none of a row’s roles is refused before anything but himself is read', () => {
  expect(askedFor.length).toBeGreaterThan(0)
  expect(askedFor.filter(action => !action.startsWith('people '))).toEqual([])
})

test('a call that was refused has changed nothing', async () => {
  expect(written).toEqual([])
  expect(differences(before, await takeSnapshot())).toEqual([])
})

test('every row succeeds for somebody, so that its refusals are about who asks', () => {
  const tried = everyRow.filter(row => row.by.some(role => role !== 'clock') && sampleOf(row).never === undefined)
  expect(tried.map(nameOf).filter(name => !succeeded.has(name))).toEqual([])
})

test('nobody is told what is private, but those it is for', () => {
  expect([...strays].sort()).toEqual([])
})

test('no log has a word of anybody', () => {
  expect(logged.length).toBeGreaterThan(0)
  const openids = everyone.flatMap(({ openid }) => (openid === null ? [] : openid))
  expect(
    logged.filter(line => marksIn(line).size > 0 || openids.some(openid => new RegExp(`\\b${openid}\\b`).test(line))),
  ).toEqual([])
})

test('every stored field is said to be private or open', () => {
  const names = Object.keys(schema) as CollectionName[]
  const listed = new Set(
    names.flatMap(name => [...privateFields(name), ...openFields(name)].map(field => `${name}.${field}`)),
  )
  expect([...stored].filter(field => !listed.has(field))).toEqual([])
})

test('no link and no name of a file has a word of anybody', () => {
  expect(links.size).toBeGreaterThan(0)
  expect([...links].filter(link => [...marksIn(link)].some(mark => !mark.startsWith('mark-')))).toEqual([])
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

test('no push and no live card has a word of anybody', async () => {
  await pushEverything(town, things)
  const told = toldWeChat(town)
  expect(told.length).toBeGreaterThan(50)
  expect(told.filter(words => marksIn(words).size > 0)).toEqual([])
})

test('no sample is left of a row that is gone', () => {
  expect(staleSamples()).toEqual([])
})
