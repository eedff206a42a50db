import { asksMore } from '@domain/errand/money'
import { type Action, isCarried } from './action'
import { mayPay } from './money'
import { familyWrongs } from './wrongs'

/** What a family reads and may tap. */
export const family: readonly Action[] = [
  { verb: 'confirm', side: 'family', label: '收到了', weight: 'main', asks: 'thanks', title: '收到了' },
  { verb: 'pay', side: 'family', label: '钱给了', weight: 'plain', asks: 'sum', when: mayPay },
  { verb: 'allowMore', side: 'family', label: '可以，先垫上', weight: 'main', asks: 'sum', when: asksMore },
  { verb: 'amend', side: 'family', label: '补一句', weight: 'main', asks: 'why', title: '社区想问一下' },
  ...familyWrongs,
  {
    verb: 'cancel',
    side: 'family',
    label: '不用了',
    weight: 'quiet',
    asks: 'why',
    title: '不用了吗？',
    reasons: ['家里有人去了', '时间不合适', '点错了'],
  },
  { verb: 'reveal', side: 'family', label: '打电话给师傅', weight: 'plain', asks: 'dial', when: isCarried },
  { verb: 'reveal', side: 'family', label: '看留的门牌和电话', weight: 'rare', asks: 'look', when: isCarried },
]
