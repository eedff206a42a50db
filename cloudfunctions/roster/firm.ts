import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import { roster } from '@domain/roster'
import { firmFieldOrder, type Firm } from '@domain/roster/worker'
import type { Actor } from '../kernel/actor'
import { initialOf, orderOf } from './initial'
import { pageByName } from './paging'
import { firmIdOf, firmRecords, workers } from './stored'

/** Every firm that a line of the roster names has its page. */
export async function enterFirms(communityId: string, names: readonly string[], actor: Actor): Promise<void> {
  const distinct = [...new Set(names)]
  if (distinct.length === 0) return
  const made = distinct.map(name => ({
    id: firmIdOf(communityId, name),
    fields: { communityId, name, initial: initialOf(name), order: orderOf(name), fields: {} },
  }))
  await firmRecords.addAll(roster.correctFirm, actor, made)
}

/** 企业, in name order: how many people each has is on its own page, never in the list. */
export async function firms({ communityId, after }: InputOf<typeof roster.firms>) {
  const { rows, ...rest } = await pageByName(firmRecords, { communityId }, { after })
  return { rows: rows.map(({ _id: id, name, initial }) => ({ id, name, initial })), ...rest }
}

/** 一企一档. */
export async function firm({ communityId, id }: InputOf<typeof roster.firm>): Promise<Firm> {
  const [found, people] = await Promise.all([
    firmRecords.get(id),
    workers.count({ communityId, firmId: id, here: true }),
  ])
  if (!found || found.communityId !== communityId) throw new Failure('NOT_FOUND')
  const { name, initial, rev } = found
  const fields = firmFieldOrder.flatMap(field => {
    const told = found.fields[field]
    return told ? [{ field, ...told }] : []
  })
  return { id, name, initial, rev, fields, people }
}

/** What the desk writes of a firm, with who wrote it and when. */
export function correctFirm(
  { communityId, id, rev, values }: InputOf<typeof roster.correctFirm>,
  actor: Actor,
): Promise<Moved> {
  const patch = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [`fields.${field}`, { value, by: actor.name, at: actor.now }]),
  )
  return firmRecords.change(roster.correctFirm, id, actor, { rev, where: { communityId }, patch })
}
