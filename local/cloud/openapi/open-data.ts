import { createHash } from 'node:crypto'
import { isRecord } from '../database/values'
import { appId } from '../functions/env'
import type { World } from './api'

/** 开放数据: what a CloudID stands for, or why it stands for nothing. */
export type OpenData =
  { cloudID: string; data: Record<string, unknown> } | { cloudID: string; errCode: number; errMsg: string }

type Around = Pick<World, 'seal' | 'clock' | 'wechat'>

const lifeMs = 5 * 60_000
const mostInAnEvent = 5

/** What `wx.getGroupEnterInfo` gives to a phone that was opened from a card in a group: a CloudID that only the cloud can read. */
export function groupCloudId({ seal, clock, wechat }: Around, openid: string, group: string): string {
  wechat.ask({ what: 'group', openid, group, at: clock.now() })
  return seal.seal('cloudID', { openid, group, at: clock.now() })
}

/** Reads a CloudID for the person of a call: -601005 it is none, -601006 older than five minutes, -601007 somebody else's. */
export function openDataOf(
  { seal, clock }: Pick<Around, 'seal' | 'clock'>,
  openid: string | null,
  cloudID: string,
): OpenData {
  const what = seal.open('cloudID', cloudID)
  if (!isRecord(what)) return { cloudID, errCode: -601005, errMsg: 'invalid cloudID' }
  const at = Number(what['at'])
  if (at + lifeMs <= clock.now()) return { cloudID, errCode: -601006, errMsg: 'cloudID expired.' }
  if (what['openid'] !== openid) return { cloudID, errCode: -601007, errMsg: 'cloudID and calling user does not match' }
  const group = String(what['group'])
  const member = createHash('sha256').update(`${group} ${openid}`).digest('hex').slice(0, 28)
  const watermark = { appid: appId, timestamp: Math.floor(at / 1000) }
  return { cloudID, data: { opengid: group, group_openid: member, chat_type: 3, watermark } }
}

/**
 * A phone's event as its function gets it. `wx.cloud.CloudID(id)` is on this wire `{ "$cloudID": id }`: the first five at the top are
 * replaced by what they stand for, deeper ones become plain text. `keys` names the replaced ones: what else looks like open data was
 * written by the phone.
 * Source: developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/open/Cloud.CloudID.html, …/utils/Cloud.getWXContext.html
 * (OPEN_DATA_INFO).
 */
export function revealIn(
  event: unknown,
  openid: string,
  around: Pick<Around, 'seal' | 'clock'>,
): { event: unknown; keys: string[] } {
  const keys: string[] = []
  if (!isRecord(event)) return { event, keys }
  const revealed = Object.entries(event).map(([key, value]) => {
    const cloudID = cloudIdIn(value)
    if (cloudID === undefined || keys.length >= mostInAnEvent) return [key, asText(value)]
    keys.push(key)
    return [key, openDataOf(around, openid, cloudID)]
  })
  return { event: Object.fromEntries(revealed), keys }
}

function cloudIdIn(value: unknown): string | undefined {
  const id: unknown = isRecord(value) && Object.keys(value).length === 1 ? value['$cloudID'] : undefined
  return typeof id === 'string' ? id : undefined
}

function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText)
  if (!isRecord(value)) return value
  return cloudIdIn(value) ?? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asText(inner)]))
}
