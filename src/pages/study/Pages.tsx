import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Post, study } from '@domain/study'
import { useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screenful } from '@/components/Screenful'

interface Props {
  /** `study.feed` for everybody, `study.desk` for the desk. */
  row: typeof study.feed | typeof study.desk
  communityId: string
  /** The cursor of the page before. */
  after?: string
  empty: ReactNode
  children: (posts: readonly Post[]) => ReactNode
}

/** Lessons page by page: the next page is asked for by a tap, so that an old list costs nothing. */
export function Pages({ row, communityId, after, empty, children }: Props) {
  const { data, failure, reload } = useQuery(row, { communityId, ...(after && { after }) })
  const [more, setMore] = useState(false)
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  const { rows, next, unreadable = 0 } = data
  const earlier = next && !more && (
    <Button look="text" onTap={() => setMore(true)}>
      再看早一些的
    </Button>
  )
  return (
    <View className="lessons">
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
      {rows.length === 0 && !after && empty}
      <Screenful rows={rows} foot={earlier}>
        {children}
      </Screenful>
      {unreadable > 0 && <Notice>{`有 ${unreadable} 课要更新小程序才看得到`}</Notice>}
      {next && more && (
        <Pages row={row} communityId={communityId} after={next} empty={null}>
          {children}
        </Pages>
      )}
    </View>
  )
}
