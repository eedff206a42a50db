import { dayMs, hourMs } from './time'

/** Codes that a person types: how often within which time. */
export interface TriesLimit {
  most: number
  lastsMs: number
}

/** So many codes of one kind somebody may type within a day, right or wrong; it is he alone who has to ask the desk then. */
export const ownTries: TriesLimit = { most: 5, lastsMs: dayMs }

/** So many wrong ones a community bears in an hour from all together: it slows many strangers down, and ends by itself. */
export const allTries: TriesLimit = { most: 100, lastsMs: hourMs }
