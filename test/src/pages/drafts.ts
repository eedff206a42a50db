import { act, renderHook } from '@testing-library/react'
import { useDraft } from '@/client'

/** A draft on this phone, as an app of whatever version left it. */
export function keptDraft(name: string) {
  const hook = () => renderHook(() => useDraft<unknown>(name, undefined)).result.current
  return {
    kept: () => hook()[0],
    keep(value: unknown) {
      const [, keep] = hook()
      act(() => keep(value))
    },
    drop() {
      const [, , clear] = hook()
      act(() => clear())
    },
  }
}
