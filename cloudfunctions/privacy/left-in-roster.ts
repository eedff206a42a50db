import type { Claims } from '@domain/roster/claim'
import type { SheetSeen } from '@domain/roster/list'
import type { Decision } from '@domain/roster/merging'
import type { Values } from '@domain/roster/sorting'
import { _, collectionOf } from '../kernel/cloud'
import { records } from '../kernel/records'
import { anotherIdOf, idsOfRow, workerIdOf } from '../kernel/worker-id'
import { workers } from './stores'

interface StoredRow {
  row: number
  values: Values
  mark: string
  id?: string
  differs?: unknown
}
const parts = records<{ rows: StoredRow[]; workerIds: string[]; decisions: Record<string, Decision> }>('importRows')
const lists = records<{ sheets: SheetSeen[] }>('imports')
type Worker = Awaited<ReturnType<typeof workers.find>>[number]

/**
 * What lists and 对账 say of whoever has said 底数里这一条是我, before the line itself goes and nothing leads there any more. May be done twice.
 */
export async function leaveRoster(personId: string): Promise<void> {
  for (const worker of await workers.find({ personId })) {
    for (const name of ['differences', 'rosterLooks'] as const)
      await collectionOf(name).where({ workerId: worker._id }).remove()
    await leaveRows(worker)
    await leaveSamples(worker)
  }
}

const saidOf = (claims: Claims, field: keyof Claims): string[] => (claims[field] ?? []).map(({ value }) => value)

/** Every id under which a row of a list may be about him. */
function idsOf({ _id, communityId, claims, marks }: Worker): string[] {
  const phones = saidOf(claims, 'phone').map(phone => ({ phone }))
  const firms = ['', ...saidOf(claims, 'firm')]
  const names = saidOf(claims, 'name').flatMap(name => firms.map(firm => ({ name, firm })))
  const ids = [...phones, ...names].map(values => workerIdOf(communityId, values))
  return [...new Set([_id, ...ids, ...marks.map(mark => anotherIdOf(communityId, mark))])]
}

/** Rows of lists taken in or still waiting. A conflict that nobody decided holds up its list no more. */
async function leaveRows(worker: Worker): Promise<void> {
  const { communityId } = worker
  const ids = idsOf(worker)
  const isHis = (row: StoredRow) => idsOfRow(communityId, row).some(id => ids.includes(id))
  for (;;) {
    const found = await parts.find({ workerIds: _.in(ids) }, { limit: 10 })
    if (found.length === 0) return
    for (const { _id, rev, rows, decisions } of found) {
      const rest = rows.filter(row => !isHis(row))
      const gone = rows.filter(isHis).map(({ row }): [string, Decision] => [`r${row}`, 'later'])
      await parts.book(_id, rev, {
        rows: rest,
        workerIds: rest.flatMap(row => idsOfRow(communityId, row)),
        decisions: _.set({ ...Object.fromEntries(gone), ...decisions }),
      })
    }
  }
}

/** What the desk was shown of a file to see whether its columns were recognised. */
async function leaveSamples({ communityId, claims }: Worker): Promise<void> {
  const names = saidOf(claims, 'name')
  const says = (cells: readonly string[]) => cells.some(cell => names.includes(cell.trim()))
  const found = await lists.find({ communityId, state: _.in(['opened', 'sorted', 'applying']) }, { only: ['sheets'] })
  for (const { _id, sheets } of found) {
    const without = sheets.map(sheet => ({
      ...sheet,
      head: says(sheet.head) ? [] : sheet.head,
      samples: sheet.samples.filter(cells => !says(cells)),
    }))
    await lists.book(_id, undefined, { sheets: without })
  }
}
