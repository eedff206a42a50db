import { withdrawn, type Matter } from '@domain/consent'
import { medicineWords } from '@domain/errand/kind/medicine'
import { stillOpen } from '@domain/errand/record'
import { Failure } from '@domain/failure'
import type { InputOf, Moved } from '@domain/operation'
import type { privacy } from '@domain/privacy'
import type { Actor } from '../kernel/actor'
import { _, collectionOf, removeFiles } from '../kernel/cloud'
import { personOf, writePerson } from '../kernel/people'
import { patched } from '../kernel/write'
import { errands, recurrings } from './stores'

/** What goes at once with a consent; what it stops is asked where it would happen (consent/, relation.ts). */
const also: Partial<Record<Matter, object>> = {
  phone: { phone: _.remove(), 'application.phone': _.remove() },
}

/**
 * 收回同意: written down with its moment, and what was kept by it goes. Tapped again, it goes on where it stopped.
 * @throws NOT_FOUND; STALE when something else of him was written in that very moment
 */
export async function withdraw({ what }: InputOf<typeof privacy.withdraw>, actor: Actor): Promise<Moved> {
  const person = await personOf(actor.openid, actor.now, true)
  if (!person?.consents?.some(one => one.what === what)) throw new Failure('NOT_FOUND')
  const consents = withdrawn(person, what, actor.now)
  const done = await writePerson(actor, { changes: { consents, ...also[what] }, where: { rev: person.rev } })
  if (!done) throw new Failure('STALE')
  if (what === 'health') await forgetMedicine(actor.id)
  return { id: actor.id, state: '', rev: actor.key, at: actor.now }
}

/** 拿药 that he asked for and that is over: what it was, where from, its number and its picture. */
async function forgetMedicine(personId: string): Promise<void> {
  const asked = { 'timeline.byId': personId, askedById: personId, kind: 'medicine' }
  // The clock, which asks for it no more, says so to the family and the desk.
  for (const { _id, rev } of await recurrings.find(asked, { limit: 1000, only: ['rev'] }))
    await recurrings.book(
      _id,
      rev,
      patched({ what: medicineWords, pickUp: undefined, note: undefined, held: undefined }),
    )
  const his = { ...asked, state: _.nin([...stillOpen]) }
  for (const { _id, rev, proof, timeline = [], outbox } of await errands.find(his, { limit: 1000 })) {
    await removeFiles(proof?.photo ? [proof.photo] : [])
    const unsaid = Object.keys(outbox).map((id): [string, undefined] => [`outbox.${id}.why`, undefined])
    const bare = {
      what: medicineWords,
      pickUp: undefined,
      code: undefined,
      note: undefined,
      answer: undefined,
      why: undefined,
      goodsAt: undefined,
      'proof.photo': undefined,
      held: undefined,
      timeline: timeline.map(({ why: _why, ...line }) => line),
      ...Object.fromEntries(unsaid),
    }
    await errands.book(_id, rev, patched(bare))
    await collectionOf('doubts')
      .where({ ofId: _id })
      .update({ data: { words: _.remove(), 'holding.words': _.set({}) } })
  }
}
