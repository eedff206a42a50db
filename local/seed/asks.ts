import { ticked } from '../../domain/consent'
import type { Ask } from '../../domain/errand/ask'
import type { Kind } from '../../domain/errand/record'
import type { Home } from './homes'
import type { Dice } from './random'

/** What is asked for, without for whom and when. */
export type Wanted = Omit<Ask, 'communityId' | 'householdId' | 'when' | 'byPhone'>

const meals: Wanted[] = [
  {
    kind: 'meal',
    what: '一份午饭',
    meal: { source: 'canteen', tastes: ['lessSalt'] },
    pickUp: '社区食堂',
    money: { how: 'paid' },
  },
  {
    kind: 'meal',
    what: '一份软米饭和蒸蛋',
    meal: { source: 'canteen', tastes: ['softer', 'lessSugar'] },
    pickUp: '社区食堂',
    money: { how: 'paid' },
  },
  {
    kind: 'meal',
    what: '一碗面，不放辣',
    meal: { source: 'shop' },
    pickUp: '邻里小馆',
    code: 'A23',
    money: { how: 'paid' },
  },
  { kind: 'meal', what: '两个包子一碗粥', pickUp: '菜场口包子铺', money: { how: 'atDoor', capYuan: 20 } },
  {
    kind: 'meal',
    what: '家里炖好的汤，还热着',
    meal: { source: 'home' },
    pickUp: '8号楼 1单元 楼下',
    money: { how: 'none' },
  },
]
const medicines: Wanted[] = [
  {
    kind: 'medicine',
    what: '药',
    medicine: { paid: true },
    pickUp: '邻家药房人民路店',
    code: '取药号 12',
    money: { how: 'paid' },
    health: true,
    agreed: ticked(['health']),
  },
  {
    kind: 'medicine',
    what: '药',
    medicine: { paid: true },
    pickUp: '社区卫生服务站',
    code: '取药号 7',
    money: { how: 'paid' },
    health: true,
    agreed: ticked(['health']),
  },
]
const shoppings: Wanted[] = [
  {
    kind: 'shopping',
    what: '米、油',
    shopping: {
      lines: [
        { name: '米', amount: '一袋' },
        { name: '油', amount: '一壶' },
      ],
      ifNone: 'similar',
    },
    pickUp: '菜场口粮油店',
    heavy: true,
    money: { how: 'atDoor', capYuan: 100 },
  },
  {
    kind: 'shopping',
    what: '鸡蛋、青菜',
    shopping: {
      lines: [
        { name: '鸡蛋', amount: '一板' },
        { name: '青菜', amount: '两把' },
      ],
      ifNone: 'skip',
    },
    pickUp: '东门菜场',
    money: { how: 'atDoor', capYuan: 50 },
  },
  {
    kind: 'shopping',
    what: '卷纸、洗洁精',
    shopping: {
      lines: [
        { name: '卷纸', amount: '两提' },
        { name: '洗洁精', amount: '一瓶' },
      ],
      ifNone: 'call',
    },
    pickUp: '楼下小超市',
    heavy: true,
    money: { how: 'atDoor', capYuan: 50 },
  },
  { kind: 'shopping', what: '一个电水壶', pickUp: '家电店，已经付好', money: { how: 'paid' } },
]
const parcels: Wanted[] = [
  {
    kind: 'parcel',
    what: '取快递',
    parcel: { way: 'fetch' },
    pickUp: '菜场口快递点',
    code: '5-2-8013',
    money: { how: 'none' },
  },
  {
    kind: 'parcel',
    what: '取快递',
    parcel: { way: 'fetch' },
    pickUp: '东门快递柜',
    code: '3-1-4406',
    heavy: true,
    money: { how: 'none' },
  },
  {
    kind: 'parcel',
    what: '寄快递',
    parcel: { way: 'send' },
    note: '一箱腊肉，箱子在家里',
    pickUp: '家里',
    heavy: true,
    money: { how: 'atDoor', capYuan: 50 },
  },
]
const rides: Wanted[] = [
  {
    kind: 'ride',
    what: '送考生',
    ride: { place: '第一中学', leg: 'there', ticketAt: '在书包里' },
    pickUp: '小区东门',
    money: { how: 'none' },
  },
]
const others: Wanted[] = [
  { kind: 'other', what: '换一个灯泡，灯泡家里有', money: { how: 'none' } },
  { kind: 'other', what: '把旧椅子搬到楼下', heavy: true, money: { how: 'none' } },
  { kind: 'other', what: '去物业交一张表', pickUp: '家里', money: { how: 'none' } },
]

const byKind: Record<Kind, Wanted[]> = {
  meal: meals,
  medicine: medicines,
  shopping: shoppings,
  parcel: parcels,
  ride: rides,
  other: others,
}

/** How often each kind is asked for. */
const usual: Kind[] = [
  'meal',
  'parcel',
  'meal',
  'shopping',
  'meal',
  'medicine',
  'parcel',
  'meal',
  'shopping',
  'meal',
  'other',
  'parcel',
  'medicine',
  'meal',
  'shopping',
  'meal',
]

/** What the `n`-th errand of a place asks for; a ride only where a grandchild lives who has an examination. */
export function wanted(n: number, { relative }: Home, dice: Dice): Wanted {
  const grandchild = relative?.calls === '爷爷' || relative?.calls === '奶奶'
  return dice.pick(byKind[grandchild && n % 4 === 0 ? 'ride' : (usual[n % usual.length] ?? 'meal')])
}

/** One of a kind, for what is told by hand. */
export function wantedOf(kind: Kind, n = 0): Wanted {
  const found = byKind[kind][n]
  if (!found) throw new Error(`nothing of the kind ${kind}`)
  return found
}
