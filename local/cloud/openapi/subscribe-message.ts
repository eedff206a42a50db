import { isRecord } from '../database/values'
import { openidIn, textOf, type Api } from './api'

/** 订阅消息 field limits by type (wechat-platform.md 3.3): the most characters, and what may stand in it. */
const fields: Readonly<Record<string, { most: number; pattern?: RegExp }>> = {
  thing: { most: 20 },
  number: { most: 32, pattern: /^-?[\d.]+$/ },
  letter: { most: 32, pattern: /^[A-Za-z]+$/ },
  symbol: { most: 5 },
  character_string: { most: 32, pattern: /^[\x21-\x7e ]+$/ },
  time: { most: 40, pattern: /\d{1,2}:\d{2}/ },
  date: { most: 40, pattern: /\d/ },
  amount: { most: 12, pattern: /^\D?[\d.]+\D?$/ },
  phone_number: { most: 17, pattern: /^[\d+\-() ]+$/ },
  car_number: { most: 8 },
  name: { most: 20 },
  phrase: { most: 5, pattern: /^\p{Script=Han}+$/u },
}

/** 订阅消息模板: what the console would know of a template. */
export interface Template {
  fields: readonly string[]
  /** 长期订阅: one grant, any number of messages; open to 政务民生. */
  isLongTerm?: true
}

/** Templates by id. */
export type Templates = Readonly<Record<string, Template>>

const states = ['developer', 'trial', 'formal']
const languages = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW']

/**
 * subscribeMessage.send (发送订阅消息): uses up one grant; 43101 without one, 47003 for a field that WeChat would not take or that the
 * template does not have, 40003 no openid, 40037 no such template, 41030 a page that is none; 47001 for a `miniprogram_state` or a `lang`
 * that is none (for these the page names no code). Each try for somebody is kept. Of templates that were not told here, any id is taken.
 * Source: developers.weixin.qq.com/miniprogram/dev/server/API/mp-message-management/subscribe-message/api_sendmessage.
 */
export function sendNotice(templates: Templates | undefined): Api {
  return (parameters, { wechat, clock }) => {
    const openid = openidIn(parameters['touser'])
    const id = textOf(parameters['template_id'])
    const page = textOf(parameters['page'])
    if (openid === undefined) return { errcode: 40003, errmsg: 'invalid openid' }
    const template = templates && Object.hasOwn(templates, id) ? templates[id] : undefined
    if (id === '' || (templates && !template)) return { errcode: 40037, errmsg: 'invalid template_id' }
    const data = valuesOf(parameters['data'])
    const refused = refusalOf(parameters, page, wrongField(data, template))
    const may = (): boolean => (template?.isLongTerm ? wechat.granted(openid, id) > 0 : wechat.spend(openid, id))
    const { errcode, errmsg } = refused ?? (may() ? sent : unsubscribed)
    wechat.note({ openid, template: id, page, data, at: clock.now(), errcode })
    return errcode === 0 ? { errcode, errmsg, msgid: clock.now() } : { errcode, errmsg }
  }
}

interface Outcome {
  errcode: number
  errmsg: string
}
const sent: Outcome = { errcode: 0, errmsg: 'ok' }
const unsubscribed: Outcome = { errcode: 43101, errmsg: 'user refuse to accept the msg' }

function refusalOf(
  parameters: Readonly<Record<string, unknown>>,
  page: string,
  wrong: string | undefined,
): Outcome | undefined {
  const isOneOf = (name: string, known: readonly string[]): boolean =>
    parameters[name] === undefined || known.includes(textOf(parameters[name]))
  if (page !== '' && !/^\/?[\w-]+(\/[\w-]+)*(\?\S*)?$/.test(page)) return { errcode: 41030, errmsg: 'invalid page' }
  for (const [name, known] of [
    ['miniprogram_state', states],
    ['lang', languages],
  ] as const)
    if (!isOneOf(name, known)) return { errcode: 47001, errmsg: `data format error: ${name}` }
  return wrong === undefined ? undefined : { errcode: 47003, errmsg: `argument invalid! ${wrong}` }
}

function valuesOf(data: unknown): Record<string, { value: string }> {
  const values: Record<string, { value: string }> = {}
  if (!isRecord(data)) return values
  for (const [name, field] of Object.entries(data)) {
    const value: unknown = isRecord(field) ? field['value'] : undefined
    values[name] = { value: typeof value === 'string' || typeof value === 'number' ? String(value) : '' }
  }
  return values
}

/** What is wrong with the data, in WeChat's manner; undefined when nothing is. */
function wrongField(data: Record<string, { value: string }>, template: Template | undefined): string | undefined {
  const names = Object.keys(data)
  if (names.length === 0) return 'data is empty'
  const missing = template?.fields.find(field => !names.includes(field))
  if (missing !== undefined) return `data.${missing}.value is empty`
  const wrong = names.find(
    name => (template && !template.fields.includes(name)) || !fits(name, data[name]?.value ?? ''),
  )
  return wrong === undefined ? undefined : `data.${wrong}.value invalid`
}

function fits(name: string, value: string): boolean {
  const type = name.replace(/\d+$/, '')
  if (type === 'enum') return value !== ''
  const rule = Object.hasOwn(fields, type) ? fields[type] : undefined
  if (!rule || value === '' || /[\r\n]/.test(value) || [...value].length > rule.most) return false
  return rule.pattern === undefined || rule.pattern.test(value)
}
