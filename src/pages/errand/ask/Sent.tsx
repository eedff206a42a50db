import { View } from '@tarojs/components'
import type { Errand } from '@domain/errand/record'
import type { Community } from '@domain/people'
import { mayRecur } from '@domain/recurring/record'
import { clockOf } from '@domain/time'
import { goTab, paths, redirect, useNow } from '@/client'
import { useErrandActions } from '@/client/use-errand-actions'
import { Button } from '@/components/Button'
import { ErrandActions } from '@/components/ErrandActions'
import { Icon } from '@/components/Icon'
import { Notice } from '@/components/Notice'
import { wechat } from '@/wechat'
import { ShareErrand } from '../ShareErrand'

interface Props {
  errand: Errand
  community: Community
  byPhone: boolean
  /** He wished to be told by WeChat, and WeChat may not. */
  untold?: 'here' | 'off'
}

/** 社区收到了: who is on duty and till when, and what one may still do. */
export function Sent({ errand, community, byPhone, untold }: Props) {
  const acting = useErrandActions()
  const now = useNow()
  const side = byPhone ? 'desk' : 'family'
  return (
    <View className="ask__list">
      <View className="ask__sent">
        <Icon name="circle-check" />
        <View className="ask__sent-words">{byPhone ? '记好了。' : '社区收到了，正在安排。'}</View>
      </View>
      {community.onDuty && community.onDuty.until > now && (
        <Notice icon="user">{`今天值班：${community.onDuty.name}，到 ${clockOf(community.onDuty.until)}`}</Notice>
      )}
      {errand.newcomer && !byPhone && <Notice>新住户，社区会打电话核实</Notice>}
      {untold === 'here' && <Notice>没打开微信提醒也没关系，进展在“消息”里看</Notice>}
      {untold === 'off' && (
        <Notice action="去设置" onAction={() => void wechat.openSettings()}>
          微信里关了新邻的通知，进展在“消息”里看
        </Notice>
      )}
      <ShareErrand errand={errand} />
      {mayRecur(errand.kind) && (
        <Button look="quiet" icon="calendar" onTap={() => redirect(paths.recurringAdd({ errand: errand.id }))}>
          每周都要
        </Button>
      )}
      <Button look="quiet" onTap={() => redirect(paths.errandOne({ id: errand.id }))}>
        看这一单
      </Button>
      <ErrandActions
        errand={errand}
        side={side}
        acting={acting}
        verbs={['cancel']}
        onDone={() => void goTab(paths.tabHome())}
      />
      <Button look="text" onTap={() => goTab(paths.tabHome())}>
        {byPhone ? '回书记台' : '回首页'}
      </Button>
    </View>
  )
}
