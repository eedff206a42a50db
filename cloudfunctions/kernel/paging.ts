import type { Asking } from './asking'
import { _ } from './cloud'

export interface Paging {
  /** The field the page is ordered by, a number. */
  by: string
  after?: string | undefined
  omit?: readonly string[]
  limit?: number
}

export interface Page<R> {
  rows: R[]
  /** The cursor of the next page; none after the last. */
  next?: string
}

const mostRows = 20

/** A question for one page along an index, newest first; `after` is the cursor the last page ended with. */
export function pageAsked<R>(asking: Asking<R>, { by, after, omit, limit = mostRows }: Paging): Asking<R> {
  const [moment = '', lastId = ''] = (after ?? '').split('@')
  const order = { [by]: 'desc', _id: 'desc' } as const
  const beyond = _.or([{ [by]: _.lt(Number(moment)) }, { [by]: Number(moment), _id: _.lt(lastId) }])
  const where = after ? _.and([asking.where, beyond]) : asking.where
  return { ...asking, where, order, limit: limit + 1, ...(omit && { omit }) }
}

/** The page that its answer makes: one row more was asked for, to know whether there is another. */
export function pageOf<R extends { _id: string }>(found: readonly R[], { by, limit = mostRows }: Paging): Page<R> {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, ...(found.length > limit && last && { next: `${String(last[by as keyof R])}@${last._id}` }) }
}
