import { Failure } from '@domain/failure'
import { isKeyOf } from '@domain/key'
import type { InputOf } from '@domain/operation'
import { maskedPhone, trades } from '@domain/person'
import { roster } from '@domain/roster'
import { isSensitive } from '@domain/roster/claim'
import type { PreviewRow } from '@domain/roster/list'
import type { Difference, Kind, Values } from '@domain/roster/sorting'
import type { Actor } from '../../kernel/actor'
import { ask, beside } from '../../kernel/asking'
import { listRecords, parts, type PartDocument, type StoredRow } from '../stored'
import { liveList, living, openConflicts } from './open'

/** One part of the preview: rows of one kind as they stand in the sheet. */
export async function rows({ communityId, id, kind, part }: InputOf<typeof roster.rows>, actor: Actor) {
  const ofTurn = [
    ['_id', 'listId'],
    ['turn', 'turn'],
  ] as const
  const [found] = await ask(beside(listRecords.one(id), 'parts', parts.asked({ kind, part }, { limit: 1 }), ofTurn))
  const list = living(found, communityId, actor)
  const [one] = list.parts
  const before = part * 100 + (one?.numbers.length ?? 0)
  const shown = one?.rows.map(row => shownRow(row, kind, one)) ?? []
  return { rows: shown, more: before < (list.counts?.[kind] ?? 0) }
}

function shownRow({ row, why, values, differs = [] }: StoredRow, kind: Kind, { decisions }: PartDocument): PreviewRow {
  const decision = decisions[`r${row}`]
  return {
    row,
    kind,
    why,
    name: values.name ?? '',
    line: lineOf(values),
    differs: differs.map(shownDifference),
    ...(decision && { decision }),
  }
}

/** 外卖 · 美团黔城站 · 139******01 */
function lineOf({ trade, firm, phone, grid }: Values): string {
  const words = isKeyOf(trades, trade) ? trades[trade] : ''
  return [words, firm, grid, phone && maskedPhone(phone)].filter(Boolean).join(' · ')
}

/** In a list a number is known by its ends, and of 党员 only that it differs is said. */
function shownDifference({ field, ours, theirs }: Difference): Difference {
  if (isSensitive(field)) return { field, ours: '', theirs: '' }
  const shown = (value: string) =>
    field === 'phone' ? maskedPhone(value) : isKeyOf(trades, value) ? trades[value] : value
  return { field, ours: shown(ours), theirs: shown(theirs) }
}

/** 定一定: one conflict, or all that are still open. Nothing is in the roster before the list is confirmed. */
export async function decide({ communityId, id, row, decision }: InputOf<typeof roster.decide>, actor: Actor) {
  const list = await liveList(communityId, id, actor)
  const where = { listId: id, turn: list.turn, kind: 'conflict' }
  const all = await parts.find(where, { limit: 1000, only: ['numbers', 'decisions'] })
  const named = row === undefined ? all : all.filter(({ numbers }) => numbers.includes(row))
  if (row !== undefined && named.length === 0) throw new Failure('NOT_FOUND')
  for (const { _id, numbers, decisions } of named) {
    const open = row === undefined ? numbers.filter(number => decisions[`r${number}`] === undefined) : [row]
    if (open.length === 0) continue
    const patch = Object.fromEntries(open.map(number => [`decisions.r${number}`, decision]))
    await parts.change(roster.decide, _id, actor, { where: { doneAt: 0, listId: id }, patch })
  }
  return { open: await openConflicts(list) }
}
