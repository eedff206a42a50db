import { useEffect, useRef, useState } from 'react'
import { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { station, type Visit } from '@domain/station'
import { useAction } from '@/client'
import { wechat, type Why } from '@/wechat'

/** Why the visit waits for the clerk's nod: too far away, or why WeChat gave no location. */
export type Doubt = 'outside' | Why

const isCounted = (visit: Visit | undefined): boolean => visit?.state === station.arrive.moves.to

/**
 * 我到了: locates once, on the tap, and says so to the cloud. A visit that place does not prove stands as waiting; it is asked after
 * again whenever the page is shown or pulled, or visits are told to have changed, because the clerk may have nodded meanwhile.
 */
export function useArrival(code: string) {
  const proven = useAction(station.arrive)
  const announced = useAction(station.announce)
  const [visit, setVisit] = useState<Visit>()
  const [doubt, setDoubt] = useState<Doubt>()

  async function arrive(): Promise<void> {
    const place = await wechat.locate()
    // Tried again while the visit is still being written down: what WeChat says now is told all the same.
    if (visit && !place.ok) setDoubt(place.why)
    const answer = await (place.ok ? proven.run({ code, fix: place.value }) : announced.run({ code }))
    if (!answer) return
    setDoubt(place.ok ? 'outside' : place.why)
    setVisit(answer)
  }

  /** The same visit once more: announcing what stands already writes nothing and answers how it stands. */
  async function askAgain(): Promise<void> {
    const answer = await announced.run({ code })
    if (answer) setVisit(answer)
  }

  const counted = isCounted(visit)
  const waiting = visit !== undefined && !counted
  const askWhileWaiting = () => {
    if (waiting) void askAgain()
  }
  useDidShow(askWhileWaiting)
  usePullDownRefresh(askWhileWaiting)
  const latest = useRef(askAgain)
  useEffect(() => {
    latest.current = askAgain
  })
  useEffect(() => {
    if (!waiting) return undefined
    return wechat.onChanged(({ collection }) => {
      if (collection === 'visits') void latest.current()
    })
  }, [waiting])

  return { arrive, askAgain, visit, counted, doubt, failure: proven.failure ?? announced.failure }
}
