import { Form, View } from '@tarojs/components'
import { useState } from 'react'
import { Failure } from '@domain/failure'
import { may } from '@domain/operation'
import { people } from '@domain/people'
import { keepsName } from '@domain/role'
import { useAction, useMe, useQuery } from '@/client'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureLine } from '@/components/ErrandActions/FailureLine'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Screen } from '@/components/Screen'
import { wechat } from '@/wechat'
import { faceButton } from '@/wechat/face-button'
import './myself.scss'

/** 称呼和头像: how one is called and seen. Both may be left as they are; nothing hangs on them. */
export default function PeopleMyself() {
  const me = useMe()
  const { data } = useQuery(people.face, me.face === undefined ? null : {})
  const introduce = useAction(people.introduce)
  const [name, setName] = useState<string>()
  const [asked, setAsked] = useState<string>()
  const [lost, setLost] = useState<Failure>()
  const isFixed = keepsName(me)
  const isRider = me.memberships.some(({ communityId }) => may(people.free, me, { communityId }))
  const seenBy = isRider ? '微信看过以后，您去谁家，谁家看得到是您来了。' : '头像只有您自己看得到。'

  async function takeFace(uploading: Promise<{ fileId: string }>): Promise<void> {
    setLost(undefined)
    try {
      await introduce.run({ face: (await uploading).fileId })
    } catch (fault) {
      setLost(fault instanceof Failure ? fault : new Failure('BROKEN'))
    }
  }

  /** Without leave WeChat offers no nickname, and says nothing. */
  async function askLeave(): Promise<void> {
    const why = '没同意隐私说明也没关系，自己写个称呼就行'
    setLost((await wechat.agree()) ? undefined : new Failure('NOT_GIVEN', { why }))
  }

  async function takeName(typed: string | undefined): Promise<void> {
    const called = (typed ?? name ?? '').trim()
    if (called !== '' && called !== me.name && (await introduce.run({ name: called }))) setAsked(called)
  }

  return (
    <Screen>
      <Card>
        <View className="myself__face">
          <Avatar name={me.name || '街坊'} face={data?.url} />
          <View className="myself__name">{me.name || '街坊'}</View>
        </View>
        <Button look="quiet" icon="user" {...faceButton(uploading => void takeFace(uploading))}>
          换头像
        </Button>
        <View className="myself__line">{`${seenBy}不换也行，就用称呼的第一个字。`}</View>
        {/* WeChat tells of no refusal of a face, so the way on stands here. */}
        <View className="myself__line">点了没反应？过十秒再点，微信会再问您</View>
      </Card>
      {isFixed ? (
        <Notice>称呼是社区确认过的，要改请打电话给社区</Notice>
      ) : (
        <Form onSubmit={({ detail }) => void takeName(detail?.value?.nickname)}>
          <View className="myself__form">
            <Field
              label="怎么称呼您"
              placeholder="王女士"
              typed="nickname"
              value={name ?? me.name}
              maxLength={12}
              onInput={setName}
              onFocus={() => void askLeave()}
            />
            <Button submits busy={introduce.busy} onTap={() => undefined}>
              就这么叫
            </Button>
          </View>
        </Form>
      )}
      {asked !== undefined && asked !== me.name && <Notice>新称呼等社区看过后换上，先还叫原来的</Notice>}
      <FailureLine failure={lost ?? introduce.failure} />
    </Screen>
  )
}
