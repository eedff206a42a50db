import { View } from '@tarojs/components'
import { membership, whatWords, type Invitation } from '@domain/membership'
import { clockOf, dayWord } from '@domain/time'
import { useAction, useNow, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import { spoken } from '../spoken'

/** 发出去的邀请: those that nobody has used yet. */
export function OpenInvitations({ communityId }: { communityId: string }) {
  const { data, failure, reload } = useQuery(membership.invitations, { communityId })
  return (
    <Section title={data ? `还没人用的邀请 ${data.rows.length}` : '还没人用的邀请'}>
      {!data && (failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />)}
      {data?.rows.length === 0 && <View className="membership-line">现在没有</View>}
      <View className="membership-part">
        {data?.rows.map(row => (
          <OpenInvitation key={row.id} row={row} />
        ))}
      </View>
    </Section>
  )
}

function OpenInvitation({ row }: { row: Invitation }) {
  const now = useNow()
  const { run, busy, failure } = useAction(membership.takeBack)
  const { id, by, until, code } = row
  return (
    <Card>
      <View className="membership-row">
        <View className="membership-words">
          <View className="membership-name">{whatWords(row)}</View>
          <View className="membership-line">{`${by}发的 · ${dayWord(until, now)} ${clockOf(until)} 前有效`}</View>
          <View className="membership-line">{`邀请码 ${spoken(code)}`}</View>
        </View>
        <Button look="text" inline busy={busy} onTap={() => run({ id })}>
          收回
        </Button>
      </View>
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
    </Card>
  )
}
