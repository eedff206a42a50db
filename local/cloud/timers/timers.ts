import type { Clock } from '../clock'
import { messageOf } from '../codes'
import { nextRing, readCron, type Cron } from './cron'
import type { Runner } from '../functions/runner'

interface Timer {
  fn: string
  cron: Cron
  next: number | undefined
  ringing: boolean
}

/** How often the product's clock is looked at. */
const lookMs = 500

/**
 * 定时触发器: rings the timers of config.json when the product's clock says so; never the same one twice at a time. A clock that was
 * moved over several rings rings once, and a clock that was set back is believed.
 * @param everyMs rings every timer at this pace instead: for the stage, and not what the platform does
 * @returns how to stop
 */
export function startTimers(
  runner: Runner,
  clock: Clock,
  trigger: (fn: string) => Promise<unknown>,
  everyMs?: number,
): () => void {
  let seen = clock.now()
  const timers = timersOf(runner, seen)

  function ring(timer: Timer): void {
    if (timer.ringing) return
    timer.ringing = true
    trigger(timer.fn)
      .catch((error: unknown) =>
        process.stderr.write(`local cloud: the timer of ${timer.fn} failed: ${messageOf(error)}\n`),
      )
      .finally(() => (timer.ringing = false))
  }

  function look(): void {
    const now = clock.now()
    for (const timer of timers) {
      if (now < seen) timer.next = nextRing(timer.cron, now)
      if (everyMs === undefined && (timer.next === undefined || timer.next > now)) continue
      ring(timer)
      timer.next = nextRing(timer.cron, now)
    }
    seen = now
  }

  const interval = setInterval(look, everyMs ?? lookMs)
  interval.unref()
  return () => clearInterval(interval)
}

/** The timers of all functions; their schedules were read when the functions were. */
function timersOf(runner: Runner, now: number): Timer[] {
  return runner.names().flatMap(fn =>
    (runner.config(fn)?.triggers ?? []).map(({ config }) => {
      const cron = readCron(config)
      return { fn, cron, next: nextRing(cron, now), ringing: false }
    }),
  )
}
