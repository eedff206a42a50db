import type { Refusal } from '../../stage/page/protocol'
import type { Outside } from '../outside'

/** Who holds the phone, whether it has a network, and what he refuses or what fails him. */
export interface Holder {
  openid: string
  offline: boolean
  refused: ReadonlySet<Refusal>
}

/** What a weak network costs each way, on the stage. */
const slowMs = 4000

/** A dead network as a mini-program sees it. */
const dead = (what: string) => ({ errCode: -1, errMsg: `${what}:fail request:fail` })

/** The stage's cloud, on this page's own origin. */
export const cloud = (
  holder: Holder,
  wrote: (area: string, verb: string) => void,
): Pick<Outside, 'callFunction' | 'uploadFile'> => ({
  async callFunction(name, data) {
    const headers = { 'content-type': 'application/json', 'x-openid': holder.openid }
    const { errCode, errMsg, result } = await said(
      holder,
      'cloud.callFunction',
      `/call/${name}`,
      headers,
      JSON.stringify(data),
    )
    if (errCode !== undefined) throw { errCode, errMsg }
    const { verb, key } = { verb: undefined, key: undefined, ...asRecord(data) }
    if (typeof verb === 'string' && key !== undefined && asRecord(result)['ok'] === true) wrote(name, verb)
    return result
  },
  async uploadFile(cloudPath, filePath) {
    const file = await (await fetch(filePath)).blob()
    const headers = { 'content-type': file.type || 'application/octet-stream', 'x-openid': holder.openid }
    const { fileID } = await said(holder, 'cloud.uploadFile', `/storage/upload?path=${cloudPath}`, headers, file)
    if (typeof fileID !== 'string') throw dead('cloud.uploadFile')
    return fileID
  },
})

const asRecord = (value: unknown): Record<string, unknown> => ({ ...(typeof value === 'object' ? value : {}) })

/** One request; when the network dies under way the reply is lost, as it would be. */
async function said(
  holder: Holder,
  what: string,
  url: string,
  headers: Record<string, string>,
  body: BodyInit,
): Promise<Record<string, unknown>> {
  if (holder.refused.has('weak')) await new Promise(resolve => void setTimeout(resolve, slowMs))
  if (holder.offline) throw dead(what)
  try {
    const answer = await fetch(url, { method: 'POST', headers, body })
    const read: unknown = await answer.json()
    if (holder.offline) throw dead(what)
    return asRecord(read)
  } catch {
    throw dead(what)
  }
}
