import { minuteMs } from '@domain/time'
import { communities } from './communities'
import { newMemory } from './memory'

const held = newMemory<ReadonlyMap<string, string[]>>()
const heldForMs = 10 * minuteMs

/**
 * Which grids somebody passes who passes these compounds: a grid names its buildings with their compound (金星小区 3号楼). Grids change once in years:
 * a warm instance remembers them for ten minutes.
 */
export async function gridsPassed(
  communityId: string,
  now: number,
): Promise<(areas: readonly string[] | undefined) => { grids?: string[] }> {
  const known = held.get(communityId, now)
  const passed = known ?? (await gridsByCompound(communityId))
  if (!known) held.put(communityId, passed, now + heldForMs)
  return (areas = []) => {
    const grids = [...new Set(areas.flatMap(area => passed.get(area) ?? []))]
    return grids.length > 0 ? { grids } : {}
  }
}

async function gridsByCompound(communityId: string): Promise<ReadonlyMap<string, string[]>> {
  const community = await communities.get(communityId)
  const { grids = [], compounds = [] } = community ?? {}
  const within = (name: string) =>
    grids
      .filter(({ buildings = [] }) => buildings.some(building => building.startsWith(`${name} `)))
      .map(({ id }) => id)
  return new Map(compounds.map(({ id, name }) => [id, within(name)]))
}
