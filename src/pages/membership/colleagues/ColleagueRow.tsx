import { View } from '@tarojs/components'
import { useState } from 'react'
import { membership, whatWords, type Colleague } from '@domain/membership'
import { useAction, useMe } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Dialog } from '@/components/Dialog'
import { Notice } from '@/components/Notice'

const roles = membership.end.input.shape.role.options

/** One colleague, and the way to take him off, or to leave. */
export function ColleagueRow({ row, communityId }: { row: Colleague; communityId: string }) {
  const { personId, name, stationId, mayEnd } = row
  const isMe = useMe().id === personId
  const end = useAction(membership.end)
  const [asking, setAsking] = useState(false)
  const role = roles.find(one => one === row.role)
  const what = whatWords(row)
  async function take(): Promise<void> {
    setAsking(false)
    if (role) await end.run({ communityId, personId, role, ...(stationId && { stationId }) })
  }
  return (
    <Card>
      <View className="membership-row">
        <View className="membership-words">
          <View className="membership-name">{isMe ? `${name}（我）` : name}</View>
          <View className="membership-line">{what}</View>
        </View>
        {mayEnd && role && (
          <Button look="text" inline busy={end.busy} onTap={() => setAsking(true)}>
            {isMe ? '我不做了' : '请他离开'}
          </Button>
        )}
      </View>
      {end.failure && <Notice tone="stuck">{end.failure.sentence}</Notice>}
      <Dialog
        open={asking}
        title={isMe ? `不做${what}了？` : `请${name}离开？`}
        confirm={isMe ? '不做了' : '请他离开'}
        onConfirm={take}
        onCancel={() => setAsking(false)}
      >
        {isMe ? '马上就看不到这里的事了。要回来，请同事再请您。' : '他马上就看不到这里的事了，谁办的会记下来。'}
      </Dialog>
    </Card>
  )
}
