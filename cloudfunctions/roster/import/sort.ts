import { Failure } from '@domain/failure'
import type { InputOf } from '@domain/operation'
import { roster } from '@domain/roster'
import { fieldOrder, type FieldName } from '@domain/roster/claim'
import type { Column } from '@domain/roster/header'
import { rowsTogether, type Counts, type List } from '@domain/roster/list'
import { plainText, readField } from '@domain/roster/reading'
import { bookOf, kindNames, sortRow, type Known, type ListRow, type Sorted, type Values } from '@domain/roster/sorting'
import type { Actor } from '../../kernel/actor'
import { communities } from '../../kernel/communities'
import { hash } from '../../kernel/hash'
import { idsOfRow } from '../../kernel/worker-id'
import { everyone } from '../paging'
import { refused, sheetsIn } from '../sheet/read'
import { listRecords, parts, workers, type ListDocument, type PartRecord, type StoredRow } from '../stored'
import { liveList, readFile, shownList } from './open'

/** Parts written in one request. */
const partsTogether = 5
const requestsAtOnce = 4

/**
 * Every row is read by the columns the desk has looked at, compared with the roster as it stands, and kept beside it with what it is and why.
 * Sorting again, by other columns, takes the place of this.
 */
export async function sort(input: InputOf<typeof roster.sort>, actor: Actor): Promise<List> {
  const { communityId, id, sheet, headRow, columns } = input
  const list = await liveList(communityId, id, actor)
  const turn = hash(actor.key, 8)
  // The phone does not wait as long as 20,000 rows may take: its next try finds what the first has done.
  if (list.turn === turn) return shownList(list, actor)
  if (!roster.sort.moves.from.some(state => state === list.state)) throw new Failure('WRONG_STATE')
  if (!columns.includes('name')) throw refused('请先指出哪一列是姓名')
  const rows = await rowsOf(list, sheet, headRow, columns)
  const [known, repeats] = await Promise.all([knownIn(communityId), repeatsOf(list)])
  const book = bookOf(known)
  const sorted = rows.map(row => ({ row, is: sortRow(row, book, { body: list.body, isRepeat: repeats }) }))
  await keep(list, turn, sorted, actor)
  const counts: Counts = { new: 0, more: 0, same: 0, conflict: 0, wrong: 0 }
  for (const { is } of sorted) counts[is.kind] += 1
  const chosen = { sheet, headRow, columns }
  await listRecords.move(roster.sort, id, actor, { where: { communityId }, patch: { turn, counts, chosen } })
  return shownList({ ...list, state: 'sorted', turn, counts }, actor)
}

/** The rows below the head that say anything, as the roster writes them. */
async function rowsOf(
  list: ListDocument,
  sheet: number,
  headRow: number,
  columns: readonly Column[],
): Promise<ListRow[]> {
  const [sheets, community] = await Promise.all([
    readFile(list.fileId).then(sheetsIn),
    communities.get(list.communityId),
  ])
  const all = sheets[sheet]?.rows ?? []
  const here = community?.name ?? ''
  return all.slice(headRow + 1).flatMap((cells, i) => {
    if (cells.every(cell => plainText(cell) === '')) return []
    return [readRow(cells, columns, list.body, headRow + 2 + i, here)]
  })
}

function readRow(
  cells: readonly string[],
  columns: readonly Column[],
  body: string,
  row: number,
  here: string,
): ListRow {
  const values: Values = {}
  const wrongs: string[] = []
  columns.forEach((column, i) => {
    const cell = cells[i] ?? ''
    if (column === 'none') return
    if (column === 'community') return void wrongs.push(...elsewhere(plainText(cell), here))
    const read = readField(column, cell)
    if ('why' in read) wrongs.push(read.why)
    else if (read.value) values[column] = read.value
  })
  if (!values.name) wrongs.unshift('没有姓名')
  const said = fieldOrder.map((field: FieldName) => values[field] ?? '').join('\t')
  const mark = hash(`${body}\t${said}`)
  return { row, values, mark, ...(wrongs.length > 0 && { wrong: wrongs.join('；') }) }
}

/** A roster is one community's: 金星 and 金星社区 are the same, 骑龙社区 is not. */
function elsewhere(said: string, here: string): string[] {
  const bare = (name: string) => name.replace(/(社区|村)?(居委会|村委会)?$/, '')
  if (said === '' || bare(said) === bare(here) || said.includes(bare(here))) return []
  return [`写的是${said.slice(0, 12)}，不是这里`]
}

const unread = ['trade', 'tail', 'initial', 'known', 'keys', 'state', 'here', 'rev', 'touchedAt']

/** Also who has left: a list may bring him again. */
async function knownIn(communityId: string): Promise<Known[]> {
  const found = await Promise.all([true, false].map(here => everyone(workers, { communityId, here }, unread)))
  return found.flat().map(({ _id: id, claims, marks, name, phone, firm }) => ({ id, claims, marks, name, phone, firm }))
}

/** True when this very file was taken in before. */
async function repeatsOf({ communityId, sum, body }: ListDocument): Promise<boolean> {
  const { rows } = await listRecords.page({ communityId }, { by: 'touchedAt', limit: 200, omit: ['sheets'] })
  return rows.some(one => one.state === 'applied' && one.sum === sum && one.body === body)
}

async function keep(
  { _id: listId, communityId }: ListDocument,
  turn: string,
  sorted: readonly { row: ListRow; is: Sorted }[],
  actor: Actor,
): Promise<void> {
  const made = kindNames.flatMap(kind => {
    const rows = sorted.filter(({ is }) => is.kind === kind).map(storedOf)
    return slices(rows, rowsTogether).map((some, part) => {
      const numbers = some.map(({ row }) => row)
      const doneAt = kind === 'wrong' ? actor.now : 0
      const fields: PartRecord & { communityId: string } = {
        communityId,
        listId,
        turn,
        kind,
        part,
        rows: some,
        numbers,
        workerIds: [...new Set(some.flatMap(row => idsOfRow(communityId, row)))],
        decisions: {},
        doneAt,
      }
      return { id: `${listId}:${turn}:${kind}:${part}`, fields }
    })
  })
  for (const some of slices(slices(made, partsTogether), requestsAtOnce))
    await Promise.all(some.map(list => parts.addAll(roster.sort, actor, list)))
}

const storedOf = ({ row, is }: { row: ListRow; is: Sorted }): StoredRow => ({
  row: row.row,
  values: row.values,
  mark: row.mark,
  why: is.why,
  ...(is.id !== undefined && { id: is.id }),
  ...(is.differs && { differs: is.differs }),
})

export function slices<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
}
