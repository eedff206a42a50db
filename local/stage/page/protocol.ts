import * as z from '../../../domain/zod'
import { Card } from '../group'

const Asked = z.enum([
  'scan',
  'locate',
  'phoneCall',
  'subscribe',
  'photo',
  'phone',
  'face',
  'contract',
  'settings',
  'chooseGroup',
  'groupEntry',
])
/** What of WeChat a phone may ask the stage to play. */
export type Asked = z.infer<typeof Asked>

/** A question's number, made by the phone. */
const Id = z.union([z.string(), z.number()])
export type Id = z.infer<typeof Id>

/** What a phone says to the stage. */
const FromPhone = z.discriminatedUnion('kind', [
  z.object({ xinlin: z.literal(1), kind: z.literal('ready') }),
  z.object({
    xinlin: z.literal(1),
    kind: z.literal('title'),
    title: z.string(),
    canGoBack: z.boolean(),
    path: z.string(),
  }),
  z.object({ xinlin: z.literal(1), kind: z.literal('share'), id: Id, card: Card }),
  z.object({ xinlin: z.literal(1), kind: z.literal('ask'), id: Id, what: Asked, payload: z.optional(z.unknown()) }),
  z.object({ xinlin: z.literal(1), kind: z.literal('acted'), area: z.string(), verb: z.string() }),
])
export type FromPhone = z.infer<typeof FromPhone>

/** What a person refuses, or what fails him: sent to his phone, which plays WeChat's own refusal. */
export const refusals = [
  'location',
  'privacy',
  'camera',
  'phone',
  'subscribe',
  'messages',
  'undeclared',
  'weak',
] as const
export type Refusal = (typeof refusals)[number]

/** What the stage says to a phone. `light` asks it to show where the words stand that are to be tapped next (带我走一遍). */
export type ToPhone =
  | { kind: 'identity'; openid: string }
  | { kind: 'changed'; collection: string; communityId?: string }
  | { kind: 'navigate'; path: string }
  | { kind: 'back' }
  | { kind: 'offline'; value: boolean }
  | { kind: 'refuse'; value: Refusal[] }
  | { kind: 'scale'; value: number }
  | { kind: 'answer'; id: Id; value: unknown }
  | { kind: 'light'; words: string }

/** Reads what came from a phone; undefined for anything else that a frame may post. */
export function heard(data: unknown): FromPhone | undefined {
  const read = z.safeParse(FromPhone, data)
  return read.success ? read.data : undefined
}
