import { bench, keptText, root } from './bench'

const kept = keptText()
const said = bench.rowsIn(kept)

/** A change of words moves a package by some bytes; beyond this somebody should know: `npm run bench:client`. */
const tolerance = 0.01

test('the kept table says what is built and sent today', async () => {
  const measured = [...(await bench.ours(root)), ...(await bench.byHand(root))].flatMap(({ name, numbers }) =>
    Object.entries(numbers).map(([column, number]) => ({ name, column, number })),
  )
  expect(measured.length).toBe(12)
  const stated = ({ name, column }: { name: string; column: string }): number =>
    said.find(row => row.name === name)?.numbers[column] ?? 0
  const off = measured.filter(one => Math.abs(stated(one) - one.number) > tolerance * one.number)
  expect(off.map(one => ({ ...one, stated: stated(one) }))).toEqual([])
})

test('it is one table, its ratios are those of its figures, and the empty app is in it', () => {
  expect(kept).toContain(bench.tableOf(said))
  expect(kept.match(/^\| -/gm)).toHaveLength(1)
  expect(said.filter(({ numbers }) => 'empty Taro app, B' in numbers)).toHaveLength(3)
})
