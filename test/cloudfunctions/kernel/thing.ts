/** One record of community a in one state, and whom it belongs to by which relation; nobody else has any. */
export interface Thing {
  /** What it is: `errand`, `visit`, … */
  kind: string
  collection: string
  id: string
  /** Absent for what has no states. */
  state?: string
  /** Of what is of one compound. */
  compoundId?: string
  /** What else is special about it, in a word. */
  which?: string
  /** Openids by relation. */
  belongs: Readonly<Record<string, readonly string[]>>
}

/** A thing in words. */
export const wordsFor = ({ kind, state, which }: Thing): string => [kind, state, which].filter(Boolean).join(' ')
