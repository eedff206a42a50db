import { appId } from '../functions/env'
import type { World } from './api'
import type { MediaCheck } from './ledger'
import { resultOf } from './verdict'

/** 消息推送: which function hears which event; in WeChat a setting of the cloud's console. */
export type Receivers = Readonly<Record<string, string>>

/** Delivers what is due on the product's clock; `twice` delivers each twice, as WeChat may. Answers how many there were. */
export type Deliver = (options?: { twice?: boolean }) => Promise<number>

const event = 'wxa_media_check'

/**
 * The results of media checks, delivered to the function that `receivers` names, as WeChat's message push does: at least once. A cloud
 * that dies in between delivers again; a function that fails is not asked again. Without a receiver the result is lost, as there.
 * Source: developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/openapi.html (云函数接收消息推送) and api_mediacheckasync.
 */
export function openPush(
  { wechat, clock }: Pick<World, 'wechat' | 'clock'>,
  receivers: Receivers,
  call: (fn: string, event: unknown) => Promise<unknown>,
): Deliver {
  const underway = new Set<string>()

  async function deliver(traceId: string, check: MediaCheck, times: number): Promise<void> {
    const receiver = receivers[event]
    const message = messageOf(traceId, check, clock.now())
    const asks = receiver === undefined ? [] : Array.from({ length: times }, () => call(receiver, message))
    const heard = (await Promise.allSettled(asks)).some(({ status }) => status === 'fulfilled')
    wechat.checks.drop(traceId)
    const { openid, verdict } = check
    const by = heard && receiver !== undefined ? { heardBy: receiver } : {}
    wechat.ask({ what: 'media', openid, traceId, verdict, at: clock.now(), ...by })
  }

  return async ({ twice = false } = {}) => {
    const due = wechat.checks.all().filter(([id, { dueAt }]) => dueAt <= clock.now() && !underway.has(id))
    for (const [id] of due) underway.add(id)
    await Promise.all(due.map(([id, check]) => deliver(id, check, twice ? 2 : 1).finally(() => underway.delete(id))))
    await wechat.saved()
    return due.length
  }
}

function messageOf(traceId: string, { verdict }: MediaCheck, now: number): Record<string, unknown> {
  const judged =
    verdict === 'unreadable'
      ? { errcode: -1008, errmsg: 'download failed', detail: [] }
      : { errcode: 0, errmsg: 'ok', ...resultOf(verdict) }
  return {
    ToUserName: 'gh_localxinlin',
    FromUserName: 'o-wechat',
    CreateTime: Math.floor(now / 1000),
    MsgType: 'event',
    Event: event,
    appid: appId,
    trace_id: traceId,
    version: 2,
    ...judged,
  }
}
