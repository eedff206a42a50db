import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Household } from '@domain/household/record'
import type { Community } from '@domain/people'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Knocking } from '@/components/HouseholdForm'
import { Notice } from '@/components/Notice'
import { changesOf, editedOf, type Changes, type Edited } from './changes'
import { DoorAndPhones } from './DoorAndPhones'

const company = [
  { value: 'alone', label: '一个人住' },
  { value: 'together', label: '有人同住' },
] as const

interface Props {
  home: Household
  community: Community
  busy: boolean
  onSubmit: (changes: Changes) => Promise<void>
}

/** What is known of the home, to be put right. */
export function EditForm({ home, community, busy, onSubmit }: Props) {
  const [edited, setEdited] = useState<Edited>(() => editedOf(home))
  const [wrong, setWrong] = useState<string>()
  const put = (some: Partial<Edited>) => {
    setWrong(undefined)
    setEdited(before => ({ ...before, ...some }))
  }
  const submit = () => {
    const changes = changesOf(edited, home)
    if (typeof changes !== 'string') return onSubmit(changes)
    setWrong(changes)
    return undefined
  }
  const { elder, alone } = edited
  return (
    <View className="household">
      <Field label="邻居怎么称呼老人" value={elder} maxLength={12} onInput={words => put({ elder: words })} />
      <Field label="是一个人住吗">
        <Choice
          look="chips"
          options={company}
          chosen={alone === undefined ? undefined : alone ? 'alone' : 'together'}
          onChoose={how => put({ alone: how === 'alone' })}
        />
      </Field>
      <Knocking answers={edited} put={put} />
      <DoorAndPhones home={home} community={community} edited={edited} put={put} />
      {wrong && <Notice tone="waiting">{wrong}</Notice>}
      <Button busy={busy} onTap={submit}>
        改好了
      </Button>
    </View>
  )
}
