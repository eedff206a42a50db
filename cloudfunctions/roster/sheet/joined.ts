/** 合并的格子: from the first row and column to the last, counted from 0. */
export interface Join {
  top: number
  left: number
  bottom: number
  right: number
}

const utf8 = new TextDecoder()
const textIn = (files: Readonly<Record<string, Uint8Array>>, name: string): string =>
  utf8.decode(files[name] ?? new Uint8Array())

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

/** The sheets' own texts, in the order in which they stand. */
export function sheetTexts(files: Readonly<Record<string, Uint8Array>>): string[] {
  const links = new Map(
    [...textIn(files, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/, ''),
    ]),
  )
  return [...textIn(files, 'xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => {
    return textIn(files, `xl/${links.get(attribute(tag, 'r:id')) ?? ''}`)
  })
}

/** The joined cells of a sheet; read-excel-file leaves all but their first cell empty. */
export const joinsIn = (sheet: string): Join[] =>
  [...sheet.matchAll(/<mergeCell\b[^>]*>/g)].flatMap(([cell]) => joinOf(attribute(cell, 'ref')))

/** The last row and column that say something, counted from 1: one word far out in a sheet makes a reader lay out all that is before it. */
export function extentOf(sheet: string): { row: number; column: number } {
  let [row, column] = [0, 0]
  for (const [, letters = '', number = ''] of sheet.matchAll(/<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*[^/]>/g)) {
    row = Math.max(row, Number(number))
    column = Math.max(column, columnOf(letters) + 1)
  }
  return { row, column }
}

function joinOf(said: string): Join[] {
  const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(said) ?? []
  if (!bottom) return []
  return [{ top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) }]
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** The rows with what a joined cell says in every row it covers; across columns it says it once, as titles do. */
export function spread(rows: string[][], joins: readonly Join[]): string[][] {
  for (const { top, left, bottom } of joins) {
    const said = rows[top]?.[left]
    if (!said) continue
    for (const row of rows.slice(top + 1, bottom + 1)) row[left] = said
  }
  return rows
}
