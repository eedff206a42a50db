import type { Operation, InputOf, OutputOf } from '@domain/operation'
import type { errand } from '@domain/errand'
import type { Revealed } from '@domain/household/revealed'
import type { Errand } from '@domain/errand/record'
import type { Failure } from '@domain/failure'
import type { Me } from '@domain/role'

type Table = typeof errand

/**
 * Verbs that act on an errand that is already there: every writing row but `request`, which makes one, and `called`, which is about a notice,
 * `rise`, `release`, `widen` and `resume`, which are the clock's, `stop` and `goOn`, which are the whole community's, `card`, which goes with a share, `leave`, which goes with 注销, and what is done to several at once.
 */
export type ActingVerb = Exclude<
  { [V in keyof Table]: Table[V] extends { moves: object } | { changes: true } ? V : never }[keyof Table],
  | 'request'
  | 'called'
  | 'rise'
  | 'release'
  | 'widen'
  | 'takeOver'
  | 'remind'
  | 'resume'
  | 'stop'
  | 'goOn'
  | 'card'
  | 'leave'
  | 'dispatchMany'
  | 'relieve'
>

export type InputFor<V extends ActingVerb> = Table[V] extends Operation ? InputOf<Table[V]> : never
export type AnswerFor<V extends ActingVerb> = Table[V] extends Operation ? OutputOf<Table[V]> : never

/** Does one thing to an errand; answers nothing when it failed, and then `failure` says why. `title`: what it reads as where it waits for a network. */
export type Perform = <V extends ActingVerb>(
  verb: V,
  input: InputFor<V>,
  title?: string,
) => Promise<AnswerFor<V> | undefined>

/** What a page lends to the buttons of an errand, because a component never calls the cloud: see `useErrandActions`. */
export interface ErrandActing {
  me: Me
  /** The cloud's now, epoch ms. */
  now: number
  perform: Perform
  /** The errand that is being acted on, or was when `failure` came. */
  aboutId?: string
  busy: boolean
  failure?: Failure
  clear: () => void
  /** 拍张照 for this errand: where it lies on this phone, or nothing when the person took none, or `failure` says why not. */
  takePhoto: (errandId: string) => Promise<string | undefined>
  /** The same, sent at once: the file's id. */
  uploadPhoto: (errandId: string) => Promise<string | undefined>
  /** Door and phones, if this phone was shown them and the errand is not over. */
  revealed: (errand: Errand) => Revealed | undefined
  dial: (number: string) => unknown
}
