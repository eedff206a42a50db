import { perDay, seldom } from './day'
import type { Line, Measure } from './measure'

/** Billed calls, warm: 1 + database requests (DESIGN.md section 7). A list is 2 unless it says otherwise. */
const budgets: Record<string, number> = {
  'errand.accept': 2,
  'errand.accept (lost)': 3,
  // The person read again, the look written, the household: a door is not given by what is remembered of a rider.
  'errand.reveal': 4,
  'errand.request': 3,
  // On a day on which somebody stands in for the household's regular rider: who.
  'errand.request (stood in for)': 4,
  'errand.mine': 2,
  'errand.offers': 2,
  'errand.board': 2,
  'errand.propose': 3,
  'errand.riders': 3,
  'errand.turns': 3,
  'recurring.list': 2,
  'study.feed': 2,
  'station.list': 2,
}
const meanBudget = 2.2
const examinedBudget = 1.2

const billed = (line: Line): number => 1 + line.requests

/** One row an operation: billed calls warm and first, documents examined and returned, bytes, and what telling everybody costs. */
export function tableOf({ first, warm }: Measure['lines']): string {
  const rows = warm.map((line, i) => {
    const before = first[i]
    return [
      line.name,
      String(billed(line)),
      before ? String(billed(before)) : '',
      String(line.requests),
      `${line.examined}/${line.returned}`,
      String(line.bytes),
      line.toTell === undefined ? '' : String(line.toTell),
      line.refused ?? '',
    ]
  })
  const head = ['operation', 'billed warm', 'first', 'requests', 'examined/returned', 'bytes', 'to tell all', '']
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(row => (row[column] ?? '').length)))
  const lineOf = (cells: string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return [head, ...rows].map(lineOf).join('\n')
}

/** What the budgets say of it. A line that begins with `over` is one that is broken. */
export function verdictOf({ warm }: Measure['lines']): string[] {
  const broken = warm.flatMap(line => {
    const budget = budgets[line.name]
    return budget !== undefined && billed(line) > budget
      ? [`over: ${line.name} costs ${billed(line)}, budget ${budget}`]
      : []
  })
  const times = ({ name }: Line): number => perDay[name] ?? seldom
  const acts = warm.reduce((sum, line) => sum + times(line), 0)
  const mean = warm.reduce((sum, line) => sum + times(line) * billed(line), 0) / acts
  const each = warm.reduce((sum, line) => sum + billed(line), 0) / warm.length
  const examined = warm.reduce((sum, line) => sum + line.examined, 0)
  const returned = warm.reduce((sum, line) => sum + Math.max(line.returned, line.requests), 0)
  return [
    ...broken,
    `${mean > meanBudget ? 'over: ' : ''}mean of billed calls to answer, over a day of ${acts.toFixed(0)} calls in one community: ${mean.toFixed(2)} (budget ${meanBudget})`,
    `the same where each operation counts once: ${each.toFixed(2)} (${warm.length} operations)`,
    `${examined / returned > examinedBudget ? 'over: ' : ''}documents examined per returned: ${(examined / returned).toFixed(2)} (budget ${examinedBudget})`,
  ]
}
