import type { IncomingMessage, ServerResponse } from 'node:http'
import { shownAsked } from './asked'
import { deedsOf } from './deeds'
import type { Hub } from './events'
import { sendJson, sendLine } from './files'
import type { House } from './house'
import { liveWords } from './group'
import { noticeOf } from './notices'
import type { OpenTown } from './open-town'
import { doorsOf, reachOf, qrOf } from './stations'

/** What a live card says under its picture, in WeChat's own words. */
function liveLine(open: OpenTown, id: string): [string, string] {
  return [id, open.cloud.wechat.activities.get(id)?.state === 1 ? liveWords.begun : liveWords.joining]
}

/** Notices that a newly opened stage is shown. */
const latestNotices = 60

/** The stage's own requests: `GET /town`, `GET /qr/CODE.png`, `POST /stage/…`. False when the request is none of them. */
export function openRoutes(house: House, hub: Hub, ports: readonly number[]) {
  const deeds = deedsOf(house, hub)

  async function town(open: OpenTown) {
    const { messages, heard } = open.diary.read()
    const [stations, reach] = await Promise.all([doorsOf(open), reachOf(open)])
    const notices = open.cloud.wechat.notices().slice(-latestNotices).map(noticeOf)
    const asked = open.cloud.wechat.asked().slice(-latestNotices).map(shownAsked)
    const { community, people, landline } = open.town
    const live = Object.fromEntries(
      messages.flatMap(({ what }) =>
        'card' in what && what.card.activity ? [liveLine(open, what.card.activity)] : [],
      ),
    )
    const known = { community, people, landline, stations, ports, ...reach }
    return { at: open.cloud.clock.now(), ...known, messages, live, heard, notices, asked, story: house.story() }
  }

  return async function route(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
    const code = /^\/qr\/([A-Z2-9]{6})\.png$/.exec(path)?.[1]
    const name = /^\/stage\/(\w+)$/.exec(path)?.[1]
    if (path !== '/town' && code === undefined && name === undefined) return false
    const open = house.open()
    if (!open) sendLine(response, 503, 'the town is being set up again')
    else if (path === '/town') sendJson(response, 200, await town(open))
    else if (code !== undefined) response.writeHead(200, { 'content-type': 'image/png' }).end(await qrOf(code))
    else await act(request, response, name ?? '', open)
    return true
  }

  async function act(request: IncomingMessage, response: ServerResponse, name: string, open: OpenTown): Promise<void> {
    const does = Object.hasOwn(deeds, name) ? deeds[name] : undefined
    if (!does) return sendLine(response, 404, 'no such thing to do')
    if (request.method !== 'POST') return sendLine(response, 405, 'this is a POST')
    sendJson(response, (await does(await bodyOf(request), open)) ? 200 : 400, {})
  }
}

/** The body as JSON; undefined when it is too long or is none. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > 20_000) return undefined
  }
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
