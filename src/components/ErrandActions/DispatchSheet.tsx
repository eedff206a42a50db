import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Dispatch, RiderCard } from '@domain/errand/dispatching'
import type { Errand } from '@domain/errand/record'
import type { Suggestion } from '@domain/errand/suggest'
import type { Failure } from '@domain/failure'
import { dotted } from '@domain/line'
import { trades } from '@domain/person'
import type * as z from '@domain/zod'
import { Button } from '../Button'
import { Empty } from '../Empty'
import { Loading } from '../Loading'
import { Notice } from '../Notice'
import { Sheet } from '../Sheet'
import { FailureLine } from './FailureLine'
import { suggestedFor } from './suggested'
import './index.scss'

/** Whom it goes to; which errand, in which community, is added by `dispatching`. */
export type DispatchTo = Pick<z.infer<typeof Dispatch>, 'to' | 'lifted'>

interface Props {
  errand: Errand
  /** The community's confirmed riders (`errand.riders`); absent while they are being fetched. */
  riders?: readonly RiderCard[]
  now: number
  title?: string
  /** 请大家看看谁顺路 stands under the riders, unless the choice must be a person (电话里答应了). */
  withPool?: boolean
  busy: boolean
  failure?: Failure
  onPick: (to: DispatchTo) => unknown
  onClose: () => void
}

/** 派给谁: the riders that fit, each with its reasons in words and his name in the button; under them, everybody. */
export function DispatchSheet({
  errand,
  riders,
  now,
  title = '派给谁？',
  withPool = true,
  busy,
  failure,
  onPick,
  onClose,
}: Props) {
  const [lifting, setLifting] = useState(false)
  const suggestions = suggestedFor(errand, riders, now)
  const toPool = () =>
    errand.namedOnly && !lifting ? setLifting(true) : onPick(lifting ? { to: 'pool', lifted: true } : { to: 'pool' })
  const line = ({ rider, reasons }: Suggestion) => (
    <View key={rider.id} className="errand-rider">
      <View className="errand-rider__words">
        <View className="errand-rider__name">{rider.name}</View>
        <View className="errand-rider__why">{dotted(tradeWord(rider.trade), ...reasons)}</View>
      </View>
      <Button look="quiet" inline busy={busy} onTap={() => onPick({ to: { riderId: rider.id } })}>
        {withPool ? `派给${rider.name}` : rider.name}
      </Button>
    </View>
  )
  return (
    <Sheet open title={title} onClose={onClose}>
      <FailureLine failure={failure} />
      {riders ? null : <Loading />}
      {riders && suggestions.length === 0 ? (
        <Empty icon="users">现在没有合适的师傅：手上有两单、在休息，或不垫钱</Empty>
      ) : null}
      {suggestions.map(line)}
      {lifting ? <Notice tone="waiting">{namedOnlyWords}</Notice> : null}
      {withPool && errand.offer?.to !== 'pool' ? (
        <Button look="quiet" icon="users" busy={busy} onTap={toPool}>
          {lifting ? '我看过了，放给大家' : '请大家看看谁顺路'}
        </Button>
      ) : null}
    </Sheet>
  )
}

/** Why a named-only errand asks once more before everybody sees it. */
export const namedOnlyWords = '这一单要点名派：拿药，或老人一个人住。放给大家之前，请您想好。'

function tradeWord(trade: string): string {
  const words: Readonly<Record<string, string>> = trades
  return words[trade] ?? trades.other
}
