import { personDoor } from '@domain/relation'
import { never } from '@domain/time'
import { _, collectionOf } from '../kernel/cloud'
import { correct, rename } from '../kernel/people'

/**
 * A rider's name where it is read: his own, and on what he has in hand or is offered (an open errand's one door is his, so the index finds
 * them). Himself first: what is given to him from now on carries the new one. May be done twice.
 */
export async function renameRider(id: string, from: string, name: string): Promise<void> {
  await rename(id, from, name)
  const errands = collectionOf('errands')
  const his = { openTo: personDoor(id), closedAt: never }
  await errands.where({ ...his, riderId: id, riderName: from }).update({ data: { riderName: name } })
  await errands.where({ ...his, 'offer.riderId': id, 'offer.name': from }).update({ data: { 'offer.name': name } })
}

/** The name he asked for, let through: while it is the last he asked for. May be done twice. */
export async function giveName(id: string, doubt: string, name: string): Promise<void> {
  const mark = `held.${doubt}`
  await correct(id, `${mark}.given`, { name }, { [mark]: _.exists(true) })
}
