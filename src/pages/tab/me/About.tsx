import { View } from '@tarojs/components'
import { go, paths } from '@/client'
import { Button } from '@/components/Button'
import { Section } from '@/components/Section'
import { wechat } from '@/wechat'
import { version } from './version'

/** What this is, what it will never ask (law 9), and which version. */
export function About() {
  return (
    <Section title="关于新邻">
      <View className="me-part">
        <View>{'社区组织的无偿志愿服务，不收跑腿费。急病打\u00a0120。'}</View>
        <View>没有哪件事非做不可：不排名次，不记看了多久，不比谁来得多，转发、订阅都没有奖励。</View>
        <View>位置只在您点“我到了”时看一次，不跟踪。</View>
        <Button look="quiet" icon="shield-check" onTap={() => go(paths.privacyMine())}>
          我的数据
        </Button>
        <Button look="text" onTap={wechat.openContract}>
          隐私保护指引
        </Button>
        <View className="me-line">{`版本 ${version}`}</View>
      </View>
    </Section>
  )
}
