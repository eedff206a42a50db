/** Chance that repeats: the same words always give the same rolls. */
export interface Dice {
  /** From 0 up to but not including 1. */
  roll(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  chance(of: number): boolean
  pick<T>(list: readonly T[]): T
  /** So many different ones, in no order. */
  some<T>(list: readonly T[], count: number): T[]
}

/** Dice for one purpose: a change in one part of the town leaves the others as they were. */
export function diceOf(purpose: string): Dice {
  let state = fingerprint(purpose)

  function roll(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  const between = (least: number, most: number): number => least + Math.floor(roll() * (most - least + 1))
  function pick<T>(list: readonly T[]): T {
    const picked = list[between(0, list.length - 1)]
    if (picked === undefined) throw new Error(`nothing to pick from for ${purpose}`)
    return picked
  }

  return {
    roll,
    between,
    chance: of => roll() < of,
    pick,
    some(list, count) {
      const left = [...list]
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(between(0, left.length - 1), 1),
      ).flat()
    },
  }
}

function fingerprint(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash
}
