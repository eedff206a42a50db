import { Settings } from '@domain/membership'
import type { Group } from '@domain/wechat-group'
import * as z from '@domain/zod'

/** A community as it is being written; buildings are one line of words. */
export interface Draft {
  name: string
  phone: string
  compounds: DraftCompound[]
  grids: DraftGrid[]
  groups: DraftGroup[]
}
export interface DraftCompound {
  id?: string
  name: string
  buildings: string
  hasLift: boolean
}
export interface DraftGrid {
  id?: string
  name: string
  buildings: string[]
}
export interface DraftGroup {
  id?: string
  name: string
  audience: Group['audience']
}

export const emptyCompound: DraftCompound = { name: '', buildings: '', hasLift: false }
export const emptyGrid: DraftGrid = { name: '', buildings: [] }
export const emptyGroup: DraftGroup = { name: '', audience: 'residents' }
export const emptyDraft: Draft = { name: '', phone: '', compounds: [emptyCompound], grids: [], groups: [] }

/** What stands, as something to be changed. */
export function draftOf({ name, phone, compounds, grids, groups }: Settings): Draft {
  const asLine = compounds.map(one => ({ ...one, buildings: one.buildings.join(' ') }))
  return { name, phone, compounds: asLine, grids: [...grids], groups: [...groups] }
}

const listed = (line: string): string[] => [...new Set(line.split(/[\s,，、]+/).filter(Boolean))]

/** Every building by its compound and its own name, as a grid lists them: 金星小区 3号楼. */
export const buildingsIn = ({ compounds }: Draft): string[] =>
  compounds.flatMap(({ name, buildings }) => listed(buildings).map(building => `${name.trim()} ${building}`))

/** The settings as the cloud wants them, or what is wrong, in words. */
export function readDraft(draft: Draft): { settings: Settings } | { wrong: string } {
  const known = buildingsIn(draft)
  const said = {
    ...draft,
    phone: draft.phone.replace(/\s/g, ''),
    compounds: draft.compounds.map(one => ({ ...one, buildings: listed(one.buildings) })),
    // A building that was renamed or not written after all is in no grid.
    grids: draft.grids.map(one => ({ ...one, buildings: one.buildings.filter(name => known.includes(name)) })),
  }
  const read = z.safeParse(Settings, said)
  if (read.success) return { settings: read.data }
  return { wrong: read.error.issues[0]?.message ?? '有一处没写对，请看一看' }
}

/** The list with the one at this place changed. */
export const changedAt = <T>(list: readonly T[], at: number, change: Partial<T>): T[] =>
  list.map((one, i) => (i === at ? { ...one, ...change } : one))
