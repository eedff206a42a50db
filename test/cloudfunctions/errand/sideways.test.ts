import { errand } from '@domain/errand'
import type { Side } from '@domain/errand/side'
import { standing } from '@domain/errand/standing'
import { a, lunch, openTown, personId, refusal, type Town } from '../town'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const ask = async (more: object = {}) => (await town.as('daughter')(errand.request, { ...lunch, ...more })).id
const desk = () => town.as('desk')
const give = (id: string, openid: string) =>
  desk()(errand.dispatch, { id, communityId: a, to: { riderId: personId(openid) } })
const accepted = async (openid: string) => {
  const id = await ask()
  await give(id, openid)
  await town.as(openid)(errand.accept, { id })
  return id
}
const state = async (id: string) => (await town.stored('errands', id))?.state
const inbox = async (openid: string) => (await town.as(openid)(errand.inbox, {})).rows.map(row => row.sentence)

test('这次不行: the named rider declines, and the desk has it again', async () => {
  const id = await ask()
  await give(id, 'zhang')
  await town.as('zhang')(errand.decline, { id, why: '正在送餐' })
  expect(await town.stored('errands', id)).toMatchObject({ state: 'requested', openTo: [] })
  expect(await inbox('desk')).toContain('张师傅这次不行：正在送餐')
})

test('去不了了: handed back with a reason and where the goods are; the rider keeps nothing of it', async () => {
  const id = await accepted('zhang')
  await town.as('zhang')(errand.handBack, { id, why: '车坏了', goodsAt: '食堂门口' })
  const stored = await town.stored('errands', id)
  expect(stored).toMatchObject({ state: 'requested', goodsAt: '食堂门口', slot: id })
  expect(stored).not.toHaveProperty('riderId')
  expect(stored).not.toHaveProperty('digits')
  expect(await inbox('daughter')).toContain('张师傅去不了了，社区正在重新安排')
})

test('the next rider reads where the goods were left, and nobody does once they are brought', async () => {
  const id = await accepted('zhang')
  await town.as('zhang')(errand.handBack, { id, why: '车坏了', goodsAt: '门卫那里' })
  await give(id, 'li')
  const read = (who: string) => town.as(who)(errand.one, { id })
  expect(await read('li')).not.toHaveProperty('goodsAt')
  await town.as('li')(errand.accept, { id })
  expect(standing(await read('li'), 'rider', town.cloud.clock.now()).words).toBe('您接了。东西在门卫那里')
  await town.as('li')(errand.fail, { id, why: '家里没人', goodsAt: '没拿东西' })
  await desk()(errand.reopen, { id })
  expect(await read('desk')).toMatchObject({ goodsAt: '门卫那里' })
  await give(id, 'zhang')
  await town.as('zhang')(errand.accept, { id })
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
  for (const who of ['zhang', 'daughter', 'desk']) expect(await read(who)).not.toHaveProperty('goodsAt')
})

test('换人: the person before is told, and only while it is still he who has it', async () => {
  const id = await accepted('zhang')
  const to = { riderId: personId('li') }
  expect(await refusal(desk()(errand.reassign, { id, communityId: a, to }))).toBe('WRONG_STATE')
  expect(await refusal(desk()(errand.reassign, { id, communityId: a, to, from: personId('li') }))).toBe('WRONG_STATE')
  await desk()(errand.reassign, { id, communityId: a, to, from: personId('zhang') })
  expect(await inbox('zhang')).toContain('社区换了别人去，您不用跑了，谢谢您')
  expect(await refusal(town.as('zhang')(errand.depart, { id }))).toBe('WRONG_STATE')
  await town.as('li')(errand.accept, { id })
  await town.as('li')(errand.deliver, { id, how: 'family' })
})

test('电话里答应了: the desk writes down his yes, he is told and can hand it back', async () => {
  const id = await ask()
  await desk()(errand.agree, { id, communityId: a, by: { riderId: personId('li') } })
  expect(await town.stored('errands', id)).toMatchObject({ state: 'accepted', riderName: '李师傅' })
  expect(await inbox('li')).toContain('李书记记您电话里答应了。不是您答应的？退回')
  await town.as('li')(errand.handBack, { id, why: '不是我答应的' })
  expect(await state(id)).toBe('requested')
})

test('社区自己去: the desk carries it itself, and reads the number to fetch it with', async () => {
  const { id } = await town.as('daughter')(errand.request, { ...lunch, code: '88' })
  await desk()(errand.agree, { id, communityId: a, by: 'self' })
  expect(await desk()(errand.one, { id })).toMatchObject({ code: '88' })
  expect(await town.as('colleague')(errand.one, { id })).not.toHaveProperty('code')
  expect(await town.stored('errands', id)).toMatchObject({ state: 'accepted', riderName: '李书记' })
  await desk()(errand.depart, { id })
  await desk()(errand.deliver, { id, how: 'person' })
  expect(await state(id)).toBe('delivered')
})

test('the desk delivers only what it carries itself', async () => {
  const id = await accepted('zhang')
  expect(await refusal(desk()(errand.deliver, { id, how: 'person' }))).toMatch(/FORBIDDEN|WRONG_STATE/)
  expect(await state(id)).toBe('accepted')
  await town.as('zhang')(errand.deliver, { id, how: 'person' })
})

test('没送成 rises to the desk and starts again', async () => {
  const id = await accepted('zhang')
  await town.as('zhang')(errand.fail, { id, why: '家里没人', goodsAt: '驿站' })
  expect(await inbox('daughter')).toContain('没送成：家里没人。社区正在重新安排')
  await give(id, 'li')
  await town.as('li')(errand.accept, { id })
  await town.as('li')(errand.deliver, { id, how: 'person' })
  expect(await state(id)).toBe('delivered')
})

test('不用了: the rider she saw is told; one who came in between is not cancelled unseen', async () => {
  const id = await ask()
  await give(id, 'zhang')
  await town.as('zhang')(errand.accept, { id })
  expect(await refusal(town.as('daughter')(errand.cancel, { id, why: '不用了' }))).toBe('WRONG_STATE')
  await town.as('daughter')(errand.cancel, { id, why: '不用了', riderId: personId('zhang') })
  expect(await inbox('zhang')).toContain('家里不用了，谢谢您（不用了）')
})

test('on his way: only the desk calls it off', async () => {
  const id = await accepted('zhang')
  await town.as('zhang')(errand.depart, { id })
  expect(await refusal(town.as('daughter')(errand.cancel, { id, why: '不用了', riderId: personId('zhang') }))).toBe(
    'WRONG_STATE',
  )
  await desk()(errand.callOff, { id, why: '电话里说不用了', riderId: personId('zhang') })
  expect(await state(id)).toBe('cancelled')
})

test('退回并说明: what the family answers is read beside all that it said before', async () => {
  const { id } = await town.as('daughter')(errand.request, { ...lunch, note: '软一点' })
  await desk()(errand.return, { id, why: '要几份' })
  expect(await inbox('daughter')).toContain('社区想问一下：要几份')
  await town.as('daughter')(errand.amend, { id, why: '一份' })
  await desk()(errand.return, { id, why: '几点方便？' })
  await town.as('daughter')(errand.amend, { id, why: '十点半' })
  const said = { note: '软一点', answer: '一份；十点半' }
  expect(await town.as('desk')(errand.one, { id })).toMatchObject({ state: 'requested', ...said })
  await give(id, 'zhang')
  await town.as('zhang')(errand.accept, { id })
  expect(await town.as('zhang')(errand.one, { id })).toMatchObject(said)
})

test('这次没办成: the family is promised nothing that nobody does, and it may begin anew', async () => {
  const id = await accepted('zhang')
  await town.as('zhang')(errand.deliver, { id, how: 'door' })
  await town.as('daughter')(errand.dispute, { id, why: '没收到' })
  await desk()(errand.giveUp, { id, why: '东西没了' })
  expect(await inbox('daughter')).toContain('这次没办成：东西没了。还要的话，打给社区')
  const now = town.cloud.clock.now()
  const stands = async (who: string, side: Side) => standing(await town.as(who)(errand.one, { id }), side, now).words
  expect(await stands('daughter', 'family')).toBe('这次没办成：东西没了。还要的话，打给社区')
  expect(await stands('zhang', 'rider')).toBe('社区核实过了，不用您再跑')
  expect(await stands('desk', 'desk')).toMatch(/^没办成.*东西没了.*重新安排，或点“不用了”$/)
  await desk()(errand.reopen, { id })
  expect(await stands('daughter', 'family')).toBe('社区收到了，正在安排')
})

test('没收到: a dispute within two days is answered by the desk', async () => {
  const id = await accepted('zhang')
  await town.as('zhang')(errand.deliver, { id, how: 'door' })
  await town.as('daughter')(errand.dispute, { id, why: '没收到' })
  expect(await refusal(town.as('zhang')(errand.deliver, { id, how: 'door' }))).toBe('WRONG_STATE')
  await desk()(errand.settle, { id, why: '在邻居家，已送上楼' })
  expect(await state(id)).toBe('confirmed')
  expect(await inbox('daughter')).toContain('社区回话：在邻居家，已送上楼')
})

test('the family’s digits end it; five wrong ones and the desk must be asked', async () => {
  const id = await accepted('li')
  const { digits } = await town.as('daughter')(errand.one, { id })
  expect(digits).toMatch(/^\d{4}$/)
  const wrong = digits === '0000' ? '1111' : '0000'
  const attempt = (given: string) => town.as('li')(errand.deliver, { id, how: 'digits', digits: given })
  await expect(attempt(wrong)).rejects.toMatchObject({ code: 'WRONG_DIGITS', detail: { left: 4 } })
  for (let i = 0; i < 4; i++) await refusal(attempt(wrong))
  expect(await refusal(attempt(wrong))).toBe('ASK_DESK')
  expect(await refusal(attempt(digits ?? ''))).toBe('ASK_DESK')
  await town.as('li')(errand.deliver, { id, how: 'person' })
})

test('medicine is named, not pooled, until the desk lifts it; its tick and its payment are asked for', async () => {
  expect(await refusal(ask({ kind: 'medicine' }))).toBe('NO_HEALTH_CONSENT')
  expect(await refusal(ask({ kind: 'medicine', health: true, money: { how: 'atDoor', capYuan: 20 } }))).toBe(
    'NEEDS_PAID',
  )
  const id = await ask({ kind: 'medicine', health: true })
  expect(await refusal(desk()(errand.dispatch, { id, communityId: a, to: 'pool' }))).toBe('NAME_ONE')
  await desk()(errand.dispatch, { id, communityId: a, to: 'pool', lifted: true })
  expect(await state(id)).toBe('dispatched')
})

test('a past half hour cannot be asked for', async () => {
  expect(
    await refusal(ask({ when: { from: town.cloud.clock.now() - 1000, until: town.cloud.clock.now() + 1000 } })),
  ).toBe('PAST_SLOT')
})
