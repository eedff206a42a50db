import { clockOf, type Window } from '@domain/time'
import { Choice } from '@/components/Choice'

interface Props {
  label?: string | undefined
  slots: readonly Window[]
  chosen: Window | undefined
  onPick: (slot: Window) => void
}

/** 几点: the half hours that can still be had. */
export function SlotChoice({ label, slots, chosen, onPick }: Props) {
  const pick = (from: string) => {
    const slot = slots.find(each => String(each.from) === from)
    if (slot) onPick(slot)
  }
  return (
    <Choice
      look="chips"
      ariaLabel={label ?? '几点'}
      {...(label && { label })}
      options={slots.map(({ from, until }) => ({ value: String(from), label: `${clockOf(from)}-${clockOf(until)}` }))}
      chosen={chosen && String(chosen.from)}
      onChoose={pick}
    />
  )
}
