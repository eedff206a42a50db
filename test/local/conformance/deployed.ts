import type { CloudFunction } from '../../../local/cloud/index'
import type { Sdk } from './sdk'

/** The functions that the cases call by name, for a ground that can deploy them. */
export function deployed(sdk: Sdk): Record<string, CloudFunction> {
  return {
    echo: async event => event,
    kind: async event => typeof event,
    nothing: async () => undefined,
    whoami: async () => sdk.getWXContext(),
    outer: async () => (await sdk.callFunction({ name: 'whoami' })).result,
    through: async event => {
      const { left }: { left: number } = Object(event)
      return left === 0 ? 0 : (await sdk.callFunction({ name: 'through', data: { left: left - 1 } })).result
    },
    broken: async () => {
      throw new Error('the kettle is broken')
    },
    big: async () => 'x'.repeat(1024 * 1024),
  }
}
