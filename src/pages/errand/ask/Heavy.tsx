import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'
import type { StepProps } from './step'

const weights = [
  { value: 'light', label: '不重' },
  { value: 'heavy', label: '重，十斤以上' },
] as const

/** 重不重: what a rider must know before he says yes. */
export function Heavy({ answers, put }: Pick<StepProps, 'answers' | 'put'>) {
  const chosen = answers.heavy === undefined ? undefined : answers.heavy ? 'heavy' : 'light'
  return (
    <Field label="重不重">
      <Choice look="chips" options={weights} chosen={chosen} onChoose={value => put({ heavy: value === 'heavy' })} />
    </Field>
  )
}
