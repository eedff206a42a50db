import { fine, lost, refused, said, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react'
import { router } from '../../../../config/jest/taro'
import { matters, ticked } from '@domain/consent'
import { nobody } from '@domain/role'
import { useDraft } from '@/client'
import { meet } from '@/client/me'
import ErrandAsk from '@/pages/errand/ask'
import { blank } from '@/pages/errand/ask/answers'
import { community, communityId, daughter, forget, last, lunch, now, rows, town } from '../family/home'

const open = (params: Record<string, string> = {}) => {
  router.params = params
  return render(<ErrandAsk />)
}
const text = (part: string | RegExp) => screen.findByText(part)
const tap = async (part: string | RegExp) => fireEvent.click(await text(part))
const type = (label: string, value: string) => {
  const field = [...document.querySelectorAll('.field')].find(
    one => one.querySelector('.field__label')?.textContent === label,
  )
  const input = field?.querySelector('taro-input-core')
  if (!input) throw new Error(`no question ${label}`)
  fireEvent(input, new CustomEvent('input', { detail: { value } }))
}

function throwAway(draft: string) {
  const { result } = renderHook(() => useDraft(draft, blank))
  act(() => result.current[2]())
}

beforeAll(() => tell('identity', { openid: 'o-wang' }))
beforeEach(() => {
  startAgain()
  for (const draft of ['ask', 'ask.desk', 'again.e1', 'household.kin', 'household.self']) throwAway(draft)
  act(() => meet(daughter()))
  town({ request: fine(lunch('requested')) })
})
afterEach(async () => {
  cleanup()
  await forget()
})

async function throughToCheck() {
  await tap('送饭')
  await tap('爸爸（3号楼）')
  await tap('社区食堂')
  await tap('下一步')
  await tap('10:30-11:00')
  await tap('已付好，不用给')
}

test('six questions, each on its own screen, end in one sentence and one write', async () => {
  open()
  await text('第 1 步，共 6 步')
  await throughToCheck()
  await text('对不对？')
  expect(document.querySelector('.ask__sentence')?.textContent).toContain('请人今天 10:30-11:00从社区食堂拿一份午饭')
  await tap('有进展用微信告诉我')
  await tap('请社区派人')
  await text('社区收到了，正在安排。')
  expect(last('request')?.input).toMatchObject({
    communityId,
    householdId: 'h1',
    kind: 'meal',
    when: { from: now + 23 * 60_000 },
  })
  expect(said.some(({ what }) => what === 'subscribe')).toBe(true)
  await text('今天值班：李书记，到 18:07')
  expect(screen.getByText('发到群里说一声')).toBeTruthy()
  expect(screen.getByText('不用了')).toBeTruthy()
})

test.each([
  [{ answers: { progress: 'reject', done: 'reject' } }, '没打开微信提醒也没关系，进展在“消息”里看'],
  [{ off: true }, '微信里关了新邻的通知，进展在“消息”里看'],
])('who ticks and then may not be told by WeChat reads where it will stand', async (answer, sentence) => {
  open()
  await throughToCheck()
  await tap('有进展用微信告诉我')
  await tap('请社区派人')
  await text('社区收到了，正在安排。')
  const asked = said.find(({ what }) => what === 'subscribe')
  act(() => tell('answer', { id: asked?.id, value: answer }))
  await text(sentence)
})

test('going back keeps what was answered, and so does leaving the page', async () => {
  open()
  await tap('送饭')
  await tap('爸爸（3号楼）')
  await tap('社区食堂')
  await tap('少盐')
  await tap('下一步')
  await text('第 4 步，共 6 步')
  await tap('上一步')
  await text('第 3 步，共 6 步')
  expect(document.querySelectorAll('.choice__option--on')).toHaveLength(3)
  cleanup()
  open()
  await text('第 3 步，共 6 步')
  await tap('下一步')
  await tap('10:30-11:00')
  await tap('已付好，不用给')
  await waitFor(() => expect(document.querySelector('.ask__sentence')?.textContent).toContain('少盐'))
})

test('a part of the sentence leads to its question and straight back', async () => {
  open()
  await throughToCheck()
  await tap('今天 10:30-11:00')
  await text('第 4 步，共 6 步')
  await tap('14:00-14:30')
  await text('对不对？')
  expect(document.querySelector('.ask__sentence')?.textContent).toContain('14:00-14:30')
})

test('half hours that have begun are not drawn', async () => {
  open()
  await tap('送饭')
  await tap('爸爸（3号楼）')
  await tap('社区食堂')
  await tap('下一步')
  await text('10:30-11:00')
  expect(screen.queryByText('10:00-10:30')).toBeNull()
  expect(screen.queryByText('09:30-10:00')).toBeNull()
})

test('medicine does not go on without its tick', async () => {
  open({ kind: 'medicine' })
  await tap('爸爸（3号楼）')
  await text('哪家药房')
  type('哪家药房', '人民路药房')
  await tap('都好了')
  await tap('下一步')
  await text('请勾一下同意为这次拿药记录')
  await tap('同意为这次拿药记录')
  await tap('下一步')
  await text('第 4 步，共 6 步')
})

test('when it could not be sent, everything is still there', async () => {
  town({})
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  open()
  await throughToCheck()
  town({ request: fine({ nonsense: true }) })
  await tap('请社区派人')
  await text(/没发出去，您填的都在。再试一次/)
  expect(document.querySelector('.ask__sentence')?.textContent).toContain('爸爸（3号楼）')
})

test('once more takes two taps after the first: the time, and 请社区派人', async () => {
  town({ one: fine(lunch('confirmed')), request: fine(lunch('requested')) })
  open({ again: 'e1' })
  await text('第 4 步，共 6 步')
  await tap('10:30-11:00')
  await tap('请社区派人')
  await text('社区收到了，正在安排。')
})

test('the desk finds the caller and writes it down; nobody is asked to subscribe', async () => {
  act(() => meet({ ...nobody, id: 'li', name: '李书记', rev: 'r', memberships: [{ communityId, role: 'dispatcher' }] }))
  town({
    list: rows([{ id: 'h2', communityId, my: [], elder: '王奶奶', building: '5号楼', compound: '金星小区' }]),
    request: fine(lunch('requested', { my: [] })),
  })
  open({ byPhone: '1' })
  await text('谁打来的，给谁？')
  await tap('王奶奶（金星小区 5号楼）')
  await tap('送饭')
  await tap('社区食堂')
  await tap('下一步')
  await tap('10:30-11:00')
  await tap('不用钱')
  await text('对不对？')
  expect(screen.queryByText('有进展用微信告诉我')).toBeNull()
  await tap('记好了')
  await waitFor(() => expect(last('request')?.input).toMatchObject({ householdId: 'h2', byPhone: true }))
  expect(said.some(({ what }) => what === 'subscribe')).toBe(false)
})

test('an elder is added inside the second question, with consent', async () => {
  act(() => meet(daughter({ households: [], consents: [] })))
  town({ add: fine({ id: 'h3', communityId, my: ['family'], elder: '李奶奶', building: '5号楼' }) })
  open({ kind: 'meal' })
  await tap('我家老人住这里')
  await tap('奶奶')
  type('邻居怎么称呼老人', '李奶奶')
  await tap('金星小区')
  await tap('5号楼')
  type('几单元', '2单元')
  type('门牌', '602')
  type('几楼', '6')
  await tap('没电梯')
  await tap('一个人住')
  type('电话', '13900000001')
  type('是谁的电话', '老人')
  await tap('添好了')
  await text('请先征得老人同意，再勾一下')
  expect(last('add')).toBeUndefined()
  await tap('当面同意')
  await tap('添好了')
  await text('请先看一看说明，勾一下再来')
  expect(last('add')).toBeUndefined()
  await tap('看过并同意《隐私说明》')
  await tap('添好了')
  await text('第 3 步，共 6 步')
  expect(last('add')?.input).toMatchObject({
    communityId,
    compoundId: 'c1',
    building: '5号楼',
    unit: '2',
    floor: 6,
    hasLift: false,
    alone: true,
    consent: 'inPerson',
    calls: '奶奶',
    agreed: ticked(['privacy']),
  })
})

/** Everything but the privacy tick of 李奶奶's home. */
async function writeDown() {
  await tap('奶奶')
  type('邻居怎么称呼老人', '李奶奶')
  await tap('金星小区')
  await tap('5号楼')
  for (const [label, words] of [
    ['几单元', '2'],
    ['门牌', '602'],
    ['几楼', '6'],
    ['电话', '13900000001'],
    ['是谁的电话', '老人'],
  ] as const)
    type(label, words)
  await tap('没电梯')
  await tap('一个人住')
  await tap('当面同意')
}
const valueOf = (label: string): unknown =>
  Reflect.get(
    [...document.querySelectorAll('.field')]
      .find(one => one.querySelector('.field__label')?.textContent === label)
      ?.querySelector('taro-input-core') ?? {},
    'value',
  )

test.each([
  ['the app is closed', {}],
  ['the cloud refuses the household', { add: refused('UNFIT_WORDS') }],
  [
    'the network is gone',
    {
      get add() {
        return lost()
      },
    },
  ],
])('what a first-time person typed of the elder stays where %s', async (what, answers) => {
  act(() => meet(daughter({ households: [], consents: [] })))
  town(answers)
  open({ kind: 'meal' })
  await tap('我家老人住这里')
  await writeDown()
  if (what !== 'the app is closed') {
    await tap('看过并同意《隐私说明》')
    await tap('添好了')
    await waitFor(() => expect(last('add')).toBeDefined())
  }
  cleanup()
  open()
  await waitFor(() => expect(valueOf('门牌')).toBe('602'))
  expect(valueOf('电话')).toBe('13900000001')
  // A consent is never ticked beforehand.
  expect(document.querySelector('.tick--on')).toBeNull()
})

test('a place of another community is chosen anew, the rest stays', async () => {
  act(() => meet(daughter({ households: [], consents: [] })))
  open({ kind: 'meal' })
  await tap('我家老人住这里')
  await writeDown()
  cleanup()
  town({
    community: fine({
      ...community,
      compounds: [{ id: 'k9', name: '骑龙花园', buildings: ['1号楼'], hasLift: false }],
    }),
  })
  await forget()
  open()
  await text('骑龙花园')
  expect(valueOf('门牌')).toBe('602')
  await tap('添好了')
  await text('请选小区和楼栋')
})

test('我住这里: the person himself, in the same flow', async () => {
  act(() => meet(daughter({ households: [], consents: [] })))
  town({ add: fine({ id: 'h3', communityId, my: ['family'], elder: '李先生', building: '5号楼' }) })
  open({ kind: 'meal' })
  await tap('我住这里')
  type('怎么称呼您', '李先生')
  await tap('金星小区')
  await tap('5号楼')
  for (const [label, words] of [
    ['几单元', '2'],
    ['门牌', '602'],
    ['几楼', '6'],
    ['电话', '13900000001'],
  ] as const)
    type(label, words)
  await tap('没电梯')
  await tap('我同意')
  await tap('看过并同意《隐私说明》')
  await tap('添好了')
  await text('第 3 步，共 6 步')
  expect(last('add')?.input).toMatchObject({ calls: '我自己', elder: '李先生', alone: false })
})

test('who has withdrawn what an errand needs is asked again before it is sent, and the text is one tap away', async () => {
  act(() =>
    meet(daughter({ consents: [{ what: 'privacy', version: matters.privacy.version, at: 1, withdrawnAt: 2 }] })),
  )
  open()
  await throughToCheck()
  await text('请先看一看说明，勾一下再来')
  await tap('请社区派人')
  expect(last('request')).toBeUndefined()
  expect(screen.getByText('看《隐私说明》')).toBeTruthy()
  await tap('看过并同意《隐私说明》')
  await tap('请社区派人')
  await waitFor(() => expect(last('request')?.input).toMatchObject({ agreed: ticked(['privacy']) }))
})

test('the tick of a medicine errand goes along with the version of its text', async () => {
  open({ kind: 'medicine' })
  await tap('爸爸（3号楼）')
  type('哪家药房', '人民路药房')
  await tap('都好了')
  await tap('同意为这次拿药记录')
  await tap('下一步')
  await tap('10:30-11:00')
  await tap('已付好，不用给')
  await tap('请社区派人')
  await waitFor(() => expect(last('request')?.input).toMatchObject({ health: true, agreed: ticked(['health']) }))
})
