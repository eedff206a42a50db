import { becauseNames, becauses, type Because as Reason } from '@domain/errand/chosen'
import { Choice } from '../Choice'

const options = becauseNames.map(value => ({ value, label: becauses[value] }))

/** 为什么是他: one tap, where the desk chooses another than the first that was suggested. */
export function Because({ name, onChoose }: { name: string; onChoose: (because: Reason) => unknown }) {
  return <Choice look="chips" label={`为什么是${name}？`} options={options} chosen={undefined} onChoose={onChoose} />
}
