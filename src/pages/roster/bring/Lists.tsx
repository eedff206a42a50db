import { View } from '@tarojs/components'
import { roster } from '@domain/roster'
import type { List } from '@domain/roster/list'
import { clockOf, dayWord } from '@domain/time'
import { go, useNow, useQuery } from '@/client'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Tag, type Tone } from '@/components/Tag'
import { bodyWord } from '../words'
import { ways } from '../ways'

const stands: Record<List['state'], { tone: Tone; words: string }> = {
  opened: { tone: 'waiting', words: '还没看列对不对' },
  sorted: { tone: 'waiting', words: '看过了，还没导' },
  applying: { tone: 'going', words: '没导完，点开接着导' },
  applied: { tone: 'done', words: '导好了' },
  dropped: { tone: 'plain', words: '没导' },
}

/** Lists that were handed in, the latest first; one that is not in yet is gone on with by a tap. */
export function Lists({ communityId }: { communityId: string }) {
  const now = useNow()
  const { data, failure, reload } = useQuery(roster.lists, { communityId })
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  if (data.rows.length === 0) return <Empty icon="list">还没导过名单</Empty>
  return (
    <View className="roster-people">
      {data.rows.map(({ id, body, whose, file, by, at, state }) => (
        <View
          key={id}
          className="roster-person"
          onClick={() => void go(ways.preview(id))}
          hoverClass="pressed"
          ariaRole="button"
        >
          <View className="roster-name">{[bodyWord(body), whose].filter(Boolean).join(' · ')}</View>
          <View className="roster-line">{`${file} · ${by} ${dayWord(at, now)} ${clockOf(at)}`}</View>
          <Tag tone={stands[state].tone}>{stands[state].words}</Tag>
        </View>
      ))}
    </View>
  )
}
