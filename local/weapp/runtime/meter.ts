/** One setData: what crossed from the logic to the screen. */
export interface Crossing {
  route: string
  keys: string[]
  /** Of its JSON, in UTF-8. */
  bytes: number
}

/** What a step cost. */
export interface Reading {
  calls: number
  keys: number
  bytes: number
  crossings: Crossing[]
  /** Calls to the cloud, as `area.verb` or the function's name. */
  cloud: string[]
}

/** WeChat refuses more at once. */
const mostBytes = 1024 * 1024

/** Counts what a mini-program sends to its screen and to the cloud. */
export interface Meter {
  /** Puts the meter into the `setData` of a page or a component. */
  watch(instance: Record<string, unknown>, route: string): void
  called(what: string): void
  /** What came since the last reading. */
  read(): Reading
}

type SetData = (this: unknown, data: Record<string, unknown>, done?: () => void) => void
const isSetData = (value: unknown): value is SetData => typeof value === 'function'

/** Opens a meter; `failed` is told of what WeChat would refuse. */
export function openMeter(failed: (error: Error) => void): Meter {
  let crossings: Crossing[] = []
  let cloud: string[] = []
  return {
    called: what => void cloud.push(what),
    watch(instance, route) {
      const draw = instance['setData']
      if (!isSetData(draw)) return
      instance['setData'] = (data: Record<string, unknown>, done?: () => void) => {
        const text = JSON.stringify(data)
        const bytes = new TextEncoder().encode(text).length
        for (const key of Object.keys(data))
          if (data[key] === undefined) failed(new Error(`setData: "${key}" is undefined (${route})`))
        if (bytes > mostBytes) failed(new Error(`setData of ${bytes} bytes is more than 1 MB (${route})`))
        crossings.push({ route, keys: Object.keys(data), bytes })
        // The copy stands for the border between the two threads.
        draw.call(instance, JSON.parse(text), done)
      }
    },
    read() {
      const read = {
        calls: crossings.length,
        keys: crossings.reduce((sum, { keys }) => sum + keys.length, 0),
        bytes: crossings.reduce((sum, { bytes }) => sum + bytes, 0),
        crossings,
        cloud,
      }
      crossings = []
      cloud = []
      return read
    },
  }
}
