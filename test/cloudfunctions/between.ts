import { refusal, type Town } from './town'

/**
 * Does one thing while the first waits at its nth request.
 * @param first what is tapped, an operation of `fn`
 * @returns how the first ended, or nothing when it makes no so many requests
 */
export async function between(
  { cloud }: Town,
  { fn, verb, nth }: { fn: string; verb: string; nth: number },
  first: () => Promise<unknown>,
  then: () => Promise<unknown>,
): Promise<string | undefined> {
  cloud.resetStats()
  cloud.faults.add({ on: 'request', fn, verb, nth, fault: { kind: 'hold' } })
  const now = { isOver: false }
  const done = refusal(first()).finally(() => (now.isOver = true))
  const isHeld = () => Object.keys(cloud.stats().faults).length > 0
  while (!isHeld() && !now.isOver) await new Promise(setImmediate)
  const held = isHeld()
  if (held) await then()
  cloud.faults.clear()
  const ended = await done
  return held ? ended : undefined
}
