import type { Outside } from '../outside'
import { answering, text } from './answer'
import type { OwnFiles } from './own-files'

/** What of wx.cloud nobody here asks for. */
const refused = [
  'database',
  'downloadFile',
  'deleteFile',
  'getTempFileURL',
  'callContainer',
  'connectContainer',
  'CDN',
  'Cloud',
]

/** 云开发: the same local cloud that the cloud functions run in. */
export function cloud(
  outside: Outside,
  { behind }: OwnFiles,
  called: (name: string) => void,
  refuse: (name: string) => () => never,
) {
  let ready = false
  const isReady = (): void => {
    if (!ready) throw new Error('Cloud API is not enabled, please call wx.cloud.init first')
  }
  return {
    ...Object.fromEntries(refused.map(name => [name, refuse(`cloud.${name}`)])),
    // As the local cloud reads it.
    CloudID: (id: unknown) => ({ $cloudID: text(id) }),
    init: () => void (ready = true),
    callFunction: answering('cloud.callFunction', async ({ name, data }) => {
      isReady()
      const verb = typeof data === 'object' && data !== null && 'verb' in data ? `.${String(data.verb)}` : ''
      called(`${text(name)}${verb}`)
      // What crosses to the cloud is JSON, here as there.
      return { result: await outside.callFunction(text(name), JSON.parse(JSON.stringify(data ?? {}))), requestID: '' }
    }),
    uploadFile: answering('cloud.uploadFile', async ({ cloudPath, filePath }) => {
      isReady()
      called('uploadFile')
      return { fileID: await outside.uploadFile(text(cloudPath), behind(text(filePath))), statusCode: 200 }
    }),
  }
}
