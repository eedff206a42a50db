import { useState } from 'react'
import { errand } from '@domain/errand'
import { photoPath } from '@domain/errand/photo'
import { type Errand, stillOpen } from '@domain/errand/record'
import { Revealed } from '@domain/household/revealed'
import { askedFor } from '@domain/template'
import * as z from '@domain/zod'
import type { ActingVerb, AnswerFor, ErrandActing, InputFor } from '@/components/ErrandActions'
import { Failure } from '@domain/failure'
import { wechat } from '@/wechat'
import { newName } from '@/wechat/name'
import { askToTell } from './ask-to-tell'
import { logFault } from './log'
import { useMe } from './me'
import { useCarried } from './outbox/use-outbox'
import { useNow } from './now'
import { type Action, useAction } from './use-action'

/** What goes with a tap and is not its input: who shows a group, and what an errand is called where a tap on it waits. */
interface About {
  group?: string
  title?: string
}

type Acts = {
  [V in ActingVerb]: Pick<Action<(typeof errand)[V]>, 'busy' | 'failure' | 'clear'> & {
    run(input: InputFor<V>, about: About): Promise<AnswerFor<V> | undefined>
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
    handBack: useCarried(errand.handBack),
    depart: useCarried(errand.depart),
    deliver: useCarried(errand.deliver),
    fail: useCarried(errand.fail),
    late: useAction(errand.late),
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
    recall: useAction(errand.recall),
    hasten: useAction(errand.hasten),
    ease: useAction(errand.ease),
    nameBackup: useAction(errand.nameBackup),
    standBy: useAction(errand.standBy),
    standDown: useAction(errand.standDown),
  }
  const all = Object.values(acts)
  const clear = () => {
    setPhotoFailure(undefined)
    for (const act of all) act.clear()
  }

  async function perform<V extends ActingVerb>(
    verb: V,
    input: InputFor<V>,
    title = '',
  ): Promise<AnswerFor<V> | undefined> {
    // Straight in the tap, and beside its work.
    if (verb === 'accept') void askToTell(askedFor.ride)
    clear()
    setAboutId(input.id)
    const answer = await acts[verb].run(input, { title })
    // A rider's number is dialled and not kept; a door is kept, so that it is looked at once.
    const isDoor = verb === 'reveal' && !('riderId' in input)
    if (isDoor && answer !== undefined) wechat.storage.set(shownName(input.id), answer)
    return answer
  }

  /** The camera, and what becomes of its photo; how it failed is said. */
  async function shooting(errandId: string, then: (kept: string) => Promise<string>): Promise<string | undefined> {
    clear()
    setAboutId(errandId)
    try {
      const kept = await wechat.takePhoto()
      return kept && (await then(kept))
    } catch (fault) {
      if (!(fault instanceof Failure)) logFault('photo', fault)
      setPhotoFailure(fault instanceof Failure ? fault : new Failure('BROKEN'))
      return undefined
    }
  }

  const takePhoto = (errandId: string) => shooting(errandId, async kept => kept)
  const uploadPhoto = (errandId: string) =>
    shooting(errandId, async kept => {
      const { fileId } = await wechat.sendPhoto(kept, photoPath(errandId, newName()))
      wechat.dropPhoto(kept)
      return fileId
    })

  const busy = all.some(act => act.busy)
  const failure = photoFailure ?? all.find(act => act.failure)?.failure
  return { me, now, perform, aboutId, busy, failure, clear, takePhoto, uploadPhoto, revealed, dial: wechat.phoneCall }
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
