import { useState } from 'react'
import { handedTo } from '@domain/errand/record'
import type { Failure } from '@domain/failure'
import { Button } from '../Button'
import { Choice } from '../Choice'
import { Field } from '../Field'
import { Sheet } from '../Sheet'
import type { InputFor } from './acting'
import { FailureLine } from './FailureLine'

export type Proof = Omit<InputFor<'deliver'>, 'id'>

const hands = [
  { value: 'person', label: `交给了${handedTo.person}` },
  { value: 'family', label: `交给了${handedTo.family}` },
  { value: 'neighbour', label: `交给了${handedTo.neighbour}` },
  { value: 'door', label: handedTo.door },
] as const

interface Props {
  busy: boolean
  failure?: Failure
  takePhoto: () => Promise<string | undefined>
  onProof: (proof: Proof) => unknown
  onClose: () => void
}

/** 送到了: one more tap says how; a photo or the family's digits when the rider wants more than his word. */
export function ProofSheet({ busy, failure, takePhoto, onProof, onClose }: Props) {
  const [digits, setDigits] = useState('')
  const shoot = async () => {
    const photo = await takePhoto()
    if (photo) await onProof({ how: 'photo', photo })
  }
  return (
    <Sheet open title="送到了" onClose={onClose}>
      <Choice ariaLabel="交给了谁" options={hands} chosen={undefined} onChoose={how => !busy && onProof({ how })} />
      <Button look="quiet" icon="camera" busy={busy} onTap={shoot}>
        拍张照（只拍东西，不拍人）
      </Button>
      <Field
        label="或者报四位数"
        hint="家里人告诉您的"
        typed="number"
        value={digits}
        maxLength={4}
        onInput={setDigits}
      />
      <Button
        look="quiet"
        busy={busy}
        disabled={!/^\d{4}$/.test(digits)}
        onTap={() => onProof({ how: 'digits', digits })}
      >
        报这四位数
      </Button>
      <FailureLine failure={failure} />
    </Sheet>
  )
}
