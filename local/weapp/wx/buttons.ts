import type { Outside } from '../outside'
import type { Say } from '../view/played'
import { failed } from './answer'
import { refusals } from './words'

/** What WeChat's own buttons do when they are tapped, by their open-type; what comes of it is told to the button. */
export const buttons = (outside: Outside, share: () => void): Readonly<Record<string, (say: Say) => unknown>> => ({
  share,
  async getPhoneNumber(say) {
    const given = await outside.phoneCode()
    const detail = given.ok
      ? { errMsg: 'getPhoneNumber:ok', code: given.value }
      : failed('getPhoneNumber', refusals[given.no])
    say('getphonenumber', detail)
  },
  async chooseAvatar(say) {
    const avatarUrl = await outside.chooseFace()
    if (avatarUrl !== undefined) say('chooseavatar', { avatarUrl })
  },
})
