import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** One row of docs/bench-client.md: what it costs, by column. */
export interface Row {
  name: string
  numbers: Readonly<Record<string, number>>
}

interface Bench {
  ours(root: string): Promise<Row[]>
  byHand(root: string): Promise<Row[]>
  /** 0: weighed, 1: a screen, 2: a task. */
  kindOf(row: Row): number
  rowsIn(text: string): Row[]
  tableOf(rows: readonly Row[]): string
  kept(text: string, rows: readonly Row[]): string
  /** Bytes of what a page written by hand sends when it shows this answer of the cloud. */
  sentByHand(root: string, answer: unknown): number
}

export const root = resolve(__dirname, '../..')
export const bench = jest.requireActual<Bench>('../../config/bench/table.cjs')

const document = resolve(root, 'docs/bench-client.md')
export const keptText = (): string => readFileSync(document, 'utf8')

/** `npm run bench:client` keeps the table anew; a test does not. */
export function keep(rows: readonly Row[]): void {
  if (process.env.XINLIN_KEEP !== undefined) writeFileSync(document, bench.kept(keptText(), rows))
}

/**
 * What the kept table says otherwise than these rows, all of one kind. Calls of the cloud are what they are; bytes may differ by this part
 * of them, and two answers may come in one setData or in two.
 */
export function changedFrom(rows: readonly Row[], tolerance: number): object[] {
  const stated = bench.rowsIn(keptText()).filter(row => rows[0] && bench.kindOf(row) === bench.kindOf(rows[0]))
  const mostOff = (column: string, is: number) =>
    column.endsWith('B') ? tolerance * is : column === 'setData calls' ? 1 : 0
  return rows.flatMap((row, at) => {
    const { name, numbers } = stated[at] ?? { name: 'nothing', numbers: {} }
    const isSame =
      name === row.name &&
      Object.entries(row.numbers).every(([column, is]) => Math.abs((numbers[column] ?? -1) - is) <= mostOff(column, is))
    return isSame && rows.length === stated.length ? [] : [{ stated: { name, ...numbers }, is: row }]
  })
}
