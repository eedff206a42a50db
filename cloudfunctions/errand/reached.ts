import { compoundsNear, doorsIn } from '@domain/errand/around'
import { mayAdvance } from '@domain/errand/money'
import { handDay, mostInHand } from '@domain/errand/hands'
import { isInHand } from '@domain/errand/record'
import type { Wave } from '@domain/errand/wave'
import { personDoor } from '@domain/relation'
import { capOf, mayRing } from '@domain/rider/duty'
import { weekStart } from '@domain/time'
import { _ } from '../kernel/cloud'
import { communities, neighboursOf } from '../kernel/communities'
import { ridersBeside, riderOf, ridersIn, type Person } from '../kernel/people'
import { errands } from './errands'
import type { ErrandDocument } from './rise'

/** Whom a wave reaches, and through which doors. */
export interface Reached {
  people: Person[]
  doors: string[]
}

const nobody: Reached = { people: [], doors: [] }

/** Who can take this errand in this wave; a wave that reaches nobody is not asked. */
export async function reachedBy(wave: Wave, record: ErrandDocument, now: number): Promise<Reached> {
  const { communityId } = record
  if (wave === 'regular') return regular(record, now)
  const community = await communities.get(communityId)
  if (!community) return nobody
  const neighbours = wave === 'neighbours' ? (await neighboursOf(communityId)).map(({ id }) => id) : []
  const around = { ...community, neighbours }
  const near = compoundsNear(record, around)
  const people =
    wave === 'neighbours' ? await ridersBeside(communityId, neighbours, now) : await ridersIn(communityId, now)
  const passes = ({ areas = [] }: Person) => wave !== 'near' || areas.some(id => near.includes(id))
  const fit = people.filter(person => passes(person) && mayAdvance(person, record))
  return fit.length > 0 ? { people: fit, doors: doorsIn(wave, record, around) } : nobody
}

/** 常来的师傅, or who stands in for him that day: only when he may be disturbed now and has room. */
async function regular(record: ErrandDocument, now: number): Promise<Reached> {
  const id = record.substituteId ?? record.regularRiderId
  const person = id === undefined ? undefined : await riderOf(id, record.communityId, now)
  if (!person || !mayAdvance(person, record) || record.saidNo?.includes(person._id)) return nobody
  const [free] = await ringing([person], record, now)
  return free ? { people: [free], doors: [personDoor(free._id)] } : nobody
}

/** Of these, those whose phones may ring now: on duty, not in their quiet hours, with a hand free on its day, and under the number they set. */
export async function ringing(people: readonly Person[], record: ErrandDocument, now: number): Promise<Person[]> {
  const awake = people.filter(person => mayRing(person, now))
  if (awake.length === 0) return []
  const day = handDay(record, now)
  const doors = _.in(awake.map(({ _id }) => personDoor(_id)))
  const theirs = await errands.find(
    { openTo: doors, acceptedAt: _.gte(weekStart(now)) },
    { limit: 1000, only: ['riderId', 'state', 'when', 'acceptedAt'] },
  )
  return awake.filter(({ _id, weeklyCap }) => {
    const his = theirs.filter(({ riderId }) => riderId === _id)
    const carrying = his.filter(one => isInHand(one) && handDay(one, now) === day)
    return carrying.length < mostInHand && his.length < capOf({ weeklyCap })
  })
}
