import type { ActingVerb } from './acting'
import type { Action } from './action'
import { desk } from './desk-actions'
import { family } from './family-actions'
import { rider } from './rider-actions'

export type { Action, Asks } from './action'

/** Every button an errand can have, in the order in which they are drawn; the words are SCREENS.md section 1. */
export const actions: readonly Action[] = [...family, ...rider, ...desk]

/** Written without a button: 看过了 goes with the page of an offer that names its reader. */
export const buttonless: readonly ActingVerb[] = ['see']
