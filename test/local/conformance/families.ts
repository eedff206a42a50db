import type { Family } from './case'
import { collections } from './collections'
import { context } from './context'
import { expressions } from './expressions'
import { functions } from './functions'
import { geo } from './geo'
import { openapi } from './openapi'
import { paging } from './paging'
import { positional } from './positional'
import { queries } from './queries'
import { records } from './records'
import { stages } from './stages'
import { storage } from './storage'
import { transactions } from './transactions'
import { updates } from './updates'
import { values } from './values'

/** Whether the local cloud knows places (地理位置索引), positional updates and inserts in order; a real environment always does. */
export const geoStands: boolean = false

const standing: readonly Family[] = [
  records,
  queries,
  paging,
  updates,
  values,
  collections,
  stages,
  expressions,
  transactions,
  storage,
  functions,
  context,
  openapi,
]

/** The families that run on a ground. */
export function familiesFor(real: boolean): readonly Family[] {
  const all = real || geoStands ? [...standing, geo, positional] : standing
  return real ? all.filter(({ runs }) => runs === 'anywhere') : all
}
