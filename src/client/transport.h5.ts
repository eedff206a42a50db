import { Failure } from '@domain/failure'
import { isOffline, networkHere, person, staged } from '@/wechat/stage'
import type { Event, Transport } from './event'
import { faultOf } from './fault'

/** Alone in a browser there is no person to be; every answer belongs to one. */
const alone = (): Failure => Object.defineProperty(new Failure('OFFLINE'), 'sentence', { value: '请从模拟台打开' })

interface Said {
  status: number
  body: unknown
}

/** `wx.cloud.CloudID(id)` as the local cloud reads it (local/README.md). */
const onWire = ({ group, ...event }: Event) => ({ ...event, ...(group && { group: { $cloudID: group } }) })

/** One request. When the network dies under way the reply is lost, as it would be: the write may have happened. */
async function post(url: string, openid: string, body: string): Promise<Said> {
  if (networkHere() === 'weak') await slowly()
  if (isOffline()) throw new Failure('OFFLINE')
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': openid },
      body,
    })
    const text = await answer.text()
    if (isOffline()) throw new Failure('OFFLINE')
    return { status: answer.status, body: readable(text) }
  } catch {
    throw new Failure('OFFLINE')
  }
}

/** What a weak network costs each way, on the stage. */
const slowMs = 4000

const slowly = (): Promise<void> => new Promise(resolve => void setTimeout(resolve, slowMs))

function readable(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The stage's cloud, on this page's own origin; it knows the person by a header that only a stage's phone can send. */
export const transport: Transport = async (area, event) => {
  if (!staged()) throw alone()
  const { status, body } = await post(`/call/${area}`, await person(), JSON.stringify(onWire(event)))
  if (typeof body === 'object' && body !== null && 'result' in body) return body.result
  if (status === 413) throw new Failure('TOO_BIG')
  const { errCode, errMsg } = { errCode: status, errMsg: '', ...(typeof body === 'object' ? body : {}) }
  throw faultOf(errCode, errMsg)
}
