import type { Matter } from '../consent'
import { schema, type Keeps } from '../schema'
import { holdings } from './holding'

/** The moment from which a time is counted, by the field of the record. */
const since: Readonly<Record<string, string>> = {
  touchedAt: '最后一次用过',
  closedAt: '办完',
  at: '那天起',
  endedAt: '不用了',
  until: '过期',
  endsAt: '过期或不做了',
  leftAt: '离开',
}

/** How long a collection is kept, from the schema itself: 办完 400 天后删掉. */
export function keepsWords(keeps: Keeps): string {
  if ('asLongAs' in keeps) return `${keeps.asLongAs}就留着`
  const where = keeps.where ? '哪个社区都不在了，' : ''
  return `${where}${since[keeps.after] ?? '到期'} ${keeps.days} 天后删掉`
}

/** 记着什么、留多久: a line for each collection that holds something of people. */
export function keptLines(): { name: string; what: string; keeps: string }[] {
  return Object.entries(schema).flatMap(([name, { keeps }]) => {
    const holding = new Map(Object.entries(holdings)).get(name)
    return holding ? [{ name, what: holding.what, keeps: keepsWords(keeps) }] : []
  })
}

/** 收回: what it means, said before the tap and once it is done. */
export const withdrawals: Record<Matter, { before: string; after: string }> = {
  health: {
    before: '办完的拿药单会去掉药名、药房、取药号和照片。再请人拿药，会重新问您。',
    after: '收回了。办完的拿药单里，药名、药房、取药号和照片已经去掉。',
  },
  phone: {
    before: '您留的号码马上删掉，社区不再给您派单，等您再同意为止。',
    after: '收回了。号码已经删掉，现在不给您派单。',
  },
  pledge: {
    before: '社区不再给您派单，等您再同意为止。手上的请先办完，或者转回社区。',
    after: '收回了。现在不给您派单。',
  },
  privacy: {
    before: '收回以后不能再请人帮忙，办好的还留着。要全部删掉，请注销。',
    after: '收回了。要全部删掉，下面可以注销。',
  },
}
