import { useSyncExternalStore } from 'react'
import { minuteMs } from '@domain/time'
import { listeners } from '@/wechat/listeners'

let skewMs = 0
let shown = Date.now()
const turned = listeners<void>()

/** The cloud's now, epoch ms: the phone's clock, set by every reply. */
export const now = (): number => Date.now() + skewMs

/** Sets our clock by a reply: `at` is the cloud's now, said somewhere between asking and hearing (both by the phone's own clock). */
export function setClock(at: number, askedAt: number, heardAt: number): void {
  // A whole number: a moment that the phone tells the cloud is one.
  skewMs = Math.round(at - (askedAt + heardAt) / 2)
  // Every sentence speaks of minutes, so that within one a reply draws nothing anew.
  if (Math.floor(at / minuteMs) === Math.floor(shown / minuteMs)) return
  shown = at
  turned.tell()
}

/** The cloud's now for drawing: it moves with what is loaded, to the minute, and never ticks by itself. */
export function useNow(): number {
  return useSyncExternalStore(turned.add, () => shown)
}
