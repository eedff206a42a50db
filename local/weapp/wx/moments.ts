type Listener = (event: unknown) => void

const moments = ['Error', 'PageNotFound', 'UnhandledRejection'] as const

/** What an app hears of. */
export type Moment = (typeof moments)[number]

/** wx.onError, wx.onPageNotFound … and their `off`. */
export function openMoments() {
  const listeners = new Map<Moment, Set<Listener>>(moments.map(moment => [moment, new Set()]))
  const api: Record<string, (listener: Listener) => void> = {}
  for (const [moment, held] of listeners) {
    api[`on${moment}`] = listener => void held.add(listener)
    api[`off${moment}`] = listener => void held.delete(listener)
  }
  return {
    api,
    tell(moment: Moment, event: unknown): void {
      for (const listener of listeners.get(moment) ?? []) listener(event)
    },
  }
}
