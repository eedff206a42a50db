import { minuteMs } from '@domain/time'
import { leftBefore, remove } from '../kernel/leaving'
import type { Person } from '../kernel/people'
import { forget } from './forget'

/** No warm instance remembers a person for longer than one minute. */
const rememberedMs = 2 * minuteMs

/** Who left a while ago and is still written down. */
export const leavers = (now: number): Promise<Person[]> => leftBefore(now - rememberedMs)

/** What was written by him or about him until everybody knew goes too, and then he himself; not before nothing of him is left. */
export async function finish(person: Person): Promise<boolean> {
  const left = await forget(person)
  if (left === 0) await remove(person)
  return left === 0
}
