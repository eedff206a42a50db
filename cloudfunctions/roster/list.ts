import type { InputOf } from '@domain/operation'
import { maskedPhone, tradeNames } from '@domain/person'
import type { roster } from '@domain/roster'
import type { WorkerLine } from '@domain/roster/worker'
import { countIn, together } from '../kernel/asking'
import { _ } from '../kernel/cloud'
import { pageByName } from './paging'
import { workers, type WorkerDocument } from './stored'

type Filter = Pick<InputOf<typeof roster.list>, 'communityId' | 'find' | 'trade' | 'left' | 'firmId'>

/** 底数, in name order; or who is looked for by name, firm or the end of the number. */
export async function list(input: InputOf<typeof roster.list>) {
  if (input.find) return { rows: (await found(input, input.find)).map(lineOf) }
  const { rows, ...rest } = await pageByName(workers, whereOf(input), { after: input.after, omit: ['claims', 'marks'] })
  return { rows: rows.map(lineOf), ...rest }
}

export function whereOf({ communityId, trade, left = false, firmId }: Filter): object {
  return { communityId, here: !left, ...(trade && { trade }), ...(firmId && { firmId }) }
}

const mostFound = 50

/** Four digits are the end of a number, eleven all of it; words the beginning of a name or a firm. */
export async function found({ communityId, trade, left = false, firmId }: Filter, said: string) {
  const begins = _.and([_.gte(said), _.lt(`${said}\uffff`)])
  const ways = /^\d{4}$/.test(said)
    ? [{ tail: said }]
    : /^\d+$/.test(said)
      ? [{ phone: said }]
      : [{ name: begins }, { firm: begins }]
  const all = await Promise.all(
    ways.map(way => workers.find({ communityId, ...way }, { limit: 200, omit: ['claims', 'marks'] })),
  )
  const distinct = new Map(all.flat().map(one => [one._id, one]))
  return [...distinct.values()]
    .filter(one => one.here !== left && (!trade || one.trade === trade) && (!firmId || one.firmId === firmId))
    .sort((one, other) => (one.order < other.order ? -1 : 1))
    .slice(0, mostFound)
}

export const lineOf = ({ _id: id, name, initial, trade, firm, phone, state = '' }: WorkerDocument): WorkerLine => ({
  id,
  name,
  initial,
  trade,
  firm,
  state,
  phone: phone && maskedPhone(phone),
})

/** 共多少, and of each trade: counted apart, so that they can be held against each other. */
export async function counts({ communityId }: InputOf<typeof roster.counts>) {
  const [all, left, ...each] = (
    await together(
      workers.counted({ communityId, here: true }),
      workers.counted({ communityId, here: false }),
      ...tradeNames.map(trade => workers.counted({ communityId, here: true, trade })),
    )
  ).map(countIn)
  return { all, left, trades: tradeNames.map((trade, i) => ({ trade, count: each[i] ?? 0 })) }
}
