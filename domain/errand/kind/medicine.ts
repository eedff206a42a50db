import * as z from '../../zod'

/** All that is ever said of what is fetched: no name of a drug is written down, the pharmacy knows its number. */
export const medicineWords = '药'

/** 拿药: prescribed and paid for before anybody fetches it. */
export const Medicine = z.object({ paid: z.boolean() })
export type Medicine = z.infer<typeof Medicine>
