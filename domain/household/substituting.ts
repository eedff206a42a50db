import { area, Id, moved, OnlyId, plain, type Table } from '../operation'
import { Day } from '../recurring/day'
import * as z from '../zod'

/** named: for that day · ended: taken back, the regular one comes after all. */
export type SubstituteState = 'named' | 'ended'

/** 替一天: who comes instead of the regular rider on one day, and whom he stands in for. */
export const Substitute = z.object({
  id: z.string(),
  on: z.string(),
  riderName: z.string(),
  regularRider: z.optional(z.string()),
  /** Who had accepted an errand of that day and goes all the same. */
  keptBy: z.optional(z.string()),
})
export type Substitute = z.infer<typeof Substitute>

/** A record as stored: one household, one day. */
export interface SubstituteRecord extends Omit<Substitute, 'id' | 'keptBy'> {
  householdId: string
  riderId: string
  regularRiderId?: string
  by: string
  inboxOf: string[]
  /** When the day is over, epoch ms. */
  endsAt: number
}

/** So many days may be named at once. */
export const mostDays = 31

/** 替一天: for days, never for good. Whoever comes as a rule is written down elsewhere, and stays. */
export const substituting = area('household', {
  substitute: {
    by: ['dispatcher'],
    moves: { from: ['named', 'ended'], to: 'named' },
    input: z.strictObject({ id: Id, riderId: Id, on: z.array(Day).check(z.minLength(1), z.maxLength(mostDays)) }),
    output: moved,
  },
  substitutes: {
    by: ['resident', 'dispatcher'],
    own: ['family'],
    input: OnlyId,
    output: plain(z.object({ rows: z.array(Substitute) })),
  },
  /** 不用替了: of one day. */
  unsubstitute: {
    by: ['dispatcher'],
    moves: { from: ['named'], to: 'ended' },
    input: z.strictObject({ id: Id, on: Day }),
    output: moved,
  },
} satisfies Table<SubstituteState>)

/** What the day's errands, the regular rider, whoever stands in, and the family are told. */
export const substituteWords = {
  regular: (who: string, day: string, whom: string) => `${day}由${who}替您去${whom}家，您歇一天`,
  /** To whom has accepted something of that day already. */
  kept: (who: string, day: string) => `${day}由${who}替您，您已经答应的那单还是您去，去不了就转回社区`,
  substitute: (who: string, day: string, whom: string) => `${day}请您替${who}去${whom}家`,
  family: (who: string, day: string) => `${day}由${who}替一天`,
  ended: (who: string, day: string) => `${day}不用${who}替了，照常`,
} as const
