import type { errand } from '@domain/errand'
import { personIn, sentenceOf } from '@domain/notice'
import type { InputOf } from '@domain/operation'
import { isOvertaken, toBeCalled } from '@domain/overtaken'
import type { Actor } from '../kernel/actor'
import { _ } from '../kernel/cloud'
import { peopleById } from '../kernel/people'
import { errands } from './errands'
import type { ErrandDocument } from './rise'

/** 要打的电话: whatever reached no phone, oldest first. */
export async function calls({ communityId }: InputOf<typeof errand.calls>, actor: Actor) {
  const open = { communityId, callsOpen: _.gt(0), ...actor.within(communityId) }
  const records = await errands.find(open, { limit: 100, omit: ['timeline'] })
  const waiting = records.flatMap(record =>
    Object.entries(record.outbox).flatMap(([notice, told]) =>
      toBeCalled.includes(told.reach) && !isOvertaken(told, record) ? [{ record, notice, told }] : [],
    ),
  )
  const nameless = waiting.flatMap(({ record, told }) => {
    const id = personIn(told.to)
    return id !== undefined && nameIn(record, id) === undefined ? [id] : []
  })
  const people = await peopleById([...new Set(nameless)])
  const rows = waiting.map(({ record, notice, told }) => {
    const riderId = personIn(told.to)
    const named = riderId && (nameIn(record, riderId) ?? people.find(({ _id }) => _id === riderId)?.name ?? '师傅')
    const whom = named || (record.elder ?? '')
    const { _id: id, householdId, state = '' } = record
    const noAnswer = told.reach === 'noAnswer'
    return {
      id,
      notice,
      state,
      whom,
      sentence: sentenceOf(record, told),
      at: told.at,
      noAnswer,
      householdId,
      ...(riderId && { riderId }),
    }
  })
  return { rows: rows.sort((a, b) => a.at - b.at) }
}

/** How somebody is called whom the errand names: only who has nothing to do with it any more is looked for. */
function nameIn({ riderId, riderName, offer, backupId, backupName }: ErrandDocument, id: string): string | undefined {
  if (id === riderId) return riderName
  if (id === offer?.riderId) return offer.name
  return id === backupId ? backupName : undefined
}
