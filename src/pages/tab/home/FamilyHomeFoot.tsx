import { useState } from 'react'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { Notice } from '@/components/Notice'
import { CallButton } from '@/components/CallButton'
import { wechat } from '@/wechat'
import { CallCommunity } from '../../errand/CallCommunity'

/** 投诉与建议: the community first, the city's hotline behind it. */
export function FamilyHomeFoot({ communityId }: { communityId: string | undefined }) {
  const [open, setOpen] = useState(false)
  const call = (number: string) => void wechat.phoneCall(number)
  return (
    <>
      <Button look="text" icon="message-circle" onTap={() => setOpen(true)}>
        投诉与建议
      </Button>
      <Sheet open={open} title="投诉与建议" onClose={() => setOpen(false)}>
        <Notice>哪里不好、想改什么，打个电话说一声。不满意社区的答复，可以打市民热线。</Notice>
        <CallCommunity communityId={communityId} />
        <CallButton number="12345" label="打 12345 市民热线" onCall={call} />
      </Sheet>
    </>
  )
}
