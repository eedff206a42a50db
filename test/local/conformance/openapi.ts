import { fails, type Case, type Family, type Here } from './case'

const message = {
  touser: 'r1',
  templateId: 'accepted',
  page: 'pages/errand/one/index',
  data: { thing1: { value: '买菜' } },
}
const code = { scene: 's=K7Q2M9', page: 'pages/station/visit/index', checkPath: false }

const api = async ({ sdk }: Here, name: string, parameters: unknown): Promise<Record<string, unknown>> => {
  const [family = '', verb = ''] = name.split('.')
  const ask = sdk.openapi[family]?.[verb]
  if (!ask) throw new Error(`no ${name}`)
  return ask(parameters)
}

type Refused = [name: string, api: string, parameters: unknown, errCode: number]
const refused: Refused[] = [
  ['a notice that nobody agreed to', 'subscribeMessage.send', { ...message, touser: 'nobody' }, 43101],
  ['a scene over thirty-two characters', 'wxacode.getUnlimited', { ...code, scene: 'x'.repeat(33) }, 40169],
  ['a scene in Chinese', 'wxacode.getUnlimited', { ...code, scene: '驿站' }, 40129],
  ['a page that begins with a slash', 'wxacode.getUnlimited', { ...code, page: '/pages' }, 41030],
  ['an api that does not exist', 'nothing.send', {}, -604100],
]

const cases: Case[] = [
  ...refused.map(([name, which, parameters, errCode]): Case => ({
    name: `${name} is refused with ${errCode}`,
    source: 'official',
    act: here => api(here, which, parameters),
    expect: fails(errCode),
  })),
  {
    name: 'a code is a picture',
    source: 'official',
    act: async here => {
      const { buffer, contentType } = await api(here, 'wxacode.getUnlimited', code)
      return [Buffer.isBuffer(buffer), contentType]
    },
    expect: [true, expect.stringMatching(/^image\//)],
  },
  {
    name: 'a harmless text passes',
    source: 'official',
    act: here => api(here, 'security.msgSecCheck', { version: 2, scene: 2, openid: 'r1', content: '买一斤青菜' }),
    expect: expect.objectContaining({ errCode: 0, result: expect.objectContaining({ suggest: 'pass' }) }),
  },
  {
    name: 'parameters in snake case mean the same',
    source: 'measured',
    act: here => api(here, 'wxacode.getUnlimited', { scene: 'a', page: 'pages/a', check_path: false }),
    expect: expect.objectContaining({ errCode: 0 }),
  },
]

/** 云调用. Locally only: a real one needs a mini-program's rights. */
export const openapi: Family = { name: 'openapi', runs: 'locally', cases }
