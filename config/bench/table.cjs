// The figures of npm run bench:client and the one table they are kept in. What is weighed is measured here; what a screen and a task cost
// is measured where it is tested, by test/weapp.
const path = require('node:path')
const { packageSizes, startUpBytes } = require('./bytes.cjs')
const list = require('./list.cjs')

const sum = numbers => Object.values(numbers).reduce((all, one) => all + one, 0)
const rowsOf = 50
const firstRows = 10

/** What a row may say, in the order of the table; the last two are reckoned. */
const columns = ['cloud calls', 'database requests', 'setData calls', 'B', 'empty Taro app, B', 'by hand, B']
const ratios = { 'of the empty app': 'empty Taro app, B', 'of by hand': 'by hand, B' }

/** What is weighed: `{ name, numbers }[]`, numbers by column. */
const weights = {
  main: 'main package',
  all: 'all packages',
  start: 'scripts run at start-up',
  first: `the first ${firstRows} cards of a list`,
  list: `${rowsOf} cards of a list`,
  change: 'one card of a list changed',
}

function packages(folder, column) {
  const sizes = packageSizes(folder)
  const row = (name, number) => ({ name, numbers: { [column]: number } })
  return [row(weights.main, sizes.main), row(weights.all, sum(sizes)), row(weights.start, startUpBytes(folder))]
}

/** Of a list, as it is sent by one of the two ways; what the calls are is told for ours. */
async function lists(draw, column, tellsCalls) {
  const [first, all] = [await draw(firstRows), await draw(rowsOf)]
  const row = (name, sent) => ({
    name,
    numbers: { ...(tellsCalls && { 'setData calls': sent.length }), [column]: sum(sent) },
  })
  return [row(weights.first, first.open), row(weights.list, all.open), row(weights.change, all.change)]
}

/** Each measures what it can without the others. */
const ours = async root => [
  ...packages(path.join(root, 'dist/weapp'), 'B'),
  ...(await lists(list.throughTaro, 'B', true)),
]
const empty = root => packages(path.join(root, '.cache/bench/empty'), 'empty Taro app, B')
const fixture = root => path.join(root, 'test/fixtures/native-list')
const byHand = root => lists(count => list.byHand(fixture(root), count), 'by hand, B', false)

/** Bytes of what a page by hand sends when it shows what the cloud answered. */
const sentByHand = (root, answer) => list.shownByHand(fixture(root), answer)

/** Rows of one name become one row. */
function joined(rows) {
  const names = [...new Set(rows.map(({ name }) => name))]
  return names.map(name => ({
    name,
    numbers: Object.assign({}, ...rows.filter(row => row.name === name).map(({ numbers }) => numbers)),
  }))
}

/** The table in Markdown, with what ours is of the others. */
function tableOf(rows) {
  const head = ['', ...columns, ...Object.keys(ratios)]
  const cells = rows.map(({ name, numbers }) => [
    name,
    ...columns.map(column => String(numbers[column] ?? '')),
    ...Object.values(ratios).map(column => (numbers[column] ? (numbers.B / numbers[column]).toFixed(2) : '')),
  ])
  const widths = head.map((title, at) => Math.max(3, title.length, ...cells.map(row => row[at].length)))
  const line = row =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | ')} |`
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [line(head), rule, ...cells.map(line)].join('\n')
}

const table = /^(\|.*\n)+/m

/** What a kept table says: the same as was given to `tableOf`. */
function rowsIn(text) {
  const lines = (table.exec(text)?.[0] ?? '').split('\n').slice(0, -1)
  const [head = [], , ...rows] = lines.map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
  const said = cells => columns.map(column => [column, cells[head.indexOf(column)]]).filter(([, cell]) => cell)
  return rows.map(cells => ({
    name: cells[0],
    numbers: Object.fromEntries(said(cells).map(([column, cell]) => [column, Number(cell)])),
  }))
}

/** What is weighed stands first, then the screens, by their pages, then what people come for. */
const kinds = [name => Object.values(weights).includes(name), name => /^\w+\//.test(name), () => true]
const kindOf = ({ name }) => kinds.findIndex(isOf => isOf(name))

/** The document with these rows, all of one kind, in the place of those of their kind. */
function kept(text, rows) {
  const others = rowsIn(text).filter(row => kindOf(row) !== kindOf(rows[0]))
  const all = joined(rows)
    .concat(others)
    .sort((one, other) => kindOf(one) - kindOf(other))
  return text.replace(table, `${tableOf(all)}\n`)
}

module.exports = { byHand, empty, kept, kindOf, ours, rowsIn, sentByHand, tableOf }
