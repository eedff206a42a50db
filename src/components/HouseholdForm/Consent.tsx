import type { NewHousehold } from '@domain/household/record'
import { Choice } from '../Choice'
import { Field } from '../Field'

type Given = NewHousehold['consent']

const ways = [
  { value: 'inPerson', label: '当面同意' },
  { value: 'byPhone', label: '电话里同意' },
] as const
const own = [{ value: 'inPerson', label: '我同意' }] as const

interface Props {
  isSelf: boolean
  consent: Given | undefined
  onConsent: (consent: Given | undefined) => void
}

/** ☐ 老人同意我替他点单: nothing is ticked beforehand, and a tick can be taken back. */
export function Consent({ isSelf, consent, onConsent }: Props) {
  const choose = (way: Given) => onConsent(way === consent ? undefined : way)
  return (
    <Field
      label={isSelf ? '接单的人能看到门牌和电话' : '老人同意我替他点单'}
      hint={isSelf ? undefined : '接单的人能看到门牌和电话，每次都有记录'}
    >
      <Choice options={isSelf ? own : ways} chosen={consent ? [consent] : []} onChoose={choose} />
    </Field>
  )
}
