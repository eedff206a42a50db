import Taro from '@tarojs/taro'
import { Answer, type Answers, type TemplateName, templateNames, templates } from '@domain/template'
import * as z from '@domain/zod'
import type { Subscribed } from './face'

/** WeChat's number for 拒收所有通知: the person has switched our messages off altogether. */
const switchedOff = 20004

/** 允许 with a sound or a card is 允许, too. */
function answerOf(said: unknown): Answer | undefined {
  const word = typeof said === 'string' && said.startsWith('accept') ? 'accept' : said
  const answer = z.safeParse(Answer, word)
  return answer.success ? answer.data : undefined
}

/** Reads answers that WeChat gives by template id. */
function read(said: object, names: readonly TemplateName[]): Answers {
  const byId = new Map<string, unknown>(Object.entries(said))
  const answers = names.map(name => [name, answerOf(byId.get(templates[name].id))] as const)
  return Object.fromEntries(answers.filter(([, answer]) => answer !== undefined))
}

let kept: TemplateName[] | undefined

/** 总是保持以上选择: learnt once a run, since WeChat counts how often it is asked. */
async function learnKept(): Promise<void> {
  if (kept) return
  kept = []
  const { subscriptionsSetting } = await Taro.getSetting({ withSubscriptions: true })
  const answers = read(subscriptionsSetting?.itemSettings ?? {}, templateNames)
  kept = templateNames.filter(name => answers[name] === 'accept')
}

/** Templates allowed once and for all. */
export const alwaysAllowed = (): readonly TemplateName[] => kept ?? []

/** WeChat's own dialog. */
export async function subscribe(names: readonly TemplateName[]): Promise<Subscribed> {
  try {
    const tmplIds = names.map(name => templates[name].id)
    // Nothing may be awaited before this: only straight in a tap does WeChat ask.
    const said: object = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
    void learnKept().catch(() => undefined)
    return { answers: read(said, names) }
  } catch (fault) {
    const { errCode } = { errCode: undefined, ...(typeof fault === 'object' ? fault : {}) }
    if (Number(errCode) !== switchedOff) return { answers: {}, why: 'unasked' }
    return { answers: Object.fromEntries(names.map(name => [name, 'reject'])), why: 'off' }
  }
}
