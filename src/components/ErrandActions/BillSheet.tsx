import { useState } from 'react'
import { fenOf, yuanWords } from '@domain/errand/money'
import type { Failure } from '@domain/failure'
import { Button } from '../Button'
import { Field } from '../Field'
import { Notice } from '../Notice'
import { Sheet } from '../Sheet'
import type { Action } from './actions'
import { FailureLine } from './FailureLine'

interface Props {
  action: Action
  /** In fen, what may be laid out without another word. */
  may: number
  busy: boolean
  failure?: Failure
  takePhoto: () => Promise<string | undefined>
  onBill: (bill: { fen: number; receipt?: string }) => unknown
  onClose: () => void
}

/** 花了多少: the sum as the receipt says it, and its photo if there is one; above the cap one asks before buying. */
export function BillSheet({ action, may, busy, failure, takePhoto, onBill, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const [receipt, setReceipt] = useState<string>()
  const fen = fenOf(typed)
  const asks = action.verb === 'askMore'
  const isTooMuch = !asks && fen !== undefined && fen > may
  const send = (
    <Button
      busy={busy}
      disabled={fen === undefined || isTooMuch}
      onTap={() => fen !== undefined && onBill({ fen, ...(receipt && { receipt }) })}
    >
      {asks ? '问家里和社区' : '写好了'}
    </Button>
  )
  return (
    <Sheet open title={action.title ?? action.label} onClose={onClose} foot={send}>
      <Field
        label="多少元"
        hint={`说好的不超过 ${yuanWords(may)}`}
        placeholder="32.5"
        typed="number"
        value={typed}
        maxLength={6}
        onInput={setTyped}
      />
      {isTooMuch && <Notice tone="waiting">超过说好的了，打电话给社区，问好再写</Notice>}
      {!asks && (
        <Button look="quiet" icon="camera" busy={busy} onTap={async () => setReceipt((await takePhoto()) ?? receipt)}>
          {receipt ? '小票拍好了，重拍' : '拍小票（可不拍）'}
        </Button>
      )}
      {!asks && (
        <Button look="text" busy={busy} onTap={() => onBill({ fen: 0 })}>
          没花钱
        </Button>
      )}
      <FailureLine failure={failure} />
    </Sheet>
  )
}
