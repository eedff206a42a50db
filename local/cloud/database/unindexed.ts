import { refuse } from '../codes'
import type { Counter } from '../stats'
import type { Ledger } from './ledger'

/** What becomes of a query that no index serves: refused by name in tests, warned of once and counted when serving. */
export function unindexedRule(rule: 'refuse' | 'warn', counter: Counter): Ledger['unindexed'] {
  return (collection, fields) => {
    const what = `${collection} by ${fields.join(', ')}`
    if (rule === 'refuse') refuse('UNINDEXED_QUERY', `no index serves the query of ${what}`)
    if (counter.unindexed(what)) process.stderr.write(`local cloud: no index serves the query of ${what}\n`)
  }
}
