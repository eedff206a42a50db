import * as z from '../../zod'

export const parcelWays = { fetch: '取快递', send: '寄快递' } as const
export type ParcelWay = keyof typeof parcelWays
export const parcelWayNames = Object.keys(parcelWays) as ParcelWay[]

/** 取寄快递. */
export const Parcel = z.object({ way: z.string() })
export type Parcel = z.infer<typeof Parcel>
