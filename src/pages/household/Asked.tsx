import type { ReactNode } from 'react'
import type { Failure } from '@domain/failure'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { NoHome } from './NoHome'

interface Props<T> {
  /** The household the page was opened for. */
  id: string | undefined
  asked: { data?: T; failure?: Failure; reload: () => Promise<void> }
  children: (data: T) => ReactNode
}

/** What a page of one household shows while it is being asked for, when it failed, and when it is here. */
export function Asked<T>({ id, asked: { data, failure, reload }, children }: Props<T>) {
  if (!id) return <NoHome />
  if (data !== undefined) return <>{children(data)}</>
  return failure ? <Failed onRetry={reload}>{failure.sentence}</Failed> : <Loading />
}
