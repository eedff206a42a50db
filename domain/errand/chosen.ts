import { wordOf } from '../rider/words'
import * as z from '../zod'

/** 为什么是他: what the desk taps when it chooses another than the first that was suggested. */
export const becauses = {
  knows: '我知道他更合适',
  saidFree: '他自己说有空',
  family: '家里要他',
  other: '别的',
} as const
export type Because = keyof typeof becauses
export const becauseNames = Object.keys(becauses) as Because[]

/** 今天来不了: why, for the desk alone. */
export const absences = { ill: '身体不舒服', home: '家里有事', wheels: '车坏了', other: '别的' } as const
export type Absence = keyof typeof absences
export const absenceNames = Object.keys(absences) as Absence[]

/** As many of those suggested as are written down. */
export const mostShown = 10

/** 选了谁: one choice of the desk as it stays with the errand, for the desk alone. Without `riderId` it went to everybody or back to the desk. */
export const Choice = z.object({
  at: z.number(),
  shown: z.array(z.string()),
  riderId: z.optional(z.string()),
  because: z.optional(z.string()),
  /** Why who had it before could not. */
  absent: z.optional(z.string()),
})
export type Choice = z.infer<typeof Choice>

/** Whom 一起派 proposes for an errand, and whom the desk is shown with him, in that order. */
export const Proposed = z.object({
  riderId: z.string(),
  name: z.string(),
  reasons: z.array(z.string()),
  shown: z.array(z.string()),
})
export type Proposed = z.infer<typeof Proposed>

/** What the desk reads of an errand about who was chosen, who said no to it, and who is proposed. */
export const chosen = {
  choices: z.optional(z.array(Choice)),
  saidNo: z.optional(z.array(z.string())),
  /** Worked out when it is asked for; never stored. */
  proposed: z.optional(Proposed),
} as const

type Shown = { shown?: readonly string[] | undefined; because?: string | undefined; absent?: string | undefined }

/** True when a reason is wanted: somebody stood before him in what the desk was shown. */
export const needsBecause = (riderId: string | undefined, { shown = [], because, absent }: Shown): boolean =>
  riderId !== undefined && shown.length > 0 && shown[0] !== riderId && because === undefined && absent === undefined

const whys: Readonly<Record<string, string>> = { ...becauses, agreed: '他电话里答应了' }

/** 为什么是他, as the desk reads it later: `选的不是排第一的：家里要他`, `排第一的`, `来不了：车坏了`. */
export function choiceWords({ shown, riderId, because, absent }: Choice): string {
  if (absent) return `来不了：${wordOf(absences, absent)}`
  if (riderId === undefined) return '放给大家'
  const place = shown.indexOf(riderId)
  const why = because && wordOf(whys, because)
  if (place === 0) return why ? `排第一的，${why}` : '排第一的'
  return `${place === -1 ? '没推荐的' : `排第 ${place + 1} 的`}${why ? `，${why}` : ''}`
}
