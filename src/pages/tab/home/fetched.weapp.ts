import type * as homes from './homes'

/** The parts of homes.ts. */
export type Homes = typeof homes

/** WeChat's `require.async`: by a literal path, so that WeChat's tools see that the script is needed. */
declare function requireLater(path: string): Promise<Homes>

let held: Homes | undefined

/** They, once they were fetched. */
export const heldHomes = (): Homes | undefined => held

/** Fetches them from the subpackage of errands, which this page has WeChat load ahead. @throws where there is no network for it */
export async function fetchHomes(): Promise<Homes> {
  held = await requireLater('../../errand/homes.js')
  return held
}

// At once, so that they are here when it is known who this is; where they did not come, whoever needs them asks again.
fetchHomes().catch(() => undefined)
