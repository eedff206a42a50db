/** Words or a picture of a record that others do not see: they wait for the desk (`waiting`), or it said no (`hidden`). */
export interface Held {
  /** What is held, by the field of the record: what is written there later is not covered by it. */
  words: Readonly<Record<string, unknown>>
  /** Whose they are: he goes on reading them, and so does the desk. */
  byId: string
  /** The key of the write that brought them, which is the key of its line in the timeline and of its notices. */
  key: string
  verdict: 'waiting' | 'hidden'
}

/** Who reads, as far as what is held goes. */
export interface Reader {
  id: string
  isDesk: boolean
}

type Facts = Readonly<Record<string, unknown>>

/** What others read instead. A name keeps a word that can stand in a sentence. */
const instead: Readonly<Record<string, string>> = {
  elder: '老人家',
  calls: '家里',
  askedBy: '居民',
  name: '居民',
  riderName: '师傅',
}
const lines = { waiting: '这段话社区看过后显示', hidden: '这段话社区收起来了' } as const

/** The line in place of somebody's words. */
export const lineFor = (verdict: Held['verdict']): string => lines[verdict]

/** Everything that is held of a record. */
export function allHeld(record: Facts): Held[] {
  const { held } = record
  return typeof held === 'object' && held !== null ? Object.values(held) : []
}

/** What is held of a record from this reader: nothing from the desk and from whoever wrote it. */
export function heldFrom(record: Facts, reader: Reader): Held[] {
  return reader.isDesk ? [] : allHeld(record).filter(({ byId }) => byId !== reader.id)
}

/** A record as this reader may read it: what is held from him is a neutral line; `waits` names the fields in which something is held. */
export function shaded(record: Facts, reader: Reader): Facts {
  const all = allHeld(record)
  if (all.length === 0) return record
  const from = heldFrom(record, reader)
  const covers = from.flatMap(held =>
    fieldsOf(record, held).map((field): [string, unknown] => [field, covered(field, record[field], held)]),
  )
  const waits = [...new Set(all.flatMap(held => fieldsOf(record, held)))]
  return { ...record, ...Object.fromEntries(covers), timeline: shadedStory(record.timeline, from), waits }
}

/** The fields in which the held words still stand. */
function fieldsOf(record: Facts, { words }: Held): string[] {
  return Object.keys(words).filter(field => same(record[field], words[field]))
}

const same = (a: unknown, b: unknown): boolean => a !== undefined && JSON.stringify(a) === JSON.stringify(b)

function covered(field: string, value: unknown, { verdict }: Held): unknown {
  const line = instead[field] ?? lineFor(verdict)
  // Answers of their own shape have no place for a line: the errand's one line stands for them.
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return undefined
  return Array.isArray(value) ? value.map((_, i) => ({ heading: `第 ${i + 1} 页`, body: line })) : line
}

/** The lines of a timeline, those of held writes without their words. */
function shadedStory(timeline: unknown, from: readonly Held[]): unknown {
  return Array.isArray(timeline)
    ? timeline.map((line: { key?: string; why?: string }) => shadedLine(line, from))
    : timeline
}

/** A line of the timeline or a notice, without the words of a write that is held. */
export function shadedLine<L extends { key?: string; why?: string }>(line: L, from: readonly Held[]): L {
  const { key, why } = line
  if (why === undefined) return line
  const held = from.find(one => (key !== undefined && one.key === key) || Object.values(one.words).includes(why))
  return held ? { ...line, why: lineFor(held.verdict) } : line
}

/** How a picture of a record stands for this reader: to be seen, or not yet, or not at all. */
export function pictureStands(record: Facts, file: string, reader: Reader): 'shown' | Held['verdict'] {
  return heldFrom(record, reader).find(({ words }) => words.photo === file)?.verdict ?? 'shown'
}
