import { newKey, personId } from '../cloudfunctions/town'
import type { Keeper } from './handset'
import { live } from './town'

const living = live()
const arrival = '/pages/station/arrive/index?code=K7Q2M9'

/** What WeChat on this phone does after 允许: the local cloud's own door for it. */
async function codeFor(openid: string): Promise<string> {
  const answer = await fetch(`${living.town.cloud.url}/wechat/phone-code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: '{}',
  })
  const { code } = (await answer.json()) as { code: string }
  return code
}

/** The questions of an application up to the telephone number. */
async function toPhone(phone: Awaited<ReturnType<typeof living.phone>>): Promise<void> {
  await phone.type('称呼', '王师傅')
  await phone.tap('下一步')
  await phone.tap('快递')
  await phone.type('公司或站点', '东门站')
  await phone.tap('下一步')
  await phone.sees('打哪个电话找您？')
}

test.each([
  ['refused', /^没有打开位置，也没关系/],
  ['unread', /^没同意隐私说明，位置没有用，也没关系/],
  ['privacy', /^没同意隐私说明，位置没有用，也没关系/],
  ['undeclared', /^这里还用不了位置，先用别的办法/],
  ['off', /^手机没给出位置，也没关系/],
] as const)('at the door a location that is %s is answered with a way on', async (no, words) => {
  const phone = await living.phone('li', { locate: async () => ({ ok: false, no }) })
  await phone.open(arrival)
  await phone.tap('我到了')
  await phone.sees(words)
  await phone.sees('请店里人点一下')
  expect(phone.words()).toContain('手输六位码')
  expect(phone.words().includes('再看一次位置')).toBe(no !== 'undeclared')
  expect(phone.phone.errors).toEqual([])
})

test('who refused the place has three ways on: the clerk, the settings, the code typed by hand', async () => {
  let isAllowed = false
  const keeper: Keeper = {
    locate: async () =>
      isAllowed
        ? { ok: true, value: { lat: 26.5901, lng: 104.8301, accuracyMetres: 20 } }
        : { ok: false, no: 'refused' },
    openSettings: async () => void (isAllowed = true),
  }
  const phone = await living.phone('zhang', keeper)
  await phone.open(arrival)
  await phone.tap('我到了')
  await phone.sees('店里人点过了')
  await phone.sees('手输六位码')
  await phone.tap('去设置')
  await phone.tap('再看一次位置')
  await phone.sees('到了，记好了')
  expect(phone.phone.errors).toEqual([])
})

test('within ten seconds of closing the privacy text nothing is asked, and that is said', async () => {
  const phone = await living.phone('daughter', { locate: async () => ({ ok: false, no: 'privacy' }) })
  await phone.open(arrival)
  // The ten seconds are the phone's own: however slow the machine, none of them passes here.
  const stopped = jest.spyOn(Date, 'now').mockReturnValue(Date.now())
  await phone.tap('我到了')
  await phone.sees(/^没同意隐私说明/)
  await phone.tap('再看一次位置')
  await phone.sees(/^刚才没同意，过十秒再点/)
  stopped.mockRestore()
})

test('the number that WeChat knows stands in the field, to be seen before it goes anywhere', async () => {
  const phone = await living.phone('daughter', {
    phoneCode: async () => ({ ok: true, value: await codeFor('daughter') }),
  })
  await phone.open('/pages/rider/apply/index')
  await toPhone(phone)
  await phone.tap('填上微信里的手机号')
  await phone.until(
    () => [...phone.top().querySelectorAll('input')].some(({ value }) => /^1390000\d{4}$/.test(value)),
    'waited for the number',
  )
  expect(phone.phone.errors).toEqual([])
})

test.each([
  ['denied', undefined],
  ['privacy', /^没同意隐私说明，手机号没有用/],
  ['undeclared', /^这里还用不了手机号/],
  ['off', '没取到手机号，请自己写一下'],
] as const)('a number that is %s leaves the field to be written by hand', async (no, words) => {
  const phone = await living.phone('daughter', { phoneCode: async () => ({ ok: false, no }) })
  await phone.open('/pages/rider/apply/index')
  await toPhone(phone)
  await phone.tap('填上微信里的手机号')
  if (words) await phone.sees(words)
  await phone.type('您的电话', '13900000009')
  expect(phone.phone.errors).toEqual([])
})

test('a face is chosen in WeChat, a name is typed and submitted; both are there afterwards', async () => {
  const phone = await living.phone('daughter', { chooseFace: async () => 'wxfile://tmp/face.jpg' })
  await phone.open('/pages/people/myself/index')
  await phone.tap('换头像')
  await phone.until(() => phone.top().querySelector('.avatar__face') ?? undefined, 'waited for the face')
  await phone.type('怎么称呼您', '王大姐')
  await phone.tap('就这么叫')
  await phone.until(() => phone.phone.read().cloud.includes('people.introduce'), 'waited for the name')
  await phone.until(() => phone.top().querySelector('.myself__name')?.textContent === '王大姐', 'waited for the name')
  expect(phone.phone.errors).toEqual([])
})

test('a network that goes and comes back is said, and the page asks once', async () => {
  let network: 'good' | 'weak' | 'none' = 'good'
  const phone = await living.phone('daughter', { network: () => network })
  const become = (next: typeof network): void => {
    network = next
    phone.phone.reconnect()
  }
  become('weak')
  await phone.sees('网络很慢，点一下要多等几秒')
  become('none')
  await phone.sees('没有网络，填的都在')
  phone.phone.read()
  become('good')
  await phone.misses('没有网络，填的都在')
  await phone.opened()
  const { cloud } = phone.phone.read()
  expect(cloud.filter(name => name === 'errand.mine')).toHaveLength(1)
})

test('what breaks is written into the log without a name, a number or an address', async () => {
  const secrets = ['王大爷', '13912345678', '3号楼 602', newKey(), personId('daughter')]
  const phone = await living.phone('daughter', {
    callFunction: async () => {
      throw { errCode: -501000, errMsg: secrets.join(' ') }
    },
  })
  const { window } = phone
  const error: unknown = window.eval(`new TypeError(${JSON.stringify(secrets.join(' '))})`)
  window.dispatchEvent(new window.ErrorEvent('error', { error }))
  await phone.until(() => phone.logged.some(line => line.includes('TypeError')), 'waited for the log')
  // jsdom tells of no promise that nobody caught; WeChat does.
  const uncaught = Object.assign(new window.Event('unhandledrejection'), { reason: error, promise: Promise.resolve() })
  window.dispatchEvent(uncaught)
  await phone.until(() => phone.logged.some(line => line.includes('"about":"promise"')), 'waited for the log')
  expect(phone.logged.filter(line => secrets.some(secret => line.includes(secret)))).toEqual([])
})
