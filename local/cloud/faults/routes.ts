import * as z from '../../../domain/zod'
import { messageOf, refusal } from '../codes'
import { bodyOf, sendFailure, sendJson, type Route } from '../gateway/http'
import type { Faults } from './faults'
import { FaultRule } from './rule'

const Asked = z.union([
  z.strictObject({ add: FaultRule }),
  z.strictObject({ clear: z.literal(true) }),
  z.strictObject({ release: z.literal(true) }),
])

const mostBytes = 10_000

/** GET /faults: the rules that stand; POST /faults `{ add: rule }`, `{ clear: true }` or `{ release: true }`. */
export function faultsRoute(faults: Faults): Route {
  return async (request, response, url) => {
    if (url.pathname !== '/faults') return false
    if (request.method === 'POST') {
      try {
        perform(faults, Asked.parse(JSON.parse((await bodyOf(request, mostBytes)).toString('utf8'))))
      } catch (error) {
        return sendFailure(response, refusal('INVALID_PARAM', messageOf(error)), 400)
      }
    }
    return sendJson(response, { rules: faults.rules() })
  }
}

function perform(faults: Faults, asked: z.infer<typeof Asked>): void {
  if ('add' in asked) faults.add(asked.add)
  else if ('clear' in asked) faults.clear()
  else faults.release()
}
