import * as z from '../../zod'

export const parcelWays = { fetch: '取快递', send: '寄快递' } as const
export type ParcelWay = keyof typeof parcelWays
export const parcelWayNames = Object.keys(parcelWays) as ParcelWay[]

/** 寄: it is fetched at the door and taken to the station. Told by its one line, which whoever is asked reads too. */
export const isSent = ({ kind, what }: { kind?: string; what?: string | undefined }): boolean =>
  kind === 'parcel' && what === parcelWays.send

/** 取寄快递. */
export const Parcel = z.object({ way: z.string() })
export type Parcel = z.infer<typeof Parcel>
