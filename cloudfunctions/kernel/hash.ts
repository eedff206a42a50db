import { createHash, randomBytes, randomInt } from 'node:crypto'

/** The first `length` hex digits of a text's SHA-256. */
export function hash(text: string, length = 20): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length)
}

/** A person's id: stable for an OPENID, and no way back to it. */
export const personIdOf = (openid: string): string => `p${hash(openid)}`

/** The id of what a person creates with a key: a repeated creation is a duplicate id and is read back. */
export const createdId = (personId: string, key: string): string => `r${hash(`${personId} ${key}`)}`

/** Fingerprint of an input: the same key with another one is refused. */
export const sumOf = (verb: string, input: unknown): string => hash(`${verb} ${JSON.stringify(sorted(input))}`, 16)

export const fourDigits = (): string => String(randomInt(10_000)).padStart(4, '0')
export const sixDigits = (): string => String(randomInt(100_000, 1_000_000))
export const eightDigits = (): string => String(randomInt(10_000_000, 100_000_000))
/** Twenty hex digits by chance: nobody guesses it. */
export const longCode = (): string => randomBytes(10).toString('hex')
export const anyNumber = (): number => randomInt(1_000_000)

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => [key, sorted(held)]),
  )
}
