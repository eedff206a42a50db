import { useSyncExternalStore } from 'react'

/** 标准, 大, 特大: what every size of text is multiplied by. */
export type TextScale = 1 | 1.2 | 1.4

/** The words on the 字 button, in its order. */
export const textScales: readonly { scale: TextScale; name: string }[] = [
  { scale: 1, name: '标准' },
  { scale: 1.2, name: '大' },
  { scale: 1.4, name: '特大' },
]

let current: TextScale = 1
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function set(scale: TextScale): void {
  current = scale
  for (const listener of listeners) listener()
}

let read = (): TextScale => current

/**
 * 字号 of the whole phone; every `Screen` follows. Who knows WeChat's font setting, or the person's choice, says by `follows` how it is read,
 * and each screen reads it again when it is shown: WeChat tells nobody of a change.
 */
export const textSize = {
  get: () => current,
  set,
  subscribe,
  follows(source: () => TextScale): void {
    read = source
    set(read())
  },
  refresh: () => set(read()),
}

/** The nearest of our scales to what WeChat reports (`fontSizeScaleFactor`). */
export function nearestScale(factor: number): TextScale {
  if (factor >= 1.3) return 1.4
  return factor >= 1.1 ? 1.2 : 1
}

export const useTextScale = (): TextScale => useSyncExternalStore(subscribe, textSize.get)
