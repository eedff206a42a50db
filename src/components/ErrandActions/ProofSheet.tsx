import { useState } from 'react'
import { arrivedWords } from '@domain/errand/arrived'
import { isSent } from '@domain/errand/kind/parcel'
import { handedTo, type Errand } from '@domain/errand/record'
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
  errand: Errand
  busy: boolean
  failure?: Failure
  takePhoto: () => Promise<string | undefined>
  onProof: (proof: Proof) => unknown
  onClose: () => void
}

/** 送到了: one more tap says how. An examinee is there or home and nobody takes a photo of him; a parcel that was sent has a slip. */
export function ProofSheet({ errand, busy, failure, takePhoto, onProof, onClose }: Props) {
  const shoot = async () => {
    const photo = await takePhoto()
    if (photo) await onProof({ how: 'photo', photo })
  }
  const camera = (words: string) => (
    <Button look="quiet" icon="camera" busy={busy} onTap={shoot}>
      {words}
    </Button>
  )
  const itself = (words: string) => (
    <Button busy={busy} onTap={() => onProof({ how: 'person' })}>
      {words}
    </Button>
  )
  const ways = () => {
    if (errand.ride) return itself(errand.ride.leg === 'back' ? '接回家了' : '送到考点了')
    if (isSent(errand))
      return (
        <>
          {itself('交给快递点，寄出了')}
          {camera('拍一下寄件的小票')}
        </>
      )
    return (
      <>
        <Choice ariaLabel="交给了谁" options={hands} chosen={undefined} onChoose={how => !busy && onProof({ how })} />
        {camera('拍张照（只拍东西，不拍人）')}
        <Digits busy={busy} onProof={onProof} />
      </>
    )
  }
  return (
    <Sheet open title={arrivedWords(errand)} onClose={onClose}>
      {ways()}
      <FailureLine failure={failure} />
    </Sheet>
  )
}

/** The family's four digits, when the rider wants more than his word. */
function Digits({ busy, onProof }: Pick<Props, 'busy' | 'onProof'>) {
  const [digits, setDigits] = useState('')
  return (
    <>
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
    </>
  )
}
