import type { Failure } from '@domain/failure'
import { wechat } from '@/wechat'
import { Notice } from '../Notice'

/** What went wrong, where the person is looking; nothing when nothing did. */
export function FailureLine({ failure }: { failure?: Failure | undefined }) {
  if (!failure) return null
  // What the person did not allow is no mishap, and WeChat's settings take it back.
  if (failure.code === 'NOT_ALLOWED') {
    return (
      <Notice tone="waiting" action="去设置" onAction={() => void wechat.openSettings()}>
        {failure.sentence}
      </Notice>
    )
  }
  return <Notice tone={failure.code === 'NOT_GIVEN' ? 'waiting' : 'stuck'}>{failure.sentence}</Notice>
}
