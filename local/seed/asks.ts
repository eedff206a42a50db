import { ticked } from '../../domain/consent'
import type { Ask } from '../../domain/errand/ask'
import type { Kind } from '../../domain/errand/record'
import type { Home } from './homes'
import type { Dice } from './random'

/** What is asked for, without for whom and when. */
export type Wanted = Omit<Ask, 'communityId' | 'householdId' | 'when' | 'byPhone'>

const meals: Wanted[] = [
  { kind: 'meal', what: '一份午饭，少盐', pickUp: '社区食堂', money: { how: 'paid' } },
  { kind: 'meal', what: '一份软米饭和蒸蛋', pickUp: '社区食堂', money: { how: 'paid' } },
  { kind: 'meal', what: '一碗面，不放辣', pickUp: '邻里小馆', code: 'A23', money: { how: 'paid' } },
  { kind: 'meal', what: '两个包子一碗粥', pickUp: '菜场口包子铺', money: { how: 'atDoor', capYuan: 20 } },
  { kind: 'meal', what: '家里炖好的汤，还热着', pickUp: '8号楼 1单元 楼下', money: { how: 'none' } },
]
const medicines: Wanted[] = [
  {
    kind: 'medicine',
    what: '按方配好的药，一袋',
    pickUp: '邻家药房人民路店',
    code: '取药号 12',
    money: { how: 'paid' },
    health: true,
    agreed: ticked(['health']),
  },
  {
    kind: 'medicine',
    what: '社区医院开好的药，两盒',
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
    what: '一袋米，一壶油',
    pickUp: '菜场口粮油店',
    heavy: true,
    money: { how: 'atDoor', capYuan: 100 },
    note: '没有就买差不多的',
  },
  { kind: 'shopping', what: '鸡蛋一板，青菜两把', pickUp: '东门菜场', money: { how: 'atDoor', capYuan: 50 } },
  {
    kind: 'shopping',
    what: '两提卷纸，一瓶洗洁精',
    pickUp: '楼下小超市',
    heavy: true,
    money: { how: 'atDoor', capYuan: 50 },
    note: '没有就打电话问',
  },
  { kind: 'shopping', what: '一个电水壶', pickUp: '家电店，已经付好', money: { how: 'paid' } },
]
const parcels: Wanted[] = [
  { kind: 'parcel', what: '取一个快递', pickUp: '菜场口快递点', code: '5-2-8013', money: { how: 'none' } },
  {
    kind: 'parcel',
    what: '取两个快递，一个有点重',
    pickUp: '东门快递柜',
    code: '3-1-4406',
    heavy: true,
    money: { how: 'none' },
  },
  {
    kind: 'parcel',
    what: '寄一箱腊肉，箱子在家里',
    pickUp: '家里',
    heavy: true,
    money: { how: 'atDoor', capYuan: 50 },
  },
]
const rides: Wanted[] = [
  { kind: 'ride', what: '送家里的考生去考点，只要去程', pickUp: '小区东门', money: { how: 'none' } },
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
