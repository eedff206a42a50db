/** Joins what stands in one line by a dot, which may end a line of the screen and begins none. What is empty is left out. */
export const dotted = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter(Boolean).join('\u00a0· ')

/** Keeps a word in one line and to what is said before it; Chinese may break between any two characters. */
export const unbroken = (before: string, word: string): string => `${before}\u00a0${[...word].join('\u2060')}`
