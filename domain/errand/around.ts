import type { Compound, Grid } from '../place'
import { communityDoor, compoundDoor, neighbourDoor } from '../relation'
import type { PoolWave } from './wave'

interface Home {
  communityId: string
  compoundId?: string | undefined
  gridId?: string | undefined
}

interface Around {
  compounds: readonly Compound[]
  grids?: readonly Grid[] | undefined
  /** The communities whose riders may help here (neighbour.ts). */
  neighbours: readonly string[]
}

/** 3号楼 of 金星小区 as grids name it. */
export const buildingOf = (compound: string, building: string): string => `${compound} ${building}`

/** The grid in which a building stands. */
export const gridOf = (grids: readonly Grid[] | undefined, compound: string, building: string): string | undefined =>
  grids?.find(({ buildings = [] }) => buildings.includes(buildingOf(compound, building)))?.id

/** The compounds near a home: its own, and those that share its grid. Riders declare compounds, so a grid is reached through them. */
export function compoundsNear({ compoundId, gridId }: Home, { compounds, grids }: Around): string[] {
  const inGrid = grids?.find(({ id }) => id === gridId)?.buildings ?? []
  const isNear = ({ id, name, buildings }: Compound): boolean =>
    id === compoundId || buildings.some(building => inGrid.includes(buildingOf(name, building)))
  return compounds.filter(isNear).map(({ id }) => id)
}

/** The doors that a wave of the pool opens (relation.ts); each wave is open to those before it as well. */
export function doorsIn(wave: PoolWave, home: Home, around: Around): string[] {
  if (wave === 'near') return compoundsNear(home, around).map(compoundDoor)
  const all = [communityDoor(home.communityId)]
  return wave === 'community' ? all : [...all, ...around.neighbours.map(from => neighbourDoor(home.communityId, from))]
}
