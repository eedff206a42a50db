import { clockOf } from '@domain/time'
import { Notice } from '../Notice'

/** Something done on this phone that the cloud has not heard of, or would not have. */
export interface Waiting {
  key: string
  /** 送到了：送饭 · 王大爷. */
  words: string
  /** When it was done, epoch ms. */
  at: number
  refused?: string | undefined
}

interface Props {
  taps: readonly Waiting[]
  offline: boolean
  onAgain: () => void
  onRead: (key: string) => void
}

/** 记下的: what waits for a network, in one line; and what was not taken, each until it was read. */
export function Outbox({ taps, offline, onAgain, onRead }: Props) {
  const line = ({ at, words }: Waiting) => `${clockOf(at)} ${words}`
  const waiting = taps.filter(({ refused }) => refused === undefined)
  const told = offline ? '没有网络，已记下，有网就发' : '已记下，正在发'
  return (
    <>
      {waiting.length > 0 && (
        <Notice tone="waiting" {...(offline ? {} : { action: '再发一次', onAction: onAgain })}>
          {[told, ...waiting.map(line)].join('\n')}
        </Notice>
      )}
      {taps.flatMap(tap =>
        tap.refused === undefined
          ? []
          : [
              <Notice key={tap.key} tone="stuck" action="知道了" onAction={() => onRead(tap.key)}>
                {`${line(tap)}，没记上：${tap.refused}`}
              </Notice>,
            ],
      )}
    </>
  )
}
