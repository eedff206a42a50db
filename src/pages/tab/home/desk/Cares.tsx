import { care } from '@domain/care'
import { go, paths, useQuery } from '@/client'
import { HomeEntry } from '@/components/HomeEntry'

/** 要照看的: the way to what riders saw at a door, above all else while something waits; nothing is drawn when nothing does. */
export function Cares({ communityId }: { communityId: string }) {
  const { data, failure } = useQuery(care.queue, { communityId })
  const count = data?.rows.length
  if (count === 0 || (!data && !failure)) return null
  return (
    <HomeEntry
      icon="hand-helping"
      title={count ? `要照看的 ${count}` : '要照看的'}
      line={count ? '师傅在门口看到的，请先看' : (failure?.sentence ?? '')}
      onOpen={() => void go(paths.careQueue())}
    />
  )
}
