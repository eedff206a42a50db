import { View } from '@tarojs/components'
import { useState } from 'react'
import { household } from '@domain/household'
import { clockOf, dayWord } from '@domain/time'
import { useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screenful } from '@/components/Screenful'
import { Timeline } from '@/components/Timeline'

const roleWords: Readonly<Record<string, string>> = { rider: '师傅', dispatcher: '社区', resident: '家里人' }

interface Props {
  id: string
  after?: string
}

/** Who and as what; 张师傅 says so already. */
const called = (who: string, role: string | undefined): string =>
  role === undefined || who.endsWith(role) ? who : `${who}，${role}`

/** One page of looks, newest first; the next is asked for by a tap. */
export function LooksPage({ id, after }: Props) {
  const now = useNow()
  const { data, failure, reload } = useQuery(household.looks, after ? { id, after } : { id })
  const [more, setMore] = useState(false)
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  const moments = data.rows.map(({ id: lookId, what, who, as, at }) => ({
    id: lookId,
    who: called(who, roleWords[as]),
    what: what ? `看过，为了${what}` : '看过，没有单子',
    when: `${dayWord(at, now)} ${clockOf(at)}`,
  }))
  const earlier = data.next && !more && (
    <Button look="text" onTap={() => setMore(true)}>
      再看早一些的
    </Button>
  )
  return (
    <View>
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
      {moments.length === 0 && !after && <Empty icon="eye">还没有人看过</Empty>}
      <Screenful rows={moments} foot={earlier}>
        {shown => <Timeline moments={shown} />}
      </Screenful>
      {data.next && more && <LooksPage id={id} after={data.next} />}
    </View>
  )
}
