import { useSyncExternalStore } from 'react'
import { minuteMs } from '@domain/time'
import { wechat } from '@/wechat'
import { listeners } from '@/wechat/listeners'

/** Kept on the phone: where it is opened without a network, its clock is still as wrong as it was. */
const kept = 'skew'

let skewMs = 0
let keptMs = 0
let shown = Date.now()
const turned = listeners<void>()

function recall(): void {
  const said = wechat.storage.get(kept)
  if (typeof said !== 'number') return
  keptMs = said
  turn(said, Date.now() + said)
}

/** Every sentence speaks of minutes, so that within one a reply draws nothing anew. */
function turn(nextMs: number, at: number): void {
  skewMs = nextMs
  if (Math.floor(at / minuteMs) === Math.floor(shown / minuteMs)) return
  shown = at
  turned.tell()
}

/** The cloud's now, epoch ms: the phone's clock, set by every reply. */
export const now = (): number => Date.now() + skewMs

/** Sets our clock by a reply: `at` is the cloud's now, said somewhere between asking and hearing (both by the phone's own clock). */
export function setClock(at: number, askedAt: number, heardAt: number): void {
  // A whole number: a moment that the phone tells the cloud is one.
  turn(Math.round(at - (askedAt + heardAt) / 2), at)
  if (Math.abs(skewMs - keptMs) < minuteMs) return
  keptMs = skewMs
  wechat.storage.set(kept, skewMs)
}

recall()
wechat.onPerson(recall)

/** The cloud's now for drawing: it moves with what is loaded, to the minute, and never ticks by itself. */
export function useNow(): number {
  return useSyncExternalStore(turned.add, () => shown)
}
