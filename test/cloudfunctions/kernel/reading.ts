import { inspect } from 'node:util'
import { morning, type Reply } from '../town'
import type { Snapshot } from '../snapshot'
import { mayRead } from './allowed'
import { rolesOf, type Somebody } from './everyone'
import { wordsFor, type Thing } from './thing'
import { marksIn, type Mark, type Marks } from './marks'
import { roleOf } from './rule'

/** What is known of the town's records by whoever judges a reply. */
export interface Known {
  before: Snapshot
  marks: Marks
  things: readonly Thing[]
}

/** The marks of a reply that are not for who was told them, in words. */
export function strayIn(reply: Reply, who: Somebody, row: string, known: Known): string[] {
  return [...marksIn(JSON.stringify(reply))].flatMap(text => {
    const marks = known.marks.get(text) ?? []
    if (marks.length === 0 || marks.some(mark => mayRead(mark, { ...readerOf(mark, who, known), row }))) return []
    return `${who.openid} reads ${marks.map(mark => wordsOf(mark, known)).join(', ')} by ${row}`
  })
}

export function wordsOf({ field, id }: Mark, { things }: Known): string {
  const thing = things.find(one => one.id === id)
  return `${field} of ${thing ? wordsFor(thing) : id}`
}

const offices = ['dispatcher', 'keeper', 'department', 'subdistrict']

/** What this person is to the record that a mark is of. */
export function readerOf({ collection, id }: Mark, who: Somebody, { before, things }: Known) {
  const record = before.get(collection)?.get(id) ?? {}
  const thing = things.find(one => one.collection === collection && one.id === id)
  const roles = communitiesOf(record).flatMap(communityId => rolesOf(who, communityId))
  const related = Object.entries(thing?.belongs ?? {}).filter(
    ([relation, openids]) =>
      who.openid !== null && openids.includes(who.openid) && ['guest', ...roles].includes(roleOf(relation)),
  )
  const viewers = new Set([
    'anybody',
    ...related.map(([relation]) => relation),
    ...(roles.includes('dispatcher') ? ['desk'] : []),
    ...(roles.includes('rider') ? ['riderHere'] : []),
    ...(roles.some(role => offices.includes(role)) ? ['office'] : []),
    ...('openid' in record && record.openid === who.openid ? ['himself'] : []),
  ])
  return { viewers, stage: thing ? stageOf(thing) : '' }
}

/** The communities a record is of: a person's are those he belongs to now, or has applied to. */
function communitiesOf({ communityId, memberships, application }: Readonly<Record<string, unknown>>): string[] {
  const held: readonly { communityId: string; until?: number }[] = Array.isArray(memberships) ? memberships : []
  const live = held.filter(({ until = morning + 1 }) => until > morning)
  return [communityId, Object(application).communityId, ...live.map(one => one.communityId)].filter(
    (id): id is string => typeof id === 'string',
  )
}

function stageOf({ state, which }: Thing): string {
  if (state === 'dispatched') return which === 'medicine' ? 'beforeMedicine' : 'before'
  const isFresh = state === 'delivered' && which !== 'three hours ago'
  if (which === 'not settled') return 'owing'
  return state === 'accepted' || state === 'underway' || isFresh ? 'going' : 'after'
}

/** The links and fileIDs of a reply, as they are read. */
export const linksIn = (reply: Reply): string[] =>
  (JSON.stringify(reply).match(/(https?|cloud):\/\/[^"]+/g) ?? []).map(link => decodeURIComponent(link))

/** A line of the log as it would be written. */
export const lineOf = (said: readonly unknown[]): string =>
  said.map(one => (typeof one === 'string' ? one : inspect(one, { depth: 9 }))).join(' ')
