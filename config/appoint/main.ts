import { randomUUID } from 'node:crypto'
import { Failure } from '../../domain/failure'
import { membership } from '../../domain/membership'
import { processEnv } from '../../local/cloud/functions/env'

/** Where the card of an invitation leads. */
const joinPage = '/pages/membership/join/index'

/**
 * Runs `membership.appoint` here, against a local cloud (`url`) or the environment whose keys the process has.
 * @throws Error with one sentence for people
 */
export async function appoint(said: unknown, url: string | undefined): Promise<object> {
  if (url !== undefined) Object.assign(process.env, processEnv(url), await clockOf(url))
  const input = membership.appoint.input.safeParse(said)
  if (!input.success) throw new Error(input.error.issues[0]?.message ?? 'the names are not as they should be')
  // Only now: what they import reads the environment.
  const { cloudActor } = await import('../../cloudfunctions/kernel/identify')
  const operation = await import('../../cloudfunctions/membership/appoint')
  try {
    const actor = cloudActor(membership.appoint, `clock.appoint.${randomUUID()}`)
    const { invitation, ...rest } = await operation.appoint(input.data, actor)
    if (!invitation) return rest
    const { id, code, until } = invitation
    return { ...rest, path: `${joinPage}?id=${id}`, code, until: new Date(until).toISOString() }
  } catch (error) {
    throw error instanceof Failure ? new Error(error.sentence) : error
  }
}

/** The local cloud's clock may have been moved. */
async function clockOf(url: string): Promise<{ XINLIN_CLOCK_OFFSET_MS: string }> {
  const { now }: { now: number } = await (await fetch(`${url}/clock`)).json()
  return { XINLIN_CLOCK_OFFSET_MS: String(now - Date.now()) }
}
