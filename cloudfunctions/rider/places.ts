import { Failure } from '@domain/failure'
import type { InputOf } from '@domain/operation'
import type { rider } from '@domain/rider'
import { _ } from '../kernel/cloud'
import { communities, neighboursOf } from '../kernel/communities'

/** The other communities of the subdistricts that these belong to; without a subdistrict there are none. */
async function near(communityIds: readonly string[]): Promise<string[]> {
  const own = await communities.find({ _id: _.in([...communityIds]) }, { only: ['subdistrictId'] })
  const subdistricts = own.flatMap(({ subdistrictId }) => subdistrictId ?? [])
  if (subdistricts.length === 0) return []
  const found = await communities.find({ subdistrictId: _.in(subdistricts) }, { only: ['name'] })
  return found.map(({ _id }) => _id).filter(id => !communityIds.includes(id))
}

/** 邻近社区: what a rider of this community may declare that he passes: those the subdistrict lets it help. */
export async function neighbours({ communityId }: InputOf<typeof rider.neighbours>) {
  return { rows: await neighboursOf(communityId) }
}

/**
 * What he says he passes is chosen from what is there: compounds of his own communities, and communities beside them. One that the
 * subdistrict has closed since stays declared, and counts again when it is opened. @throws BAD_INPUT
 */
export async function checkPlaces(
  said: { areas?: readonly string[] | undefined; neighbours?: readonly string[] | undefined },
  communityIds: readonly string[],
): Promise<void> {
  if (said.areas?.length) {
    const own = await communities.find({ _id: _.in([...communityIds]) }, { only: ['compounds'] })
    const compounds = own.flatMap(({ compounds: list }) => list.map(({ id }) => id))
    if (!said.areas.every(id => compounds.includes(id)))
      throw new Failure('BAD_INPUT', { field: 'areas', why: '请从列表里选小区' })
  }
  if (said.neighbours?.length) {
    const beside = await near(communityIds)
    if (!said.neighbours.every(id => beside.includes(id)))
      throw new Failure('BAD_INPUT', { field: 'neighbours', why: '请从列表里选社区' })
  }
}
