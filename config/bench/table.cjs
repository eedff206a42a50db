// The figures of npm run bench:client and the table they are kept in. A further figure is one more entry of `figures`.
const path = require('node:path')
const { packageSizes, startUpBytes } = require('./bytes.cjs')
const list = require('./list.cjs')

const sum = numbers => Object.values(numbers).reduce((all, one) => all + one, 0)
const rowsOf = 50
const firstRows = 10

/** What is compared, in the order of the table. */
const figures = [
  'main package, B',
  'all packages, B',
  'scripts run at start-up, B',
  `setData of the first ${firstRows} cards, B`,
  `setData of ${rowsOf} cards, B`,
  'setData calls to show them',
  'setData of one card changed, B',
]
const columns = ['Xinlin', 'empty Taro app', 'by hand']

const said = (column, from, numbers) =>
  numbers.map((number, place) => ({ column, figure: figures[from + place], number }))

const packages = folder => {
  const sizes = packageSizes(folder)
  return [sizes.main, sum(sizes), startUpBytes(folder)]
}

async function lists(draw) {
  const [first, all] = [await draw(firstRows), await draw(rowsOf)]
  return [sum(first.open), sum(all.open), all.open.length, sum(all.change)]
}

/** Each measures one column: `{ column, figure, number }[]`. */
const ours = async root => [
  ...said(columns[0], 0, packages(path.join(root, 'dist/weapp'))),
  ...said(columns[0], 3, await lists(list.throughTaro)),
]
const empty = root => said(columns[1], 0, packages(path.join(root, '.cache/bench/empty')))
const byHand = async root => {
  const folder = path.join(root, 'test/fixtures/native-list')
  return said(columns[2], 3, await lists(count => list.byHand(folder, count)))
}

const ratio = (number, to) => (to === undefined ? '' : (number / to).toFixed(2))

/** The table in Markdown, with what ours is of the others. */
function tableOf(measured) {
  const head = ['', ...columns, 'of the empty app', 'of by hand']
  const rows = figures.map(figure => {
    const numbers = columns.map(column => measured.find(one => one.figure === figure && one.column === column)?.number)
    const [mine, ...others] = numbers
    return [figure, ...numbers.map(number => String(number ?? '')), ...others.map(other => ratio(mine, other))]
  })
  const widths = head.map((title, i) => Math.max(3, title.length, ...rows.map(row => row[i].length)))
  const line = cells =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

/** What a kept table says: the same as was given to `tableOf`. Another table after it is another's. */
function measuredIn(text) {
  const lines = (/^(\|.*\n)+/m.exec(text)?.[0] ?? '').split('\n').slice(0, -1)
  const [head, , ...rows] = lines.map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
  return rows.flatMap(([figure, ...cells]) =>
    columns.flatMap(column => {
      const cell = cells[head.indexOf(column) - 1]
      return cell ? [{ column, figure, number: Number(cell) }] : []
    }),
  )
}

module.exports = { byHand, empty, measuredIn, ours, tableOf }
