import type { ReactNode } from 'react'
import { go, paths, useCommunity } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'

/** What belongs to one community: its id is asked for first where nobody has chosen, and nobody must have an account. */
export function InCommunity({ children }: { children: (communityId: string) => ReactNode }) {
  const { id, loading, failure, reload } = useCommunity()
  if (id) return <>{children(id)}</>
  if (failure) return <Failed onRetry={reload}>{failure.sentence}</Failed>
  if (loading) return <Loading />
  return (
    <Empty
      icon="house"
      foot={
        <Button look="quiet" onTap={() => go(paths.peopleCommunity())}>
          选社区
        </Button>
      }
    >
      先选您常在的社区，不用注册
    </Empty>
  )
}
