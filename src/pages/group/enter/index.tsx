import { View } from '@tarojs/components'
import { useState } from 'react'
import { Failure } from '@domain/failure'
import { group, type Entered } from '@domain/group'
import { goTab, paths, useAction, useCommunity, useParams } from '@/client'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { wechat } from '@/wechat'
import { ByCode } from './ByCode'
import '../group.scss'

/** How he came in, as a sentence. */
function enteredWords({ how, name = '社区' }: Entered): string {
  if (how === 'bound') return `认好了：${name}。以后从这个群点进来的，都是自己人`
  return how === 'member' ? `您是从${name}来的，已经记下了` : `${name}欢迎您`
}

/** 从群里来: what a tap on the community's card opens. WeChat vouches for the group; whoever it cannot vouch for says a code. */
export default function GroupEnter() {
  const { invite, c } = useParams()
  const own = useCommunity()
  const enter = useAction(group.enter)
  const [entered, setEntered] = useState<Entered>()
  const [unknown, setUnknown] = useState<Failure>()
  const communityId = c ?? own.id

  function arrive(answer: Entered | undefined): void {
    if (!answer) return
    setEntered(answer)
    if (answer.communityId && answer.how !== 'visitor') own.choose(answer.communityId)
  }
  async function show(): Promise<void> {
    const entry = await wechat.groupEntry()
    if (entry === undefined) return setUnknown(new Failure('NOT_A_GROUP'))
    setUnknown(undefined)
    arrive(await enter.run(invite ? { invite } : {}, { group: entry }))
  }

  const isIn = entered !== undefined && entered.how !== 'visitor'
  const failure = unknown ?? enter.failure
  return (
    <Screen>
      <View className="group">
        {!entered && <View className="group-title">{invite ? '认一认这个群' : '从社区的群里来？'}</View>}
        {!entered && <View className="group-line">微信会告诉社区您是从哪个群点进来的。群里的话，谁也读不到。</View>}
        {!entered && (
          <Button icon="users" busy={enter.busy} onTap={show}>
            {invite ? '就是这个群' : '我是从群里来的'}
          </Button>
        )}
        {isIn && <Notice tone="done">{enteredWords(entered)}</Notice>}
        {entered?.how === 'visitor' && <Notice tone="waiting">这个群社区还没认过。可以先看看，也可以报进群码</Notice>}
        {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
        {!isIn && communityId && (failure || entered) && <ByCode communityId={communityId} onEntered={arrive} />}
        {entered && (
          <Button look={isIn ? 'primary' : 'quiet'} icon="house" onTap={() => goTab(paths.tabHome())}>
            去首页
          </Button>
        )}
      </View>
    </Screen>
  )
}
