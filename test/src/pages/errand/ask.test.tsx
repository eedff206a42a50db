import { matters, ticked } from '@domain/consent'
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { nobody } from '@domain/role'
import { meet } from '@/client/me'
import { fine, said, tell } from '../../client/played'
import { communityId, daughter, last, lunch, now, rows, town } from '../family/home'
import { againOf } from '@/pages/errand/ask/answers'
import { askAnew, leaveLying, open, tap, text, type } from './asking'

askAnew()

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

test('both ways of an examination: an hour that is chosen stands alone, and opens its list again', async () => {
  open()
  await tap('接送考生')
  await tap('爸爸（3号楼）')
  type('哪个考点', '第一中学')
  await tap('明天')
  await tap('去')
  await tap('回')
  await tap('下一步')
  await tap('07:30-08:00')
  await text('几点送去，点一下可以改')
  await tap('11:30-12:00')
  await text('几点接回来，点一下可以改')
  expect(screen.queryByText('12:00-12:30')).toBeNull()
  await tap('07:30-08:00')
  await tap('08:00-08:30')
  await tap('12:00-12:30')
  await tap('下一步')
  await tap('不用钱')
  expect(document.querySelector('.ask__sentence')?.textContent).toContain('明天 08:00-08:30')
  expect(document.querySelector('.ask__sentence')?.textContent).toContain('12:00-12:30 接回家')
})

test('an examination weeks ahead is found by its week, and half past six may be chosen', async () => {
  open()
  await tap('接送考生')
  await tap('爸爸（3号楼）')
  type('哪个考点', '第一中学')
  await tap('别的日子')
  await text('3月3日 到 3月8日')
  await tap('4月6日 到 4月12日')
  await tap('4月7日 周二')
  await tap('去')
  await tap('下一步')
  await text('4月7日 周二')
  await tap('06:30-07:00')
  await tap('不用钱')
  expect(document.querySelector('.ask__sentence')?.textContent).toContain('4月7日 06:30-07:00')
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

test('再来一次 that was left lying until its time had passed opens at the time, and is three taps again', async () => {
  leaveLying('again.e1', { ...againOf(lunch('confirmed')), step: 6, when: { from: now - 60_000, until: now + 60_000 } })
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
