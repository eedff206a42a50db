import { errand } from '@domain/errand'
import { askedFor, templates } from '@domain/template'
import { a, lunch, personId } from '../cloudfunctions/town'
import type { Keeper } from './handset'
import { hand } from './handset'
import { live } from './town'

const living = live()
const one = (id: string) => `/pages/errand/one/index?id=${id}`
const ask = () => living.town.as('daughter')(errand.request, lunch)

/** The cloud as it is, but for what becomes of the calls that are named. */
function cloudBut(
  openid: string,
  does: (name: string, verb: string, real: () => Promise<unknown>) => Promise<unknown>,
): Keeper {
  return {
    callFunction(name, data) {
      const event = JSON.parse(JSON.stringify(data)) as { verb: string }
      return does(name, event.verb, () => living.town.cloud.call(name, openid, event))
    },
  }
}

/** A drawer that outlives the phone's app. */
function drawer(kept = new Map<string, string>()) {
  return {
    get: (name: string) => kept.get(name),
    set: (name: string, text: string) => Boolean(kept.set(name, text)),
    remove: (name: string) => void kept.delete(name),
    clear: () => kept.clear(),
  }
}

/** 请人帮忙 by taps up to the last question. */
async function askUpToLast(phone: Awaited<ReturnType<typeof living.phone>>): Promise<void> {
  await phone.open('/pages/errand/ask/index')
  await phone.tap('送饭')
  await phone.tap(/^爸爸（/)
  await phone.tap('社区食堂')
  await phone.tap('下一步')
  await phone.tap('10:30-11:00')
  await phone.tap(/^已付好/)
  await phone.sees('对不对？')
}

test('a message that WeChat takes no more (43101) becomes a call of the desk, and the phone knows that none is left', async () => {
  const kept = drawer()
  const asked: string[][] = []
  const keeper: Keeper = {
    drawer: kept,
    // The phone says yes, and WeChat keeps nothing of it.
    async subscribe(ids) {
      asked.push(ids)
      return { ok: true, value: Object.fromEntries(ids.map(id => [id, 'accept'])) }
    },
  }
  const offer = async () => {
    const { id } = await ask()
    await living.town.as('desk')(errand.dispatch, { id, communityId: a, to: { riderId: personId('zhang') } })
    await living.town.tick()
  }
  await offer()
  const rider = await living.phone('zhang', keeper)
  await rider.tap('接单')
  await rider.sees('手上的')
  expect(asked).toEqual([askedFor.ride.map(name => templates[name].id)])
  await rider.until(() => leftIn(kept) === 1, 'waited for the ledger')

  await offer()
  living.town.cloud.clock.advance(61_000)
  rider.phone.pull()
  await rider.until(() => leftIn(kept) === 0, 'waited for the ledger')
  const desk = await living.phone('desk')
  await desk.sees(/^张师傅：/)

  const again = await living.phone('zhang', keeper)
  await again.tap('接单')
  await again.until(() => asked.length === 2, 'waited for the question')
  expect(asked[1]).toContain(templates.task.id)
  expect([...rider.phone.errors, ...again.phone.errors]).toEqual([])
})

const leftIn = (kept: ReturnType<typeof drawer>): number | undefined => {
  const me = JSON.parse(kept.get('me') ?? '{}') as { subscribed?: Record<string, { left: number }> }
  return me.subscribed?.task?.left
}

test('an old phone draws a state of a newer cloud plainly, with no button that would not do', async () => {
  const { id } = await ask()
  const phone = await living.phone(
    'daughter',
    cloudBut('daughter', async (_, __, real) =>
      JSON.parse(JSON.stringify(await real()).replaceAll('"requested"', '"handedToDrone"')),
    ),
  )
  await phone.sees('正在办的')
  await phone.sees('有新进展，请看经过')
  await phone.open('/pages/errand/mine/index')
  await phone.sees('有新进展，请看经过')
  // He has one, and it is not done.
  expect(phone.words()).toContain('正在办')
  expect(phone.words()).not.toContain('办好的')
  await phone.open(one(id))
  await phone.sees('有新进展，请看经过')
  expect(phone.words()).not.toContain('不用了')
  expect(phone.phone.errors).toEqual([])
})

test.each(['nobody-yet', 'li', 'keeper', 'desk-b'])(
  'a link to an errand of others says nothing of it to %s',
  async openid => {
    const { id } = await ask()
    const phone = await living.phone(openid)
    await phone.open(one(id))
    expect(phone.words()).not.toMatch(/王大爷|602|爸爸|13900000001/)
    expect(phone.words().length).toBeGreaterThan(4)
    expect(phone.phone.errors).toEqual([])
  },
)

test.each([
  ['nobody-yet', '/pages/household/looks/index?id=h-father'],
  ['neighbour', '/pages/household/looks/index?id=h-father'],
  ['desk-b', '/pages/household/looks/index?id=h-father'],
  ['li', '/pages/station/keep/index?id=s1'],
  ['neighbour', '/pages/errand/ask/index?household=h-father'],
])('%s is told nothing of others by a link to %s', async (openid, url) => {
  const phone = await living.phone(openid)
  await phone.open(url)
  expect(phone.words()).not.toMatch(/王大爷|602|爸爸|13900000001|李书记/)
  expect(phone.words().length).toBeGreaterThan(4)
  expect(phone.phone.errors).toEqual([])
})

test('an answer of a newer cloud that this phone does not know is a sentence and a way on', async () => {
  const phone = await living.phone(
    'daughter',
    cloudBut('daughter', async (_, verb, real) =>
      verb === 'mine' ? { ok: false, at: Date.now(), code: 'HANDED_TO_DRONE' } : real(),
    ),
  )
  await phone.open('/pages/errand/mine/index')
  await phone.sees('系统出了点问题，请打电话给社区')
  await phone.sees('再试一次')
})

test.each(['/pages/errand/detail/index?id=1', '/pages/order/list', '/index'])(
  'a card of an older version, to %s, leads home',
  async url => {
    const phone = hand(living.town, 'daughter')
    phone.phone.start(url, 1007)
    await phone.sees(/^请人帮忙/)
    expect(phone.phone.navigator.top()?.route).toBe('pages/tab/home/index')
    expect(phone.phone.errors).toEqual([])
    await phone.close()
  },
)

/**
 * 场景值, those of WeChat's list by which this product can be met: its lists and search, cards and groups, codes, messages and notices,
 * other mini-programs, the desktop, a crawler. Not in it: what needs an ad, a live room, a shop, a watch, a car, a video account.
 */
const scenes = [
  1000, 1001, 1005, 1006, 1007, 1008, 1010, 1011, 1012, 1013, 1014, 1017, 1020, 1022, 1023, 1024, 1025, 1026, 1027,
  1028, 1030, 1031, 1032, 1034, 1035, 1036, 1037, 1038, 1039, 1042, 1043, 1044, 1047, 1048, 1049, 1053, 1054, 1056,
  1058, 1064, 1065, 1069, 1073, 1074, 1078, 1081, 1082, 1089, 1090, 1091, 1096, 1102, 1103, 1104, 1106, 1107, 1113,
  1114, 1119, 1120, 1124, 1125, 1126, 1129, 1131, 1144, 1145, 1146, 1152, 1153, 1154, 1155, 1157, 1158, 1160, 1167,
  1168, 1169, 1178, 1179, 1185,
]
/** What stands behind the question mark when WeChat adds something of its own. */
const additions = [
  '',
  '&scene=s%3DK7Q2M9',
  '&q=https%3A%2F%2Fexample.com%2F%3Fa%3D1&scancode_time=1700000000',
  '&scene=%',
]

test('by whatever way of WeChat the person comes, the page he came for stands', async () => {
  const { id } = await ask()
  const failed: string[] = []
  for (const [at, scene] of scenes.entries()) {
    const phone = hand(living.town, 'daughter')
    phone.phone.start(`${one(id)}${additions[at % additions.length] ?? ''}`, scene)
    await phone.opened()
    if (!phone.words().includes('社区收到了') || phone.phone.errors.length > 0)
      failed.push(`${scene}: ${phone.words()}`)
    await phone.close()
  }
  expect(failed).toEqual([])
})

test('a phone that is full says so, and sends what was typed all the same', async () => {
  const phone = await living.phone('daughter', {
    drawer: { get: () => undefined, set: () => false, remove: () => undefined, clear: () => undefined },
  })
  await askUpToLast(phone)
  await phone.sees('手机存满了，没发出去的先别关')
  await phone.tap('请社区派人')
  await phone.sees('社区收到了，正在安排。')
  expect(phone.phone.errors).toEqual([])
})

const lost = () => Promise.reject({ errCode: -1, errMsg: 'cloud.callFunction:fail request:fail' })

test('an answer that is lost on its way is asked for once more, and there is one errand', async () => {
  const before = (await living.town.as('daughter')(errand.mine, {})).rows.length
  let isLost = false
  const phone = await living.phone(
    'daughter',
    cloudBut('daughter', async (_, verb, real) => {
      const answer = await real()
      if (verb !== 'request' || isLost) return answer
      isLost = true
      return lost()
    }),
  )
  await askUpToLast(phone)
  await phone.tap('请社区派人')
  await phone.sees('社区收到了，正在安排。')
  expect(isLost).toBe(true)
  expect((await living.town.as('daughter')(errand.mine, {})).rows.length).toBe(before + 1)
})

test('when the network dies between the tap and the answer it is said, and the second tap makes no second errand', async () => {
  const before = (await living.town.as('daughter')(errand.mine, {})).rows.length
  let isDead = true
  const phone = await living.phone(
    'daughter',
    cloudBut('daughter', async (_, verb, real) => {
      const answer = await real()
      return verb === 'request' && isDead ? lost() : answer
    }),
  )
  await askUpToLast(phone)
  await phone.tap('请社区派人')
  await phone.sees(/没发出去，您填的都在/)
  isDead = false
  await phone.tap('请社区派人')
  await phone.sees('社区收到了，正在安排。')
  expect((await living.town.as('daughter')(errand.mine, {})).rows.length).toBe(before + 1)
})

test('two taps within 50 ms are one call', async () => {
  const phone = await living.phone('daughter')
  await askUpToLast(phone)
  phone.phone.read()
  await phone.tap('请社区派人')
  await phone.tap('请社区派人')
  await phone.sees('社区收到了，正在安排。')
  expect(phone.phone.read().cloud.filter(name => name === 'errand.request')).toHaveLength(1)
})
