import { Answers, type TemplateName, templates } from '@domain/template'
import * as z from '@domain/zod'
import type { Subscribed } from './face'
import * as stage from './stage'

/** What the stage's dialog answers: yes or no to each template, or that this person has switched everything off. */
const Said = z.union([z.object({ answers: Answers }), z.object({ off: z.literal(true) })])

const all = (names: readonly TemplateName[], answer: 'accept' | 'reject'): Answers =>
  Object.fromEntries(names.map(name => [name, answer]))

/** The platform's part of a subscription: it keeps one grant of each for the next message. */
async function granted(names: readonly TemplateName[]): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'x-openid': await stage.person() }
  const body = JSON.stringify({ templates: names.map(name => templates[name].id) })
  const answer = stage.isOffline()
    ? undefined
    : await fetch('/wechat/subscribe', { method: 'POST', headers, body }).catch(() => undefined)
  return answer?.status === 200
}

/** WeChat's dialog, played by the stage. */
export async function subscribe(names: readonly TemplateName[]): Promise<Subscribed> {
  if (stage.refuses('subscribe')) return { answers: all(names, 'reject') }
  if (stage.refuses('messages')) return { answers: all(names, 'reject'), why: 'off' }
  const asked = names.map(name => ({ name, title: templates[name].title }))
  const said = z.safeParse(Said, await stage.ask('subscribe', { templates: asked }))
  if (!said.success) return { answers: {}, why: 'unasked' }
  if ('off' in said.data) return { answers: all(names, 'reject'), why: 'off' }
  const { answers } = said.data
  const accepted = names.filter(name => answers[name] === 'accept')
  if (accepted.length > 0 && !(await granted(accepted))) return { answers: {}, why: 'unasked' }
  return { answers }
}
