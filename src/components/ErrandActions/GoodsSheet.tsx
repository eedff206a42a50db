import { useState } from 'react'
import { isLaidOut, type GoodsPlace } from '@domain/errand/goods'
import { goodsPlaces } from '@domain/errand/reasons'
import type { Errand } from '@domain/errand/record'
import { Button } from '../Button'
import { Choice } from '../Choice'
import { Notice } from '../Notice'
import { Sheet } from '../Sheet'

interface Props {
  errand: Errand
  onSaid: (goodsAt: GoodsPlace) => unknown
  onClose: () => void
}

/** 换人 while somebody is on his way: what he says on the telephone decides whether another can go, and from where. */
export function GoodsSheet({ errand, onSaid, onClose }: Props) {
  const [place, setPlace] = useState<GoodsPlace>()
  const isBought = isLaidOut(errand, place)
  return (
    <Sheet
      open
      title="东西在哪儿？"
      onClose={onClose}
      foot={
        <Button disabled={place === undefined || isBought} onTap={() => place && onSaid(place)}>
          接着选人
        </Button>
      }
    >
      {isBought ? (
        <Notice tone="waiting">{boughtWords}</Notice>
      ) : (
        <Notice>{`${errand.riderName ?? '师傅'}在路上了，先打个电话问一声`}</Notice>
      )}
      <GoodsChoice place={place} onChoose={setPlace} />
    </Sheet>
  )
}

/** Where he says they are, as the desk hears it. */
export function GoodsChoice({
  place,
  onChoose,
}: {
  place: GoodsPlace | undefined
  onChoose: (place: GoodsPlace) => unknown
}) {
  return <Choice look="chips" ariaLabel="东西在哪儿" options={places} chosen={place} onChoose={onChoose} />
}

const places = Object.values(goodsPlaces).map(value => ({
  value,
  label: value === goodsPlaces.withMe ? '在他手上' : value,
}))

export const boughtWords = '已经垫钱买了：请他送到。送不了，请他点“没送成”，花了多少写得下'
