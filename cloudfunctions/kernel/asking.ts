import type { CollectionName } from '@domain/schema'
import { _, aggregateOf, collectionOf, pipelineOf, type Stages } from './cloud'

/** What is asked of one collection; a description, so that it can be asked alone or together with others. */
export interface Asking<R> {
  from: CollectionName
  where: object
  order?: Readonly<Record<string, 'asc' | 'desc'>>
  /** At most so many; 100 when nothing is said. */
  limit?: number
  omit?: readonly string[]
  only?: readonly string[]
  /** How many instead of which: one row that says it. */
  counted?: true
  /** The row it answers, for the compiler alone. */
  row?: R
}

export interface Count {
  count: number
}

/** How many that are; none, where the answer has no row. */
export const countIn = (found: readonly Count[]): number => found[0]?.count ?? 0

type Rows<A> = A extends Asking<infer R> ? R[] : never
export type Answers<A extends readonly Asking<unknown>[]> = { -readonly [I in keyof A]: Rows<A[I]> }

const fallbackLimit = 100

const shown = ({ omit, only }: Asking<unknown>): Record<string, boolean> | undefined => {
  if (omit) return Object.fromEntries(omit.map(field => [field, false]))
  return only && Object.fromEntries(only.map(field => [field, true]))
}

/** One question, one request. */
export async function ask<R>(asking: Asking<R>): Promise<R[]> {
  const { from, where, order = {}, limit = fallbackLimit, counted } = asking
  if (counted) {
    const { total } = await collectionOf(from).where(where).count()
    return [{ count: total }] as R[]
  }
  let query = collectionOf(from).where(where).limit(limit)
  for (const [field, direction] of Object.entries(order)) query = query.orderBy(field, direction)
  const fields = shown(asking)
  if (fields) query = query.field(fields)
  const { data } = await query.get()
  return data as R[]
}

/**
 * Several questions, one request: each is a `$lookup` by its own conditions beside one record that is always there. What they answer must
 * fit into one document (16 MB, MongoDB's manual).
 */
export async function together<A extends readonly Asking<unknown>[]>(...askings: A): Promise<Answers<A>> {
  const [only, ...others] = askings
  if (only && others.length === 0) return [await ask(only)] as Answers<A>
  let stages = aggregateOf('communities')
    .match({ _id: _.gt('') })
    .limit(1)
    .project({ _id: 1 })
  askings.forEach((asking, i) => {
    stages = stages.lookup({ from: asking.from, pipeline: stagesOf(asking), as: `q${i}` })
  })
  const { list } = await stages.end()
  const [found] = list as Record<string, unknown[]>[]
  // Where there is no community yet there is nothing to stand beside.
  const answers = await Promise.all(askings.map((asking, i) => found?.[`q${i}`] ?? ask(asking)))
  return answers as Answers<A>
}

function stagesOf(asking: Asking<unknown>): object[] {
  const { where, order = {}, limit = fallbackLimit, counted } = asking
  let stages: Stages = pipelineOf().match(where)
  if (counted) return stages.count('count').done()
  const directions = Object.entries(order).map(([field, direction]) => [field, direction === 'asc' ? 1 : -1])
  if (directions.length > 0) stages = stages.sort(Object.fromEntries(directions))
  stages = stages.limit(limit)
  const fields = shown(asking)
  if (fields) stages = stages.project(Object.fromEntries(Object.entries(fields).map(([field, on]) => [field, +on])))
  return stages.done()
}
