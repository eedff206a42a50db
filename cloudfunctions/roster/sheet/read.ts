import { Failure } from '@domain/failure'
import { headRowOf } from '@domain/roster/header'
import { mostFileBytes, mostRows } from '@domain/roster/list'
import { csvRows } from './csv'
import { workbook } from './xlsx'

/** One sheet as text, cell by cell; no row and no column is left out before the last one that says something. */
export interface Sheet {
  name: string
  rows: string[][]
}

const begins = (bytes: Buffer, ...head: number[]): boolean => head.every((byte, i) => bytes[i] === byte)

/** A table refused, in words for whoever chose it. */
export const refused = (why: string): Failure => new Failure('NO_SHEET', { why })

/**
 * What a file holds, by what it is and not by what it is called.
 * @throws NO_SHEET for what is no spreadsheet, or more than can be taken in at once
 */
export async function sheetsIn(bytes: Buffer): Promise<Sheet[]> {
  if (bytes.length === 0) throw refused('这是个空文件，请再选一份')
  if (bytes.length > mostFileBytes) throw refused('文件超过 8 MB，请分成几份')
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw refused('这是老格式或加了密码的表，请另存为 xlsx')
  const isPicture =
    begins(bytes, 0xff, 0xd8) || begins(bytes, 0x89, 0x50, 0x4e, 0x47) || begins(bytes, 0x47, 0x49, 0x46)
  if (isPicture || begins(bytes, 0x25, 0x50, 0x44, 0x46)) throw refused('这不是表格，是图片或 PDF，请换一份')
  const isZip = begins(bytes, 0x50, 0x4b)
  const sheets = isZip ? await workbook(bytes) : [{ name: '', rows: csvRows(bytes) }]
  const full = sheets.map(({ name, rows }) => ({ name, rows: trimmed(rows) })).filter(({ rows }) => rows.length > 0)
  if (full.length === 0) throw refused('表里没有内容，请看看是不是选错了')
  if (full.some(({ rows }) => belowHead(rows) > mostRows)) throw refused('一张表最多 2 万行，请分成几份')
  return full
}

/** The head, and a title or two above it, do not count. */
const belowHead = (rows: string[][]): number => rows.length - 1 - (headRowOf(rows) ?? -1)

function trimmed(rows: string[][]): string[][] {
  let end = rows.length
  while (end > 0 && !rows[end - 1]?.some(cell => cell.trim() !== '')) end -= 1
  return rows.slice(0, end)
}
