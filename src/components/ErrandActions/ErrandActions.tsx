import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RiderCard } from '@domain/errand/dispatching'
import type { Errand } from '@domain/errand/record'
import type { Side } from '@domain/errand/side'
import { titleOf } from '@domain/errand/title'
import { suggest, type Suggestion } from '@domain/errand/suggest'
import { dayOf } from '@domain/time'
import { Button } from '../Button'
import { Notice } from '../Notice'
import type { Action } from './actions'
import type { ActingVerb, ErrandActing } from './acting'
import { dispatching, holderOf, shownOf, toFirst } from './dispatching'
import { sayTheSum } from './money'
import { DoorAndPhones } from './DoorAndPhones'
import { drawn } from './drawn'
import { ErrandSheet } from './ErrandSheet'
import { FailureLine } from './FailureLine'
import { wordsOf } from './words'
import './index.scss'

interface Props {
  errand: Errand
  /** The side the reader reads from (`sideOf`, or the hat he wears). */
  side: Side
  acting: ErrandActing
  /** For the desk: `errand.riders` of the community; the best of them is named in the button. */
  riders?: readonly RiderCard[]
  /** On a home's card: without what is rarely wanted. */
  compact?: boolean
  /** Only these, where a home has room for one thing. */
  verbs?: readonly ActingVerb[]
  onDone?: (action: Action) => void
}

/** What stands open to this person on this errand, as buttons; each asks what it must and does it. */
export function ErrandActions({ errand, side, acting, riders, compact = false, verbs, onDone }: Props) {
  const [asking, setAsking] = useState<Action>()
  const [unphoned, setUnphoned] = useState(false)
  const mine = acting.aboutId === errand.id
  const shown = acting.revealed(errand)
  const suggestions = suggest(errand, riders ?? [], acting.now)
  const best = suggestions[0]?.rider
  const { main, plain, quiet, rare } = drawn(errand, acting.me, side, acting.now, verbs)
  // What the phone already shows, and a second way to the same sheet when nobody is suggested, need no button.
  const isNew = ({ asks, verb }: Action) =>
    !(shown && asks === 'look') && !(!best && asks === 'rider' && verb === 'dispatch')
  const besides = plain.filter(isNew)
  const small = [...quiet, ...(compact ? [] : rare)].filter(isNew)
  const about = { ...acting, busy: mine && acting.busy, failure: mine ? acting.failure : undefined }

  const close = () => {
    setAsking(undefined)
    acting.clear()
  }
  const doing = async (action: Action, write: Promise<unknown>): Promise<void> => {
    if ((await write) === undefined) return
    // Another sheet may have been opened meanwhile: an answer closes what it answers.
    setAsking(open => (open === action ? undefined : open))
    onDone?.(action)
  }
  /** 打电话给张师傅: his number leaves the cloud by the same logged tap, and is dialled at once; that he left none is said. */
  const callRider = async ({ id, householdId, riderId }: Errand): Promise<unknown> => {
    if (!householdId || !riderId) return undefined
    const answer = await acting.perform('reveal', { id, householdId, riderId })
    const number = answer?.phones[0]?.number
    if (number) await acting.dial(number)
    setUnphoned(answer !== undefined && number === undefined)
    return answer
  }
  const tap = (action: Action) => {
    acting.clear()
    setUnphoned(false)
    const write = action.asks === 'dial' ? callRider(errand) : atOnce(action, errand, acting, suggestions)
    if (write) return doing(action, write)
    setAsking(action.asks === 'best' ? { ...action, asks: 'rider' } : action)
    return undefined
  }
  const button = (action: Action, look: 'primary' | 'quiet' | 'text', inline = true) => (
    <Button
      key={action.side + action.verb + action.label}
      look={look}
      inline={inline}
      busy={about.busy}
      onTap={() => tap(action)}
    >
      {wordsOf(action, errand, best)}
    </Button>
  )

  return (
    <View className="errand-actions">
      {shown && <DoorAndPhones revealed={shown} onCall={acting.dial} />}
      {main && button(main, 'primary', false)}
      {besides.length > 0 && (
        <View className="errand-actions__row">{besides.map(action => button(action, 'quiet'))}</View>
      )}
      {small.length > 0 && <View className="errand-actions__row">{small.map(action => button(action, 'text'))}</View>}
      {unphoned && <Notice tone="waiting">{side === 'desk' ? '他没留电话' : '他没留电话，请打给社区'}</Notice>}
      {!asking && <FailureLine failure={about.failure} />}
      {asking && (
        <ErrandSheet
          action={asking}
          errand={errand}
          acting={about}
          riders={riders}
          doing={write => doing(asking, write)}
          onClose={close}
        />
      )}
    </View>
  )
}

/** What needs to know of the errand no more than which it is. */
const plainVerbs = ['depart', 'reopen', 'ease', 'standBy'] as const
const isPlain = (verb: string): verb is (typeof plainVerbs)[number] => plainVerbs.some(name => name === verb)

/** The write of a button that asks nothing now; nothing for one that must ask first. */
function atOnce(
  { verb, asks }: Action,
  errand: Errand,
  acting: ErrandActing,
  suggestions: readonly Suggestion[],
): Promise<unknown> | undefined {
  const { perform } = acting
  const { id, householdId } = errand
  const first = toFirst(suggestions)
  if (asks === 'best') return first && perform('dispatch', dispatching(errand, first))
  if (asks === 'everybody')
    return errand.namedOnly
      ? undefined
      : perform('dispatch', dispatching(errand, { to: 'pool', shown: shownOf(suggestions) }))
  if (asks === 'look' && householdId) return perform('reveal', { id, householdId })
  if (asks === 'sum') return sayTheSum(verb, errand, perform)
  if (asks !== 'nothing') return undefined
  if (verb === 'verify' && householdId) return perform('verify', { id, householdId })
  if (verb === 'recall') return perform('recall', { id, ...(holderOf(errand) && { from: holderOf(errand) }) })
  if (verb === 'accept') return perform('accept', { id, ...onDay(errand) }, titleOf(errand, 'rider'))
  if (isPlain(verb)) return perform(verb, { id }, titleOf(errand, 'rider'))
  return undefined
}

const onDay = ({ when }: Errand): { on?: string } => (when ? { on: dayOf(when.from) } : {})
