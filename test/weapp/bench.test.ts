import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

interface Measured {
  column: string
  figure: string
  number: number
}
interface Bench {
  ours(root: string): Promise<Measured[]>
  byHand(root: string): Promise<Measured[]>
  measuredIn(text: string): Measured[]
  tableOf(measured: Measured[]): string
}
const bench = jest.requireActual<Bench>('../../config/bench/table.cjs')

const kept = readFileSync(resolve('docs/bench-client.md'), 'utf8')
const said = bench.measuredIn(kept)

/** A change of words moves a package by some bytes; beyond this somebody should know: `npm run bench:client`. */
const tolerance = 0.01

test('the kept table says what is built and sent today', async () => {
  const measured = [...(await bench.ours(resolve('.'))), ...(await bench.byHand(resolve('.')))]
  expect(measured.length).toBe(11)
  for (const { column, figure, number } of measured) {
    const stated = said.find(one => one.column === column && one.figure === figure)?.number ?? 0
    const off = Math.abs(stated - number) / number
    expect({ column, figure, stated, number, off: off > tolerance }).toEqual({
      column,
      figure,
      stated,
      number,
      off: false,
    })
  }
})

test('its ratios are those of its figures, and the empty app is in it', () => {
  expect(kept).toContain(bench.tableOf(said))
  expect(said.filter(({ column }) => column === 'empty Taro app').length).toBe(3)
})
