import type { Row } from './sdk'
import type { Town } from './town'

/** 900 records over three communities, three states and a thousand tags, relatives and riders. */
export const rows: Row[] = Array.from({ length: 900 }, (_, n) => ({
  _id: `e${String(n).padStart(4, '0')}`,
  communityId: `c${n % 3}`,
  state: ['requested', 'dispatched', 'accepted'][Math.floor(n / 3) % 3],
  at: n,
  tags: n % 2 ? ['even', `t${n % 10}`] : [],
  family: [{ id: `f${n % 50}` }, { id: `g${n % 7}` }],
  ...(n % 4 ? { riderId: `r${n % 20}` } : {}),
}))

/** Puts them into the errands of a town. */
export async function fill(town: Town): Promise<void> {
  await town.errands.add({ data: rows })
}
