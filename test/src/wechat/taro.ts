/** WeChat as a test plays it: what each of its functions does is told to it, and every call is remembered. */
type Api = (options: unknown) => unknown

export const calls: { name: string; options: unknown }[] = []
const apis = new Map<string, Api>()

/** From now on this function of WeChat does this. */
export function plays(name: string, api: Api): void {
  apis.set(name, api)
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
    get: (_, name) => (options: unknown) => {
      calls.push({ name: String(name), options })
      return apis.get(String(name))?.(options)
    },
  },
)
export default taro
