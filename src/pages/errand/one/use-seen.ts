import { useEffect, useRef } from 'react'
import { errand } from '@domain/errand'
import type { Errand } from '@domain/errand/record'
import { useAction } from '@/client'

/**
 * 看过了: whoever is asked by name has it before him, from his home, a push or 消息; the desk need not wonder. Once, and without a word when it
 * fails: nothing that he did.
 */
export function useSeen({ id, my, offer }: Errand): void {
  const { run } = useAction(errand.see)
  const told = useRef<string>(undefined)
  const isNews = offer?.to === 'rider' && offer.seenAt === undefined && my.includes('asked')
  const about = isNews ? `${id} ${offer.at}` : undefined
  useEffect(() => {
    if (about === undefined || told.current === about) return
    told.current = about
    void run({ id })
  })
}
