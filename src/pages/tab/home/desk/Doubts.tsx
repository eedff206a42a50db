import { safety } from '@domain/safety'
import { go, paths, useQuery } from '@/client'
import { HomeEntry } from '@/components/HomeEntry'

interface Props {
  communityId: string
}

/** 要看一眼的: the way to what others do not see before the desk has; nothing is drawn when nothing waits. */
export function Doubts({ communityId }: Props) {
  const { data, failure } = useQuery(safety.queue, { communityId })
  const count = data?.rows.length
  if (count === 0 || (!data && !failure)) return null
  return (
    <HomeEntry
      icon="eye"
      title={count ? `要看一眼的 ${count}` : '要看一眼的'}
      line={count ? '看过了别人才看得到' : (failure?.sentence ?? '')}
      onOpen={() => void go(paths.safetyQueue())}
    />
  )
}
