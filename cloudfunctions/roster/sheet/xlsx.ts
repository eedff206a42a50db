import { unzipSync, zipSync } from 'fflate'
import { mostRows, mostUnpackedBytes } from '@domain/roster/list'
import { dayOf } from '@domain/time'
import readSheets from 'read-excel-file/universal'
import { extentOf, joinsIn, sheetTexts, spread } from './joined'
import { refused, type Sheet } from './read'

/** Titles and remarks above the people do not count. */
const aboveHead = 20
const mostColumns = 100

type Files = Record<string, Uint8Array>

/**
 * What is packed in a workbook, never more than it says and than we take: a small file can unpack to gigabytes. What a header says too little
 * is cut off there and then no longer readable.
 * @throws NO_SHEET
 */
function unpacked(bytes: Buffer): Files {
  let total = 0
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!/\.(xml|rels)$/i.test(name)) return false
        total += originalSize
        if (total > mostUnpackedBytes) throw refused('这份表展开太大了，请分成几份')
        return true
      },
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'Failure') throw error
    throw refused('文件不完整，打不开，请再传一次')
  }
}

/**
 * The sheets of an .xlsx as text. A formula is read as the value that was last worked out; a joined cell says the same in every row it covers.
 * @throws NO_SHEET
 */
export async function workbook(bytes: Buffer): Promise<Sheet[]> {
  const files = unpacked(bytes)
  if (!Object.keys(files).some(name => name.endsWith('workbook.xml'))) throw refused('这不是 Excel 表格，请另存为 xlsx')
  const texts = sheetTexts(files)
  for (const { row, column } of texts.map(extentOf)) {
    if (row > mostRows + aboveHead) throw refused('一张表最多 2 万行，请分成几份')
    if (column > mostColumns) throw refused('一张表最多 100 列，请删掉不用的')
  }
  // Packed anew, so that the reader unpacks what was measured and nothing else.
  const packed = zipSync(files, { level: 0 })
  try {
    const sheets = await readSheets(Uint8Array.from(packed).buffer, {
      parseNumber: digits,
      trim: false,
    })
    return sheets.map(({ sheet: name, data }, i) => {
      const rows = data.map(row => row.map(textOf))
      return { name, rows: spread(rows, joinsIn(texts[i] ?? '')) }
    })
  } catch {
    throw refused('这份表打不开，请用 Excel 另存一次再选')
  }
}

/** A number as it would be typed: no exponent, no rounding that the file does not hold itself. */
function digits(said: string): string {
  const value = Number(said)
  if (!Number.isFinite(value)) return said
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(0) : String(value)
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return dayOf(cell.getTime())
  return typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell)
}
