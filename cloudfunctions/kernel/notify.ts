import { fitted, templates, type TemplateName } from '@domain/template'
import { clockOf } from '@domain/time'
import { cloud } from './cloud'

/** What became of a push: it reached the phone, WeChat takes no more of this template from this person, or it failed otherwise. */
export type Pushed = 'sent' | 'empty' | 'failed'

export interface Push {
  openid: string
  template: TemplateName
  /** The page it opens, without a leading slash. */
  page: string
  words: string
  at: number
}

/** Said instead of a wording that WeChat finds sensitive. */
const plainWords = '有新进展，点开看看'
const pauseMs = 200

/**
 * One push by subscription message. Whatever does not reach a phone is telephoned; the inbox has the notice in any case. 43101: no message
 * of this template is left; 43107: WeChat banned the ability; 43108: two at once to one person, tried once more; 45168: a sensitive word,
 * said once more in plain words; 47003: a field WeChat does not take, which is our bug. Source: facts/wechat-platform 3.3.
 */
export async function push(message: Push, isAgain = false): Promise<Pushed> {
  const { id, thing, time } = templates[message.template]
  const data = {
    [thing]: { value: fitted(thing, message.words) },
    [time]: { value: fitted(time, clockOf(message.at)) },
  }
  try {
    const { openid: touser, page } = message
    await cloud.openapi.subscribeMessage.send({ touser, templateId: id, page, data, lang: 'zh_CN' })
    return 'sent'
  } catch (error) {
    const code = (error as { errCode?: number }).errCode
    if (code === 43101) return 'empty'
    if (code === 43108 && !isAgain) return pause().then(() => push(message, true))
    if (code === 45168 && !isAgain) return push({ ...message, words: plainWords }, true)
    // Codes and names of fields only: what was to be said is somebody's own.
    console.error(JSON.stringify({ push: 'failed', code, template: message.template, fields: Object.keys(data) }))
    return 'failed'
  }
}

const pause = (): Promise<void> => new Promise(resolve => void setTimeout(resolve, pauseMs))
