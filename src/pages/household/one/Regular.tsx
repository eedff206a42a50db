import { useState } from 'react'
import { errand } from '@domain/errand'
import { household } from '@domain/household'
import type { Household } from '@domain/household/record'
import { useAction, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Failed } from '@/components/Failed'
import { FailureLine } from '@/components/ErrandActions'
import { Loading } from '@/components/Loading'
import { Sheet } from '@/components/Sheet'

const nobody = 'nobody'

/** 常来的师傅, named by the desk: he is asked first, and stands on the fridge sheet. */
export function Regular({ home: { id, rev = '', communityId, regularRider, regularRiderId } }: { home: Household }) {
  const [open, setOpen] = useState(false)
  const { data, failure, reload } = useQuery(errand.riders, open ? { communityId } : null)
  const name = useAction(household.regular)
  const riders = (data?.rows ?? []).map(rider => ({ value: rider.id, label: rider.name }))
  const choose = async (riderId: string) => {
    const done = await name.run({ id, rev, ...(riderId !== nobody && { riderId }) })
    if (done) setOpen(false)
  }
  return (
    <>
      <Button look="quiet" icon="bike" onTap={() => setOpen(true)}>
        {regularRider ? `常来的师傅：${regularRider}，换一位` : '定一位常来的师傅'}
      </Button>
      <Sheet open={open} title="谁常来这一家？" onClose={() => setOpen(false)}>
        {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
        {data && (
          <Choice
            ariaLabel="谁常来这一家"
            options={[...riders, { value: nobody, label: '不固定' }]}
            chosen={regularRiderId ?? nobody}
            onChoose={riderId => void choose(riderId)}
          />
        )}
        <FailureLine failure={name.failure} />
      </Sheet>
    </>
  )
}
