import { lateGuesses } from '@domain/errand/late'
import type { Failure } from '@domain/failure'
import { Choice } from '../Choice'
import { Sheet } from '../Sheet'
import { FailureLine } from './FailureLine'

const guesses = lateGuesses.map(minutes => ({ value: String(minutes), label: `再过 ${minutes} 分钟` }))

interface Props {
  busy: boolean
  failure?: Failure
  onGuess: (minutes: (typeof lateGuesses)[number]) => unknown
  onClose: () => void
}

/** 来不及了: a guess is enough, and nobody is blamed. */
export function LateSheet({ busy, failure, onGuess, onClose }: Props) {
  const choose = (value: string) => {
    const minutes = lateGuesses.find(guess => String(guess) === value)
    if (minutes !== undefined && !busy) onGuess(minutes)
  }
  return (
    <Sheet open title="大约还要多久？" onClose={onClose}>
      <Choice ariaLabel="大约还要多久" options={guesses} chosen={undefined} onChoose={choose} />
      <FailureLine failure={failure} />
    </Sheet>
  )
}
