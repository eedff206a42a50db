import { mutate } from 'swr'
import { forgetKept } from './kept'

/** 注销 on this phone: drafts, choices and answers go, and what is on the screen is asked anew, as by a guest. */
export async function forgetAll(): Promise<void> {
  forgetKept()
  await mutate(() => true, undefined)
}
