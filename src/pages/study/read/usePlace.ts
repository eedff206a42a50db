import { useRef, useState } from 'react'
import { study } from '@domain/study'
import { call } from '@/client'

interface Place {
  card: number
  finished?: boolean
}

/**
 * Keeps the reader's place, one write at a time: pages turn faster than the net answers, and only where he stopped counts. Not an
 * action, which asks the whole screen again after every turn and swallows the next one meanwhile. A place that could not be kept
 * (`lost`) never stops the reading.
 */
export function usePlace(id: string) {
  const [lost, setLost] = useState(false)
  const next = useRef<Place>()
  const writing = useRef(false)

  async function keep(place: Place): Promise<void> {
    next.current = place
    if (writing.current) return
    writing.current = true
    while (next.current) {
      const now = next.current
      next.current = undefined
      setLost(
        await call(study.keep, { id, ...now }).then(
          () => false,
          () => true,
        ),
      )
    }
    writing.current = false
  }

  return { keep, lost }
}
