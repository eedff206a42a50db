import * as z from '../../../domain/zod'
import type { Outside } from '../outside'
import { cloud, type Holder } from './cloud'
import { pictures } from './pictures'
import type { Line } from './stage'

/** How the stage has set this phone: 断网, 拒绝授权, 字号. */
export interface Settings extends Holder {
  refuse: boolean
  scale: number
}

/** What the stage answers when it is asked where we are. */
const Located = z.union([
  z.object({ ok: z.literal(true), fix: z.object({ lat: z.number(), lng: z.number(), accuracyMetres: z.number() }) }),
  z.object({ ok: z.literal(false), why: z.enum(['refused', 'off']) }),
])

/** The world around a phone on the stage: the stage plays its keeper, the cloud is behind this page's own origin. */
export function openOutside(line: Line, settings: Settings, hears: Pick<Outside, 'title' | 'turned'>): Outside {
  /** One phone changes hands: each person has a drawer of his own. */
  const drawerOf = (name: string): string => `wx.${settings.openid}.${name}`

  return {
    ...hears,
    ...cloud(settings, (area, verb) => line.say('acted', { area, verb })),
    ...pictures(line, () => settings.refuse),
    async scan() {
      const text = await line.ask('scan')
      return typeof text === 'string' && text !== '' ? text : undefined
    },
    async locate() {
      if (settings.refuse) return { ok: false, why: 'refused' }
      const located = z.safeParse(Located, await line.ask('locate'))
      return located.success ? located.data : { ok: false, why: 'off' }
    },
    dial: async number => (await line.ask('phoneCall', { number })) !== false,
    async subscribe(templates) {
      if (settings.refuse || (await line.ask('subscribe', { templates })) !== true) return false
      const headers = { 'content-type': 'application/json', 'x-openid': settings.openid }
      const answer = await fetch('/wechat/subscribe', { method: 'POST', headers, body: JSON.stringify({ templates }) })
      return answer.ok
    },
    share: ({ title, path }) => line.share({ title, path }),
    drawer: {
      get: name => localStorage.getItem(drawerOf(name)) ?? undefined,
      set: (name, text) => localStorage.setItem(drawerOf(name), text),
      remove: name => localStorage.removeItem(drawerOf(name)),
    },
    fontScale: () => settings.scale,
  }
}
