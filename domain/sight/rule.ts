import type { Relation } from '../relation'

/** What a viewer is to a record: his relation to it, or the role he holds in its community; `passerby` is everyone else. */
export type Viewer = Relation | 'desk' | 'passerby'

export type Facts = Readonly<Record<string, unknown>>

/** Who sees what of one kind of record. */
export interface Sight<R> {
  /** Where the record is in its life, as far as seeing it goes. */
  stage: (record: Facts, now: number) => string
  /** Viewers from the closest to the farthest: the first that fits is the one whose fields are given. */
  viewers: readonly Viewer[]
  /** fields[stage][viewer]; what is not listed is not seen. A stage that is missing reads as `any`. */
  fields: Record<string, Partial<Record<Viewer, readonly (keyof R & string)[]>>>
}
