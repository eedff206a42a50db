import { useState } from 'react'
import type { Failure } from '@domain/failure'
import { Button } from '@/components/Button'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import { Notice } from '@/components/Notice'
import { Sheet } from '@/components/Sheet'

interface Props {
  name: string
  busy: boolean
  failure?: Failure
  onRefuse: (why: string) => unknown
  onClose: () => void
}

const reasons = ['电话打不通', '公司说没有这个人', '请来社区见一面', '不在这一片跑'] as const

/** 退回并说明: he is told why, so that he can put it right. */
export function RefuseSheet({ name, busy, failure, onRefuse, onClose }: Props) {
  const [reason, setReason] = useState<string>()
  const [words, setWords] = useState('')
  const why = [reason, words.trim()].filter(Boolean).join('，')
  return (
    <Sheet
      open
      title={`退回${name}的报名`}
      onClose={onClose}
      foot={
        <Button busy={busy} disabled={why === ''} onTap={() => onRefuse(why)}>
          退回并说明
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
