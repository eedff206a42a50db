import { View } from '@tarojs/components'
import { isKeyOf } from '@domain/key'
import type { Mine } from '@domain/privacy'
import { holds, riderRole } from '@domain/role'
import { vouching, wordOf } from '@domain/rider/words'
import { dateWord } from '@domain/time'
import { go, paths, useMe, useNow } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Section } from '@/components/Section'
import { belongings, tradeWords } from '../../tab/me/roles'

const applied = { waiting: '报过名，等社区确认', refused: '报过名，社区这次没确认' } as const

/** 我是谁: name, face, what I am where, and who said so. */
export function WhoIAm({ mine }: { mine: Mine }) {
  const me = useMe()
  const now = useNow()
  const { name, hasFace, hasPhone, trade, roles, confirmations, application } = mine
  const nameOf = (id: string) => roles.find(({ communityId }) => communityId === id)?.community ?? '社区'
  const state = application && isKeyOf(applied, application.state) ? applied[application.state] : undefined
  const lines = [
    [hasFace ? '有头像' : '没有头像', hasPhone ? '留了给家里打的电话' : ''].filter(Boolean).join('，'),
    tradeWords(trade),
    ...belongings(me, now).map(({ communityId, words }) => `${nameOf(communityId)}：${words}`),
    ...confirmations.map(({ at, by, how }) => `${dateWord(at)} ${by}确认的，${wordOf(vouching, how)}`),
    application && state && `${application.community}：${state}`,
  ]
  const isKnown = name !== ''
  return (
    <Section title="您是谁">
      <Card>
        <View className="privacy-name">{isKnown ? name : '没有登记，只是看看'}</View>
        {isKnown &&
          lines.map(line =>
            line ? (
              <View key={line} className="privacy-line">
                {line}
              </View>
            ) : null,
          )}
        <View className="privacy-quiet">微信只给一个编号，看不到您的微信号。</View>
        {isKnown && (
          <Button look="quiet" icon="pencil" onTap={() => go(paths.peopleMyself())}>
            改称呼和头像
          </Button>
        )}
        {holds(me, riderRole, now) && (
          <Button look="quiet" icon="user" onTap={() => go(paths.riderProfile())}>
            接单资料
          </Button>
        )}
      </Card>
    </Section>
  )
}
