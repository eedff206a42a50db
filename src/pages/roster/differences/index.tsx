import { View } from '@tarojs/components'
import { useState } from 'react'
import { roster } from '@domain/roster'
import { bodies } from '@domain/roster/claim'
import { pairWords, type Reconciliation } from '@domain/roster/reconciling'
import { clockOf, dayWord } from '@domain/time'
import { useAction, useNow, useParams, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions'
import { Failed } from '@/components/Failed'
import { Fold } from '@/components/Fold'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Screenful } from '@/components/Screenful'
import { AtDesk } from '../AtDesk'
import { Difference } from './Difference'

/** 一处一处对, until none is left; then it is signed. */
export default function RosterDifferences() {
  const { id } = useParams()
  return (
    <AtDesk>
      {communityId =>
        id ? (
          <Open communityId={communityId} id={id} />
        ) : (
          <Empty icon="list" foot={<GoHome />}>
            没找到这次对账
          </Empty>
        )
      }
    </AtDesk>
  )
}

function Open({ communityId, id }: { communityId: string; id: string }) {
  const { data, failure, reload } = useQuery(roster.differences, { communityId, id, settled: false })
  const sign = useAction(roster.sign)
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  const { reconciliation, rows } = data
  const { found, open, state } = reconciliation
  return (
    <View className="roster">
      <View className="roster-part">
        <View className="roster-name">
          {[pairWords(reconciliation), reconciliation.firm].filter(Boolean).join(' · ')}
        </View>
        <View className="roster-sum">{`不一样 ${found} 处，定了 ${found - open} 处，还有 ${open} 处`}</View>
      </View>
      {state === 'signed' && <Signed reconciliation={reconciliation} />}
      {state === 'open' && open === 0 && (
        <>
          <Notice tone="done">{found === 0 ? '两边一样' : '都对上了'}</Notice>
          <Button busy={sign.busy} onTap={() => sign.run({ communityId, id })}>
            对完了，我来签
          </Button>
        </>
      )}
      <FailureLine failure={failure ?? sign.failure} />
      <Screenful rows={rows}>
        {shown =>
          shown.map(row => (
            <Difference
              key={row.id}
              communityId={communityId}
              row={row}
              left={bodies[reconciliation.left]}
              right={bodies[reconciliation.right]}
            />
          ))
        }
      </Screenful>
      {open > rows.length && <Notice>{`先定这 ${rows.length} 处，后面还有`}</Notice>}
      {found > open && (
        <Fold title="定了的" count={found - open}>
          <Settled communityId={communityId} id={id} />
        </Fold>
      )}
    </View>
  )
}

function Signed({ reconciliation: { signedBy = '', signedAt = 0 } }: { reconciliation: Reconciliation }) {
  const now = useNow()
  return <Notice tone="done">{`${signedBy} ${dayWord(signedAt, now)} ${clockOf(signedAt)} 签了`}</Notice>
}

function Settled({ communityId, id, after }: { communityId: string; id: string; after?: string }) {
  const input = { communityId, id, settled: true, ...(after && { after }) }
  const { data, failure, reload } = useQuery(roster.differences, input)
  const [more, setMore] = useState(false)
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  const { rows, reconciliation, next } = data
  return (
    <View className="roster-part">
      {rows.map(row => (
        <Difference
          key={row.id}
          communityId={communityId}
          row={row}
          left={bodies[reconciliation.left]}
          right={bodies[reconciliation.right]}
        />
      ))}
      {next && !more && (
        <Button look="text" onTap={() => setMore(true)}>
          往下再看
        </Button>
      )}
      {next && more && <Settled communityId={communityId} id={id} after={next} />}
    </View>
  )
}
