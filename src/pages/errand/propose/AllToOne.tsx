import { useState } from 'react'
import { errand as table } from '@domain/errand'
import type { RiderCard } from '@domain/errand/dispatching'
import { barOf } from '@domain/errand/excluded'
import type { Errand } from '@domain/errand/record'
import { useNow, useQuery } from '@/client'
import { Because, FailureLine, RiderLine } from '@/components/ErrandActions'
import { Empty } from '@/components/Empty'
import { Loading } from '@/components/Loading'
import { Sheet } from '@/components/Sheet'
import type { Arranging } from '../arranging/use-arranging'

interface Props {
  communityId: string
  errands: readonly Errand[]
  arranging: Arranging
  onClose: () => void
}

/** 都派给一个人: who may carry all of those that are not left out; nothing is written before the whole is confirmed. */
export function AllToOne({ communityId, errands, arranging, onClose }: Props) {
  const now = useNow()
  const { data, failure } = useQuery(table.riders, { communityId })
  const [asked, ask] = useState<RiderCard>()
  const fits = (rider: RiderCard): boolean => errands.every((errand, before) => !barOf({ errand, rider, now, before }))
  const riders = (data?.rows ?? []).filter(fits)
  return (
    <Sheet open title={`${errands.length} 单都派给谁？`} onClose={onClose}>
      {!data && !failure && <Loading />}
      <FailureLine failure={failure} />
      {asked && (
        <Because
          name={asked.name}
          onChoose={because => {
            for (const errand of errands) {
              const shown = errand.proposed?.shown ?? []
              arranging.change(errand, { to: { riderId: asked.id }, shown, because }, asked.name)
            }
            onClose()
          }}
        />
      )}
      {data && riders.length === 0 && (
        <Empty icon="users">没有一位师傅能一起送这几单。一个人手上最多两单，可以先留下几单不派</Empty>
      )}
      {riders.map(rider => (
        <RiderLine
          key={rider.id}
          rider={rider}
          words={[`本周 ${rider.thisWeek} 单`]}
          label={`都派给${rider.name}`}
          busy={false}
          onPick={() => ask(rider)}
        />
      ))}
    </Sheet>
  )
}
