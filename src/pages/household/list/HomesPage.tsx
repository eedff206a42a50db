import { View } from '@tarojs/components'
import { useState } from 'react'
import { household } from '@domain/household'
import { go, paths, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { HomeEntry } from '@/components/HomeEntry'
import { Loading } from '@/components/Loading'
import { Screenful } from '@/components/Screenful'

interface Props {
  communityId: string
  find: string
  after?: string
}

/** One page of households, last touched first; the next is asked for by a tap. */
export function HomesPage({ communityId, find, after }: Props) {
  const input = { communityId, ...(find && { find }), ...(after && { after }) }
  const { data, failure, reload } = useQuery(household.list, input)
  const [more, setMore] = useState(false)
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  const others = data.next && !more && (
    <Button look="text" onTap={() => setMore(true)}>
      再看几户
    </Button>
  )
  return (
    <View className="household__entries">
      {data.rows.length === 0 && !after && <Empty icon="house">没找到，添一户就行</Empty>}
      <Screenful rows={data.rows} foot={others}>
        {shown =>
          shown.map(({ id, elder = '老人家', compound, building, stairs, hasApp }) => (
            <HomeEntry
              key={id}
              icon="house"
              title={`${elder} · ${building ?? ''}`}
              line={[compound, stairs, hasApp ? undefined : '要打电话'].filter(Boolean).join(' · ')}
              onOpen={() => void go(paths.householdOne({ id }))}
            />
          ))
        }
      </Screenful>
      {data.next && more && <HomesPage communityId={communityId} find={find} after={data.next} />}
    </View>
  )
}
