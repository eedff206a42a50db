import { Failure } from '@domain/failure'
import { PhoneNumber } from '@domain/person'
import { cloud } from './cloud'

/**
 * The 手机号 that WeChat has of the person who just tapped its button. A code holds for five minutes and once (40029 after); a number from
 * abroad, or one WeChat does not give, is written by hand. Source: facts/wechat-platform 1.3.
 * @throws NO_NUMBER
 */
export async function phoneNumberOf(code: string): Promise<string> {
  const answer = await asked(code)
  const number = PhoneNumber.safeParse(answer.phoneInfo?.purePhoneNumber)
  if (!number.success) throw new Failure('NO_NUMBER')
  return number.data
}

interface Answer {
  phoneInfo?: { purePhoneNumber?: unknown }
}

async function asked(code: string): Promise<Answer> {
  try {
    return (await cloud.openapi.phonenumber.getPhoneNumber({ code })) as Answer
  } catch (error) {
    console.error(JSON.stringify({ phoneNumber: 'failed', code: (error as { errCode?: number }).errCode }))
    throw new Failure('NO_NUMBER')
  }
}
