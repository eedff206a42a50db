import { ticked } from '@domain/consent'
import { act, cleanup, waitFor } from '@testing-library/react'
import { meet } from '@/client/me'
import { fine, lost, refused } from '../../client/played'
import { community, communityId, daughter, forget, last, town } from '../family/home'
import { askAnew, open, tap, text, type, valueOf } from './asking'

askAnew()

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
