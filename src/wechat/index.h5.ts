import { Fix } from '@domain/place'
import * as z from '@domain/zod'
import { refusalHere } from './refusal'
import { keepBar } from './bar'
import { offered, offerShare } from './card'
import type { WeChat } from './face'
import { ownHistory } from './own-history'
import { dropPhoto, sendPhoto, takePhoto } from './photo'
import * as stage from './stage'
import { notGiven } from './why'
import { storage } from './storage'
import { subscribe } from './subscribe'

export type { Card, Change, Got, Network, Stop, Storage, Subscribed, WeChat, Why } from './face'

/** What the stage answers when it is asked where we are. */
const Answered = z.union([
  z.object({ ok: z.literal(true), fix: Fix }),
  z.object({ ok: z.literal(false), why: z.enum(['refused', 'off']) }),
])

/** Camera and album, or the person's no in words. @throws NOT_ALLOWED, NOT_GIVEN */
function allowCamera(): void {
  const why = refusalHere('camera')
  if (why) throw notGiven(why, '相机和相册')
}

/** The platform's part of a card's tap: what `wx.getGroupEnterInfo` gives. */
async function cloudIdOf(group: string): Promise<string | undefined> {
  const headers = { 'content-type': 'application/json', 'x-openid': await stage.person() }
  const body = JSON.stringify({ group })
  const answer = stage.isOffline()
    ? undefined
    : await fetch('/wechat/group-enter', { method: 'POST', headers, body }).catch(() => undefined)
  const said: unknown = await answer?.json().catch(() => undefined)
  const read = z.safeParse(z.object({ cloudID: z.string() }), said)
  return read.success ? read.data.cloudID : undefined
}

/** WeChat, played by the stage around this phone. */
export const wechat: WeChat = {
  offerShare,
  offered,
  storage,
  async takePhoto() {
    allowCamera()
    return takePhoto()
  },
  sendPhoto,
  dropPhoto,
  async share(card) {
    offerShare(card)
    const { live, ...plain } = card
    const activity = await live?.()
    return (await stage.request('share', { card: { ...plain, ...(activity && { activity }) } })) === true
  },
  subscribe,
  alwaysAllowed: () => [],
  async scan() {
    // Scanning is not in WeChat's privacy table: only the camera itself can be refused.
    if (stage.refuses('camera')) throw notGiven('refused', '相机')
    const text = await stage.ask('scan')
    return typeof text === 'string' && text !== '' ? text : undefined
  },
  async locate() {
    const why = refusalHere('location')
    if (why) return { ok: false, why }
    const answer = z.safeParse(Answered, await stage.ask('locate'))
    if (!answer.success) return { ok: false, why: 'off' }
    return answer.data.ok ? { ok: true, value: answer.data.fix } : answer.data
  },
  async groupEntry() {
    const group = await stage.ask('groupEntry')
    return typeof group === 'string' ? cloudIdOf(group) : undefined
  },
  async phoneCall(number) {
    await stage.ask('phoneCall', { number })
  },
  agree: async () => refusalHere() === undefined,
  async openContract() {
    await stage.ask('contract')
  },
  async openSettings() {
    await stage.ask('settings')
  },
  network: stage.networkHere,
  onNetwork: stage.networked.add,
  keepCurrent: () => undefined,
  // The browser's console is nobody's log but the developer's.
  log: line => console.error('log', line),
  fontScale: stage.scaleHere,
  title(text) {
    document.title = text
  },
  acted: (area, verb) => stage.say('acted', { area, verb }),
  onFontScale: stage.scaled.add,
  onPerson: stage.known.add,
  onChanged: stage.changed.add,
  onOpen: stage.opened.add,
  onBack: stage.wentBack.add,
}

if (stage.staged()) {
  ownHistory(window)
  keepBar()
}
