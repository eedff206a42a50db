import { isRecord } from '../database/values'
import type { Api } from './openapi'

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

/** subscribeMessage.send: uses up one grant; 43101 without one, 47003 for a field that WeChat would not take. Each try is kept. */
export const sendNotice: Api = (parameters, { wechat, clock }) => {
  const openid = String(parameters['touser'] ?? '')
  const template = String(parameters['template_id'] ?? '')
  if (openid === '') return { errcode: 40003, errmsg: 'invalid openid' }
  if (template === '') return { errcode: 40037, errmsg: 'invalid template_id' }
  const data = valuesOf(parameters['data'])
  const wrong = wrongField(data)
  const errcode = wrong !== undefined ? 47003 : wechat.spend(openid, template) ? 0 : 43101
  wechat.note({ openid, template, page: String(parameters['page'] ?? ''), data, at: clock.now(), errcode })
  if (errcode === 47003) return { errcode, errmsg: `argument invalid! data.${wrong}.value invalid` }
  if (errcode === 43101) return { errcode, errmsg: 'user refuse to accept the msg' }
  return { errcode, errmsg: 'ok', msgid: clock.now() }
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

function wrongField(data: Record<string, { value: string }>): string | undefined {
  return Object.keys(data).find(name => {
    const { value } = data[name] ?? { value: '' }
    const rule = fields[name.replace(/\d+$/, '')]
    if (!rule) return !/^enum\d*$/.test(name)
    return (
      value === '' ||
      /[\r\n]/.test(value) ||
      [...value].length > rule.most ||
      (rule.pattern !== undefined && !rule.pattern.test(value))
    )
  })
}
