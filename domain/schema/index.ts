import { care } from './care'
import { errand } from './errand'
import { household } from './household'
import { people } from './people'
import { recurring } from './recurring'
import { roster } from './roster'
import { station } from './station'
import { study } from './study'
import { system } from './system'
import type { Collections } from './rule'

export type { Collection, Index, Keeps, Schema } from './rule'
export { storageRules, type StorageRules } from './storage'

/**
 * Every collection and the indexes its queries need: one declaration for the local cloud and for Tencent. All collections are
 * "仅管理端可读写": phones reach them through functions only.
 */
export const schema = {
  ...people,
  ...household,
  ...errand,
  ...recurring,
  ...care,
  ...study,
  ...station,
  ...roster,
  ...system,
} as const satisfies Collections

export type CollectionName = keyof typeof schema
