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

const families: readonly Family[] = [
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
  geo,
  positional,
]

/** The families that run on a ground. */
export function familiesFor(real: boolean): readonly Family[] {
  return real ? families.filter(({ runs }) => runs === 'anywhere') : families
}
