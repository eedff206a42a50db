import { privateFields } from '@domain/private'
import { schema, type CollectionName } from '@domain/schema'
import type { Snapshot } from '../snapshot'

/** A value that stands in a private field of a record. */
export interface Mark {
  collection: string
  id: string
  /** `errands.note`; a line of a timeline by its verb, a notice by whom it is to: `errands.timeline(accept).who`. */
  field: string
}

/** Every mark by its text; what waits for the desk stands in several fields, a file in several records. */
export type Marks = ReadonlyMap<string, readonly Mark[]>

type Document = Readonly<Record<string, unknown>> & { _id: string }

/** What people typed: words in Chinese, numbers, the names of their files. Ids and words of the code stay, or nothing would work. */
const isTyped = (text: string): boolean => /\p{Script=Han}/u.test(text) || /^\d{1,11}$/.test(text)
const isNumber = (text: string): boolean => /^1\d{10}$/.test(text)
const files = /mark-\d+/

/** A mark in a text: between brackets, a telephone number, a file. */
const inText = /⟦\d+⟧|1390\d{7}|mark-\d+/g

/** The marks of a text, each once. */
export const marksIn = (text: string): Set<string> => new Set(text.match(inText))

/** An input with a mark in the place of every word and number; it may go into a record, and into no log. A building is chosen, not typed. */
export function withTypedMarks(input: object): object {
  const marked = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') {
      if (isNumber(value)) return '13900000000'
      return !/^buildings?$/.test(field) && /\p{Script=Han}/u.test(value) ? '⟦0⟧' : value
    }
    if (Array.isArray(value)) return value.map(inner => marked(inner, field))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner, name)]))
  }
  return Object(marked(input, ''))
}

/** The same records with a mark of its own in every private field, and what each mark is. */
export function markAll(snapshot: Snapshot): { marked: Snapshot; marks: Marks } {
  const marks = new Map<string, Mark[]>()
  const names = Object.keys(schema) as CollectionName[]
  const marked = names.map((name): [string, Map<string, Document>] => {
    const documents = [...(snapshot.get(name) ?? [])]
    return [name, new Map(documents.map(([id, document]) => [id, markOne(name, document, marks)]))]
  })
  return { marked: new Map(marked), marks }
}

function markOne(collection: CollectionName, document: Document, marks: Map<string, Mark[]>): Document {
  const { _id: id } = document
  // Words that wait are found again by being the same in the field and in what is held of it.
  const held = JSON.stringify(document.held ?? null)
  const again = new Map<string, string>()

  function markOf(text: string, field: string): string {
    const file = files.exec(text)?.[0]
    const number = marks.size + 1
    const fresh = file ?? (isNumber(text) ? `1390${String(number).padStart(7, '0')}` : `⟦${number}⟧`)
    const mark = again.get(text) ?? fresh
    marks.set(mark, [...(marks.get(mark) ?? []), { collection, id, field: `${collection}.${field}` }])
    if (held.includes(JSON.stringify(text))) again.set(text, mark)
    return file ? text : mark
  }

  function marked(value: unknown, field: string): unknown {
    if (typeof value === 'string') return isTyped(value) || files.test(value) ? markOf(value, field) : value
    if (Array.isArray(value)) return value.map(inner => marked(inner, `${field}${labelOf(inner)}`))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, marked(inner, `${field}${labelOf(inner) || `.${name}`}`)]),
    )
  }

  const fields = privateFields(collection).filter(field => document[field] !== undefined)
  return { ...document, ...Object.fromEntries(fields.map(field => [field, marked(document[field], field)])) }
}

/** The marks that stand in private fields now, wherever they came from. */
export function standingMarks(snapshot: Snapshot): Marks {
  const marks = new Map<string, Mark[]>()
  for (const collection of Object.keys(schema) as CollectionName[])
    for (const [id, document] of snapshot.get(collection) ?? [])
      for (const name of privateFields(collection))
        eachText(document[name], name, (text, field) => {
          for (const mark of marksIn(text))
            marks.set(mark, [...(marks.get(mark) ?? []), { collection, id, field: `${collection}.${field}` }])
        })
  return marks
}

function eachText(value: unknown, field: string, tell: (text: string, field: string) => void): void {
  if (typeof value === 'string') tell(value, field)
  else if (Array.isArray(value)) for (const inner of value) eachText(inner, `${field}${labelOf(inner)}`, tell)
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) eachText(inner, `${field}${labelOf(inner) || `.${name}`}`, tell)
}

/** A line of a timeline says its verb, a notice whom it is to. */
function labelOf(inner: unknown): string {
  const { verb, to } = Object(inner) as Readonly<Record<string, unknown>>
  if (typeof verb === 'string') return `(${verb})`
  return typeof to === 'string' ? `(${to.split(':')[0]})` : ''
}
