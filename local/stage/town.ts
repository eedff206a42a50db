import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from '../../domain/zod'

/** The three phones of the stage, by whose hands they are usually in. */
export const hands = ['family', 'desk', 'rider'] as const
export type Hand = (typeof hands)[number]

/** Somebody of the town whose phone one can take. `role` is in words: 居民 · 王大爷的女儿. */
export const Person = z.object({
  openid: z.string(),
  name: z.string(),
  role: z.string(),
  phone: z.enum(hands),
  communityId: z.string(),
})
export type Person = z.infer<typeof Person>

/** `town.json`, beside the data: who lives here, so that the stage can offer their phones. The records themselves are the product's. */
export const Town = z.object({
  community: z.object({ id: z.string(), name: z.string() }),
  /** The day in Beijing that the town was made for, `'2026-03-01'`: its first day. */
  day: z.optional(z.string()),
  people: z.array(Person),
  stations: z.array(z.object({ id: z.string(), name: z.string(), code: z.string() })),
  /** 座机: the household of the elder who has only a landline. */
  landline: z.optional(z.object({ householdId: z.string(), elder: z.string(), number: z.optional(z.string()) })),
})
export type Town = z.infer<typeof Town>

/** In no record yet: on the stage, too, a new rider must be able to apply. */
const newcomer = { openid: 'stage-newcomer', name: '新来的师傅', role: '还没有报名', phone: 'rider' } as const

/**
 * Reads the town of a data folder.
 * @throws Error when `town.json` is missing or is not a town
 */
export function readTown(dataDir: string): Town {
  const read = z.safeParse(Town, JSON.parse(readFileSync(join(dataDir, 'town.json'), 'utf8')))
  if (!read.success) throw new Error(`town.json: ${read.error.issues[0]?.path.join('.') ?? ''} is not as it should be`)
  const town = read.data
  return { ...town, people: [...town.people, { ...newcomer, communityId: town.community.id }] }
}

/** Who sits at the desk of a community: the stage looks at errands with that person's eyes. */
export function secretaryOf(town: Town, communityId: string): Person | undefined {
  return town.people.find(person => person.phone === 'desk' && person.communityId === communityId)
}
