import { useEffect, useState } from 'react'
import { Errand, isInHand } from '@domain/errand/record'
import type { Failure } from '@domain/failure'
import { dayMs } from '@domain/time'
import * as z from '@domain/zod'
import { wechat } from '@/wechat'
import { isLost } from './call'
import { keepValue, keptValue } from './kept'
import { heldMe } from './me'
import { now } from './now'

const name = 'in-hand'

/** 手上的 as the cloud told it last: what sight.ts gives the rider while he carries it, and so neither door nor phone. */
const Kept = z.object({ personId: z.string(), at: z.number(), rows: z.array(Errand) })
type Kept = z.infer<typeof Kept>

const isMine = (errand: Errand): boolean => errand.my.includes('rider') && isInHand(errand)

/** What is no longer in hand is no longer here: it goes with the first answer that says so. */
function keep(told: readonly Errand[]): void {
  const rows = told.filter(isMine)
  const personId = heldMe()?.id
  if (personId && rows.length > 0) keepValue(name, { personId, at: now(), rows } satisfies Kept)
  else if (keptValue(name) !== undefined) keepValue(name, undefined)
}

/** A day old it is of no use: what is done to it would not be believed (happened.ts). */
const isOld = ({ at }: Kept): boolean => now() - at >= dayMs

const stored = (): Kept | undefined => z.safeParse(Kept, keptValue(name)).data

/** What whoever holds this phone carried when the cloud was last heard. */
function keptInHand(): Kept | undefined {
  const kept = stored()
  return kept && kept.personId === heldMe()?.id && !isOld(kept) ? kept : undefined
}

/** Of a rider whom nobody asks any more nothing stays either. */
function dropOld(): void {
  const kept = stored()
  if (kept && isOld(kept)) keepValue(name, undefined)
}

dropOld()
wechat.onPerson(dropOld)

/** 手上的 as this phone kept it, while the cloud cannot be asked: an app opened in a basement shows what its rider carries. */
export function useInHandBefore(told: unknown, failure: Failure | undefined): Kept | undefined {
  // While it is asked once more there is no failure, and what stands there stands.
  const [last, setLast] = useState(failure)
  if (failure && failure !== last) setLast(failure)
  return !told && isLost(failure ?? last) ? keptInHand() : undefined
}

/** The same on the page that asks for it, which keeps it from each answer. */
export function useInHand(told: readonly Errand[] | undefined, failure: Failure | undefined): Kept | undefined {
  useEffect(() => {
    if (failure?.code === 'FORBIDDEN') keep([])
    else if (told && !failure) keep(told)
  }, [told, failure])
  return useInHandBefore(told, failure)
}
