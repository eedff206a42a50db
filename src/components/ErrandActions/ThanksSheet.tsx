import { useState } from 'react'
import type { Errand } from '@domain/errand/record'
import type { Failure } from '@domain/failure'
import { Button } from '../Button'
import { Choice } from '../Choice'
import { Field } from '../Field'
import { Sheet } from '../Sheet'
import type { InputFor } from './acting'
import { FailureLine } from './FailureLine'
import { WhySheet } from './WhySheet'
import { unhappyWith } from './wrongs'

export type Received = Omit<InputFor<'confirm'>, 'id'>

const ratings = [
  { value: 'good', label: '很好' },
  { value: 'fine', label: '还行' },
  { value: 'poor', label: '不满意' },
] as const

interface Props {
  errand: Errand
  label: string
  /** 张师傅, to whom the thanks go. */
  who: string
  busy: boolean
  failure?: Failure
  onReceived: (received: Received) => unknown
  /** Said to the community instead, with why. */
  onDispute: (why: string) => unknown
  onClose: () => void
}

/** 收到了: a word and a thank-you may be added, and neither is needed. Who is not content is one tap from 有话说, which the desk must answer. */
export function ThanksSheet({ errand, label, who, busy, failure, onReceived, onDispute, onClose }: Props) {
  const [rating, setRating] = useState<Received['rating']>()
  const [thanks, setThanks] = useState(false)
  const [complains, setComplains] = useState(false)
  if (complains)
    return (
      <WhySheet
        action={unhappyWith(errand)}
        lead="社区会给您回话。"
        busy={busy}
        failure={failure}
        onSubmit={({ why }) => onDispute(why)}
        onClose={onClose}
      />
    )
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
      {rating === 'poor' && (
        <Button look="quiet" icon="message-circle" onTap={() => setComplains(true)}>
          有话说，请社区回个话
        </Button>
      )}
      <Choice
        options={[{ value: 'thanks', label: `谢一声${who}` }]}
        chosen={thanks ? ['thanks'] : []}
        onChoose={() => setThanks(!thanks)}
      />
      <FailureLine failure={failure} />
    </Sheet>
  )
}
