import * as z from './zod'

/** GCJ-02 degrees, as every WeChat map speaks. Converted at the border once; nothing inside sees another datum. */
export const Point = z.object({ lat: z.number(), lng: z.number() })
export type Point = z.infer<typeof Point>

/** One reading of the phone's location, taken on a tap. `accuracyMetres` as the phone says. */
export const Fix = z.strictObject({
  lat: z.number().check(z.gte(-90), z.lte(90)),
  lng: z.number().check(z.gte(-180), z.lte(180)),
  accuracyMetres: z.number().check(z.gte(0), z.lte(100_000)),
})
export type Fix = z.infer<typeof Fix>

const earthRadiusMetres = 6_371_000

/** Great-circle distance in metres (haversine). */
export function metresBetween(a: Point, b: Point): number {
  const radians = Math.PI / 180
  const lat = ((b.lat - a.lat) * radians) / 2
  const lng = ((b.lng - a.lng) * radians) / 2
  const h = Math.sin(lat) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(lng) ** 2
  return 2 * earthRadiusMetres * Math.asin(Math.sqrt(h))
}

/**
 * True when a fix proves presence: within the radius after up to 100 m of the phone's own doubt, and not vaguer than 500 m.
 * Source: facts/wechat-platform 5.3.
 */
export function isAt(place: Point, radiusMetres: number, fix: Fix): boolean {
  return fix.accuracyMetres <= 500 && metresBetween(place, fix) - Math.min(fix.accuracyMetres, 100) <= radiusMetres
}

/** 小区: a compound and its buildings, chosen, never typed. */
export const Compound = z.object({
  id: z.string(),
  name: z.string(),
  buildings: z.array(z.string()),
  hasLift: z.boolean(),
})
export type Compound = z.infer<typeof Compound>

/** 网格: a part of a community with its name; its buildings are named with their compound (金星小区 3号楼). */
export const Grid = z.object({ id: z.string(), name: z.string(), buildings: z.optional(z.array(z.string())) })
export type Grid = z.infer<typeof Grid>

/** What a rider must know of the stairs before he says yes: `有电梯`, `6 楼没电梯`, `1 楼`. */
export function stairsWords(floor: number, hasLift: boolean): string {
  if (hasLift) return '有电梯'
  return floor <= 1 ? '1 楼' : `${floor} 楼没电梯`
}
