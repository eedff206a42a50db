import type { Line, Measure } from './measure'

/** Billed calls, warm: 1 + database requests (DESIGN.md section 7), of what is not said below. */
const listBudget = 2
const budgets: Record<string, number> = {
  'errand.accept': 2,
  'errand.accept (lost)': 3,
  'errand.reveal': 3,
  'household.reveal': 3,
  'errand.request': 3,
  'errand.request (again)': 3,
  'errand.request (stood in for)': 3,
}
const meanBudget = 2.2
const examinedBudget = 1.2

/** What writes is rung for until all are told; all else is a list, or one record. */
const budgetOf = ({ name, toTell }: Line): number => budgets[name] ?? (toTell === undefined ? listBudget : Infinity)

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
    const budget = budgetOf(line)
    return billed(line) > budget ? [`over: ${line.name} costs ${billed(line)}, budget ${budget}`] : []
  })
  const mean = warm.reduce((sum, line) => sum + billed(line), 0) / warm.length
  const examined = warm.reduce((sum, line) => sum + line.examined, 0)
  const returned = warm.reduce((sum, line) => sum + Math.max(line.returned, line.requests), 0)
  return [
    ...broken,
    `${mean > meanBudget ? 'over: ' : ''}mean of billed calls to answer, ${warm.length} operations, each once: ${mean.toFixed(2)} (budget ${meanBudget})`,
    `${examined / returned > examinedBudget ? 'over: ' : ''}documents examined per returned: ${(examined / returned).toFixed(2)} (budget ${examinedBudget})`,
  ]
}
