import { Failure } from '../failure'
import { isKeyOf } from '../key'
import * as z from '../zod'

/**
 * 同意: what a person can agree to, each apart from the others so that each can be withdrawn alone, with the version that stands now (the
 * Beijing day it came into force). The texts are in text.ts; whoever changes one gives it a new version, and everybody is asked again
 * at the next act that needs it. Source: 个人信息保护法 13-15 (consent, withdrawal), 28-29 (health asked for separately).
 */
export const matters = {
  privacy: { title: '隐私说明', version: '2026-11-26' },
  health: { title: '拿药记录说明', version: '2026-11-26' },
  phone: { title: '电话给家里看的说明', version: '2026-11-26' },
  pledge: { title: '帮忙约定', version: '2026-11-26' },
} as const
export type Matter = keyof typeof matters
export const matterNames = Object.keys(matters) as Matter[]

/** One thing a person agreed to, when, and which text he had read; withdrawn, it stays written down. Moments in epoch ms. */
export const Consent = z.object({
  what: z.string(),
  version: z.string(),
  at: z.number(),
  withdrawnAt: z.optional(z.number()),
})
export type Consent = z.infer<typeof Consent>

/** What is ticked along with an act, each with the version of the text that was to be read there. */
export const Agreed = z
  .array(
    z.strictObject({
      what: z.enum(matterNames),
      version: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, '说明的版本不对')),
    }),
  )
  .check(z.maxLength(matterNames.length))
export type Agreed = z.infer<typeof Agreed>

interface Agreeing {
  consents?: readonly Consent[] | undefined
}

/** The consent that stands: to the version of now, and not withdrawn. */
export function standingConsent({ consents = [] }: Agreeing, what: string): Consent | undefined {
  const version = isKeyOf(matters, what) ? matters[what].version : undefined
  return consents.find(one => one.what === what && one.version === version && one.withdrawnAt === undefined)
}

/** True when this person has agreed to this as it reads now. */
export const agreed = (person: Agreeing, what: string): boolean => standingConsent(person, what) !== undefined

/** True for who agreed to this once, took it back and has not agreed again. */
export function tookBack({ consents = [] }: Agreeing, what: string): boolean {
  const all = consents.filter(one => one.what === what)
  return all.length > 0 && all.every(one => one.withdrawnAt !== undefined)
}

/** Of what an act needs, what this person is still to be asked. */
export const lacking = (person: Agreeing, needed: readonly Matter[]): Matter[] =>
  needed.filter(what => !agreed(person, what))

/** 收回: the consents as they are once he has withdrawn this one; all of it, also what two taps at once wrote twice. */
export const withdrawn = ({ consents = [] }: Agreeing, what: string, at: number): Consent[] =>
  consents.map(one => (one.what === what && one.withdrawnAt === undefined ? { ...one, withdrawnAt: at } : one))

/** What the phone sends for what was ticked: the versions whose texts it has. */
export const ticked = (what: readonly Matter[]): Agreed =>
  what.map(name => ({ what: name, version: matters[name].version }))

/**
 * What an act adds to the consents of whoever does it: nothing where all stands already, and nothing that the act does not need.
 * @throws AGREE_FIRST when something needed neither stands nor was ticked as it reads now
 */
export function newConsents(
  person: Agreeing,
  needed: readonly Matter[],
  said: Agreed | undefined,
  at: number,
): Consent[] {
  return lacking(person, needed).map(what => {
    const { version } = matters[what]
    if (!said?.some(one => one.what === what && one.version === version)) throw new Failure('AGREE_FIRST')
    return { what, version, at }
  })
}
