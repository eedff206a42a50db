import type { FridgeSheet } from '@domain/household/sheet'
import type { IParagraphOptions } from 'docx'

/** A5 upright and its margins, in twentieths of a point. */
const page = { size: { width: 8391, height: 11906 }, margin: { top: 680, bottom: 500, left: 680, right: 680 } }
/** Room for a photo of 35 × 45 mm, in the same. */
const photo = { width: 1985, height: 2552 }

/** What is written in sizes of half points. */
interface Line extends Omit<IParagraphOptions, 'children' | 'text'> {
  words: string
  points: number
  isBold?: boolean
}

/** The sheet as a document of an office program, to be opened and printed. The library is read when a sheet is asked for, and not before. */
export async function printed({ call, number, rules, regular, desk, foot }: FridgeSheet): Promise<Buffer> {
  const {
    AlignmentType,
    BorderStyle,
    Document,
    HeightRule,
    Packer,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = await import('docx')
  const font = { name: 'SimHei', eastAsia: 'SimHei' }
  const centred = { alignment: AlignmentType.CENTER }
  const line = ({ words, points, isBold = false, ...more }: Line) =>
    new Paragraph({
      ...centred,
      ...more,
      children: [new TextRun({ text: words, size: points * 2, bold: isBold, font })],
    })
  const edge = { style: BorderStyle.DASHED, size: 6, color: '665D55' }
  const room = new TableCell({
    width: { size: photo.width, type: WidthType.DXA },
    borders: { top: edge, bottom: edge, left: edge, right: edge },
    children: [line({ words: '照片', points: 12 })],
  })
  const frame = new Table({
    ...centred,
    columnWidths: [photo.width],
    rows: [new TableRow({ height: { value: photo.height, rule: HeightRule.EXACT }, children: [room] })],
  })
  const after = (points: number) => ({ spacing: { after: points * 20 } })
  const children = [
    line({ words: call, points: 40, isBold: true }),
    line({ words: number, points: 40, isBold: true, ...after(18) }),
    ...rules.map(words => line({ words, points: 20, ...after(8) })),
    line({ words: '', points: 6 }),
    frame,
    line({ words: regular, points: 18, ...after(14) }),
    line({ words: desk, points: 16, isBold: true }),
    line({ words: foot, points: 10.5 }),
  ]
  return Packer.toBuffer(
    new Document({ creator: '新邻', title: '冰箱贴', sections: [{ properties: { page }, children }] }),
  )
}
