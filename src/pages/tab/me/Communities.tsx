import { View } from '@tarojs/components'
import type { Failure } from '@domain/failure'
import { go, paths, useCommunity } from '@/client'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Notice } from '@/components/Notice'
import { Section } from '@/components/Section'
import type { Belonging } from './roles'

interface Props {
  mine: readonly Belonging[]
  nameOf: (communityId: string) => string
  failure?: Failure
  onRetry: () => Promise<void>
}

/** 社区: those I belong to and what I am there; a tap looks at that one, and any other may be looked at as well. */
export function Communities({ mine, nameOf, failure, onRetry }: Props) {
  const { id, choose } = useCommunity()
  const elsewhere = id !== undefined && !mine.some(({ communityId }) => communityId === id)
  const options = mine.map(({ communityId, words }) => ({
    value: communityId,
    label: nameOf(communityId),
    hint: words,
  }))
  return (
    <Section title="我的社区">
      <View className="me-part">
        {failure && (
          <Notice tone="stuck" action="再试一次" onAction={() => void onRetry()}>
            {failure.sentence}
          </Notice>
        )}
        {elsewhere && <View className="me-line">{`正在看：${nameOf(id)}`}</View>}
        {options.length > 0 && <Choice ariaLabel="我的社区" options={options} chosen={id} onChoose={choose} />}
        <Button look="quiet" onTap={() => go(paths.peopleCommunity())}>
          {id ? '看别的社区' : '选社区'}
        </Button>
        <Button look="text" onTap={() => go(paths.membershipJoin())}>
          我有邀请码
        </Button>
      </View>
    </Section>
  )
}
