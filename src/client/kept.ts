import { useCallback, useSyncExternalStore } from 'react'
import { phoneState } from '@/components/Screen/phone-state'
import { wechat } from '@/wechat'
import { listeners } from '@/wechat/listeners'

/** What was read from storage once, so that drawing does not read it again. */
const values = new Map<string, unknown>()
const changed = listeners<void>()

wechat.onPerson(() => {
  values.clear()
  changed.tell()
})

/** The value of `useKept`, outside of a screen. */
export function keptValue(name: string): unknown {
  if (!values.has(name)) values.set(name, wechat.storage.get(name))
  return values.get(name)
}

/** Keeps a value on this phone from outside of a screen; `undefined` removes it. */
export function keepValue(name: string, value: unknown): void {
  values.set(name, value)
  if (value === undefined) wechat.storage.remove(name)
  else phoneState.set({ full: !wechat.storage.set(name, value) })
  changed.tell()
}

/** Nothing that anybody left on this phone. */
export function forgetKept(): void {
  values.clear()
  wechat.storage.clear()
  changed.tell()
}

/** A value that stays on this phone, the same wherever it is used; `undefined` removes it. What is read is of unknown shape. */
export function useKept(name: string): [unknown, (value: unknown) => void] {
  const value = useSyncExternalStore(changed.add, () => keptValue(name))
  return [value, useCallback((next: unknown) => keepValue(name, next), [name])]
}
