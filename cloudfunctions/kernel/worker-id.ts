import type { Values } from '@domain/roster/sorting'
import { hash } from './hash'

/** A worker's id: who he was when a list first brought him, so that two lists at once bring him once. */
export const workerIdOf = (communityId: string, { phone, name = '', firm = '' }: Values): string =>
  `w${hash(`${communityId} ${phone ?? `${name} ${firm}`}`)}`

/** The id of somebody of whom that is taken. */
export const anotherIdOf = (communityId: string, mark: string): string => `w${hash(`${communityId} ${mark}`)}`

/** A row of a list, as far as it says whom it is about. */
interface Row {
  values: Values
  mark: string
  id?: string
  differs?: unknown
}

/** Whom a row of a list may be about: who is there already, who it would bring, or another with the same number. */
export const idsOfRow = (communityId: string, { id, values, mark, differs }: Row): string[] => [
  ...(id === undefined ? [] : [id]),
  workerIdOf(communityId, values),
  ...(differs === undefined ? [] : [anotherIdOf(communityId, mark)]),
]
