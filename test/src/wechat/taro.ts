/** WeChat as a test plays it: what each of its functions does is told to it, and every call is remembered. */
type Api = (options: unknown) => unknown

export const calls: { name: string; options: unknown }[] = []
const apis = new Map<string, Api>()
/** What of WeChat is no function to be asked: `env`, `cloud`. */
const things = new Map<string, unknown>()

/** From now on this function of WeChat does this. */
export function plays(name: string, api: Api): void {
  apis.set(name, api)
}

/** WeChat has this, whatever is played. */
export function has(name: string, thing: unknown): void {
  things.set(name, thing)
}

/** WeChat says no, as it says it. */
export function refuses(name: string, fault: object): void {
  plays(name, () => Promise.reject(fault))
}

export function forget(): void {
  calls.length = 0
  apis.clear()
}

export const called = (name: string): unknown[] => calls.flatMap(call => (call.name === name ? [call.options] : []))

const taro = new Proxy(
  {},
  {
    get: (_, name) =>
      things.get(String(name)) ??
      ((options: unknown) => {
        calls.push({ name: String(name), options })
        return apis.get(String(name))?.(options)
      }),
  },
)
export default taro
