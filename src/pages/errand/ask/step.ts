import type { Answers } from './answers'

/** What every question's screen gets: the answers so far, a way to put some, and a way on. */
export interface StepProps {
  answers: Answers
  now: number
  put: (some: Partial<Answers>) => void
  /** Puts the last answer of this question and goes on. */
  answer: (some: Partial<Answers>) => void
}
