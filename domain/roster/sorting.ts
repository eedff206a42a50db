import {
  fieldNames,
  fieldOrder,
  isSensitive,
  latestOf,
  standing,
  type Body,
  type Claims,
  type FieldName,
} from './claim'

/** 新的 · 补上空着的 · 一样的 · 对不上的 · 有问题的: what a row of a list is to the roster. */
export const kinds = { conflict: '对不上', wrong: '有问题', new: '新的', more: '补上', same: '一样' } as const
export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as Kind[]

export type Values = Partial<Record<FieldName, string>>

/** One row as it was read; `mark` is the same for a row that says the same from the same body. */
export interface ListRow {
  /** As the sheet counts it, the first is 1. */
  row: number
  values: Values
  mark: string
  /** What could not be read, in words. */
  wrong?: string
}

/** Whom the roster knows, as far as a row is compared with him. */
export interface Known {
  id: string
  claims: Claims
  marks: readonly string[]
  name: string
  phone: string
  firm: string
}

export interface Difference {
  field: FieldName
  ours: string
  theirs: string
}

/** What a row is, and why, in words. */
export interface Sorted {
  kind: Kind
  why: string
  id?: string
  differs?: Difference[]
}

/** The roster and the rows before this one, by what a row is looked up by. */
export interface Book {
  byMark: Map<string, Known>
  byPhone: Map<string, Known[]>
  byName: Map<string, Known[]>
  /** Of this file: the row in which a person stood first, by phone, or by name and firm. */
  before: Map<string, ListRow>
}

export interface From {
  body: Body
  /** This very file has been taken in before: what was changed since stays. */
  isRepeat: boolean
}

/** Whom one looks rows up in. */
export function bookOf(all: readonly Known[]): Book {
  const book: Book = { byMark: new Map(), byPhone: new Map(), byName: new Map(), before: new Map() }
  for (const one of all) {
    for (const mark of one.marks) book.byMark.set(mark, one)
    if (one.phone) book.byPhone.set(one.phone, [...(book.byPhone.get(one.phone) ?? []), one])
    book.byName.set(one.name, [...(book.byName.get(one.name) ?? []), one])
  }
  return book
}

/** Tells what a row is to the roster, and remembers it for the rows behind it. */
export function sortRow(row: ListRow, book: Book, from: From): Sorted {
  if (row.wrong) return { kind: 'wrong', why: row.wrong }
  const { name = '', phone = '', firm = '' } = row.values
  const place = phone || `${name} ${firm}`
  const first = book.before.get(place)
  if (first?.mark === row.mark) return { kind: 'same', why: `和第 ${first.row} 行一样` }
  if (first && phone) return { kind: 'wrong', why: `电话和第 ${first.row} 行${first.values.name ?? ''}的一样` }
  if (first) return { kind: 'wrong', why: `和第 ${first.row} 行同名同单位，没电话分不清` }
  book.before.set(place, row)
  const found = personOf(row, book)
  if (typeof found === 'string') return { kind: 'wrong', why: found }
  return found ? compare(row, found, from) : { kind: 'new', why: phone ? '底数里没有这个电话' : '底数里没有这个人' }
}

/** Who it is: by what was decided of this row before, by phone, by name; or why it cannot be told. */
function personOf({ values, mark }: ListRow, book: Book): Known | string | undefined {
  const { name = '', phone = '', firm = '' } = values
  const decided = book.byMark.get(mark)
  if (decided) return decided
  const sharing = phone ? (book.byPhone.get(phone) ?? []) : []
  if (sharing.length > 0) return sharing.find(one => one.name === name) ?? sharing[0]
  const namesakes = book.byName.get(name) ?? []
  const colleagues = namesakes.filter(one => firm !== '' && one.firm === firm)
  if (phone) return onlyOf(colleagues) ?? onlyOf(namesakes.filter(one => !one.phone && (!one.firm || !firm)))
  if (colleagues.length === 1 || namesakes.length <= 1) return colleagues[0] ?? namesakes[0]
  return `没有电话，同名的有 ${namesakes.length} 位，分不清`
}

const onlyOf = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined)

function compare({ values, mark }: ListRow, known: Known, { body, isRepeat }: From): Sorted {
  const { id } = known
  if (isRepeat && known.marks.includes(mark)) return { kind: 'same', why: '这份表导过，这一行没变' }
  const differs: Difference[] = []
  const fills: FieldName[] = []
  for (const field of fieldOrder) {
    const theirs = values[field]
    if (!theirs || latestOf(known.claims[field], body)?.value === theirs) continue
    const ours = standing(known.claims[field])?.value
    if (!ours) fills.push(field)
    else if (ours !== theirs) differs.push({ field, ours, theirs })
  }
  if (differs.length > 0)
    return { kind: 'conflict', why: `${wordsOf(differs.map(({ field }) => field))}不一样`, id, differs }
  if (fills.length > 0) return { kind: 'more', why: `补上${wordsOf(fills)}`, id }
  return { kind: 'same', why: '和底数一样', id }
}

const wordsOf = (fields: readonly FieldName[]): string =>
  fields.map(field => (isSensitive(field) ? '一项' : fieldNames[field])).join('、')
