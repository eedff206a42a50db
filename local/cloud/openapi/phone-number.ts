import { isRecord } from '../database/values'
import { appId } from '../functions/env'
import { textOf, type Api, type World } from './api'

const lifeMs = 5 * 60_000

/** What a tap on 手机号快速验证 gives to the phone: a code for its owner's number, good for five minutes and one exchange. */
export function phoneCode({ seal, clock }: Pick<World, 'seal' | 'clock'>, openid: string, number: string): string {
  return seal.seal('phone', { openid, number, at: clock.now() })
}

/**
 * phonenumber.getPhoneNumber (获取手机号): 40029 for a code that is none, was used or is older than five minutes, and for one of another
 * person when `openid` is given.
 * Source: developers.weixin.qq.com/miniprogram/dev/server/API/user-info/phone-number/api_getphonenumber.
 */
export const getPhoneNumber: Api = (parameters, { wechat, clock, seal }) => {
  const now = clock.now()
  const code = textOf(parameters['code'])
  const what = seal.open('phone', code)
  const { openid, number, at } = isRecord(what) ? what : {}
  const asked = parameters['openid']
  const isGood =
    Number(at) + lifeMs > now && wechat.usedCodes.get(code) === undefined && (asked === undefined || asked === openid)
  const errcode = isGood ? 0 : 40029
  wechat.ask({ what: 'phone', openid: textOf(openid), errcode, at: now })
  if (!isGood) return { errcode, errmsg: 'invalid code' }
  for (const [used, until] of wechat.usedCodes.all()) if (until <= now) wechat.usedCodes.drop(used)
  wechat.usedCodes.put(code, Number(at) + lifeMs)
  const watermark = { timestamp: Math.floor(Number(at) / 1000), appid: appId }
  const pure = textOf(number)
  return { errcode, errmsg: 'ok', phone_info: { phoneNumber: pure, purePhoneNumber: pure, countryCode: 86, watermark } }
}
