import { template } from '@domain/notice'
import { Fix } from '@domain/place'
import * as z from '@domain/zod'
import { keepBar } from './bar'
import { offered, offerShare } from './card'
import type { WeChat } from './face'
import { newName } from './name'
import { photo } from './photo'
import * as stage from './stage'
import { storage } from './storage'

export type { Card, Change, Located, Stop, Storage, WeChat } from './face'

/** What the stage answers when it is asked where we are. */
const Answered = z.union([
  z.object({ ok: z.literal(true), fix: Fix }),
  z.object({ ok: z.literal(false), why: z.enum(['refused', 'off']) }),
])

/** The platform's part of a subscription: it keeps one grant for the next message. */
async function granted(): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'x-openid': await stage.person() }
  const body = JSON.stringify({ templates: [template.id] })
  const answer = stage.isOffline()
    ? undefined
    : await fetch('/wechat/subscribe', { method: 'POST', headers, body }).catch(() => undefined)
  return answer?.ok === true
}

/** WeChat, played by the stage around this phone. */
export const wechat: WeChat = {
  offerShare,
  offered,
  storage,
  photo: async () => (stage.isRefusing() ? undefined : photo(newName())),
  async share(card) {
    offerShare(card)
    return (await stage.request('share', { card })) === true
  },
  async subscribe() {
    if (stage.isRefusing()) return false
    return (await stage.ask('subscribe', { templates: [template.id] })) === true && granted()
  },
  async scan() {
    const text = await stage.ask('scan')
    return typeof text === 'string' && text !== '' ? text : undefined
  },
  async locate() {
    if (stage.isRefusing()) return { ok: false, why: 'refused' }
    const answer = await stage.ask('locate')
    const located = z.safeParse(Answered, answer)
    return located.success ? located.data : { ok: false, why: 'off' }
  },
  async phoneCall(number) {
    await stage.ask('phoneCall', { number })
  },
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

if (stage.staged()) keepBar()
