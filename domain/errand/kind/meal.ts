import * as z from '../../zod'

/** 从哪儿: the canteen, a shop where it is ordered and paid, the family's own kitchen. */
export const mealSources = { canteen: '社区食堂', shop: '店里已下好单', home: '家里做好' } as const
/** 口味: what an old stomach asks for; chosen, never typed. */
export const tastes = { lessSalt: '少盐', softer: '软一点', lessSugar: '少糖' } as const

export type MealSource = keyof typeof mealSources
export type Taste = keyof typeof tastes
export const mealSourceNames = Object.keys(mealSources) as MealSource[]
export const tasteNames = Object.keys(tastes) as Taste[]

/** 送饭, as it is read: also with a source or a taste of a newer cloud. */
export const Meal = z.object({ source: z.string(), tastes: z.optional(z.array(z.string())) })
export type Meal = z.infer<typeof Meal>
