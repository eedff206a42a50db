import { refuse } from '../codes'
import type { Family } from '../gateway/admin'
import { systemErrors, type Api, type World } from './api'
import { mediaCheckAsync } from './media-check'
import { openDataOf } from './open-data'
import { getPhoneNumber } from './phone-number'
import { readCall, readCloudIds, writeAnswer, writeOpenData } from './protobuf'
import { getUserRiskRank } from './risk-control'
import { sendNotice, type Templates } from './subscribe-message'
import { msgSecCheck } from './text-check'
import { createActivityId, setUpdatableMsg } from './updatable-message'
import { unlimitedCode } from './wxacode'

/** Every API that is emulated, by the name that config.json permits it with. */
export function apisFor(templates: Templates | undefined): Readonly<Record<string, Api>> {
  return {
    'subscribeMessage.send': sendNotice(templates),
    'security.msgSecCheck': msgSecCheck,
    'security.mediaCheckAsync': mediaCheckAsync,
    'wxacode.getUnlimited': unlimitedCode,
    'updatableMessage.createActivityId': createActivityId,
    'updatableMessage.setUpdatableMsg': setUpdatableMsg,
    'phonenumber.getPhoneNumber': getPhoneNumber,
    'riskControl.getUserRiskRank': getUserRiskRank,
  }
}

/** A call to an API by name, and one to an inner service. */
const openApi = 0
const innerService = 2

/** The action `wx.openApi`: an API that the calling function's config.json does not list is refused, as at Tencent. */
export function openapiActions(
  apis: Readonly<Record<string, Api>>,
  world: World,
  permitted: (fn: string) => readonly string[] | 'any',
): Family {
  return async (action, request, session) => {
    if (action !== 'wx.openApi') return refuse('NOT_EMULATED', `the action ${action} is not emulated`)
    const name = String(request['apiName'])
    const data = request['requestData']
    const call = readCall(Buffer.isBuffer(data) ? data : Buffer.alloc(0))
    const caller = session?.caller.openid ?? null
    if (call.apiType === innerService && name === 'ApiGetOpenDataByCloudId') {
      const list = readCloudIds(call.inner).map(cloudID => openDataOf(world, caller, cloudID))
      return writeAnswer({ body: writeOpenData(list), contentType: 'application/octet-stream' })
    }
    if (call.apiType !== openApi)
      return refuse('NOT_EMULATED', `the call ${name} to WeChat's inner services is not emulated`)
    const api = Object.hasOwn(apis, name) ? apis[name] : undefined
    if (!api) return writeAnswer({ errorCode: systemErrors.unknownApi })
    const list = session ? permitted(session.fn) : 'any'
    if (list !== 'any' && !list.includes(name)) return writeAnswer({ errorCode: systemErrors.notPermitted })
    const answer = await api(call.parameters, world, caller)
    await world.wechat.saved()
    if ('systemError' in answer) return writeAnswer({ errorCode: Number(answer['systemError']) })
    if ('body' in answer && Buffer.isBuffer(answer.body))
      return writeAnswer({ body: answer.body, contentType: String(answer.contentType) })
    return writeAnswer({ body: Buffer.from(JSON.stringify(answer)), contentType: 'application/json' })
  }
}
