import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import type { roster } from '@domain/roster'
import { roster as rows } from '@domain/roster'
import { columnsOf, headRowOf } from '@domain/roster/header'
import { listLastsMs, type List, type SheetSeen } from '@domain/roster/list'
import type { Actor } from '../../kernel/actor'
import { collectionOf, fileOf, removeFiles } from '../../kernel/cloud'
import { hash } from '../../kernel/hash'
import { refused, sheetsIn, type Sheet } from '../sheet/read'
import { listRecords, parts, sheetFiles, type ListDocument } from '../stored'

/** A file is read and looked at; nothing of it is in the roster yet, and after three days it is put away. */
export async function openList(input: InputOf<typeof roster.openList>, actor: Actor): Promise<List> {
  const { communityId, fileId, file, body, whose = '' } = input
  await sheetFiles.add(rows.openList, actor, { communityId, file: fileId, at: actor.now })
  const bytes = await readFile(fileId)
  const sheets = (await sheetsIn(bytes)).map(seen)
  const made = await listRecords.add(rows.openList, actor, {
    communityId,
    fileId,
    file,
    body,
    whose,
    by: actor.name,
    sheets,
    sum: hash(bytes.toString('base64')),
    until: actor.now + listLastsMs,
    turn: '',
  })
  return shownList(made, actor)
}

/** @throws NO_SHEET when the file is not there */
export async function readFile(fileId: string): Promise<Buffer> {
  try {
    return await fileOf(fileId)
  } catch {
    throw refused('文件没传上来，请再选一次')
  }
}

/** What of a sheet the desk is shown, to see whether its columns were recognised. */
function seen({ name, rows: all }: Sheet): SheetSeen {
  const headRow = headRowOf(all)
  const head = all[headRow ?? 0] ?? []
  return {
    name,
    rows: all.length,
    ...(headRow !== undefined && { headRow }),
    head: head.map(cell => cell.slice(0, 20)),
    columns: columnsOf(head),
    samples: all.slice((headRow ?? 0) + 1, (headRow ?? 0) + 4).map(row => row.map(hidden)),
  }
}

/** A sample shows what kind of thing stands there: numbers of people are covered. */
const hidden = (cell: string): string => cell.replace(/\d(?=\d{2})/g, '*').slice(0, 20)

/** 导入过的名单: the latest twenty, without what is still to be decided in each. */
export async function lists({ communityId }: InputOf<typeof roster.lists>, actor: Actor) {
  const { rows: found } = await listRecords.page({ communityId }, { by: 'touchedAt', omit: ['sheets'] })
  return { rows: found.filter(({ state }) => state !== 'dropped').map(one => listAlone(one, actor.now)) }
}

export async function listOne({ communityId, id }: InputOf<typeof roster.listOne>, actor: Actor): Promise<List> {
  const list = await listRecords.get(id)
  if (!list || list.communityId !== communityId) throw new Failure('NOT_FOUND')
  return shownList(list, actor)
}

/** 不导了: what was read is forgotten; what of it is in the roster already stays there. */
export async function drop({ communityId, id }: InputOf<typeof roster.drop>, actor: Actor): Promise<Moved> {
  const { fileId } = await liveList(communityId, id, actor)
  const dropped = await listRecords.move(rows.drop, id, actor, { where: { communityId }, patch: { sheets: [] } })
  await collectionOf('importRows')
    .where({ listId: id })
    .update({ data: { rows: [], numbers: [], workerIds: [] } })
  await removeFiles([fileId])
  return dropped
}

/** A list that can still be taken in. @throws NOT_FOUND, NO_SHEET when it has lain too long */
export const liveList = async (communityId: string, id: string, actor: Actor): Promise<ListDocument> =>
  living(await listRecords.get(id), communityId, actor)

/** The same of what was read. */
export function living<L extends ListDocument>(list: L | undefined, communityId: string, actor: Actor): L {
  if (!list || list.communityId !== communityId || list.state === 'dropped') throw new Failure('NOT_FOUND')
  if (isLate(list, actor.now)) throw refused('这份表放了三天没确认，请重新选一次')
  return list
}

/** It has lain too long without being confirmed; what was confirmed is carried out, however late somebody goes on with it. */
const isLate = ({ state, until }: ListDocument, now: number): boolean =>
  until <= now && state !== 'applied' && state !== 'applying'

const states = ['opened', 'sorted', 'applying', 'applied', 'dropped'] as const

/** How a list stands, by its own record. */
function listAlone(list: ListDocument, now: number): List {
  const { _id: id, body, whose, file, by, touchedAt: at, until, counts, sheets } = list
  const state = isLate(list, now) ? 'dropped' : (states.find(one => one === list.state) ?? 'dropped')
  return { id, state, body, whose, file, by, at, until, ...(counts && { counts }), ...(sheets && { sheets }) }
}

/** The same with what is still to be decided and how far it is. */
export async function shownList(list: ListDocument, actor: Actor): Promise<List> {
  const base = listAlone(list, actor.now)
  if (!list.counts) return base
  const [open, done] = await Promise.all([
    base.state === 'sorted' ? openConflicts(list) : 0,
    base.state === 'applying' ? doneRows(list._id, list.turn) : 0,
  ])
  return { ...base, open, done }
}

/** Conflicts of a list that nobody has decided. */
export async function openConflicts({ _id: listId, turn, counts }: ListDocument): Promise<number> {
  if (!counts || counts.conflict === 0) return 0
  const found = await parts.find({ listId, turn, kind: 'conflict' }, { limit: 1000, only: ['decisions'] })
  return counts.conflict - found.reduce((sum, { decisions }) => sum + Object.keys(decisions).length, 0)
}

export async function doneRows(listId: string, turn: string): Promise<number> {
  const all = await parts.find({ listId, turn }, { limit: 1000, only: ['kind', 'numbers', 'doneAt'] })
  const done = all.filter(({ kind, doneAt }) => kind !== 'wrong' && doneAt > 0)
  return done.reduce((sum, { numbers }) => sum + numbers.length, 0)
}
