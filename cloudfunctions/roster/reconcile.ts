import { Failure } from '@domain/failure'
import { isKeyOf } from '@domain/key'
import type { InputOf } from '@domain/operation'
import { maskedPhone, trades } from '@domain/person'
import { roster } from '@domain/roster'
import { isSensitive, listBodies, shownOf } from '@domain/roster/claim'
import { keeping } from '@domain/roster/keeping'
import { firmName } from '@domain/roster/reading'
import { gapsOf, type DifferenceLine, type Reconciliation } from '@domain/roster/reconciling'
import type { Actor } from '../kernel/actor'
import { ask, beside, countIn, together } from '../kernel/asking'
import { createdId, hash } from '../kernel/hash'
import { pageOf } from '../kernel/paging'
import { slices } from './import/sort'
import { askedByName, everyone, nextByName } from './paging'
import { differenceRecords, reconciliationRecords, workers, type DifferenceRecord } from './stored'

type Document = NonNullable<Awaited<ReturnType<typeof reconciliationRecords.get>>>
const unread = ['marks', 'keys', 'tail', 'initial', 'trade']

/**
 * 对账: what two bodies' lists say of the people who are here, held against each other. The differences are written before the reconciliation
 * itself, by ids of their own, so that one that was cut off is made again and not half there.
 */
export async function reconcile(input: InputOf<typeof roster.reconcile>, actor: Actor): Promise<Reconciliation> {
  const { communityId, left, right } = input
  const firm = firmName(input.firm ?? '')
  if (left === right) throw new Failure('BAD_INPUT', { field: 'right', why: '两边要是不同的来源' })
  const id = createdId(actor.id, actor.key)
  const all = await everyone(workers, { communityId, here: true }, unread)
  const found = all
    .filter(worker => firm === '' || worker.firm === firm)
    .flatMap(worker => gapsOf(worker.claims, worker.known, left, right).map(gap => ({ worker, gap })))
    .map(({ worker, gap }) => ({
      id: `d${hash(`${id} ${worker._id} ${gap.field ?? ''}`)}`,
      fields: {
        communityId,
        reconciliationId: id,
        workerId: worker._id,
        appliedAt: 0,
        ...(gap.gap === 'onlyRight' ? { has: right, lacks: left } : { has: left, lacks: right }),
        name: worker.name,
        order: worker.order,
        firm: shownOf(worker.claims).firm ?? '',
        ...gap,
      },
    }))
  for (const some of slices(found, 200)) await differenceRecords.addAll(keeping.find, actor, some)
  const fields = { communityId, left, right, firm, found: found.length, by: actor.name, at: actor.now }
  const made = await reconciliationRecords.add(roster.reconcile, actor, fields, { id })
  return shownOne(made, await openOf(id))
}

/** The latest twenty. */
export async function reconciliations({ communityId }: InputOf<typeof roster.reconciliations>) {
  const latest = { by: 'touchedAt' }
  const page = reconciliationRecords.askedPage({ communityId }, latest)
  const open = differenceRecords.counted({ state: 'open' })
  const found = await ask(beside(page, 'open', open, [['_id', 'reconciliationId']]))
  return { rows: pageOf(found, latest).rows.map(one => shownOne(one, countIn(one.open))) }
}

function shownOne(record: Document, stillOpen: number): Reconciliation {
  const { _id: id, firm, found, by, at, signedBy, signedAt } = record
  const [left, right] = [bodyOf(record.left), bodyOf(record.right)]
  const open = record.state === 'signed' ? 0 : stillOpen
  const signed = signedAt === undefined ? {} : { signedBy, signedAt }
  return { id, state: record.state === 'signed' ? 'signed' : 'open', left, right, firm, found, open, by, at, ...signed }
}

const bodyOf = (said: string) => listBodies.find(one => one === said) ?? 'community'

export const openOf = (reconciliationId: string): Promise<number> =>
  differenceRecords.count({ reconciliationId, state: 'open' })

/** What is still to be decided, or what was, in name order. */
export async function differences(input: InputOf<typeof roster.differences>) {
  const { communityId, id, settled, after } = input
  const where = { reconciliationId: id, state: settled ? 'settled' : 'open' }
  const [[record], found, open] = await together(
    reconciliationRecords.one(id),
    askedByName(differenceRecords, where, { after }),
    differenceRecords.counted({ reconciliationId: id, state: 'open' }),
  )
  if (record?.communityId !== communityId) throw new Failure('NOT_FOUND')
  const { rows, ...rest } = nextByName(found, { after })
  return { reconciliation: shownOne(record, countIn(open)), rows: rows.map(lineOf), ...rest }
}

export async function reconciliationIn(communityId: string, id: string): Promise<Document> {
  const record = await reconciliationRecords.get(id)
  if (!record || record.communityId !== communityId) throw new Failure('NOT_FOUND')
  return record
}

function lineOf(row: DifferenceRecord & { _id: string }): DifferenceLine {
  const { _id: id, workerId, name, firm, gap, field, left = '', right = '', choice, by, at } = row
  const shown = (value: string) => {
    if (field === undefined || isSensitive(field)) return ''
    return field === 'phone' ? maskedPhone(value) : isKeyOf(trades, value) ? trades[value] : value
  }
  const settled = choice === undefined ? {} : { choice, by, at }
  return { id, workerId, name, firm, gap, ...(field && { field }), left: shown(left), right: shown(right), ...settled }
}
