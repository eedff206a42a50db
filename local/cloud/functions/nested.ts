import { refuse } from '../codes'
import type { Family } from '../gateway/admin'
import { limits } from '../limits'
import type { Invoker } from './invoke'

/** functions.invokeFunction: a function that calls another does so for its own caller. */
export function nestedCalls(invoker: Invoker): Family {
  return async (action, request, session) => {
    if (action !== 'functions.invokeFunction') return refuse('NOT_EMULATED', `the action ${action} is not emulated`)
    const caller = session?.caller ?? { openid: null, source: '' }
    const event: unknown = JSON.parse(String(request['request_data'] || '{}'))
    const source = caller.source === '' ? 'scf' : `${caller.source},scf`
    // Each call waits in an instance of its own: one that calls itself without end would never leave any for others.
    if (source.split(',').length > limits.nested + 1)
      refuse('NOT_EMULATED', `calls nested more than ${limits.nested} deep are not emulated`)
    const result = await invoker.invoke(String(request['function_name']), { openid: caller.openid, source }, event)
    return { data: { response_data: JSON.stringify(result ?? null) } }
  }
}
