import { clockOf, minuteMs } from '../time'
import * as z from '../zod'

/** 再过多久能到, in minutes, as a rider guesses. */
export const lateGuesses = [10, 20, 30] as const

/** What is kept of it: what he guessed, and when he said so. */
export const SaidLate = z.object({ minutes: z.number(), at: z.number() })

/** 11:25, when he may be there. */
export const guessWords = ({ minutes, at }: z.infer<typeof SaidLate>): string => clockOf(at + minutes * minuteMs)
