import { mayBeBilled } from '@domain/errand/owing'
import { declineReasons, failReasons, handBackReasons } from '@domain/errand/reasons'
import { isInHand } from '@domain/errand/record'
import { type Action, at, hasDoor, named } from './action'
import { mayReceive } from './money'

/** What a rider reads and may tap. */
export const rider: readonly Action[] = [
  { verb: 'accept', side: 'rider', label: '接单', weight: 'main', asks: 'nothing' },
  {
    verb: 'decline',
    side: 'rider',
    label: '这次不行',
    weight: 'plain',
    asks: 'why',
    title: '这次不行，告诉社区一声',
    reasons: Object.values(declineReasons),
    when: named,
  },
  { verb: 'depart', side: 'rider', label: '我出发了', weight: 'main', asks: 'nothing' },
  { verb: 'deliver', side: 'rider', label: '送到了', weight: 'main', asks: 'proof', title: '送到了' },
  {
    verb: 'standBy',
    side: 'rider',
    label: '我可以备着',
    weight: 'main',
    asks: 'nothing',
    when: errand => errand.backupState === 'asked',
  },
  {
    verb: 'standDown',
    side: 'rider',
    label: '备不了',
    weight: 'plain',
    asks: 'why',
    title: '备不了，告诉社区一声',
    reasons: ['那天有事', '车不方便', '身体不舒服'],
  },
  {
    verb: 'askMore',
    side: 'rider',
    label: '超过说好的钱了，先问一声',
    weight: 'rare',
    asks: 'bill',
    title: '要花多少？',
    when: e =>
      e.account !== undefined && at('accepted', 'underway')(e) && !e.bill && (!e.more || e.more.yesAt !== undefined),
  },
  {
    verb: 'bill',
    side: 'rider',
    label: '写花了多少',
    weight: 'main',
    asks: 'bill',
    title: '花了多少？',
    when: (errand, now) => mayBeBilled(errand, now) && !errand.bill,
  },
  {
    verb: 'bill',
    side: 'rider',
    label: '写错了，改一下',
    weight: 'quiet',
    asks: 'bill',
    title: '花了多少？',
    when: (errand, now) => mayBeBilled(errand, now) && errand.bill !== undefined,
  },
  { verb: 'receive', side: 'rider', label: '钱收到了', weight: 'main', asks: 'sum', when: mayReceive },
  {
    verb: 'late',
    side: 'rider',
    label: '来不及了？告诉社区',
    weight: 'plain',
    asks: 'late',
    when: ({ state, when }, now) => isInHand({ state }) && when !== undefined && now >= when.until,
  },
  {
    verb: 'reveal',
    side: 'rider',
    label: '看门牌和电话（家里会看到记录）',
    weight: 'plain',
    asks: 'look',
    when: hasDoor,
  },
  {
    verb: 'handBack',
    side: 'rider',
    label: '去不了了，转回社区',
    weight: 'quiet',
    asks: 'why',
    title: '去不了了，没关系',
    reasons: Object.values(handBackReasons),
    goods: true,
  },
  {
    verb: 'fail',
    side: 'rider',
    label: '没送成',
    weight: 'rare',
    asks: 'why',
    title: '没送成，是怎么回事？',
    reasons: Object.values(failReasons),
    goods: true,
  },
]
