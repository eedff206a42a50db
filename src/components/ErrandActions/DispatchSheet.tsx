import { useState } from 'react'
import { needsBecause, type Because as Reason } from '@domain/errand/chosen'
import type { Dispatch, RiderCard } from '@domain/errand/dispatching'
import type { Errand } from '@domain/errand/record'
import { suggest, unsuggested } from '@domain/errand/suggest'
import { askedIn, poolWaves, type PoolWave } from '@domain/errand/wave'
import type { Failure } from '@domain/failure'
import type * as z from '@domain/zod'
import { Button } from '../Button'
import { Choice } from '../Choice'
import { Empty } from '../Empty'
import { Fold } from '../Fold'
import { Loading } from '../Loading'
import { Notice } from '../Notice'
import { Sheet } from '../Sheet'
import { Because } from './Because'
import { shownOf } from './dispatching'
import { FailureLine } from './FailureLine'
import { RiderLine } from './RiderLine'
import './index.scss'

/** Whom it goes to; which errand, in which community, is added by `dispatching`. */
export type DispatchTo = Pick<z.infer<typeof Dispatch>, 'to' | 'lifted' | 'wave' | 'shown' | 'because'>

interface Props {
  errand: Errand
  /** The community's confirmed riders (`errand.riders`); absent while they are being fetched. */
  riders?: readonly RiderCard[]
  now: number
  title?: string
  /** What the button beside each rider does: 派给张师傅. */
  labelOf?: (name: string) => string
  /** 请大家看看谁顺路 stands under the riders, unless the choice must be a person. */
  withPool?: boolean
  /** 电话里答应了: whoever said yes may be chosen, also who is asked already, and owes no reason. */
  agreed?: boolean
  /** Another than the first owes a reason; false where what is written down has no place for it. */
  withWhy?: boolean
  /** What the desk has been shown already, where that was another order (一起派). */
  shown?: readonly string[]
  busy: boolean
  failure?: Failure
  onPick: (to: DispatchTo) => unknown
  onClose: () => void
}

const screenful = 5

/** 派给谁: the riders that fit, each with its reasons in words and his name in the button; then who is not suggested and why; under them, everybody. */
export function DispatchSheet(props: Props) {
  const { errand, riders = [], now, title = '派给谁？', withPool = true, agreed = false, busy, failure, onPick } = props
  const { labelOf = name => `派给${name}`, withWhy = !agreed } = props
  const [lifting, setLifting] = useState(false)
  const [wave, setWave] = useState<PoolWave>('community')
  const [whole, setWhole] = useState(false)
  const [asked, ask] = useState<RiderCard>()
  const about = agreed ? { ...errand, offer: undefined, riderId: undefined } : errand
  const suggestions = suggest(about, riders, now)
  const others = unsuggested(about, riders, now)
  const shown = [...(props.shown ?? shownOf(suggestions))]
  const take = (rider: RiderCard, because?: Reason) =>
    onPick({ to: { riderId: rider.id }, shown, ...(because && { because }) })
  const pick = (rider: RiderCard) => {
    if (withWhy && needsBecause(rider.id, { shown })) return ask(rider)
    return take(rider)
  }
  const toPool = () =>
    errand.namedOnly && !lifting
      ? setLifting(true)
      : onPick({ to: 'pool', wave, shown, ...(lifting && { lifted: true }) })
  // In the place of the list: above it nobody who has scrolled would see the question.
  if (asked)
    return (
      <Sheet open title={title} onClose={props.onClose}>
        <FailureLine failure={failure} />
        <Because name={asked.name} onChoose={because => take(asked, because)} />
        <Button look="text" onTap={() => ask(undefined)}>
          换一位
        </Button>
      </Sheet>
    )
  return (
    <Sheet open title={title} onClose={props.onClose}>
      <FailureLine failure={failure} />
      {!props.riders && <Loading />}
      {props.riders && suggestions.length === 0 && <Empty icon="users">现在没有合适的师傅，下面写着为什么</Empty>}
      {suggestions.slice(0, whole ? undefined : screenful).map(({ rider, reasons }) => (
        <RiderLine
          key={rider.id}
          rider={rider}
          words={reasons}
          label={labelOf(rider.name)}
          busy={busy}
          onPick={() => pick(rider)}
        />
      ))}
      {!whole && suggestions.length > screenful && (
        <Button look="text" onTap={() => setWhole(true)}>{`还有 ${suggestions.length - screenful} 位`}</Button>
      )}
      {others.length > 0 && (
        <Fold title="没推荐的" count={others.length} open={suggestions.length === 0}>
          {others.map(({ rider, why, firm }) => (
            <RiderLine
              key={rider.id}
              rider={rider}
              words={[why]}
              label={labelOf(rider.name)}
              busy={busy}
              look="text"
              onPick={firm ? undefined : () => pick(rider)}
            />
          ))}
        </Fold>
      )}
      {lifting && <Notice tone="waiting">{namedOnlyWords}</Notice>}
      {withPool && errand.offer?.to !== 'pool' && (
        <Choice label="请大家看看，先问谁？" look="chips" options={waveOptions} chosen={wave} onChoose={setWave} />
      )}
      {withPool && errand.offer?.to !== 'pool' && (
        <Button look="quiet" icon="users" busy={busy} onTap={toPool}>
          {lifting ? '我看过了，放给大家' : '请大家看看谁顺路'}
        </Button>
      )}
    </Sheet>
  )
}

const waveOptions = poolWaves.map(value => ({ value, label: askedIn[value] }))

/** Why a named-only errand asks once more before everybody sees it. */
export const namedOnlyWords = '这一单要点名派：拿药、接送考生，或老人一个人住。放给大家之前，请您想好。'
