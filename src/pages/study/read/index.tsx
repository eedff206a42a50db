import { study } from '@domain/study'
import { paths, useParams, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Screen } from '@/components/Screen'
import { useShare } from '@/wechat/use-share'
import picture from '../card.png'
import { ForDesk } from './ForDesk'
import { Reader } from './Reader'
import { Report } from './Report'

/** 指尖课堂: one lesson, one card a screen, going on where this person stopped on whichever phone. */
export default function StudyRead() {
  const { id } = useParams()
  const { data, failure, reload } = useQuery(study.read, id ? { id } : null)
  useShare({
    title: data?.post.title ?? '指尖课堂',
    path: id ? paths.studyRead({ id }) : paths.tabStudy(),
    kind: 'study',
    picture,
  })
  return (
    <Screen>
      {!id && (
        <Empty icon="book-open" foot={<GoHome />}>
          没找到这一课
        </Empty>
      )}
      {data && <Reader key={data.post.id} post={data.post} mine={data.mine} />}
      {data && <ForDesk post={data.post} />}
      {data && <Report post={data.post} />}
      {id && !data && failure && <Failed onRetry={reload}>{failure.sentence}</Failed>}
      {id && !data && !failure && <Loading />}
    </Screen>
  )
}
