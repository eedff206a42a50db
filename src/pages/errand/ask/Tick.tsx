import { Choice } from '@/components/Choice'

interface Props {
  label: string
  on: boolean
  onTick: (on: boolean) => void
}

/** ☐ one thing to agree to or to want. */
export function Tick({ label, on, onTick }: Props) {
  return <Choice options={[{ value: 'yes', label }]} chosen={on ? ['yes'] : []} onChoose={() => onTick(!on)} />
}
