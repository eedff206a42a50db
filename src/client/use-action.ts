import { useRef, useState } from 'react'
import { Failure } from '@domain/failure'
import type { InputOf, Operation } from '@domain/operation'
import { askAgainIn } from './asking'
import { type Answer, call } from './call'
import { forget, keyOf } from './intents'
import { heldMe } from './me'

/** Something a person can do. */
export interface Action<R extends Operation> {
  /** Does it; nothing comes back when it failed (see `failure`) or when it is already being done. Never throws. */
  run(input: InputOf<R>, proof?: { group?: string }): Promise<Answer<R> | undefined>
  /** From the tap until the screen shows what came of it. */
  busy: boolean
  failure?: Failure
  /** Puts the failure away. */
  clear(): void
}

/** After these somebody else was first: the screen is old. */
const overtaken: readonly string[] = [
  'WRONG_STATE',
  'STALE',
  'TAKEN',
  'NOT_FOUND',
  'RIDER_GONE',
  'FORBIDDEN',
  'ALREADY_APPLIED',
]

/**
 * A row as something to tap: one key for one intent, a double tap is one call, and afterwards the screen asks again. `also`: other areas than
 * the row's own that show what it changes.
 */
export function useAction<R extends Operation>(row: R, also: readonly string[] = []): Action<R> {
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()

  function finish(): void {
    running.current = false
    setBusy(false)
  }

  /** The button stays busy until the screen is new: an old button is not to be tapped again. */
  async function refresh(meBefore: string | undefined): Promise<void> {
    await askAgainIn([row.area, ...also, ...(heldMe()?.rev === meBefore ? [] : ['people'])])
    finish()
  }

  async function run(input: InputOf<R>, proof: { group?: string } = {}): Promise<Answer<R> | undefined> {
    if (running.current) return undefined
    running.current = true
    setBusy(true)
    setFailure(undefined)
    const intent = `${row.area}.${row.verb} ${JSON.stringify(input)}`
    const meBefore = heldMe()?.rev
    try {
      const answer = await call(row, input, { key: keyOf(intent), ...proof })
      forget(intent)
      void refresh(meBefore)
      return answer
    } catch (fault) {
      const failed = fault instanceof Failure ? fault : new Failure('BROKEN')
      if (failed.code === 'KEY_REUSED') forget(intent)
      setFailure(failed)
      if (overtaken.includes(failed.code)) void refresh(meBefore)
      else finish()
      return undefined
    }
  }

  return { run, busy, failure, clear: () => setFailure(undefined) }
}
