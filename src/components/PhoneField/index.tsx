import { View } from '@tarojs/components'
import { useState } from 'react'
import { Failure } from '@domain/failure'
import { people } from '@domain/people'
import { call } from '@/client'
import type { Got, Why } from '@/wechat'
import { phoneButton } from '@/wechat/phone-button'
import { notGiven } from '@/wechat/why'
import { Button } from '../Button'
import { Field } from '../Field'
import { Notice } from '../Notice'
import './index.scss'

interface Props {
  label: string
  hint?: string
  value: string
  error?: string
  onInput: (number: string) => void
}

/** Who turned back knows it: the field beside waits for him. */
function refusalOf(why: Why): Failure | undefined {
  if (why === 'left') return undefined
  return why === 'off' ? new Failure('NO_NUMBER') : new Failure('NOT_GIVEN', notGiven(why, '手机号').detail)
}

/**
 * 电话: written by hand, or his own number put into this field by WeChat. It stands there for him to see and to change, and goes nowhere
 * until he sends the form, which says who will read it.
 */
export function PhoneField(props: Props) {
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)

  async function heard(got: Got<string>): Promise<void> {
    setFailure(got.ok ? undefined : refusalOf(got.why))
    if (!got.ok) return
    setBusy(true)
    try {
      props.onInput((await call(people.phoneNumber, { code: got.value })).number)
    } catch (fault) {
      setFailure(fault instanceof Failure ? fault : new Failure('NO_NUMBER'))
    } finally {
      setBusy(false)
    }
  }

  return (
    <View className="phone-field">
      <Field {...props} typed="phone" maxLength={13} />
      <Button look="quiet" icon="phone" busy={busy} {...phoneButton(got => void heard(got))}>
        填上微信里的手机号
      </Button>
      {failure && <Notice tone="waiting">{failure.sentence}</Notice>}
    </View>
  )
}
