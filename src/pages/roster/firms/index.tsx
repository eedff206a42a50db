import { View } from '@tarojs/components'
import { useState } from 'react'
import { roster } from '@domain/roster'
import { go, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { AtDesk } from '../AtDesk'
import { ways } from '../ways'

/** 企业, in name order. */
export default function RosterFirms() {
  return <AtDesk>{communityId => <FirmsPage communityId={communityId} />}</AtDesk>
}

function FirmsPage({ communityId, after }: { communityId: string; after?: string }) {
  const { data, failure, reload } = useQuery(roster.firms, { communityId, ...(after && { after }) })
  const [more, setMore] = useState(false)
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  if (data.rows.length === 0) return <Empty icon="store">名单里写了单位，就列在这里</Empty>
  return (
    <View className="roster-part">
      <View className="roster-people roster-people--wide">
        {data.rows.map(({ id, name }) => (
          <View
            key={id}
            className="roster-person"
            onClick={() => void go(ways.firm(id))}
            hoverClass="pressed"
            ariaRole="button"
          >
            <View className="roster-name">{name}</View>
          </View>
        ))}
      </View>
      {data.next && !more && (
        <Button look="text" onTap={() => setMore(true)}>
          往下再看
        </Button>
      )}
      {data.next && more && <FirmsPage communityId={communityId} after={data.next} />}
    </View>
  )
}
