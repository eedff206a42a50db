import { View } from '@tarojs/components'
import { useState } from 'react'
import { dotted } from '@domain/line'
import { rider } from '@domain/rider'
import type { Applicant } from '@domain/rider/record'
import type { Vouching } from '@domain/rider/words'
import { dayOf, spanWords } from '@domain/time'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { whoWords, type NameOf } from '../words'
import { Facts } from '../Facts'
import { PhoneLine } from '../PhoneLine'
import { WhySheet } from '../WhySheet'
import '../rider.scss'

interface Props {
  applicant: Applicant
  communityId: string
  nameOf: NameOf
  now: number
  /** This card holds the one red button of the screen. */
  loud: boolean
}

const reasons = ['电话打不通', '公司说没有这个人', '请来社区见一面', '不在这一片跑'] as const

/** One who applied, or a rider who is to be called otherwise: confirmed after he was seen, or on his firm's word; or sent back. */
export function ApplicantCard({ applicant, communityId, nameOf, now, loud }: Props) {
  const confirm = useAction(rider.confirm)
  const refuse = useAction(rider.refuse)
  const [refusing, setRefusing] = useState(false)
  const { id, rev, name, at, before } = applicant
  const yes = (how: Vouching) => confirm.run({ communityId, id, rev, how })
  const no = async (why: string) => {
    if (await refuse.run({ communityId, id, rev, why })) setRefusing(false)
  }
  const close = () => {
    setRefusing(false)
    refuse.clear()
  }
  return (
    <Card>
      <View className="rider-name">
        {dotted(whoWords(applicant), `${before ? '提出' : '报名'} ${spanWords(now - at)}了`)}
      </View>
      {before ? (
        <View className="rider-line">{`要改资料，现在是 ${whoWords(before)}`}</View>
      ) : (
        <Facts profile={applicant} nameOf={nameOf} today={dayOf(now)} />
      )}
      <PhoneLine communityId={communityId} id={id} masked={applicant.phone} />
      <Button look={loud ? 'primary' : 'quiet'} busy={confirm.busy} onTap={() => yes('seen')}>
        见过本人，确认
      </Button>
      <Button look="quiet" busy={confirm.busy} onTap={() => yes('firm')}>
        公司作保，确认
      </Button>
      <Button look="text" busy={confirm.busy} onTap={() => setRefusing(true)}>
        退回并说明
      </Button>
      {confirm.failure && <Notice tone="stuck">{confirm.failure.sentence}</Notice>}
      {refusing && (
        <WhySheet
          title={before ? `退回${before.name}要改的` : `退回${name}的报名`}
          does="退回并说明"
          reasons={reasons}
          busy={refuse.busy}
          failure={refuse.failure}
          onDone={no}
          onClose={close}
        />
      )}
    </Card>
  )
}
