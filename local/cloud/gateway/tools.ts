import type { Clock } from '../clock'
import { refusal } from '../codes'
import type { Faults } from '../faults/faults'
import { faultsRoute } from '../faults/routes'
import { behind, bodyOf, sendFailure, sendJson, type Route } from './http'
import type { Cloud } from '../options'
import type { Counter } from '../stats'

/** GET /stats; POST /stats starts counting anew. */
export function statsRoute(counter: Counter): Route {
  return async (request, response, url) => {
    if (url.pathname !== '/stats') return false
    if (request.method === 'POST') counter.reset()
    return sendJson(response, counter.read())
  }
}

/** For tools on this machine: GET and POST /clock, POST /trigger/<function>?times=, and /faults. */
export function tools(clock: Clock, trigger: Cloud['trigger'], faults: Faults): Route[] {
  return [
    faultsRoute(faults),
    async (request, response, url) => {
      if (url.pathname !== '/clock') return false
      if (request.method === 'POST') {
        const asked: unknown = JSON.parse((await bodyOf(request, 1000)).toString('utf8'))
        const set = fieldOf(asked, 'set')
        const advanceMs = fieldOf(asked, 'advanceMs')
        if (set !== undefined) clock.set(set)
        else if (advanceMs !== undefined && advanceMs >= 0) clock.advance(advanceMs)
        else
          return sendFailure(response, refusal('INVALID_PARAM', 'say { set: epochMs } or { advanceMs }, forward'), 400)
      }
      return sendJson(response, { now: clock.now(), offsetMs: clock.offsetMs() })
    },
    async (request, response, url) => {
      const fn = behind('/trigger/', url)
      if (fn === undefined || request.method !== 'POST') return false
      try {
        const times = url.searchParams.get('times')
        const most = Math.min(Number(times), 100)
        return sendJson(response, { result: (await trigger(fn, times ? { times: most } : {})) ?? null })
      } catch (error) {
        return sendFailure(response, error)
      }
    },
  ]
}

function fieldOf(value: unknown, field: string): number | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}
