import { useState } from 'react'
import { errand } from '@domain/errand'
import { photoNameOf } from '@domain/errand/photo'
import { type Errand, stillOpen } from '@domain/errand/record'
import { Revealed } from '@domain/household/revealed'
import { askedFor } from '@domain/template'
import * as z from '@domain/zod'
import type { ActingVerb, AnswerFor, ErrandActing, InputFor } from '@/components/ErrandActions'
import { Failure } from '@domain/failure'
import { wechat } from '@/wechat'
import { askToTell } from './ask-to-tell'
import { logFault } from './log'
import { useMe } from './me'
import { useNow } from './now'
import { type Action, useAction } from './use-action'

type Acts = {
  [V in ActingVerb]: Pick<Action<(typeof errand)[V]>, 'busy' | 'failure' | 'clear'> & {
    run(input: InputFor<V>): Promise<AnswerFor<V> | undefined>
  }
}

/** Everything that can be done to an errand, lent to `<ErrandActions>`; one write at a time, and its failure belongs to its errand. */
export function useErrandActions(): ErrandActing {
  const me = useMe()
  const now = useNow()
  const [aboutId, setAboutId] = useState<string>()
  const [photoFailure, setPhotoFailure] = useState<Failure>()
  const acts: Acts = {
    return: useAction(errand.return),
    amend: useAction(errand.amend),
    verify: useAction(errand.verify),
    dispatch: useAction(errand.dispatch),
    accept: useAction(errand.accept),
    agree: useAction(errand.agree),
    decline: useAction(errand.decline),
    reassign: useAction(errand.reassign),
    handBack: useAction(errand.handBack),
    depart: useAction(errand.depart),
    deliver: useAction(errand.deliver),
    fail: useAction(errand.fail),
    confirm: useAction(errand.confirm),
    dispute: useAction(errand.dispute),
    settle: useAction(errand.settle),
    giveUp: useAction(errand.giveUp),
    reopen: useAction(errand.reopen),
    cancel: useAction(errand.cancel),
    callOff: useAction(errand.callOff),
    reveal: useAction(errand.reveal),
    see: useAction(errand.see),
    bill: useAction(errand.bill),
    askMore: useAction(errand.askMore),
    allowMore: useAction(errand.allowMore),
    pay: useAction(errand.pay),
    receive: useAction(errand.receive),
  }
  const all = Object.values(acts)
  const clear = () => {
    setPhotoFailure(undefined)
    for (const act of all) act.clear()
  }

  async function perform<V extends ActingVerb>(verb: V, input: InputFor<V>): Promise<AnswerFor<V> | undefined> {
    // Straight in the tap, and beside its work.
    if (verb === 'accept') void askToTell(askedFor.ride)
    clear()
    setAboutId(input.id)
    const answer = await acts[verb].run(input)
    // A rider's number is dialled and not kept; a door is kept, so that it is looked at once.
    const isDoor = verb === 'reveal' && !('riderId' in input)
    if (isDoor && answer !== undefined) wechat.storage.set(shownName(input.id), answer)
    return answer
  }

  async function takePhoto(errandId: string): Promise<string | undefined> {
    clear()
    setAboutId(errandId)
    try {
      return (await wechat.photo(photoNameOf(errandId)))?.fileId
    } catch (fault) {
      if (!(fault instanceof Failure)) logFault('photo', fault)
      setPhotoFailure(fault instanceof Failure ? fault : new Failure('BROKEN'))
      return undefined
    }
  }

  const busy = all.some(act => act.busy)
  const failure = photoFailure ?? all.find(act => act.failure)?.failure
  return { me, now, perform, aboutId, busy, failure, clear, takePhoto, revealed, dial: wechat.phoneCall }
}

const shownName = (errandId: string): string => `revealed.${errandId}`
const openStates: readonly string[] = stillOpen

/** What `reveal` once gave for this errand; forgotten as soon as it is over for whoever holds the phone. */
function revealed({ id, state, householdId }: Errand): Revealed | undefined {
  if (!openStates.includes(state) || householdId === undefined) {
    wechat.storage.remove(shownName(id))
    return undefined
  }
  const kept = z.safeParse(Revealed, wechat.storage.get(shownName(id)))
  return kept.success ? kept.data : undefined
}
