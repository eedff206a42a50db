import { useState } from 'react'
import { isLaidOut, mayHaveGoods, type GoodsPlace } from '@domain/errand/goods'
import type { RiderCard } from '@domain/errand/dispatching'
import type { Errand } from '@domain/errand/record'
import { codeIn, failReasons, handBackReasons } from '@domain/errand/reasons'
import { titleOf } from '@domain/errand/title'
import { suggest } from '@domain/errand/suggest'
import type { Action } from './actions'
import type { ErrandActing } from './acting'
import { mayCost } from '@domain/errand/money'
import { AskFirst } from './AskFirst'
import { BillSheet } from './BillSheet'
import { dispatching, holderOf, shownOf } from './dispatching'
import { LateSheet } from './LateSheet'
import { GoodsSheet } from './GoodsSheet'
import { DispatchSheet, namedOnlyWords } from './DispatchSheet'
import { ProofSheet } from './ProofSheet'
import { ThanksSheet } from './ThanksSheet'
import { WhySheet } from './WhySheet'
import { wordsOf } from './words'

interface Props {
  action: Action
  errand: Errand
  acting: ErrandActing
  riders?: readonly RiderCard[]
  /** Runs one write and closes the sheet when it succeeded. */
  doing: (write: Promise<unknown>) => Promise<void>
  onClose: () => void
}

/** The sheet behind a button that must ask something first. */
export function ErrandSheet({ action, errand, acting, riders, doing, onClose }: Props) {
  const { perform, busy, failure, now } = acting
  const { id, communityId } = errand
  const [goodsAt, setGoodsAt] = useState<GoodsPlace>()
  const common = { busy, failure, onClose }
  const shown = shownOf(suggest(errand, riders ?? [], now))
  switch (action.asks) {
    case 'why':
      return (
        <WhySheet
          {...common}
          action={action}
          lead={leadOf(action, errand)}
          isLaidOut={place => action.verb === 'handBack' && isLaidOut(errand, place)}
          onSubmit={input => doing(performWhy(acting, action, errand, input))}
        />
      )
    case 'proof':
      return (
        <ProofSheet
          {...common}
          errand={errand}
          takePhoto={() => acting.takePhoto(id)}
          onProof={proof => doing(perform('deliver', { id, ...proof }, titleOf(errand, 'rider')))}
        />
      )
    case 'thanks':
      return (
        <ThanksSheet
          {...common}
          errand={errand}
          label={wordsOf(action, errand)}
          who={errand.riderName ?? '师傅'}
          onReceived={received => doing(perform('confirm', { id, ...received, riderId: errand.riderId }))}
          onDispute={why => doing(perform('dispute', { id, why }))}
        />
      )
    case 'bill':
      return (
        <BillSheet
          {...common}
          action={action}
          may={mayCost(errand)}
          takePhoto={() => acting.uploadPhoto(id)}
          onBill={written =>
            doing(
              action.verb === 'askMore'
                ? perform('askMore', { id, fen: written.fen })
                : perform('bill', { id, ...written }),
            )
          }
        />
      )
    case 'rider':
      if (action.verb === 'reassign' && mayHaveGoods(errand) && !goodsAt)
        return <GoodsSheet errand={errand} onSaid={setGoodsAt} onClose={onClose} />
      return (
        <DispatchSheet
          {...common}
          errand={errand}
          riders={riders}
          now={now}
          onPick={to =>
            doing(
              action.verb === 'reassign'
                ? perform('reassign', { ...dispatching(errand, to), ...(goodsAt && { goodsAt }) })
                : perform('dispatch', dispatching(errand, to)),
            )
          }
        />
      )
    case 'backup':
      return (
        <DispatchSheet
          {...common}
          errand={errand}
          riders={riders?.filter(rider => rider.id !== holderOf(errand))}
          now={now}
          title={action.title}
          labelOf={name => `请${name}备用`}
          withPool={false}
          onPick={({ to }) =>
            to !== 'pool' &&
            doing(
              perform('nameBackup', {
                id,
                communityId,
                riderId: to.riderId,
                ...(errand.backupId && { from: errand.backupId }),
              }),
            )
          }
        />
      )
    case 'agreed':
      return (
        <DispatchSheet
          {...common}
          errand={errand}
          riders={riders}
          now={now}
          title={action.title}
          labelOf={name => `${name}答应了`}
          withPool={false}
          agreed
          onPick={({ to, shown: listed }) =>
            to !== 'pool' && doing(perform('agree', { id, communityId, by: to, from: holderOf(errand), shown: listed }))
          }
        />
      )
    case 'late':
      return <LateSheet {...common} onGuess={minutes => doing(perform('late', { id, minutes }))} />
    case 'ourselves':
      return (
        <AskFirst
          {...common}
          title="社区自己去？"
          words="记在社区名下，家里会收到通知。"
          confirm="社区自己去"
          onConfirm={() => doing(perform('agree', { id, communityId, by: 'self', from: holderOf(errand) }))}
        />
      )
    case 'everybody':
      return (
        <AskFirst
          {...common}
          title="放给大家？"
          words={namedOnlyWords}
          confirm="我看过了，放给大家"
          onConfirm={() => doing(perform('dispatch', dispatching(errand, { to: 'pool', lifted: true, shown })))}
        />
      )
    default:
      return null
  }
}

function leadOf(action: Action, errand: Errand): string | undefined {
  if (action.verb === 'amend') return errand.why
  if (action.verb === 'cancel' && errand.riderName) return `${errand.riderName}已接，会马上告诉他。`
  if (action.verb === 'settle') return errand.why && `家里说：${errand.why}`
  return undefined
}

type Reason = { why: string; reason?: string; goodsAt?: string }

/** The verbs that carry a reason, each by its own name so that its input is checked against its own row. */
function performWhy(
  { perform }: ErrandActing,
  { verb }: Action,
  errand: Errand,
  { why, reason, goodsAt }: Reason,
): Promise<unknown> {
  const { id } = errand
  const riderId = errand.riderId ?? holderOf(errand)
  const unbrought = { id, why, ...(goodsAt ? { goodsAt } : {}) }
  const title = titleOf(errand, 'rider')
  if (verb === 'fail' || (verb === 'handBack' && isLaidOut(errand, goodsAt)))
    return perform('fail', { ...unbrought, reason: codeIn(failReasons, reason) }, title)
  if (verb === 'handBack') return perform(verb, { ...unbrought, reason: codeIn(handBackReasons, reason) }, title)
  // Who had it as this person saw it: he is told, and nobody who came in between is cancelled unseen.
  if (verb === 'cancel' || verb === 'callOff') return perform(verb, { id, why, ...(riderId ? { riderId } : {}) })
  if (!carriesReason(verb)) return Promise.resolve(undefined)
  return perform(verb, { id, why })
}

const reasoned = ['return', 'amend', 'decline', 'dispute', 'settle', 'giveUp', 'hasten', 'standDown'] as const

function carriesReason(verb: string): verb is (typeof reasoned)[number] {
  return reasoned.some(name => name === verb)
}
