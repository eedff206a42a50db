import { randomBytes } from 'node:crypto'
import { behind } from '../gateway/http'
import type { Storage } from '../storage/storage'
import { openidIn, systemErrors, textOf, type Api } from './api'
import { isScene, marksIn, verdictOf } from './verdict'

/** How long the result takes here, on the product's clock; WeChat promises half an hour. */
const resultMs = 10_000

/**
 * security.mediaCheckAsync (多媒体内容安全识别): answers a trace_id at once; the verdict comes later as a message `wxa_media_check`
 * (message-push.ts). Everything passes but what is marked (verdict.ts) in the file's path or bytes: `[[risky]]`, `[[review]]`, `[[61010]]`,
 * `[[timeout]]`, and `[[never]]`, whose result does not come. A link of this cloud that opens nothing comes back as -1008; of an address
 * elsewhere only the text is looked at: nothing is fetched from the network.
 * Source: developers.weixin.qq.com/miniprogram/dev/server/API/sec-center/sec-check/api_mediacheckasync.
 */
export const mediaCheckAsync: Api = async (parameters, { wechat, clock, storage }) => {
  const url = textOf(parameters['media_url'])
  const openid = openidIn(parameters['openid'])
  if (!URL.canParse(url) || !/^https?:/.test(url)) return { errcode: 47001, errmsg: 'data format error' }
  if (parameters['version'] !== 2) return { errcode: 47001, errmsg: 'the version is 2' }
  if (![1, 2].some(type => type === parameters['media_type'])) return { errcode: 40004, errmsg: 'invalid media type' }
  if (openid === undefined) return { errcode: 40003, errmsg: 'invalid openid' }
  if (!isScene(parameters['scene'])) return { errcode: 40129, errmsg: 'invalid scene' }
  const seen = await textBehind(new URL(url), storage)
  const found = marksIn(seen ?? '')
  if (found.has('timeout')) return { systemError: systemErrors.timedOut }
  if (found.has('61010')) return { errcode: 61010, errmsg: 'code is expired' }
  const traceId = [0, 1, 2].map(() => randomBytes(4).toString('hex')).join('-')
  const verdict = seen === undefined ? 'unreadable' : verdictOf(found)
  if (!found.has('never')) wechat.checks.put(traceId, { openid, verdict, dueAt: clock.now() + resultMs })
  wechat.ask({ what: 'media', openid, traceId, at: clock.now() })
  return { errcode: 0, errmsg: 'ok', trace_id: traceId }
}

/** All that can be marked of a file: its path and its bytes; undefined when a link of this cloud opens nothing. */
async function textBehind(url: URL, storage: Storage): Promise<string | undefined> {
  const token = behind('/storage/file/', url)
  if (token === undefined) return url.href
  const file = await storage.follow(token)
  return file && `${file.path}\n${file.bytes.toString('latin1')}`
}
