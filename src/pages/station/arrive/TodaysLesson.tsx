import { study } from '@domain/study'
import { useQuery } from '@/client'
import { Section } from '@/components/Section'
import { LessonRow } from '../../study/LessonRow'

/** 今天的一课: the newest, offered and never asked for; without one there is nothing to draw. */
export function TodaysLesson({ communityId }: { communityId: string }) {
  const { data } = useQuery(study.feed, { communityId })
  const newest = data?.rows[0]
  return newest ? (
    <Section title="坐着没事，可以看看">
      <LessonRow post={newest} />
    </Section>
  ) : null
}
