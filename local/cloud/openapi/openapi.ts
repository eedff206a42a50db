import { refuse } from '../codes'
import type { Family } from '../gateway/admin'
import type { Clock } from '../clock'
import { readCall, writeAnswer } from './protobuf'
import { msgSecCheck } from './security'
import { sendNotice } from './subscribe-message'
import type { WeChat } from './wechat'
import { unlimitedCode } from './wxacode'

/** What an API answers: JSON, or bytes. */
export type ApiAnswer = Record<string, unknown> | { body: Buffer; contentType: string }

/** One 云调用: its parameters as WeChat names them (snake case). */
export type Api = (
  parameters: Readonly<Record<string, unknown>>,
  world: { wechat: WeChat; clock: Clock },
) => ApiAnswer | Promise<ApiAnswer>

const apis: Readonly<Record<string, Api>> = {
  'subscribeMessage.send': sendNotice,
  'wxacode.getUnlimited': unlimitedCode,
  'security.msgSecCheck': msgSecCheck,
}

/** WeChat's own codes for calls that never reach an API. */
export const systemErrors = { unknownApi: -604100, notPermitted: -604101, timedOut: -604102 } as const

/** The action `wx.openApi`: an API that the calling function's config.json does not list is refused, as at Tencent. */
export function openapiActions(
  world: { wechat: WeChat; clock: Clock },
  permitted: (fn: string) => readonly string[] | 'any',
): Family {
  return async (action, request, session) => {
    if (action !== 'wx.openApi') return refuse('NOT_EMULATED', `the action ${action} is not emulated`)
    const name = String(request['apiName'])
    const data = request['requestData']
    const call = readCall(Buffer.isBuffer(data) ? data : Buffer.alloc(0))
    if (call.apiType !== 0) return refuse('NOT_EMULATED', `the call ${name} to WeChat's inner services is not emulated`)
    const api = Object.hasOwn(apis, name) ? apis[name] : undefined
    if (!api) return writeAnswer({ errorCode: systemErrors.unknownApi })
    const list = session ? permitted(session.fn) : 'any'
    if (list !== 'any' && !list.includes(name)) return writeAnswer({ errorCode: systemErrors.notPermitted })
    const answer = await api(call.parameters, world)
    if ('systemError' in answer) return writeAnswer({ errorCode: Number(answer['systemError']) })
    if ('body' in answer && Buffer.isBuffer(answer.body))
      return writeAnswer({ body: answer.body, contentType: String(answer.contentType) })
    return writeAnswer({ body: Buffer.from(JSON.stringify(answer)), contentType: 'application/json' })
  }
}
