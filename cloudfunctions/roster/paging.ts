import { ask } from '../kernel/asking'
import { _ } from '../kernel/cloud'
import type { records } from '../kernel/records'

interface Ordered {
  order: string
}

const mostRows = 50

/** One page in name order; the cursor is the last row's place in it. */
export async function pageByName<R extends Ordered>(
  from: ReturnType<typeof records<R>>,
  where: object,
  paging: NamePaging,
) {
  return nextByName(await ask(askedByName(from, where, paging)), paging)
}

interface NamePaging {
  after?: string | undefined
  limit?: number
  omit?: readonly string[]
}

/** What `pageByName` asks; `nextByName` makes the page of its answer. */
export function askedByName<R extends Ordered>(
  from: ReturnType<typeof records<R>>,
  where: object,
  { after, limit = mostRows, omit }: NamePaging,
) {
  const at = after?.lastIndexOf('@') ?? -1
  const [order, id] = [after?.slice(0, at), after?.slice(at + 1)]
  const beyond = _.or([{ order: _.gt(order) }, { order, _id: _.gt(id) }])
  return from.asked(after ? _.and([where, beyond]) : where, {
    order: { order: 'asc', _id: 'asc' },
    limit: limit + 1,
    ...(omit && { omit }),
  })
}

export function nextByName<R extends Ordered & { _id: string }>(
  found: readonly R[],
  { limit = mostRows }: NamePaging,
): { rows: R[]; next?: string } {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, ...(found.length > limit && last && { next: `${last.order}@${last._id}` }) }
}

/** Everybody in name order, a thousand at a time. */
export async function everyone<R extends Ordered>(
  from: ReturnType<typeof records<R>>,
  where: object,
  omit: readonly string[] = [],
) {
  const all: Awaited<ReturnType<typeof from.find>> = []
  let after: string | undefined
  do {
    const { rows, next } = await pageByName(from, where, { after, limit: 999, omit })
    all.push(...rows)
    after = next
  } while (after !== undefined)
  return all
}
