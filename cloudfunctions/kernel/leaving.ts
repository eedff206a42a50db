import { Failure } from '@domain/failure'
import { nobody } from '@domain/role'
import type { Actor } from './actor'
import { _, collectionOf, isDuplicate } from './cloud'
import { correct, personOf, type Leaving, type Person } from './people'

const people = collectionOf('people')
const mostTries = 5

/**
 * 注销: of a person nothing is left but that he is leaving and what is needed to end it: one conditional write on what was read of him,
 * or a new record where the cloud knew him by his visits alone. Two phones at once are one.
 * @throws STALE when somebody writes to him without end
 */
export async function leave(actor: Actor, together: readonly string[]): Promise<Person> {
  for (let tries = 0; tries < mostTries; tries++) {
    const person = await personOf(actor.openid, actor.now, true)
    if (person?.leaving) return person
    if (person)
      await correct(actor.id, actor.key, blank(person, leavingOf(person, together, actor)), { rev: person.rev })
    else await note(actor, leavingOf(undefined, together, actor))
  }
  throw new Failure('STALE')
}

const { id: _id, ...empty } = nobody

function leavingOf(person: Person | undefined, together: readonly string[], { now: at, key }: Actor): Leaving {
  const { name = '', memberships = [], households = [], face } = person ?? {}
  return {
    at,
    name,
    roles: [...new Set(memberships.map(({ role }) => role))],
    files: face === undefined ? [] : [face],
    households: households.map(({ id }) => id),
    together: [...together],
    secret: key,
  }
}

/** Every field of his as nobody has it. */
function blank(person: Person, leaving: Leaving): object {
  const kept = ['_id', 'openid', 'rev']
  const all = Object.keys(person).filter(field => !kept.includes(field))
  const without = Object.fromEntries(all.map(field => [field, _.remove()]))
  return { ...without, ...empty, touchedAt: leaving.at, leaving: _.set(leaving) }
}

async function note(actor: Actor, leaving: Leaving): Promise<void> {
  const record = { ...empty, _id: actor.id, openid: actor.openid, rev: actor.key, touchedAt: actor.now, leaving }
  await people.add({ data: record }).catch(error => {
    if (!isDuplicate(error)) throw error
  })
}

/** Who left before that moment and is still written down, the first to go first. */
export async function leftBefore(at: number): Promise<Person[]> {
  const { data } = await people
    .where({ 'leaving.at': _.lt(at) })
    .limit(20)
    .get()
  return data as Person[]
}

/** The end of it: from now on the same WeChat is a newcomer. */
export async function remove({ _id: id, leaving }: Person): Promise<void> {
  if (leaving) await people.where({ _id: id, 'leaving.at': leaving.at }).remove()
}
