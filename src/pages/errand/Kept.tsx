import { tapWords } from '@/client/outbox/tap'
import { useOutbox } from '@/client/outbox/use-outbox'
import { Outbox } from '@/components/Outbox'
import { wechat } from '@/wechat'

/** 记下的 of whoever holds this phone; `errandId`: of one errand alone. */
export function Kept({ errandId }: { errandId?: string }) {
  const { taps, read, again } = useOutbox()
  const shown = taps.filter(tap => !tap.sent && (errandId === undefined || tap.errandId === errandId))
  return (
    <Outbox
      taps={shown.map(tap => ({ ...tap, words: tapWords(tap) }))}
      offline={wechat.network() === 'none'}
      onAgain={() => void again()}
      onRead={read}
    />
  )
}
