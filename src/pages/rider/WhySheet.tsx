import { useState } from 'react'
import type { Failure } from '@domain/failure'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'

interface Props {
  title: string
  /** What the button says. */
  does: string
  reasons: readonly string[]
  busy: boolean
  failure?: Failure | undefined
  onDone: (why: string) => unknown
  onClose: () => void
}

/** A no with its reason: he is told why, so that he can put it right. */
export function WhySheet({ title, does, reasons, busy, failure, onDone, onClose }: Props) {
  const [reason, setReason] = useState<string>()
  const [words, setWords] = useState('')
  const why = [reason, words.trim()].filter(Boolean).join('，')
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      foot={
        <Button busy={busy} disabled={why === ''} onTap={() => onDone(why)}>
          {does}
        </Button>
      }
    >
      <Choice
        ariaLabel="原因"
        options={reasons.map(value => ({ value, label: value }))}
        chosen={reason}
        onChoose={setReason}
      />
      <Field label="还有要说的，写在这里（可不写）" value={words} maxLength={80} onInput={setWords} />
      {failure && <Notice tone="stuck">{failure.sentence}</Notice>}
    </Sheet>
  )
}
