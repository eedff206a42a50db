import { Failure } from '@domain/failure'
import { cloud } from '@/wechat/cloud'
import type { Transport } from './event'
import { faultOf } from './fault'

/** Numbers of the platform itself are six digits; a dead network has -1, or none. Source: facts/cloudbase.md 9.6. */
const smallestOfPlatform = 100_000

function failureOf(fault: unknown): Failure {
  const { errCode, errMsg } = { errCode: undefined, errMsg: '', ...(typeof fault === 'object' ? fault : {}) }
  if (Math.abs(Number(errCode)) >= smallestOfPlatform) return faultOf(errCode, errMsg)
  return new Failure(/time-?d? ?out/i.test(String(errMsg)) ? 'TIMED_OUT' : 'OFFLINE')
}

/** WeChat's cloud; it knows the person by itself. */
export const transport: Transport = async (area, event) => {
  try {
    const { group, ...rest } = event
    // Only an id that is handed over like this is read by WeChat, and only at the top of the event.
    const data = group ? { ...rest, group: cloud().CloudID(group) } : rest
    const { result } = await cloud().callFunction({ name: area, data })
    return result
  } catch (fault) {
    throw failureOf(fault)
  }
}
