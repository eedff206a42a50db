import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { relationRole, writes, type Operation } from '@domain/operation'
import { everyRow, nameOf } from '../../tables'

/** A row in one line: `errand.accept: rider(asked) · dispatched → accepted`; `whole`, not for one compound. */
function lineOf(row: Operation): string {
  const who = row.by.map(role => {
    const own = (row.own ?? []).filter(relation => relationRole[relation] === role)
    return own.length > 0 ? `${role}(${own.join(' or ')})` : role
  })
  const { moves } = row
  const change = moves ? `${moves.from.join(' ')} → ${moves.to}` : writes(row) ? 'changes' : 'reads'
  return `${nameOf(row)}: ${who.join(', ')} · ${change.trim()}${row.whole ? ' · whole' : ''}`
}

/**
 * The matrix takes its rule from the rows; what the rows themselves say is held to rows.txt, so that nobody is let in by a slip: who changes
 * a row's `by`, `own` or `moves`, or adds one, says so there too.
 */
test('who may do what, from which state, is what was agreed', () => {
  const agreed = readFileSync(join(__dirname, 'rows.txt'), 'utf8').trim().split('\n')
  const is = everyRow.map(lineOf)
  expect(is.filter(line => !agreed.includes(line))).toEqual([])
  expect(agreed.filter(line => !is.includes(line))).toEqual([])
})
