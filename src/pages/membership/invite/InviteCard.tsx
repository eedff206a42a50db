import { View } from '@tarojs/components'
import { clockOf, dayWord } from '@domain/time'
import { paths } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { wechat } from '@/wechat'
import { spoken } from '../spoken'

interface Props {
  id: string
  code: string
  until: number
  /** As what: 助理, 红色驿站店员. */
  what: string
  community: string
  now: number
}

/** 邀请卡: to send, and its code to read out. */
export function InviteCard({ id, code, until, what, community, now }: Props) {
  const share = () =>
    wechat.share({ title: `${community}请您来：${what}`, path: paths.membershipJoin({ id }), kind: 'home' })
  return (
    <Card>
      <View className="membership-name">{what}</View>
      <View className="membership-line">{`只能用一次，${dayWord(until, now)} ${clockOf(until)} 前有效`}</View>
      <Button icon="share-2" openType="share" onTap={share}>
        发给他
      </Button>
      <View className="membership-line">发不了卡片？把邀请码念给他，他在“我的 · 我有邀请码”里写</View>
      <View className="membership-code">{spoken(code)}</View>
    </Card>
  )
}
