import { useState } from 'react'
import type { Failure } from '@domain/failure'
import { Button } from '../Button'
import { Choice } from '../Choice'
import { Field } from '../Field'
import { Sheet } from '../Sheet'
import type { InputFor } from './acting'
import { FailureLine } from './FailureLine'

export type Received = Omit<InputFor<'confirm'>, 'id'>

const ratings = [
  { value: 'good', label: '很好' },
  { value: 'fine', label: '还行' },
  { value: 'poor', label: '不满意' },
] as const

interface Props {
  label: string
  /** 张师傅, to whom the thanks go. */
  who: string
  busy: boolean
  failure?: Failure
  onReceived: (received: Received) => unknown
  onClose: () => void
}

/** 收到了: a word and a thank-you may be added, and neither is needed. */
export function ThanksSheet({ label, who, busy, failure, onReceived, onClose }: Props) {
  const [rating, setRating] = useState<Received['rating']>()
  const [thanks, setThanks] = useState(false)
  const submit = () => onReceived({ ...(rating ? { rating } : {}), ...(thanks ? { thanks } : {}) })
  const send = (
    <Button busy={busy} onTap={submit}>
      {label}
    </Button>
  )
  return (
    <Sheet open title={label} onClose={onClose} foot={send}>
      <Field label="这次怎么样（可不选）">
        <Choice look="chips" options={ratings} chosen={rating} onChoose={setRating} />
      </Field>
      <Choice
        options={[{ value: 'thanks', label: `谢一声${who}` }]}
        chosen={thanks ? ['thanks'] : []}
        onChoose={() => setThanks(!thanks)}
      />
      <FailureLine failure={failure} />
    </Sheet>
  )
}
