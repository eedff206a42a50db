/** Joins what stands in one line by a dot, which may end a line of the screen and begins none. What is empty is left out. */
export const dotted = (...parts: readonly (string | false | undefined)[]): string =>
  parts.filter(Boolean).join('\u00a0· ')

/** A phrase of our own whose spaces end no line: 本周 2 单. */
export const phrase = (words: string): string => words.replaceAll(' ', '\u00a0')

/** Keeps words in one line; Chinese may break between any two characters. */
export const unbroken = (words: string): string => [...words.replace(' ', '\u00a0')].join('\u2060')

/** A number that is read out, or hours: their hyphens end no line. 12-3-4567. */
export const spelled = (number: string): string => number.replaceAll('-', '-\u2060')
