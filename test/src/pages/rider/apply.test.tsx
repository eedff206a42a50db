import { fine, refused, startAgain, tell } from '../../client/played'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { ticked } from '@domain/consent'
import { applyNeeds } from '@domain/rider/record'
import { keptDraft } from '../drafts'
import { meet } from '@/client/me'
import RiderApply from '@/pages/rider/apply'
import { emptyForm } from '@/pages/rider/form'
import { communityId, forget, last, person, redButtons, rows, town } from '../desk/town'

const text = (part: string | RegExp) => screen.findByText(part)
const tap = async (part: string | RegExp) => fireEvent.click(await text(part))
const kin = { id: 'h1', communityId, calls: '爸爸', elder: '王大爷', place: '金星小区 3号楼' }
const guest = (more: object = {}) => act(() => meet(person(undefined, { households: [kin], ...more })))

/** Types into the question with this label, as a person would. */
function type(label: string, value: string): void {
  const field = [...document.querySelectorAll('.field')].find(
    node => node.querySelector('.field__label')?.textContent === label,
  )
  const input = field?.querySelector('taro-input-core, input')
  if (!input) throw new Error(`no question ${label}`)
  fireEvent(input, new CustomEvent('input', { detail: { value } }))
}

const draft = keptDraft('rider.apply')

beforeAll(() => tell('identity', { openid: 'o-zhao' }))
beforeEach(() => {
  startAgain()
  draft.drop()
  guest()
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(async () => {
  cleanup()
  await forget()
})

const neighbours = rows([{ id: 'qilong', name: '骑龙社区' }])

async function upTo(question: string): Promise<void> {
  type('称呼', '赵师傅')
  await tap('下一步')
  await tap('快递')
  await text('在哪家公司或站点？')
  type('公司或站点', '人民路站')
  await tap('下一步')
  await text('打哪个电话找您？')
  type('您的电话', '139 0000 0003')
  await tap('下一步')
  await tap('电动车')
  await text(question)
}

test('one question a screen: who, which trade, on what, where, when, with which papers; then it waits for the community', async () => {
  const waiting = { communityId, state: 'waiting', trade: 'courier' }
  const me = person(undefined, { households: [kin], application: waiting })
  town({ neighbours, apply: fine({ id: 'p1', state: 'waiting', rev: 'r2', at: 0 }, { me }) })
  render(<RiderApply />)
  await text('第 1 步，共 12 步')
  await upTo('常路过哪些小区？')
  await tap('金星小区')
  await tap('下一步')
  await tap('骑龙社区')
  await tap('下一步')
  await text('什么时候方便？')
  await tap('周三')
  await tap('周一')
  await tap('上午')
  await tap('09:30')
  await tap('到 11:00')
  await text('周一、周三 09:30-\u206011:00')
  await tap('下一步')
  await tap('急救')
  await tap('下一步')
  await tap('健康证')
  await tap('2028年')
  await tap('2月')
  await tap('29日')
  await text('健康证 2028-02-29 前有效')
  await tap('下一步')
  await tap('不垫钱')
  await text('先说好')
  expect(redButtons()).toEqual(['报名'])
  await tap('报名')
  await text('请先看一看说明，勾一下再来')
  for (const title of ['隐私说明', '电话给家里看的说明', '帮忙约定']) await tap(`看过并同意《${title}》`)
  await tap('报名')
  await text(/已报名，等社区确认/)
  expect(last('apply')?.input).toEqual({
    communityId,
    name: '赵师傅',
    trade: 'courier',
    firm: '人民路站',
    phone: '13900000003',
    areas: ['c1'],
    neighbours: ['qilong'],
    hours: [{ days: [1, 3], from: '09:30', until: '11:00' }],
    skills: ['firstAid'],
    vehicle: 'ebike',
    certificates: [{ kind: 'health', until: '2028-02-29' }],
    advances: false,
    agreed: ticked(applyNeeds),
  })
})

test('nobody goes on without what is needed, and each says what is missing', async () => {
  town({})
  render(<RiderApply />)
  await tap('下一步')
  await text('请写一写怎么称呼您')
  type('称呼', '赵师傅')
  await tap('下一步')
  await tap('下一步')
  await text('请选一选您跑哪一行')
  await tap('快递')
  await tap('下一步')
  await text('请写一写您在哪家公司')
  type('公司或站点', '人民路站')
  await tap('下一步')
  await tap('下一步')
  await text('电话号码不对')
  expect(screen.getByText(/那家人可以打这个电话找您/)).toBeTruthy()
  expect(last('apply')).toBeUndefined()
})

test('where no community is beside this one, none is asked for', async () => {
  town({})
  render(<RiderApply />)
  await text('第 1 步，共 11 步')
  await upTo('常路过哪些小区？')
  await tap('下一步')
  await text('什么时候方便？')
})

test('what was filled in survives a failure, going back, and a page that was closed', async () => {
  town({ apply: refused('BROKEN') })
  const { unmount } = render(<RiderApply />)
  await text('怎么称呼您？')
  type('称呼', '钱师傅')
  await tap('下一步')
  await tap('快递')
  await text('在哪家公司或站点？')
  unmount()
  render(<RiderApply />)
  await text('在哪家公司或站点？')
  await tap('上一步')
  await tap('上一步')
  await waitFor(() => expect(document.querySelector('.field taro-input-core')).toHaveProperty('value', '钱师傅'))
})

test.each([
  [
    'of an older version',
    { name: '钱师傅', trade: 'courier', firm: '', phone: '', areas: [], advances: '', agreed: true },
  ],
  ['of a newer one', { ...emptyForm, at: 'question-of-tomorrow', hours: [{ odd: true }] }],
  ['that is no form', 'x'],
])('a draft %s is left aside', async (_what, kept) => {
  draft.keep(kept)
  town({})
  render(<RiderApply />)
  await text('怎么称呼您？')
})

test('places of another community are not carried along', async () => {
  draft.keep({
    ...emptyForm,
    at: 'areas',
    communityId: 'elsewhere',
    areas: ['k9'],
    neighbours: ['x'],
    name: '钱师傅',
  })
  town({})
  render(<RiderApply />)
  await text('金星小区')
  await tap('下一步')
  expect(draft.kept()).toMatchObject({ communityId, name: '钱师傅', areas: [], neighbours: [] })
})

test('who was sent back is told why, and has before him what he said', async () => {
  guest({ application: { communityId, state: 'refused', trade: 'courier', why: '电话打不通' } })
  const said = {
    communityId,
    state: 'refused',
    name: '钱师傅',
    trade: 'courier',
    firm: '人民路站',
    phone: '13900000004',
  }
  town({ mine: fine({ application: said, confirmations: [], looks: [] }) })
  render(<RiderApply />)
  await text(/上次报名社区退回了：电话打不通/)
  await waitFor(() => expect(document.querySelector('.field taro-input-core')).toHaveProperty('value', '钱师傅'))
})
