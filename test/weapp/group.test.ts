import { errand } from '@domain/errand'
import { study } from '@domain/study'
import { a, lunch } from '../cloudfunctions/town'
import type { Keeper } from './handset'
import { live } from './town'

const living = live()
const call: NonNullable<Keeper['callFunction']> = (name, data) =>
  living.town.cloud.call(name, 'daughter', JSON.parse(JSON.stringify(data)))

/** A phone from which the group was told of an errand. */
async function told(openid: string, keeper: Keeper = {}) {
  const { id } = await living.town.as('daughter')(errand.request, lunch)
  const phone = await living.phone(openid, keeper)
  await phone.open(`/pages/errand/one/index?id=${id}`)
  await phone.tap('发到群里说一声')
  await phone.until(() => phone.shared.length > 0, 'waited for the card')
  return phone
}

test('a lesson shared after an errand does not carry the errand’s activity; both can tell their group', async () => {
  const cards = ['一', '二'].map(heading => ({ heading, body: '三分钟看完' }))
  const desk = living.town.as('desk')
  const lesson = await desk(study.write, { communityId: a, groupId: `${a}-g1`, title: '用电安全', cards })
  await desk(study.send, { id: lesson.id })
  const phone = await told('desk')
  await phone.open(`/pages/study/read/index?id=${lesson.id}`)
  await phone.tap(/^发到群里/)
  await phone.until(() => phone.shared.length > 1, 'waited for the second card')
  const [first, second] = phone.shared
  expect(first).toEqual(expect.objectContaining({ ticket: true, activity: expect.any(String) }))
  expect(second).toEqual(expect.objectContaining({ title: expect.stringContaining('用电安全'), ticket: true }))
  expect(second).not.toHaveProperty('activity')
})

test('where the cloud makes no live card, a plain one is sent', async () => {
  const isCard = (data: unknown) => JSON.stringify(data).includes('"card"')
  const phone = await told('daughter', {
    callFunction: (name, data) => (isCard(data) ? Promise.reject(new Error('no')) : call(name, data)),
  })
  expect(phone.shared).toEqual([
    expect.objectContaining({ title: expect.stringContaining('送饭'), path: expect.stringContaining('errand/one') }),
  ])
  expect(phone.shared[0]).not.toHaveProperty('activity')
})

test('the card that is sent into a community’s group can tell which group it lies in', async () => {
  const phone = await living.phone('desk')
  await phone.open('/pages/group/bind/index')
  await phone.tap('做一张认群卡片')
  await phone.tap('发到这个群')
  await phone.until(() => phone.shared.length > 0, 'waited for the card')
  expect(phone.shared).toEqual([
    expect.objectContaining({ path: expect.stringContaining('invite='), picture: expect.any(String), ticket: true }),
  ])
})

/** What WeChat tells of the chat in which this person tapped a card. */
async function tapped(chat: string, openid = 'daughter'): Promise<string> {
  const answer = await fetch(`${living.town.cloud.url}/wechat/group-enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify({ group: chat }),
  })
  return ((await answer.json()) as { cloudID: string }).cloudID
}

const ways: [string, NonNullable<Keeper['groupEntry']>, RegExp][] = [
  ['from a group that nobody knows', async () => ({ ok: true, value: await tapped('chat-9') }), /这个群社区还没认过/],
  ['from nowhere', async () => ({ ok: false, no: 'off' }), /没认出是哪个群/],
]
test.each(ways)('who came %s is told so, and may say the code', async (_, groupEntry, words) => {
  const phone = await living.phone('daughter', { groupEntry })
  await phone.open('/pages/group/enter/index')
  await phone.tap('我是从群里来的')
  await phone.sees(words)
  expect(phone.top().querySelector('input')).not.toBeNull()
})

test('who of the desk taps its card inside the group shows which group it is; a neighbour who comes from it is known', async () => {
  const asked = await living.phone('desk')
  await asked.open('/pages/group/bind/index')
  await asked.tap('做一张认群卡片')
  await asked.tap('发到这个群')
  await asked.until(() => asked.shared.length > 0, 'waited for the card')
  const inside = async (openid: string, path: string, words: string) => {
    const groupEntry: Keeper['groupEntry'] = async () => ({ ok: true, value: await tapped('chat-1', openid) })
    const phone = await living.phone(openid, { groupEntry })
    await phone.open(path)
    await phone.tap(words)
    return phone
  }
  const bound = await inside('desk', asked.shared[0]?.path ?? '', '就是这个群')
  await bound.sees(/认好了/)
  const neighbour = await inside('neighbour', '/pages/group/enter/index', '我是从群里来的')
  await neighbour.sees(/金星社区邻里群/)
  expect([...bound.phone.errors, ...neighbour.phone.errors]).toEqual([])
})
