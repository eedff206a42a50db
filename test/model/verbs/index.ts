import type { Verb } from '../verb'
import * as asking from './asking'
import * as carrying from './carrying'
import * as dispatching from './dispatching'
import * as ending from './ending'
import * as lists from './lists'
import * as looking from './looking'
import * as money from './money'

const { newErrand: _newErrand, ...asked } = asking
const { isOffered: _isOffered, isFresh: _isFresh, ...looked } = looking

/** How each verb of an errand is tried; a row of the table without one is missed (run.ts). */
export const verbs: Readonly<Record<string, Verb>> = {
  ...asked,
  ...dispatching,
  ...carrying,
  ...ending,
  ...looked,
  ...lists,
  ...money,
}
