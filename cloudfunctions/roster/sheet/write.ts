import writeSheet from 'write-excel-file/node'

/**
 * A spreadsheet of one sheet. Every cell is text, so that what begins with `=` `+` `-` `@` is read and never worked out, and a number keeps
 * its digits.
 */
export function spreadsheet(head: readonly string[], rows: readonly (readonly string[])[]): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String, format: '@' })
  const title = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })
  const columns = head.map(() => ({ width: 16 }))
  return writeSheet([head.map(title), ...rows.map(row => row.map(text))], { columns, stickyRowsCount: 1 }).toBuffer()
}
