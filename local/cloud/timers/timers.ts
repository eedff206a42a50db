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

/** How often the platform runs a timer again whose run has failed (facts/cloudbase.md 9.3). */
const mostRetries = 2

/**
 * 定时触发器: rings the timers of config.json when the product's clock says so; never the same one twice at a time. A clock that was
 * moved over several rings rings once, and a clock that was set back is believed. A run that fails is tried again, twice at most.
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

  async function ring(timer: Timer): Promise<void> {
    if (timer.ringing) return
    timer.ringing = true
    for (let run = 0; run <= mostRetries; run++) {
      try {
        await trigger(timer.fn)
        break
      } catch (error) {
        process.stderr.write(`local cloud: the timer of ${timer.fn} failed: ${messageOf(error)}\n`)
      }
    }
    timer.ringing = false
  }

  function look(): void {
    const now = clock.now()
    for (const timer of timers) {
      if (now < seen) timer.next = nextRing(timer.cron, now)
      if (everyMs === undefined && (timer.next === undefined || timer.next > now)) continue
      void ring(timer)
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
