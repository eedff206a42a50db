import type { Cloud } from '../cloud/index'
import { sendFile, sendLine } from './files'
import { isOurs, originsOf } from './guard'
import { listen, type Listener } from './listen'

/** What one phone's listener needs; the cloud is asked for at each request, because 重新开始 changes it. */
export interface PhoneParts {
  /** dist/h5 */
  appDir: string
  /** dist/local/weapp: the WeChat build with what runs it, shown under `/weapp/`. */
  weappDir: string
  cloud(): Cloud | undefined
  /** The port of the stage, whose page alone may show the phone in a frame. */
  stagePort(): number
  /** The port to take when it is free, so that what the phone keeps (drafts) is found again after a restart. */
  wanted: number
}

/** Opens a phone: its own origin, with the product's app and, under the same origin, the cloud. */
export function openPhone({ appDir, weappDir, cloud, stagePort, wanted }: PhoneParts): Promise<Listener> {
  return listen([wanted, 0], async (request, response, port) => {
    if (!isOurs(request, port)) return sendLine(response, 403, 'not from here')
    response.setHeader('content-security-policy', `frame-ancestors ${originsOf(stagePort()).join(' ')}`)
    response.setHeader('x-content-type-options', 'nosniff')
    const { pathname } = new URL(request.url ?? '/', 'http://phone')
    if (/^\/(call|storage|wechat)\//.test(pathname)) {
      const running = cloud()
      if (!running) return sendLine(response, 503, 'the town is being set up again')
      if (await running.handle(request, response)) return
    } else if (pathname.startsWith('/weapp/')) {
      if (sendFile(weappDir, pathname.slice('/weapp'.length), response)) return
    } else if (sendFile(appDir, pathname, response)) {
      return
    }
    sendLine(response, 404, 'nothing is here')
  })
}
