import { View } from '@tarojs/components'
import { useState } from 'react'
import { errand } from '@domain/errand'
import { go, paths, useHat, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { errandCard } from '@/components/ErrandActions'
import { Failed } from '@/components/Failed'
import { ListCard } from '@/components/ListCard'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screenful } from '@/components/Screenful'

interface Props {
  householdId: string
  after?: string
}

/** One page of a household's errands; the next is asked for by a tap. */
export function ErrandsPage({ householdId, after }: Props) {
  const now = useNow()
  const { hat } = useHat()
  const { data, failure, reload } = useQuery(errand.history, after ? { householdId, after } : { householdId })
  const [more, setMore] = useState(false)
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  const side = hat === 'desk' ? 'desk' : 'family'
  const earlier = data.next && !more && (
    <Button look="text" onTap={() => setMore(true)}>
      再看早一些的
    </Button>
  )
  return (
    <View className="household__entries">
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
      {data.rows.length === 0 && !after && <Empty icon="list">还没有点过单</Empty>}
      <Screenful rows={data.rows} foot={earlier}>
        {shown =>
          shown.map(one => (
            <ListCard key={one.id} card={errandCard(one, side, now)} onOpen={id => void go(paths.errandOne({ id }))} />
          ))
        }
      </Screenful>
      {data.next && more && <ErrandsPage householdId={householdId} after={data.next} />}
    </View>
  )
}
