import type { CollectionName } from '@domain/schema'
import { _, aggregateOf, collectionOf, expression, pipelineOf, whereEqual, type Join, type Stages } from './cloud'

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
  /** What belongs to each row: see `beside`. */
  beside?: Beside
  /** The row it answers, for the compiler alone. */
  row?: R
}

/** A field of the row, and that of the other which equals it. */
type Equal = readonly (readonly [own: string, other: string])[]

interface Beside {
  as: string
  other: Asking<unknown>
  equal: Equal
}

/** The same question, with what belongs to each row as a list in its field `as`; the condition of `other` is plain fields. */
export const beside = <R, As extends string, B>(
  asking: Asking<R>,
  as: As,
  other: Asking<B>,
  equal: Equal,
): Asking<R & Record<As, B[]>> => ({ ...asking, beside: { as, other, equal } }) as Asking<R & Record<As, B[]>>

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
  if (asking.beside) return (await stagesOf(asking, aggregateOf(from)).end()).list as R[]
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
    stages = stages.lookup({ from: asking.from, pipeline: stagesOf(asking, pipelineOf()).done(), as: `q${i}` })
  })
  const { list } = await stages.end()
  const [found] = list as Record<string, unknown[]>[]
  // Where there is no community yet there is nothing to stand beside.
  const answers = await Promise.all(askings.map((asking, i) => found?.[`q${i}`] ?? ask(asking)))
  return answers as Answers<A>
}

function stagesOf(asking: Asking<unknown>, begun: Stages): Stages {
  const { where, order = {}, limit = fallbackLimit, counted } = asking
  let stages = begun.match(where)
  if (counted) return stages.count('count')
  const directions = Object.entries(order).map(([field, direction]) => [field, direction === 'asc' ? 1 : -1])
  if (directions.length > 0) stages = stages.sort(Object.fromEntries(directions))
  stages = stages.limit(limit)
  const fields = shown(asking)
  if (fields) stages = stages.project(Object.fromEntries(Object.entries(fields).map(([field, on]) => [field, +on])))
  return asking.beside ? stages.lookup(joinOf(asking.beside)) : stages
}

function joinOf({ as, other, equal }: Beside): Join {
  const named = equal.map(([own, its], i) => ({ name: `own${i}`, own: `$${own}`, its: `$${its}` }))
  const condition = named.map(({ name, its }) => expression.eq([its, `$$${name}`]))
  return {
    from: other.from,
    as,
    let: Object.fromEntries(named.map(({ name, own }) => [name, own])),
    // One condition, so that the index of those fields answers it.
    pipeline: stagesOf({ ...other, where: { ...other.where, ...whereEqual(condition) } }, pipelineOf()).done(),
  }
}
