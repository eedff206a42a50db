import { useEffect, useRef } from 'react'
import useSWR, { mutate } from 'swr'
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import type { Failure } from '@domain/failure'
import type { InputOf, Operation } from '@domain/operation'
import { wechat } from '@/wechat'
import { askAgain, isFresh, noteSent, stand } from './asking'
import { type Answer, call } from './call'

/** The answer to a question. Old data stays while it is asked again; when that fails there are both, data and failure. */
export interface Query<R extends Operation> {
  data?: Answer<R>
  failure?: Failure
  /** True while there is nothing to show yet. */
  loading: boolean
  reload(): Promise<void>
}

/** Only a page that is shown, pulled or told of a change asks again, and all of them when a lost network is back (start.ts); never a timer. */
const quiet = {
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  shouldRetryOnError: false,
  refreshInterval: 0,
  loadingTimeout: 0,
}

function communityIn(input: unknown): string | undefined {
  const id: unknown =
    typeof input === 'object' && input !== null && 'communityId' in input ? input.communityId : undefined
  return typeof id === 'string' ? id : undefined
}

let pulled: Promise<void> | undefined

/** 下拉: every question of the page at once, and the page springs back when all are answered. */
function pull(): void {
  pulled ??= askAgain(() => true).finally(() => {
    pulled = undefined
    Taro.stopPullDownRefresh()
  })
}

/** Asks the cloud what this screen shows; `null`: not yet. */
export function useQuery<R extends Operation>(row: R, input: InputOf<R> | null): Query<R> {
  const name = input === null ? null : `${row.area}.${row.verb} ${JSON.stringify(input)}`
  const communityId = communityIn(input)
  const ask = async (): Promise<Answer<R> | undefined> => {
    if (name === null || input === null) return undefined
    noteSent(name)
    return call(row, input)
  }
  const { data, error, isLoading } = useSWR<Answer<R> | undefined, Failure>(name, ask, quiet)

  const covered = useRef(false)
  useEffect(() => {
    if (name === null) return undefined
    return stand({ name, area: row.area, communityId, isShown: () => !covered.current })
  }, [name, row.area, communityId])

  useDidShow(() => {
    covered.current = false
    if (name !== null && !isFresh(name)) void mutate(name)
  })
  useDidHide(() => {
    covered.current = true
  })
  usePullDownRefresh(pull)

  const reload = async () => {
    if (name !== null) await mutate(name)
  }
  // Without a network every screen says so at its top; what stood here still stands.
  const isSaid = data !== undefined && error?.code === 'OFFLINE' && wechat.network() === 'none'
  return { data, failure: isLoading || isSaid ? undefined : error, loading: isLoading, reload }
}
