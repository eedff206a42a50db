import { errand as errands } from '@domain/errand'
import type { Errand } from '@domain/errand/record'
import { useNow, useQuery } from '@/client'
import { DispatchSheet } from '@/components/ErrandActions'
import type { Arranging } from './use-arranging'

interface Props {
  errand: Errand
  arranging: Arranging
  /** Whether another than the first owes a reason. */
  withWhy?: boolean
  onClose: () => void
}

/** 换人 within a proposal: the riders are asked for only now, and nothing is written before the whole is confirmed. */
export function ChangeSheet({ errand, arranging, withWhy = true, onClose }: Props) {
  const now = useNow()
  const { data, failure } = useQuery(errands.riders, { communityId: errand.communityId })
  return (
    <DispatchSheet
      errand={errand}
      riders={data?.rows}
      now={now}
      labelOf={name => `请${name}去`}
      withPool={false}
      withWhy={withWhy}
      {...(errand.proposed && { shown: errand.proposed.shown })}
      busy={false}
      failure={data ? undefined : failure}
      onPick={picked => {
        const name = data?.rows.find(({ id }) => picked.to !== 'pool' && id === picked.to.riderId)?.name
        if (name) arranging.change(errand, picked, name)
        onClose()
      }}
      onClose={onClose}
    />
  )
}
