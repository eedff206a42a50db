import { View } from '@tarojs/components'
import { useState } from 'react'
import { dotted } from '@domain/line'
import { people } from '@domain/people'
import { trades, type Applicant } from '@domain/person'
import { spanWords } from '@domain/time'
import type * as z from '@domain/zod'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Notice } from '@/components/Notice'
import { RefuseSheet } from './RefuseSheet'
import './applicants.scss'

interface Props {
  applicant: z.infer<typeof Applicant>
  communityId: string
  /** The names of the compounds he passes. */
  passes: readonly string[]
  now: number
  /** This card holds the one red button of the screen. */
  loud: boolean
}

/** One who applied: confirmed after he was seen, or on his firm's word; or sent back with the reason. */
export function ApplicantCard({ applicant, communityId, passes, now, loud }: Props) {
  const confirm = useAction(people.confirmRider)
  const refuse = useAction(people.refuseRider)
  const [refusing, setRefusing] = useState(false)
  const { id, rev, name, trade, firm, at } = applicant
  const tradeWords: Readonly<Record<string, string>> = trades
  const yes = (how: 'seen' | 'firm') => confirm.run({ communityId, id, rev, how })
  const no = async (why: string) => {
    if (await refuse.run({ communityId, id, rev, why })) setRefusing(false)
  }
  const close = () => {
    setRefusing(false)
    refuse.clear()
  }
  return (
    <Card>
      <View className="applicant-name">{dotted(name, tradeWords[trade] ?? trades.other, firm)}</View>
      <View className="applicant-line">{passes.length > 0 ? `常路过 ${passes.join('、')}` : '没说常路过哪儿'}</View>
      <View className="applicant-line">{`报名 ${spanWords(now - at)}了`}</View>
      <Button look={loud ? 'primary' : 'quiet'} busy={confirm.busy} onTap={() => yes('seen')}>
        见过本人，确认
      </Button>
      <Button look="quiet" busy={confirm.busy} onTap={() => yes('firm')}>
        公司说了算，确认
      </Button>
      <Button look="text" busy={confirm.busy} onTap={() => setRefusing(true)}>
        退回并说明
      </Button>
      {confirm.failure && <Notice tone="stuck">{confirm.failure.sentence}</Notice>}
      {refusing && (
        <RefuseSheet name={name} busy={refuse.busy} failure={refuse.failure} onRefuse={no} onClose={close} />
      )}
    </Card>
  )
}
