/** A price that nobody pays: this row cannot have that column. */
export const impossible = Number.POSITIVE_INFINITY

/**
 * Gives each row one column of its own, or none, so that the sum of what they cost is the least there is (the rectangular assignment problem).
 * Exact: rows are added one by one, each along a shortest augmenting path over reduced costs (Kuhn and Munkres' method with potentials, as
 * Jonker and Volgenant arrange it), in O(rows² × columns). A row that stays without a column costs its `without`; an `impossible` pairing is
 * never chosen. Of equal columns the first is taken, so that the same table gives the same answer.
 *
 * @param costs whole numbers, by row and column; the rows may differ from the columns in number
 * @param without what it costs to leave a row out, finite
 * @returns the column of each row, or nothing
 */
export function assign(costs: readonly (readonly number[])[], without: readonly number[]): (number | undefined)[] {
  const rows = costs.length
  const offered = Math.max(0, ...costs.map(row => row.length))
  // Each row has one more column, which is nobody's but its own: to go without.
  const columns = offered + rows
  const price = (row: number, column: number): number =>
    column < offered
      ? (costs[row]?.[column] ?? impossible)
      : column - offered === row
        ? (without[row] ?? 0)
        : impossible

  const ofRow = new Float64Array(rows)
  const ofColumn = new Float64Array(columns)
  const rowAt = new Int32Array(columns).fill(-1)

  for (let added = 0; added < rows; added++) {
    const least = new Float64Array(columns).fill(impossible)
    const cameFrom = new Int32Array(columns).fill(-1)
    const reached = new Uint8Array(columns)
    const path: number[] = []
    let row = added
    let column = -1
    do {
      let nearest = -1
      let step = impossible
      const potential = at(ofRow, row)
      for (let next = 0; next < columns; next++) {
        if (at(reached, next)) continue
        const reduced = price(row, next) - potential - at(ofColumn, next)
        if (reduced < at(least, next)) {
          least[next] = reduced
          cameFrom[next] = column
        }
        if (at(least, next) < step) {
          step = at(least, next)
          nearest = next
        }
      }
      ofRow[added] = at(ofRow, added) + step
      for (const passed of path) {
        ofRow[at(rowAt, passed)] = at(ofRow, at(rowAt, passed)) + step
        ofColumn[passed] = at(ofColumn, passed) - step
      }
      for (let next = 0; next < columns; next++) if (!at(reached, next)) least[next] = at(least, next) - step
      reached[nearest] = 1
      path.push(nearest)
      column = nearest
      row = at(rowAt, column)
    } while (row !== -1)
    while (column !== -1) {
      const before = at(cameFrom, column)
      rowAt[column] = before === -1 ? added : at(rowAt, before)
      column = before
    }
  }

  const given = Array.from<number | undefined>({ length: rows })
  for (const [column, row] of rowAt.entries()) if (row !== -1 && column < offered) given[row] = column
  return given
}

const at = (list: Float64Array | Int32Array | Uint8Array, index: number): number => list[index] ?? 0
