import { writes, type InputOf, type Operation, type OutputOf } from '@domain/operation'
import { strFromU8, unzipSync } from 'fflate'
import { everyRow, nameOf } from '../../tables'
import { takeSnapshot, type Snapshot } from '../snapshot'
import { a, newKey, type Reply, type Town } from '../town'
import { mayRead } from './allowed'
import { thingsIn } from './belonging'
import type { Somebody } from './everyone'
import { marksIn, standingMarks } from './marks'
import { linksIn, readerOf, wordsOf, type Known } from './reading'
import { sampleOf } from './samples'

/** A town in which every reply is listened to: what of somebody is in it, and whether it is for who was told. */
export interface Listening {
  /** One operation by one person. A refusal is listened to as well, and answers nothing. */
  say<O extends Operation>(openid: string, op: O, input: InputOf<O>): Promise<OutputOf<O> | undefined>
  /** These people read everything that can be read. */
  lookRound(openids: readonly string[]): Promise<void>
  strays: Set<string>
  /** Links and names of files. */
  links: Set<string>
  heard: { replies: number; refused: number; marks: number; files: number }
  /** Rows that were answered. */
  rows: Set<string>
}

/** So many of a kind are asked about in one look round, the latest. */
const mostOfAKind = 1
/** So many of the places where a stray mark stands are named. */
const mostPlaces = 3

export async function listenIn(town: Town): Promise<Listening> {
  const strays = new Set<string>()
  const links = new Set<string>()
  const rows = new Set<string>()
  const heard = { replies: 0, refused: 0, marks: 0, files: 0 }
  const know = async (): Promise<Known> => knownOf(await takeSnapshot(), town.cloud.clock.now())
  let known = await know()

  async function listen(openid: string, op: Operation, reply: Reply, moments: readonly Known[]): Promise<void> {
    heard.replies += 1
    if (reply.ok) rows.add(nameOf(op))
    else heard.refused += 1
    judge(openid, nameOf(op), JSON.stringify(reply), moments)
    for (const link of linksIn(reply)) {
      links.add(link)
      const inside = /^https?:/.test(link) ? await insideOf(rawLink(reply, link)) : undefined
      if (inside === undefined) continue
      heard.files += 1
      judge(openid, nameOf(op), inside, moments)
    }
  }

  function judge(openid: string, row: string, told: string, moments: readonly Known[]): void {
    for (const text of marksIn(told)) {
      heard.marks += 1
      const places = moments.flatMap(moment => (moment.marks.get(text) ?? []).map(mark => ({ mark, moment })))
      const isFor = places.some(({ mark, moment }) =>
        mayRead(mark, { ...readerOf(mark, somebody(openid, moment.before), moment), row }),
      )
      const fields = [...new Set(places.map(({ mark, moment }) => wordsOf(mark, moment)))].slice(0, mostPlaces)
      if (!isFor && places.length > 0) strays.add(`${openid} reads ${fields.join(', ')} by ${row}`)
    }
  }

  return {
    strays,
    links,
    heard,
    rows,
    async say(openid, op, input) {
      const event = { verb: op.verb, input, ...(writes(op) && { key: newKey() }) }
      const reply = await town.raw(openid, op.area, event)
      const before = known
      known = await know()
      await listen(openid, op, reply, [before, known])
      return reply.ok ? (reply.data as OutputOf<typeof op>) : undefined
    },
    async lookRound(openids) {
      known = await know()
      for (const row of everyRow.filter(one => !writes(one) && one.by.some(role => role !== 'clock'))) {
        const sample = sampleOf(row)
        const ofKind = known.things.filter(({ kind }) => kind === sample.of).slice(-mostOfAKind)
        const abouts = ['self', 'community'].includes(sample.of)
          ? [{ id: a, record: known.before.get('communities')?.get(a) ?? {}, communityId: a }]
          : ofKind.map(({ collection, id }) => ({
              id,
              record: known.before.get(collection)?.get(id) ?? {},
              communityId: a,
            }))
        for (const about of abouts)
          for (const openid of openids) {
            const reply = await town.raw(openid, row.area, { verb: row.verb, input: sample.input(about), me: 'old' })
            await listen(openid, row, reply, [known])
          }
      }
    },
  }
}

const knownOf = (before: Snapshot, now: number): Known => ({
  before,
  marks: standingMarks(before),
  things: thingsIn(before, now),
})

function somebody(openid: string, before: Snapshot): Somebody {
  const person = [...(before.get('people')?.values() ?? [])].find(one => one.openid === openid)
  const memberships = person?.memberships
  return { openid, memberships: Array.isArray(memberships) ? memberships : [] }
}

/** The link as it was given: `linksIn` answers what can be read in it. */
const rawLink = (reply: Reply, read: string): string =>
  (JSON.stringify(reply).match(/https?:\/\/[^"]+/g) ?? []).find(link => decodeURIComponent(link) === read) ?? read

/** What a sheet holds, every part of it; nothing when it is none. */
async function insideOf(link: string): Promise<string | undefined> {
  const bytes = new Uint8Array(await (await fetch(link)).arrayBuffer())
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip) return undefined
  const parts = Object.values(unzipSync(bytes)).map(part => strFromU8(part))
  return parts.join('\n')
}
