import { View } from '@tarojs/components'
import { useState } from 'react'
import { roster } from '@domain/roster'
import { clockOf, dayWord } from '@domain/time'
import { useAction, useNow, useParams, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { CallButton } from '@/components/CallButton'
import { Card } from '@/components/Card'
import { Empty } from '@/components/Empty'
import { FailureLine } from '@/components/ErrandActions'
import { Failed } from '@/components/Failed'
import { Fold } from '@/components/Fold'
import { GoHome } from '@/components/GoHome'
import { Loading } from '@/components/Loading'
import { Tag } from '@/components/Tag'
import { wechat } from '@/wechat'
import { AtDesk } from '../AtDesk'
import { standingTone, standingWord, tradeWord } from '../words'
import { CorrectSheet } from './CorrectSheet'
import { ToldField } from './ToldField'

/** 一人一档: everything that is known of one worker, and who said it. */
export default function RosterOne() {
  const { id } = useParams()
  return (
    <AtDesk>
      {communityId =>
        id ? (
          <One communityId={communityId} id={id} />
        ) : (
          <Empty icon="user" foot={<GoHome />}>
            没找到这个人
          </Empty>
        )
      }
    </AtDesk>
  )
}

function One({ communityId, id }: { communityId: string; id: string }) {
  const now = useNow()
  const { data, failure, reload } = useQuery(roster.one, { communityId, id })
  const reveal = useAction(roster.reveal)
  const leave = useAction(roster.leave)
  const comeBack = useAction(roster.comeBack)
  const [numbers, setNumbers] = useState<string[]>()
  const [correcting, setCorrecting] = useState(false)
  if (!data) return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
  const { name, trade, state, fields, looks, answeredAt, phone } = data
  const at = (moment: number) => `${dayWord(moment, now)} ${clockOf(moment)}`
  const look = async () => setNumbers((await reveal.run({ communityId, id }))?.numbers)
  return (
    <View className="roster">
      <Card>
        <View className="roster-name">{`${name} · ${tradeWord(trade)}`}</View>
        <Tag tone={standingTone(state) ?? 'plain'}>
          {`${standingWord(state)}${answeredAt === undefined ? '' : ` · ${at(answeredAt)}`}`}
        </Tag>
        {numbers?.map(number => (
          <CallButton
            key={number}
            number={number}
            label={`打电话给${name}`}
            shown
            onCall={called => void wechat.phoneCall(called)}
          />
        ))}
        {phone && !numbers && (
          <Button look="quiet" icon="eye" busy={reveal.busy} onTap={look}>
            看电话（会记下来）
          </Button>
        )}
        <FailureLine failure={reveal.failure} />
      </Card>
      <Card>
        {fields.map(told => (
          <ToldField key={told.field} told={told} />
        ))}
      </Card>
      <View className="roster-row">
        <Button look="quiet" inline icon="pencil" onTap={() => setCorrecting(true)}>
          改一改
        </Button>
        {state === 'left' ? (
          <Button look="quiet" inline busy={comeBack.busy} onTap={() => comeBack.run({ communityId, id })}>
            又回来了
          </Button>
        ) : (
          <Button look="quiet" inline busy={leave.busy} onTap={() => leave.run({ communityId, id })}>
            已离开
          </Button>
        )}
      </View>
      <FailureLine failure={leave.failure ?? comeBack.failure} />
      {looks.length > 0 && (
        <Fold title="谁看过电话" count={looks.length}>
          {looks.map(({ who, at: seenAt }) => (
            <View key={`${who} ${seenAt}`} className="roster-line">{`${who} · ${at(seenAt)}`}</View>
          ))}
        </Fold>
      )}
      {correcting && <CorrectSheet communityId={communityId} worker={data} onClose={() => setCorrecting(false)} />}
    </View>
  )
}
