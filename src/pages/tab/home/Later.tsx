import { useEffect, useState, type ReactNode } from 'react'
import { Failure } from '@domain/failure'
import { Failed } from '@/components/Failed'
import { Loading } from '@/components/Loading'
import { fetchHomes, heldHomes, type Homes } from './fetched'

const slow = new Failure('TIMED_OUT')

interface Props {
  children: (homes: Homes) => ReactNode
  /** Nothing stands in its place before it is here. */
  quiet?: boolean
}

/** Draws a part of the first screen that not everybody has, once it is on this phone. */
export function Later({ children, quiet = false }: Props) {
  const [homes, setHomes] = useState(heldHomes)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!homes && !failed) fetchHomes().then(setHomes, () => setFailed(true))
  }, [homes, failed])
  if (homes) return children(homes)
  if (quiet) return null
  return failed ? <Failed onRetry={() => setFailed(false)}>{slow.sentence}</Failed> : <Loading />
}
