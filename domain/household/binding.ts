import { dayMs } from '../time'
import * as z from '../zod'

/** asked: waits for a yes · bound · refused · ended: unbound. */
export const bindingStates = ['asked', 'bound', 'refused', 'ended'] as const
export type BindingState = (typeof bindingStates)[number]

/** 绑定码 is good for a day and for one person. */
export const codeLastsMs = dayMs
/** An ask that nobody answers is over after a week. */
export const askLastsMs = 7 * dayMs

/** Who said yes: a bound relative, the elder (told to the desk on the telephone or at the door), or the desk itself. */
export const saidBy = { elder: '老人', desk: '社区', relative: '家里人' } as const
export type Said = keyof typeof saidBy

/** 家里人: one person and one household, from asking to parting; as the family and the desk read it. */
export const Binding = z.object({
  id: z.string(),
  state: z.string(),
  communityId: z.string(),
  my: z.array(z.string()),
  householdId: z.optional(z.string()),
  elder: z.optional(z.string()),
  /** What the relative is called himself, and what he calls the elder. */
  name: z.optional(z.string()),
  calls: z.optional(z.string()),
  askedAt: z.optional(z.number()),
  /** An ask is open until then, epoch ms. */
  until: z.optional(z.number()),
  /** Who agreed, as called, in whose name, and when. */
  consent: z.optional(z.object({ by: z.string(), said: z.string(), at: z.number() })),
  /** What the elder must be told by telephone. */
  call: z.optional(z.object({ say: z.string(), at: z.number(), noAnswer: z.optional(z.boolean()) })),
  waits: z.optional(z.array(z.string())),
})
export type Binding = z.infer<typeof Binding>

/** What nobody is given. */
export interface BindingKept {
  relativeId: string
  inboxOf: string[]
  callsOpen: number
}
export type BindingRecord = Omit<Binding, 'id' | 'my' | 'state' | 'waits'> & BindingKept

/** One line of what happened to a binding, as stored in its timeline. */
export interface Tiding {
  verb: string
  at: number
}

/** What a line tells whoever is bound: who it is about, and what the reader calls the elder. */
const tidings: Readonly<Record<string, (who: string, whom: string) => string>> = {
  ask: (who, whom) => `${who}想做${whom}的家里人，您来定`,
  bind: (who, whom) => `${who}现在也是${whom}的家里人了`,
  refuse: (who, whom) => `没答应${who}做${whom}的家里人`,
  unbind: (who, whom) => `${who}不再是${whom}的家里人`,
}

/** What it tells him whom it is about. */
const ownTidings: Readonly<Record<string, (whom: string) => string>> = {
  ask: whom => `问过${whom}家里了，等他们答应`,
  bind: whom => `答应了，您可以替${whom}点单了`,
  refuse: whom => `${whom}家里没答应，可以打电话问社区`,
  unbind: whom => `您不再是${whom}的家里人了`,
  close: whom => `社区删掉了${whom}的记录，要人帮忙请打电话给社区`,
}

/** The sentence of a line, for whom it is about or for the others; nothing for one that tells nothing. */
export function tidingOf(verb: string, who: string, whom: string, isOwn: boolean): string | undefined {
  return isOwn ? ownTidings[verb]?.(whom) : tidings[verb]?.(who, whom)
}

const callSentences: Readonly<Record<string, (who: string) => string>> = {
  ask: who => `${who}想做您的家里人，替您点单，您同意吗`,
  bind: who => `${who}现在是您的家里人了，可以替您点单`,
  unbind: who => `${who}不再是您的家里人了`,
}

/** What the desk says on the telephone. */
export const callSentenceOf = (say: string, who: string): string => callSentences[say]?.(who) ?? '家里人有变动'
