import { group } from '@domain/group'
import { minuteMs } from '@domain/time'
import { allTries, ownTries } from '@domain/tries'
import { a, b, newKey, openTown, personId, refusal, type Reply, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const groupId = `${a}-g1`

/** What WeChat gives to a phone that was opened from a card in this chat. */
async function tapped(openid: string, chat: string): Promise<string> {
  const answer = await fetch(`${town.cloud.url}/wechat/group-enter`, {
    method: 'POST',
    headers: { 'x-openid': openid, 'content-type': 'application/json' },
    body: JSON.stringify({ group: chat }),
  })
  return ((await answer.json()) as { cloudID: string }).cloudID
}
const send = (openid: string, proof: unknown, invite?: string, key = newKey()): Promise<Reply> =>
  town.raw(openid, 'group', { verb: 'enter', input: invite ? { invite } : {}, key, group: proof, me: 'old' })
const enter = async (openid: string, chat: string, invite?: string) =>
  send(openid, { $cloudID: await tapped(openid, chat) }, invite)
const invited = async (desk = 'desk', communityId = a) =>
  (await town.as(desk)(group.invite, { communityId, groupId: `${communityId}-g1` })).invite

test('a group nobody has shown is a visitor’s', async () => {
  expect(await enter('guest', 'chat-1')).toMatchObject({ ok: true, data: { how: 'visitor' } })
  expect(await town.stored('people', personId('guest'))).toBeUndefined()
})

test('the desk shows its group by tapping its own card in it; whoever comes from there is one of it', async () => {
  const invite = await invited()
  expect(await enter('desk', 'chat-1', invite)).toMatchObject({
    data: { how: 'bound', communityId: a, name: '金星社区邻里群' },
  })
  expect((await town.as('desk')(group.list, { communityId: a })).rows).toMatchObject([
    { id: groupId, boundBy: '李书记' },
  ])
  const reply = await enter('guest', 'chat-1', invite)
  expect(reply).toMatchObject({ data: { how: 'member', communityId: a } })
  expect(reply.me?.groups).toEqual([{ communityId: a, groupId, name: '金星社区邻里群', on: '2026-11-23' }])
  expect(await enter('guest', 'chat-2', invite)).toMatchObject({ data: { how: 'visitor' } })
})

test('the same tap tried again binds once; a second tap is an ordinary one', async () => {
  const invite = await invited()
  const key = newKey()
  const tap = async () => send('desk', { $cloudID: await tapped('desk', 'chat-1') }, invite, key)
  expect([(await tap()).data, (await tap()).data]).toMatchObject([{ how: 'bound' }, { how: 'bound' }])
  expect(await enter('desk', 'chat-1', invite)).toMatchObject({ data: { how: 'member' } })
})

test('a card is good for half an hour, for whoever asked for it, and while he is of the desk', async () => {
  const late = await invited()
  town.cloud.clock.advance(31 * minuteMs)
  expect(await enter('desk', 'chat-3', late)).toMatchObject({ ok: false, code: 'NO_SUCH_INVITE' })
  const invite = await invited()
  for (const openid of ['zhang', 'desk-b', 'guest'])
    expect(await enter(openid, 'chat-3', invite)).toMatchObject({ data: { how: 'visitor' } })
  const sdk = require('wx-server-sdk') as typeof import('wx-server-sdk')
  const desk = sdk.database().collection('people').doc(personId('desk'))
  await desk.update({ data: { memberships: [] } })
  expect(await enter('desk', 'chat-3', invite)).toMatchObject({ data: { how: 'visitor' } })
  await desk.update({ data: { memberships: [{ communityId: a, role: 'dispatcher' }] } })
})

test('a group belongs to one community until its desk lets it go', async () => {
  const invite = await invited('desk-b', b)
  expect(await enter('desk-b', 'chat-1', invite)).toMatchObject({ ok: false, code: 'OTHER_COMMUNITY' })
  expect(await refusal(town.as('desk-b')(group.release, { communityId: a, groupId }))).toBe('FORBIDDEN')
  await town.as('desk')(group.release, { communityId: a, groupId })
  expect(await enter('guest', 'chat-1')).toMatchObject({ data: { how: 'visitor' } })
  expect(await enter('desk-b', 'chat-1', await invited('desk-b', b))).toMatchObject({
    data: { how: 'bound', communityId: b },
  })
})

test('what a phone writes itself, what is old, and another person’s proof are no group', async () => {
  const data = {
    opengid: 'chat-1',
    chat_type: 3,
    watermark: { appid: 'wxlocalxinlin0000', timestamp: town.cloud.clock.now() / 1000 },
  }
  const old = await tapped('guest', 'chat-1')
  const others = await tapped('daughter', 'chat-1')
  town.cloud.clock.advance(4 * minuteMs)
  expect(await send('guest', { $cloudID: others })).toMatchObject({ ok: false, code: 'NOT_A_GROUP' })
  town.cloud.clock.advance(2 * minuteMs)
  for (const proof of [
    undefined,
    null,
    '',
    'OWNER',
    '__proto__',
    { cloudID: 'x', data },
    { $cloudID: 'x' },
    { $cloudID: old },
  ])
    expect(await send('guest', proof)).toMatchObject({ ok: false, code: 'NOT_A_GROUP' })
})

test('who cannot show a group says the code the desk reads out; it lives a day', async () => {
  const { code } = await town.as('desk')(group.code, { communityId: a })
  const join = (openid: string, said: string) => town.as(openid)(group.join, { communityId: a, code: said })
  const wrong = code === '100000' ? '100001' : '100000'
  expect(await refusal(join('by-code', wrong))).toBe('NO_SUCH_INVITE')
  expect(await join('by-code', code)).toMatchObject({ how: 'code', communityId: a, name: '金星社区' })
  const next = await town.as('desk')(group.code, { communityId: a })
  expect(await refusal(join('late', code))).toBe('NO_SUCH_INVITE')
  expect(await join('late', next.code)).toMatchObject({ how: 'code' })
  town.cloud.clock.advance(25 * 60 * minuteMs)
  expect(await refusal(join('later', next.code))).toBe('NO_SUCH_INVITE')
})

describe('whoever guesses a code', () => {
  const codes = async () => {
    const { code } = await town.as('desk')(group.code, { communityId: a })
    return { code, wrong: code === '100000' ? '100001' : '100000' }
  }
  const join = (openid: string, said: string, key?: string) =>
    town.as(openid)(group.join, { communityId: a, code: said }, key)

  test('has five tries a day, however they come, and locks out himself alone', async () => {
    const { code, wrong } = await codes()
    const answers = await Promise.all(Array.from({ length: 30 }, () => refusal(join('guesser-1', wrong))))
    expect(answers.filter(answer => answer === 'NO_SUCH_INVITE')).toHaveLength(ownTries.most)
    expect(await refusal(join('guesser-1', code))).toBe('ASK_DESK')
    expect(await join('honest-1', code)).toMatchObject({ how: 'code' })
    town.cloud.clock.advance(ownTries.lastsMs)
    expect(await join('guesser-1', (await codes()).code)).toMatchObject({ how: 'code' })
  })

  test('with a hundred wrong ones of all together slows everybody down for an hour, and no longer', async () => {
    const { code, wrong } = await codes()
    await town.set('tries', `group:${a}`, {
      tries: allTries.most - 1,
      until: town.cloud.clock.now() + allTries.lastsMs,
    })
    expect(await join('honest-2', code)).toMatchObject({ how: 'code' })
    await refusal(join('crowd', wrong))
    expect(await refusal(join('honest-3', code))).toBe('ASK_DESK')
    town.cloud.clock.advance(allTries.lastsMs)
    expect(await join('honest-3', code)).toMatchObject({ how: 'code' })
  })

  test('a tap sent again because no answer came is not another try', async () => {
    const { wrong } = await codes()
    const key = newKey()
    for (let i = 0; i < 9; i += 1) expect(await refusal(join('patient', wrong, key))).toBe('NO_SUCH_INVITE')
  })
})
