import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apisFor } from '../../../local/cloud/openapi/openapi'
import { api } from './api'
import { openTown, tempDir, type Town } from './town'

/** Parameters that each API takes. */
const good: Record<string, Record<string, unknown>> = {
  'subscribeMessage.send': { touser: 'r1', templateId: 't', page: 'pages/a', data: { thing1: { value: '好' } } },
  'security.msgSecCheck': { version: 2, scene: 2, openid: 'r1', content: '好' },
  'security.mediaCheckAsync': { version: 2, scene: 2, openid: 'r1', mediaType: 2, mediaUrl: 'http://127.0.0.1/a.jpg' },
  'wxacode.getUnlimited': { scene: 's=1', page: 'pages/a' },
  'updatableMessage.createActivityId': {},
  'updatableMessage.setUpdatableMsg': {
    activityId: '',
    targetState: 0,
    templateInfo: {
      parameterList: [
        { name: 'member_count', value: '0' },
        { name: 'room_limit', value: '1' },
      ],
    },
  },
  'phonenumber.getPhoneNumber': { code: '' },
  'riskControl.getUserRiskRank': { appid: 'wxlocalxinlin0000', openid: 'r1', scene: 1, clientIp: '127.0.0.1' },
}
const junk: unknown[] = [null, '', '__proto__', 'OWNER', -1, 1e9, true, [], {}, [null], { value: null }, { $ne: 1 }]
/** What may be left out. */
const optional = ['security.msgSecCheck version', 'subscribeMessage.send page']
const names = Object.keys(apisFor(undefined))

let town: Town
const { dir, remove } = tempDir()
beforeAll(async () => {
  const code = `const cloud = require(${JSON.stringify(require.resolve('wx-server-sdk'))})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ api, parameters }) => {
  const [family, call] = api.split('.')
  return cloud.openapi[family][call](parameters).then(() => 0, error => error.errCode)
}`
  for (const [fn, openapi] of [
    ['closed', []],
    ...names.map(name => [name.replace('.', '-'), [name]] as const),
  ] as const) {
    mkdirSync(join(dir, fn), { recursive: true })
    writeFileSync(join(dir, fn, 'index.js'), code)
    writeFileSync(join(dir, fn, 'config.json'), JSON.stringify({ permissions: { openapi } }))
  }
  town = await openTown({ functionsDir: dir })
})
afterAll(async () => {
  await town.close()
  remove()
})

test('every API of the table is tried here', () => expect(Object.keys(good).sort()).toEqual([...names].sort()))

describe.each(names)('%s', name => {
  const parameters = good[name] ?? {}

  test('is for the functions whose config.json names it', async () => {
    const ask = (fn: string): Promise<unknown> => town.cloud.call(fn, 'r1', { api: name, parameters })
    expect(await ask('closed')).toBe(-604101)
    expect(await ask(name.replace('.', '-'))).not.toBe(-604101)
  })

  test('refuses junk with a code of WeChat, and goes on', async () => {
    town.cloud.wechat.grants('r1', 't', 1000)
    for (const field of Object.keys(parameters)) {
      if (optional.includes(`${name} ${field}`)) continue
      for (const value of junk) {
        // A word may be an openid, a page or a sentence as well as another.
        if (value !== '' && typeof value === 'string' && typeof parameters[field] === 'string') continue
        const tried = api(name, { ...parameters, [field]: value })
        const outcome = await tried.then(
          () => 'taken',
          (error: { errCode: number }) => error.errCode,
        )
        expect([field, value, outcome]).toEqual([field, value, expect.any(Number)])
        expect([field, value, Number(outcome) > 40000]).toEqual([field, value, true])
      }
    }
  })
})
