/** How often each verb was accepted and refused, by code. */
export interface Counts {
  note(verb: string, code: string): void
  read(): Record<string, Record<string, number>>
}

export function newCounts(): Counts {
  const counts: Record<string, Record<string, number>> = {}
  return {
    note(verb, code) {
      const of = (counts[verb] ??= {})
      of[code] = (of[code] ?? 0) + 1
    },
    read: () => counts,
  }
}

/** Which of these verbs was never accepted, or never refused. */
export function unseen(verbs: readonly string[], counts: ReturnType<Counts['read']>): string[] {
  return verbs.flatMap(verb => {
    const { ok = 0, ...refused } = counts[verb] ?? {}
    const never = [...(ok === 0 ? ['accepted'] : []), ...(Object.keys(refused).length === 0 ? ['refused'] : [])]
    return never.map(word => `${verb} ${word}`)
  })
}
