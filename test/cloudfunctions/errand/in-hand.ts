import { errand } from '@domain/errand'
import { a, lunch, personId, type Town } from '../town'

/** A lunch for the father that this rider said yes to; `more` is what is asked otherwise. @returns its id */
export async function inHand(
  town: Town,
  { rider = 'zhang', ...more }: { rider?: string } & object = {},
): Promise<string> {
  const { id } = await town.as('daughter')(errand.request, { ...lunch, ...more })
  await town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId(rider) } })
  await town.as(rider)(errand.accept, { id })
  return id
}
