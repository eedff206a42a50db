import { useSyncExternalStore } from 'react'
import { Me, Membership, nobody } from '@domain/role'
import * as z from '@domain/zod'
import { wechat } from '@/wechat'
import { listeners } from '@/wechat/listeners'

/** Kept on the phone, so that the next start need not ask who this is before it asks for anything else. */
const kept = 'me'

let held: Me | undefined
const changed = listeners<void>()

/** Reads a person; a membership in a role that this phone does not know yet is left out, the rest still holds. */
function readMe(said: unknown): Me | undefined {
  if (typeof said !== 'object' || said === null) return undefined
  const all: unknown = 'memberships' in said ? said.memberships : undefined
  const memberships = Array.isArray(all) ? all.filter(one => z.safeParse(Membership, one).success) : all
  const me = z.safeParse(Me, { ...said, memberships })
  return me.success ? me.data : undefined
}

function recall(): void {
  if (held) return
  held = readMe(wechat.storage.get(kept))
  if (held) changed.tell()
}

recall()
wechat.onPerson(recall)

/** The person as the cloud last told it; nothing before it did. */
export const heldMe = (): Me | undefined => held

/** Takes what a reply says of the person. */
export function meet(said: unknown): void {
  const me = readMe(said)
  // Without what was said: it is somebody's name, households and areas.
  if (!me) return console.error('me: a person this phone cannot read')
  held = me
  wechat.storage.set(kept, me)
  changed.tell()
}

/** Who holds this phone; nobody until the cloud has said so. */
export function useMe(): Me {
  return useSyncExternalStore(changed.add, () => held ?? nobody)
}

/** Whether the cloud has said who this is: a guest is known, too. */
export function useKnown(): boolean {
  return useSyncExternalStore(changed.add, () => held !== undefined)
}
