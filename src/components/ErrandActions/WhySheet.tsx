import { useState } from 'react'
import { goodsPlaces, otherReason } from '@domain/errand/reasons'
import type { Failure } from '@domain/failure'
import { Button } from '../Button'
import { Choice } from '../Choice'
import { Field } from '../Field'
import { Notice } from '../Notice'
import { Sheet } from '../Sheet'
import type { Action } from './actions'
import { FailureLine } from './FailureLine'

interface Props {
  action: Action
  /** A line above the reasons: whom it concerns, what happens next. */
  lead?: string
  /** True where what it cost would be lost with this: it is told as 没送成 then. */
  isLaidOut?: (goodsAt: string) => boolean
  busy: boolean
  failure?: Failure
  onSubmit: (input: { why: string; reason?: string; goodsAt?: string }) => unknown
  onClose: () => void
}

/** A reason: ready-made ones to tap, words for the rest; where the goods are now, when somebody must fetch them. */
export function WhySheet({ action, lead, isLaidOut = () => false, busy, failure, onSubmit, onClose }: Props) {
  const [reason, setReason] = useState<string>()
  const [words, setWords] = useState('')
  const [place, setPlace] = useState<string>()
  const [placeWords, setPlaceWords] = useState('')
  const said = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('，')
  const why = said(reason === otherReason ? undefined : reason, words.trim())
  const goodsAt = said(place, placeWords.trim())
  const submit = () => onSubmit({ why, ...(reason ? { reason } : {}), ...(goodsAt ? { goodsAt } : {}) })
  const send = (
    <Button busy={busy} disabled={why === ''} onTap={submit}>
      {isLaidOut(goodsAt) ? '没送成，告诉社区' : action.label}
    </Button>
  )
  return (
    <Sheet open title={action.title ?? action.label} onClose={onClose} foot={send}>
      {lead ? <Notice>{lead}</Notice> : null}
      {action.reasons ? (
        <Choice
          look="chips"
          ariaLabel="原因"
          options={action.reasons.map(optionOf)}
          chosen={reason}
          onChoose={setReason}
        />
      ) : null}
      <Field
        label={action.reasons && reason !== otherReason ? '还有要说的（可不写）' : '写一句'}
        typed="long"
        value={words}
        maxLength={60}
        onInput={setWords}
      />
      {action.goods ? (
        <>
          <Field label="东西现在在哪儿（拿了才要说）">
            <Choice
              look="chips"
              ariaLabel="东西现在在哪儿"
              options={Object.values(goodsPlaces).map(optionOf)}
              chosen={place}
              onChoose={setPlace}
            />
          </Field>
          <Field label="再说清楚一点（可不写）" value={placeWords} maxLength={40} onInput={setPlaceWords} />
          {isLaidOut(goodsAt) ? <Notice>东西拿了，就按“没送成”记，花了多少接着写</Notice> : null}
        </>
      ) : null}
      <FailureLine failure={failure} />
    </Sheet>
  )
}

const optionOf = (value: string) => ({ value, label: value })
