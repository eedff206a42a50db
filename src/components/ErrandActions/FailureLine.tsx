import type { Failure } from '@domain/failure'
import { Notice } from '../Notice'

/** What went wrong, where the person is looking; nothing when nothing did. */
export function FailureLine({ failure }: { failure?: Failure | undefined }) {
  return failure ? <Notice tone="stuck">{failure.sentence}</Notice> : null
}
