import { strToU8, unzipSync, zipSync } from 'fflate'
import { columnsOf, headRowOf } from '@domain/roster/header'
import { readField } from '@domain/roster/reading'
import type { Failure } from '@domain/failure'
import { sheetsIn } from '../../../cloudfunctions/roster/sheet/read'
import { spreadsheet } from '../../../cloudfunctions/roster/sheet/write'

const head = ['姓名', '手机号', '工种', '所属企业']
const text = '姓名,电话\n张伟,13900000011\n'

/** A workbook with one sheet of this XML, as other programs write it. */
async function workbookOf(sheet: string, more: Record<string, string> = {}): Promise<Buffer> {
  const files = unzipSync(await spreadsheet(['x'], []))
  files['xl/worksheets/sheet1.xml'] = strToU8(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</worksheet>`,
  )
  for (const [name, said] of Object.entries(more)) files[name] = strToU8(said)
  return Buffer.from(zipSync(files))
}
const cell = (at: string, said: string) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`
const rowsIn = async (bytes: Uint8Array) => (await sheetsIn(Buffer.from(bytes)))[0]?.rows

async function sentence(bytes: Uint8Array): Promise<string> {
  try {
    await sheetsIn(Buffer.from(bytes))
  } catch (error) {
    return (error as Failure).sentence
  }
  return 'it was read'
}

test('what is written is read again, and what looks like a formula is text', async () => {
  const rows = [head, ['张伟', '13900000011', '=1+1', '+86'], ['', '-5', '@sum', '陈静']]
  const bytes = await spreadsheet(head, rows.slice(1))
  expect(await rowsIn(bytes)).toEqual(rows)
  const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString()
  expect(sheet).not.toMatch(/<f\b/)
})

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16, the other way round', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  [
    'GBK, as Excel saves in China',
    Buffer.from([
      0xd0,
      0xd5,
      0xc3,
      0xfb,
      0x2c,
      0xb5,
      0xe7,
      0xbb,
      0xb0,
      0x0a,
      0xd5,
      0xc5,
      0xce,
      0xb0,
      0x2c,
      ...Buffer.from('13900000011\n'),
    ]),
  ],
  ['tabs', Buffer.from(text.replace(/,/g, '\t'))],
])('a text in %s is read', async (_how, bytes) => {
  expect(await rowsIn(bytes)).toEqual([
    ['姓名', '电话'],
    ['张伟', '13900000011'],
  ])
})

test.each([
  ['nothing', Buffer.alloc(0), '这是个空文件，请再选一份'],
  ['an old .xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), '这是老格式或加了密码的表，请另存为 xlsx'],
  ['a picture renamed', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), '这不是表格，是图片或 PDF，请换一份'],
  ['a .zip of something else', Buffer.from(zipSync({ 'a.xml': strToU8('<a/>') })), '这不是 Excel 表格，请另存为 xlsx'],
  ['half a file', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), '文件不完整，打不开，请再传一次'],
  ['a page of the web', Buffer.from('<html><table>'), '这是网页存成的表，请另存为 xlsx 再选'],
  ['no text at all', Buffer.from([0x81, 0xff, 0xff, 0xff, 0xfe]), '文字编码认不出，请另存为 xlsx 再选'],
  ['empty rows', Buffer.from(',,\n,,\n'), '表里没有内容，请看看是不是选错了'],
  ['too much', Buffer.alloc(8 * 1024 * 1024 + 1, 65), '文件超过 8 MB，请分成几份'],
])('%s is refused with what to do now', async (_what, bytes, said) => {
  expect(await sentence(bytes)).toBe(said)
})

test('an empty workbook is no list', async () => {
  expect(await sentence(await workbookOf('<sheetData/>'))).toBe('表里没有内容，请看看是不是选错了')
})

test('a small file that unpacks to gigabytes is not unpacked', async () => {
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(200 * 1024 * 1024) })
  expect(bomb.length).toBeLessThan(1024 * 1024)
  const before = process.memoryUsage().arrayBuffers
  expect(await sentence(bomb)).toBe('这份表展开太大了，请分成几份')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024)
})

test('one word far out does not make the reader lay out all that is before it', async () => {
  const far = await workbookOf(`<sheetData><row r="1">${cell('XFD1', '姓名')}</row></sheetData>`)
  expect(await sentence(far)).toBe('一张表最多 100 列，请删掉不用的')
  const deep = await workbookOf(`<sheetData><row r="1048576">${cell('A1048576', '姓名')}</row></sheetData>`)
  expect(await sentence(deep)).toBe('一张表最多 2 万行，请分成几份')
})

test('a cell joined over several rows says the same in each of them', async () => {
  const rows = `<row r="1">${cell('A1', '姓名')}${cell('B1', '单位')}</row>
    <row r="2">${cell('A2', '张伟')}${cell('B2', '美团')}</row><row r="3">${cell('A3', '陈静')}</row>`
  const joined = await workbookOf(`<sheetData>${rows}</sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells>`)
  expect(await rowsIn(joined)).toEqual([
    ['姓名', '单位'],
    ['张伟', '美团'],
    ['陈静', '美团'],
  ])
})

test('numbers keep their digits, and a formula is what was last worked out', async () => {
  const numbers =
    '<c r="A1"><v>1.3900000011E10</v></c><c r="B1"><v>13900000012.0</v></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>十</v></c>'
  expect(await rowsIn(await workbookOf(`<sheetData><row r="1">${numbers}</row></sheetData>`))).toEqual([
    ['13900000011', '13900000012', '十'],
  ])
})

test('the head is found by its words, below a title', () => {
  const rows = [
    ['2026 年新就业群体底数'],
    [],
    ['序号', '姓名', '联系方式', '行业类别', '工作单位', '政治面貌'],
    ['1', '张伟'],
  ]
  expect(headRowOf(rows)).toBe(2)
  expect(columnsOf(rows[2] ?? [])).toEqual(['none', 'name', 'phone', 'trade', 'firm', 'partyMember'])
  expect(headRowOf([['张伟', '13900000011']])).toBeUndefined()
})

test.each([
  ['phone', '１３９ ００００ ００１１', '13900000011'],
  ['phone', '+86 139-0000-0011', '13900000011'],
  ['phone', '13900000011.0', '13900000011'],
  ['trade', '外卖骑手', 'takeaway'],
  ['trade', '网约车司机', 'hailing'],
  ['partyMember', '中共党员', '是'],
  ['partyMember', '群众', '否'],
  ['firm', ' 美团(黔城站) ', '美团（黔城站）'],
  ['plate', '贵A·12345', '贵A12345'],
] as const)('%s “%s” is %s', (field, said, value) => {
  expect(readField(field, said)).toEqual({ value })
})

test.each([
  ['phone', '1.39E+10', '电话成了科学计数法，尾数丢了'],
  ['phone', '110', '电话“110”不对'],
  ['partyMember', '大概', '是不是党员写的是“大概”'],
  ['name', '张'.repeat(31), '“张张张张张张张张…”太长了'],
] as const)('%s “%s” is not taken: %s', (field, said, why) => {
  expect(readField(field, said)).toEqual({ why })
})
