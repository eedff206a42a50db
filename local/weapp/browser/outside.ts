import { type TemplateName, templateNames, templates } from '../../../domain/template'
import * as z from '../../../domain/zod'
import type { Refusal } from '../../stage/page/protocol'
import type { Fix, Given, Outside } from '../outside'
import { cloud, type Holder } from './cloud'
import { documents } from './documents'
import { noTo } from './leave'
import { pictures } from './pictures'
import type { Line } from './stage'

/** How the stage has set this phone: 断网, 拒绝授权, 字号. */
export interface Settings extends Holder {
  scale: number
}

/** What the stage answers when it is asked where we are. */
const Located = z.union([
  z.object({ ok: z.literal(true), fix: z.object({ lat: z.number(), lng: z.number(), accuracyMetres: z.number() }) }),
  z.object({ ok: z.literal(false), why: z.enum(['refused', 'off']) }),
])
const Subscribed = z.object({ answers: z.record(z.string(), z.string()) })
const Entered = z.object({ cloudID: z.string() })
const Coded = z.object({ code: z.string() })

const nameOf = (id: string): TemplateName | undefined => templateNames.find(name => templates[name].id === id)

/** The world around a phone on the stage: the stage plays its keeper, the cloud is behind this page's own origin. */
export function openOutside(line: Line, settings: Settings, hears: Pick<Outside, 'title' | 'turned'>): Outside {
  /** One phone changes hands: each person has a drawer of his own. */
  const drawerOf = (name: string): string => `wx.${settings.openid}.${name}`
  const refuses = (what: Refusal): boolean => settings.refused.has(what)

  /** WeChat's part of this origin; nothing without a network. */
  async function wechat(what: string, body: object): Promise<unknown> {
    if (settings.offline) return undefined
    const headers = { 'content-type': 'application/json', 'x-openid': settings.openid }
    const answer = await fetch(`/wechat/${what}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const said: unknown = answer.ok ? await answer.json() : undefined
    return said
  }

  async function locate(): Promise<Given<Fix>> {
    const located = z.safeParse(Located, await line.ask('locate'))
    if (!located.success) return { ok: false, no: 'off' }
    return located.data.ok ? { ok: true, value: located.data.fix } : { ok: false, no: located.data.why }
  }

  return {
    ...hears,
    ...cloud(settings, (area, verb) => line.say('acted', { area, verb })),
    ...pictures(line, settings),
    ...documents(settings),
    async scan() {
      if (refuses('camera')) return { ok: false, no: 'refused' }
      const text = await line.ask('scan')
      return typeof text === 'string' && text !== '' ? { ok: true, value: text } : { ok: false, no: 'left' }
    },
    async locate() {
      const no = noTo(settings, 'location')
      return no ? { ok: false, no } : locate()
    },
    dial: async number => (await line.ask('phoneCall', { number })) !== false,
    async subscribe(ids) {
      const all = (answer: string) => Object.fromEntries(ids.map(id => [id, answer]))
      if (refuses('messages')) return { ok: false, no: 'messages' }
      if (refuses('subscribe')) return { ok: true, value: all('reject') }
      const asked = ids.flatMap(id => nameOf(id) ?? []).map(name => ({ name, title: templates[name].title }))
      const said = z.safeParse(Subscribed, await line.ask('subscribe', { templates: asked }))
      const answers: Record<string, string> = said.success ? said.data.answers : {}
      const value = {
        ...all('reject'),
        ...Object.fromEntries(ids.map(id => [id, answers[nameOf(id) ?? ''] ?? 'reject'])),
      }
      const accepted = ids.filter(id => value[id] === 'accept')
      if (accepted.length > 0 && (await wechat('subscribe', { templates: accepted })) === undefined)
        return { ok: false, no: 'off' }
      return { ok: true, value }
    },
    async phoneCode() {
      const no = noTo(settings, 'phone')
      if (no) return { ok: false, no }
      if ((await line.ask('phone')) !== true) return { ok: false, no: 'denied' }
      const coded = z.safeParse(Coded, await wechat('phone-code', {}))
      return coded.success ? { ok: true, value: coded.data.code } : { ok: false, no: 'off' }
    },
    async groupEntry() {
      const group = await line.ask('groupEntry')
      const entered = z.safeParse(
        Entered,
        typeof group === 'string' ? await wechat('group-enter', { group }) : undefined,
      )
      return entered.success ? { ok: true, value: entered.data.cloudID } : { ok: false, no: 'off' }
    },
    async agree() {
      const no = noTo(settings)
      return no ? { ok: false, no } : { ok: true, value: true }
    },
    openContract: async () => void (await line.ask('contract')),
    openSettings: async () => void (await line.ask('settings')),
    setting: () => ({
      scopes: { 'scope.userLocation': !refuses('location'), 'scope.camera': !refuses('camera') },
      messages: !refuses('messages'),
      always: [],
    }),
    network: () => (settings.offline ? 'none' : refuses('weak') ? 'weak' : 'good'),
    share: ({ picture: _picture, ...card }) => line.share(card),
    drawer: {
      get: name => localStorage.getItem(drawerOf(name)) ?? undefined,
      set(name, text) {
        try {
          localStorage.setItem(drawerOf(name), text)
          return true
        } catch {
          return false
        }
      },
      remove: name => localStorage.removeItem(drawerOf(name)),
      clear() {
        const own = Object.keys(localStorage).filter(name => name.startsWith(drawerOf('')))
        for (const name of own) localStorage.removeItem(name)
      },
    },
    // The browser's console is nobody's log but the developer's.
    log: (level, words) => level === 'filter' || console.error('log', ...words),
    fontScale: () => settings.scale,
  }
}
