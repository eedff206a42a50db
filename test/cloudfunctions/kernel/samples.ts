import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { matterNames, ticked } from '@domain/consent'
import type { Operation } from '@domain/operation'
import { areas, everyRow, nameOf } from '../../tables'
import { a, type Town } from '../town'
import type { Thing } from './thing'

type Fields = Readonly<Record<string, unknown>>

/** The record a row is tried on, as stored, and the community that the call names. */
export interface About {
  id: string
  record: Fields
  communityId: string
}

/** What a row is tried with: a valid input, so that a refusal is about who asks and not about what is asked. */
export interface Sample {
  /** The kind of thing it is done to, `community` when it names one, `self` when it concerns nobody else. */
  of: string
  input: (about: About) => object
  /** The relations its function asks for, when the row does not say them. */
  own?: readonly string[]
  /** The roles its function lets do just this, of those of the row. */
  by?: readonly string[]
  /** The compound that what it asks for is of, or `whole` where its function lets only who is at the whole desk. */
  compoundId?: string
  /** Codes of the function's own rules that somebody who may do it can meet here; `ok` when he is told, too late, how it stands. */
  but?: readonly string[]
  /** Why nobody succeeds here, where somebody else tests it. */
  never?: string
}

/** The samples of an area's rows by verb. A row that takes only `{}`, a community, an id, or an id and a reason needs none. */
export type Samples = Readonly<Record<string, Sample>>

/** What `samples.ts` in the folder of an area's tests may give. */
interface OfArea {
  samples?: Samples
  /** Makes what the area's rows are tried on, in every state; knows what areas before it made. */
  things?: (town: Town, before: readonly Thing[]) => Promise<Thing[]>
}

/** Everything there is to agree to, as it reads now. */
export const agreed = ticked(matterNames)

/** A reason, where one is asked for. */
export const why = '换个时间'

function fileOf(area: string): OfArea {
  const file = join(__dirname, '..', area, 'samples')
  return existsSync(`${file}.ts`) ? (require(file) as OfArea) : {}
}
const files = new Map(areas.map(area => [area, fileOf(area)]))

/** The sample of a row: its own, or what its input asks for by itself. */
export function sampleOf(row: Operation): Sample {
  const own = files.get(row.area)?.samples?.[row.verb]
  if (own) return own
  const takes = (input: object): boolean => row.input.safeParse(input).success
  if (takes({})) return { of: 'self', input: () => ({}) }
  if (takes({ communityId: a })) return { of: 'community', input: ({ communityId }) => ({ communityId }) }
  if (takes({ id: 'x' })) return { of: row.area, input: ({ id }) => ({ id }) }
  if (takes({ id: 'x', why })) return { of: row.area, input: ({ id }) => ({ id, why }) }
  throw new Error(`${row.area}/samples.ts: what is ${nameOf(row)} tried with?`)
}

/** Samples of rows that are gone. */
export const staleSamples = (): string[] =>
  areas.flatMap(area => {
    const verbs = everyRow.filter(row => row.area === area).map(({ verb }) => verb)
    const known = Object.keys(files.get(area)?.samples ?? {})
    return known.filter(verb => !verbs.includes(verb)).map(verb => `${area}.${verb}`)
  })

/** Everything there is to ask about, made in this town. */
export async function makeEverything(town: Town): Promise<Thing[]> {
  const made: Thing[] = [{ kind: 'community', collection: 'communities', id: a, belongs: {} }]
  for (const [, { things }] of [...files].sort(([one], [other]) => order.indexOf(other) - order.indexOf(one)))
    made.push(...((await things?.(town, made)) ?? []))
  return made
}

/** Made first, the last of them before the others: what others need. */
const order = ['errand', 'household']
