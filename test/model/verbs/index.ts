import type { Verb } from '../verb'
import * as arranging from './arranging'
import * as asking from './asking'
import * as carrying from './carrying'
import * as clockOnly from './clock-only'
import * as dispatching from './dispatching'
import * as ending from './ending'
import * as lists from './lists'
import * as looking from './looking'
import * as money from './money'
import * as riding from './riding'
import * as taking from './taking'
import * as weather from './weather'

/** How each verb of an errand is tried; a row of the table without one is missed (main.ts). */
export const verbs: Readonly<Record<string, Verb>> = {
  ...asking,
  ...dispatching,
  ...taking,
  ...carrying,
  ...arranging,
  ...riding,
  ...weather,
  ...ending,
  ...looking,
  ...lists,
  ...money,
  ...clockOnly,
}
