import { View } from '@tarojs/components'
import { useState } from 'react'
import { errand as errands } from '@domain/errand'
import { becauseNames, needsBecause, type Because as Reason } from '@domain/errand/chosen'
import type { RiderCard } from '@domain/errand/dispatching'
import type { Errand } from '@domain/errand/record'
import { moneyWords } from '@domain/errand/money'
import { standing } from '@domain/errand/standing'
import { titleOf } from '@domain/errand/title'
import { suggest, type Suggestion } from '@domain/errand/suggest'
import { dotted } from '@domain/line'
import { may } from '@domain/operation'
import { go, paths } from '@/client'
import { Button } from '@/components/Button'
import { Because, dispatching, ErrandActions, shownOf, type ErrandActing } from '@/components/ErrandActions'
import { Tag } from '@/components/Tag'
import { needWords } from './board'
import { useKeys } from './keys'
import { VerifyHousehold } from './VerifyHousehold'

interface Props {
  errand: Errand
  acting: ErrandActing
  riders: readonly RiderCard[] | undefined
  onClose: () => void
}

/** Key strokes 1 to 3 and the suggestions they take; where a reason is wanted, they and 4 then say it. */
const keyed = ['1', '2', '3', '4'] as const
const mostKeyed = 3

/** An errand beside the columns: what it is, whom one might ask (keys 1-3), and everything that stands open. */
export function Drawer({ errand, acting, riders, onClose }: Props) {
  const { me, now } = acting
  const { words, tone } = standing(errand, 'desk', now)
  const canDispatch = may(errands.dispatch, me, errand) && !errand.newcomer
  const [asked, ask] = useState<Suggestion>()
  const suggestions = canDispatch ? suggest(errand, riders ?? [], now) : []
  const best = suggestions.slice(0, mostKeyed)
  const shown = shownOf(suggestions)
  const take = ({ rider: { id: riderId } }: Suggestion, because?: Reason) => {
    if (acting.busy) return
    ask(undefined)
    void acting.perform('dispatch', dispatching(errand, { to: { riderId }, shown, ...(because && { because }) }))
  }
  const pick = (one: Suggestion) => (needsBecause(one.rider.id, { shown }) ? ask(one) : take(one))
  const strokes = asked
    ? becauseNames.map(because => () => take(asked, because))
    : best.map(suggestion => () => pick(suggestion))

  useKeys({
    ...Object.fromEntries(strokes.map((stroke, at) => [keyed[at], stroke])),
    Escape: asked ? () => ask(undefined) : onClose,
  })

  return (
    <View className="desk-drawer">
      <View className="desk-drawer__inside">
        <View className="desk-duty__row">
          <View className="desk-drawer__title">{titleOf(errand, 'desk')}</View>
          <Button look="text" inline icon="x" onTap={onClose}>
            关上
          </Button>
        </View>
        <Tag tone={tone}>{words}</Tag>
        <View className="desk-why">{dotted(needWords(errand, now), errand.stairs, errand.heavy ? '有点重' : '')}</View>
        <View className="desk-why">{dotted(errand.what, errand.pickUp, moneyWords(errand.money))}</View>
        {errand.note && <View className="desk-why">{`家里说：${errand.note}`}</View>}
        {errand.answer && <View className="desk-why">{`家里补了：${errand.answer}`}</View>}
        {errand.newcomer && <VerifyHousehold errand={errand} acting={acting} />}
        {best.map((suggestion, at) => (
          <View
            key={suggestion.rider.id}
            className="desk-suggestion"
            onClick={() => pick(suggestion)}
            hoverClass="pressed"
            ariaRole="button"
            ariaLabel={`派给${suggestion.rider.name}`}
          >
            <View className="desk-suggestion__key">{keyed[at] ?? ''}</View>
            <View className="desk-suggestion__words">
              <View className="desk-suggestion__name">{suggestion.rider.name}</View>
              <View className="desk-why">{dotted(...suggestion.reasons)}</View>
            </View>
          </View>
        ))}
        {asked && <Because name={asked.rider.name} onChoose={because => take(asked, because)} />}
        <ErrandActions errand={errand} side="desk" acting={acting} riders={riders} />
        <Button look="text" icon="list" onTap={() => go(paths.errandOne({ id: errand.id }))}>
          这一单的经过
        </Button>
      </View>
    </View>
  )
}
