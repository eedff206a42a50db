import * as z from '../../domain/zod'
import type { Cloud } from '../cloud/index'

const Reply = z.object({ ok: z.boolean(), data: z.optional(z.unknown()) })

/** The part of an operation that asking needs. */
interface Question<S extends z.ZodMiniType> {
  area: string
  verb: string
  output: { schema: S }
}

/**
 * Asks the product what it would tell this person, through the same door as a phone. The stage reads nothing but by this.
 * @returns what the operation gives, or undefined when it refuses or has nothing
 */
export async function ask<S extends z.ZodMiniType>(
  cloud: Cloud,
  openid: string,
  { area, verb, output }: Question<S>,
  input: Record<string, unknown>,
): Promise<z.infer<S> | undefined> {
  const reply = z.safeParse(Reply, await cloud.call(area, openid, { verb, input }).catch(() => undefined))
  if (!reply.success || !reply.data.ok) return undefined
  const read = z.safeParse(output.schema, reply.data.data)
  return read.success ? read.data : undefined
}
