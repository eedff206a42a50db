import { station, openness } from '@domain/station'
import { go, paths, useNow, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { HomeEntry } from '@/components/HomeEntry'

/** Nothing to do, said calmly, and the first station that is really open: no location is read for it (law 10). */
export function NothingNow({ communityId }: { communityId: string }) {
  const now = useNow()
  const { data } = useQuery(station.list, { communityId })
  const open = data?.rows.find(one => openness(one, now).open)
  return (
    <>
      <Empty icon="hand-helping">现在没有要帮忙的。不用守着，有事告诉您。</Empty>
      {open && (
        <HomeEntry
          icon="store"
          title={open.name ?? '驿站'}
          line={openness(open, now).words}
          onOpen={() => void go(paths.stationOne({ id: open.id }))}
        />
      )}
    </>
  )
}
