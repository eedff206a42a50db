import { View } from '@tarojs/components'
import { station } from '@domain/station'
import { openness } from '@domain/station'
import { study } from '@domain/study'
import { go, paths, useNow, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListCard } from '@/components/ListCard'
import { Loading } from '@/components/Loading'
import { Section } from '@/components/Section'
import { LessonRow } from '../../study/LessonRow'
import { cardOf } from '../station/card'
import { FamilyHomeInSight } from './FamilyHomeInSight'

const most = 3

/** What a passer-by finds here: stations that are open now, and the newest lesson; each asked for when it comes into sight. */
export function FamilyHomePanels({ communityId }: { communityId: string }) {
  return (
    <View className="home__panels">
      <FamilyHomeInSight name="stations">{() => <OpenStations communityId={communityId} />}</FamilyHomeInSight>
      <FamilyHomeInSight name="lesson">{() => <Lesson communityId={communityId} />}</FamilyHomeInSight>
    </View>
  )
}

function OpenStations({ communityId }: { communityId: string }) {
  const { data, failure, reload } = useQuery(station.list, { communityId })
  const now = useNow()
  const open = (data?.rows ?? []).filter(one => openness(one, now).open).slice(0, most)
  return (
    <Section title="现在开着的驿站">
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && open.length === 0 && <Empty icon="store">现在没有开着的驿站</Empty>}
      {open.map(one => (
        <ListCard key={one.id} card={cardOf(one, now)} onOpen={id => void go(paths.stationOne({ id }))} />
      ))}
    </Section>
  )
}

function Lesson({ communityId }: { communityId: string }) {
  const { data, failure, reload } = useQuery(study.feed, { communityId })
  const newest = data?.rows[0]
  return (
    <Section title="今天的一课">
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data && !newest && <Empty icon="book-open">今天还没有新课</Empty>}
      {newest && <LessonRow post={newest} />}
    </Section>
  )
}
