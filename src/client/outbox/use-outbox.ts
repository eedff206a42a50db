import { useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { Failure } from '@domain/failure'
import { photoPath } from '@domain/errand/photo'
import type { InputOf, Moved, Operation } from '@domain/operation'
import { newName } from '@/wechat/name'
import { newKey } from '../call'
import { useKept } from '../kept'
import { heldMe } from '../me'
import { now } from '../now'
import { done, myTaps, putAway, send } from './outbox'
import type { Tap } from './tap'

/** What whoever holds this phone has done and the cloud has not heard of, or would not have. */
export function useOutbox(): { taps: readonly Tap[]; read: (key: string) => void; again: () => Promise<void> } {
  useKept('outbox')
  useDidShow(() => void send())
  return { taps: myTaps(), read: putAway, again: send }
}

/** An errand itself, or something about one. */
interface OfErrand {
  id?: string
  errandId?: string
  photo?: string | undefined
}

/** Something that may be done without a network. */
export interface Carried<R extends Operation> {
  /**
   * Does it, or keeps it for later: then `rev` is the key of the tap that waits. Nothing comes back when the cloud would not have it.
   * `title`: of its errand.
   */
  run(input: InputOf<R> & OfErrand, about: { title?: string }): Promise<Moved | undefined>
  busy: boolean
  failure?: Failure
  clear(): void
}

/** A row of the outbox as something to tap. A `photo` is one that lies on this phone (wechat.takePhoto). */
export function useCarried<R extends Operation>(row: R): Carried<R> {
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  async function run(input: InputOf<R> & OfErrand, { title = '' }: { title?: string }) {
    if (running.current) return undefined
    running.current = true
    setBusy(true)
    setFailure(undefined)
    const tap = tapOf(row, input, title)
    try {
      const moved = await done(tap)
      return moved ?? { id: tap.errandId, state: row.moves?.to ?? '', rev: tap.key, at: tap.at }
    } catch (fault) {
      setFailure(fault instanceof Failure ? fault : new Failure('BROKEN'))
      return undefined
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { run, busy, failure, clear: () => setFailure(undefined) }
}

function tapOf(row: Operation, input: OfErrand, title: string): Tap {
  const { photo, ...said } = input
  const at = now()
  const errandId = input.errandId ?? input.id ?? ''
  return {
    key: newKey(),
    verb: row.verb,
    errandId,
    personId: heldMe()?.id ?? '',
    title,
    at,
    input: { ...said, happenedAt: at },
    ...(photo !== undefined && { photo: { kept: photo, path: photoPath(errandId, newName()) } }),
  }
}
