import type { Case, Family } from './case'

const cases: Case[] = [
  {
    name: 'outside a call nobody is the caller',
    source: 'official',
    act: async ({ sdk }) => sdk.getWXContext()['OPENID'] ?? 'nobody',
    expect: 'nobody',
  },
  {
    name: 'a function knows its caller, the mini-program and the way',
    source: 'official',
    act: ({ call }) => call('whoami', 'r1', {}),
    expect: expect.objectContaining({ OPENID: 'r1', APPID: expect.stringMatching(/^wx/), SOURCE: 'wx_client' }),
  },
  {
    name: 'a function knows its environment and its caller’s address',
    source: 'official',
    act: ({ call }) => call('whoami', 'r1', {}),
    expect: expect.objectContaining({ ENV: expect.any(String), CLIENTIP: expect.any(String) }),
  },
  {
    name: 'the event says who called, and the caller cannot say otherwise',
    source: 'official',
    act: async ({ call }) => Object(await call('echo', 'r1', { userInfo: { openId: 'r2' } })).userInfo.openId,
    expect: 'r1',
  },
  {
    name: 'twenty callers at once are not taken for one another',
    source: 'measured',
    act: async ({ call }) => {
      const people = Array.from({ length: 20 }, (_, n) => `r${n}`)
      const seen = await Promise.all(people.map(async person => Object(await call('whoami', person, {})).OPENID))
      return seen.filter((openid, n) => openid !== people[n])
    },
    expect: [],
  },
  {
    name: 'a call without a person has no OPENID',
    source: 'official',
    act: async ({ call }) => 'OPENID' in Object(await call('whoami', null, {})),
    expect: false,
  },
]

/** getWXContext (微信上下文). Locally only: a real one needs a phone that calls. */
export const context: Family = { name: 'context', runs: 'locally', cases }
