import { clockOf, type Window } from '@domain/time'
import { Choice } from '@/components/Choice'

interface Props {
  label?: string | undefined
  slots: readonly Window[]
  chosen: Window | undefined
  onPick: (slot: Window) => void
  /** Where a second list follows: what is chosen stands alone, and a tap on it opens the list again. */
  onAnew?: () => void
}

/** 几点: the half hours that can still be had. */
export function SlotChoice({ label, slots, chosen, onPick, onAnew }: Props) {
  const isFolded = onAnew !== undefined && chosen !== undefined
  const shown = isFolded ? [chosen] : slots
  const said = label && isFolded ? `${label}，点一下可以改` : label
  const pick = (from: string) => {
    const slot = slots.find(each => String(each.from) === from)
    if (isFolded) onAnew()
    else if (slot) onPick(slot)
  }
  return (
    <Choice
      look="chips"
      ariaLabel={said ?? '几点'}
      {...(said && { label: said })}
      options={shown.map(({ from, until }) => ({ value: String(from), label: `${clockOf(from)}-${clockOf(until)}` }))}
      chosen={chosen && String(chosen.from)}
      onChoose={pick}
    />
  )
}
