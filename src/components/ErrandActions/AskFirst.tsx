import type { Failure } from '@domain/failure'
import { Dialog } from '../Dialog'
import { FailureLine } from './FailureLine'

interface Props {
  title: string
  words: string
  confirm: string
  failure?: Failure
  onConfirm: () => unknown
  onClose: () => void
}

/** One question before something that others will notice. */
export function AskFirst({ title, words, confirm, failure, onConfirm, onClose }: Props) {
  return (
    <Dialog open title={title} confirm={confirm} onConfirm={onConfirm} onCancel={onClose}>
      {words}
      <FailureLine failure={failure} />
    </Dialog>
  )
}
