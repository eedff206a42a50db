import { minuteMs } from '../time'
import * as z from '../zod'

/** A code shown on a rider's own phone is good for so long: a picture of it that was sent on is not. */
export const shownLastsMs = 10 * minuteMs

/** The page behind a badge; anybody may open it. */
export const badgePage = 'pages/rider/check/index'

/** What stands in a badge's code: made by chance in the cloud, too long to be guessed. */
export const BadgeCode = z.string().check(z.regex(/^[0-9a-f]{20}$/, '没认出这张工牌'))

/** The code in a scanned text, or in the page's own parameter. */
export const badgeCodeIn = (scanned: string): string | undefined =>
  /(?:^|[?&]scene=)([0-9a-f]{20})(?![\w%])/.exec(scanned)?.[1]

/** 车牌: of a car (贵B12345), or of an electric bicycle by its number; empty takes it away. */
export const Plate = z
  .string()
  .check(
    z.trim(),
    z.toUpperCase(),
    z.regex(/^$|^[\u4e00-\u9fa5]{0,3}[A-Z]?[·\s-]?[A-Z0-9]{4,8}$/, '车牌照着牌子写，像 贵B12345'),
  )

/** What a badge says to whoever holds his phone to it. */
export const Checked = z.object({
  /** `valid`: the community answers for him now. `expired`: the code was shown longer ago. `not`: it answers for nobody by it. */
  state: z.enum(['valid', 'expired', 'not']),
  name: z.optional(z.string()),
  trade: z.optional(z.string()),
  /** A link to his face, if he has one that others may see. */
  face: z.optional(z.string()),
  communities: z.optional(z.array(z.string())),
  /** A printed badge may be in other hands. */
  printed: z.optional(z.boolean()),
})
export type Checked = z.infer<typeof Checked>
