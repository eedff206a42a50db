import { schema, type CollectionName, type Keeps } from '@domain/schema'
import { dayMs } from '@domain/time'
import { _, collectionOf, removeFiles } from './cloud'

/** One request's worth; the SDK finds at most 1,000. */
const batch = 100

type Timed = Extract<Keeps, { days: number }>

/** Records of one collection whose time is over. */
export interface Over {
  name: CollectionName
  keeps: Timed
  where: object
  rows: Found[]
}

type Found = Readonly<Record<string, unknown>> & { _id: string }

const timed = (Object.entries(schema) as [CollectionName, { keeps: Keeps }][]).flatMap(([name, { keeps }]) =>
  'days' in keeps ? [{ name, keeps }] : [],
)

/** What is over by now, of each collection the first of it: one query a collection, and nothing read but ids and files. */
export async function over(now: number): Promise<Over[]> {
  const found = await Promise.all(timed.map(({ name, keeps }) => next(name, keeps, now)))
  return found.filter(({ rows }) => rows.length > 0)
}

async function next(name: CollectionName, keeps: Timed, now: number): Promise<Over> {
  const { after, days, where: only, files = [] } = keeps
  const where = { ...only, [after]: _.lt(now - days * dayMs) }
  const projection = Object.fromEntries(['_id', ...files].map(field => [field, true]))
  const { data } = await collectionOf(name).where(where).limit(batch).field(projection).get()
  return { name, keeps, where, rows: data as Found[] }
}

/**
 * 到期删除: removes it for good, first the files and then the records that name them, so that a run that dies leaves nothing nobody knows
 * of. What was written to meanwhile stays. @returns how many
 */
export async function removeOver(list: readonly Over[], now: number, isOver: () => boolean): Promise<number> {
  let removed = 0
  for (const first of list) {
    for (let part = first; part.rows.length > 0 && !isOver(); part = await next(part.name, part.keeps, now)) {
      const { name, keeps, where, rows } = part
      await removeFiles(rows.flatMap(row => (keeps.files ?? []).flatMap(path => fileAt(row, path))))
      const { stats } = await collectionOf(name)
        .where({ ...where, _id: _.in(rows.map(({ _id }) => _id)) })
        .remove()
      removed += stats.removed
      // What cannot be removed would be found for ever.
      if (stats.removed === 0) break
    }
  }
  return removed
}

function fileAt(row: Found, path: string): string[] {
  const held = path.split('.').reduce<unknown>((whole, name) => Object(whole)[name] as unknown, row)
  return typeof held === 'string' ? [held] : []
}
