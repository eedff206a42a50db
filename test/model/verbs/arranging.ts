import { freed, heard, lie, mayBeTaken, offered } from '../moves'
import { elsewhere, home, idOf, names, type Who } from '../people'
import { refusedOffer } from '../refused-offer'
import { chosen, rowsOf, same, sorted, type Happened, type Plan, type Verb } from '../verb'
import { dayIn, isDesk, isRiderHere, type Errand, type World } from '../world'

const whom = ['zhang', 'li', 'wu', 'chen', 'he'] as const
const asRow = ({ id, state, code }: Readonly<Record<string, unknown>>): string =>
  `${String(id)} ${String(state ?? code)}`

function inTurn(errands: Errand[], one: (errand: Errand) => Happened | undefined): Happened | undefined {
  const [first, ...others] = errands.flatMap(errand => one(errand) ?? [])
  return first && { ...first, others }
}

/** 照这样派: this one and the first, to whom they are named. */
export const dispatchMany: Verb = (world, who, errand, [, b, c]): Plan => {
  const to = chosen(whom, b)
  const list = [...new Set([errand, ...world.errands.slice(0, 1 + (c % 3))])]
  const code = (one: Errand) => refusedOffer(world, who, one, to, undefined, ['requested', 'dispatched', 'failed'])
  const became = list.map(one => ({ one, code: code(one) }))
  const done = became.flatMap(row => (row.code === 'ok' ? [row.one] : []))
  return {
    say: `${names[who]}照这样派 ${list.length} 单给${names[to]}`,
    input: { communityId: home, list: list.map(({ id }) => ({ id, riderId: idOf(to) })) },
    code: isDesk(who) ? 'ok' : 'FORBIDDEN',
    isWide: true,
    isInTurn: done.length < list.length ? 'some' : 'all',
    expects(answer) {
      const must = became.map(row => `${row.one.id} ${row.code === 'ok' ? 'dispatched' : row.code}`)
      same('what became of each', sorted(rowsOf(answer).map(asRow)), sorted(must))
    },
    happens: at => inTurn(done, one => ({ ...offered(one, to, undefined, at), verb: 'dispatch' })),
  }
}

const taken = ['dispatched', 'accepted', 'underway']

/** 今天来不了: what he has or is asked for today goes back, or to somebody else. */
export const relieve: Verb = (world, who, errand, [a, b]): Plan => {
  const goodsAt = heard(a + 1)
  const ill: Who = errand.door === 'zhang' || errand.door === 'li' ? errand.door : chosen(['zhang', 'li'] as const, b)
  const other =
    b % 2 === 0 ? undefined : b % 3 === 0 ? ('wu' as const) : ill === 'li' ? ('zhang' as const) : ('li' as const)
  const his = world.errands.filter(
    one => one.door === ill && taken.includes(one.state) && dayIn(one.from) <= dayIn(world.now()),
  )
  const code = (one: Errand) =>
    other === undefined ? mayBeTaken(one, goodsAt) : refusedOffer(world, who, one, other, ill, taken, goodsAt)
  const became = his.map(one => ({ one, code: code(one) }))
  const done = became.flatMap(row => (row.code === 'ok' ? [row.one] : []))
  const toward = other && { to: idOf(other) }
  return {
    say: `${names[who]}记下${names[ill]}今天来不了，他的给${other ? names[other] : '社区'}`,
    input: {
      communityId: home,
      riderId: idOf(ill),
      absent: 'ill',
      list: his.map(({ id }) => ({ id, ...toward, ...(goodsAt && { goodsAt }) })),
    },
    code: isDesk(who) ? 'ok' : 'FORBIDDEN',
    isWide: true,
    isInTurn: done.length < his.length ? 'some' : 'all',
    expects(answer) {
      const is = other ? 'dispatched' : 'requested'
      const must = became.map(row => `${row.one.id} ${row.code === 'ok' ? is : row.code}`)
      same('what became of each', sorted(rowsOf(answer).map(asRow)), sorted(must))
    },
    happens: at =>
      inTurn(done, one => {
        lie(one, goodsAt)
        if (other) return { ...offered(one, other, ill, at), verb: 'reassign' }
        freed(one)
        Object.assign(one, { state: 'requested', waitingSince: at, fellOut: at, saidNo: true })
        return {
          errand: one,
          told: [
            [ill, 'reassigned'],
            ['family', 'handedBack'],
          ],
        }
      }),
  }
}

const asDesk = (who: Who, communityId: string): string =>
  (communityId === home ? isDesk(who) : who === 'desk-b') ? 'ok' : 'FORBIDDEN'

/** 一起派: a proposal for what waits. */
export const propose: Verb = (world, who, _errand, [, , c]) => {
  const communityId = c % 4 === 0 ? elsewhere : home
  return {
    say: `${names[who]}看一起派`,
    input: { communityId },
    code: asDesk(who, communityId),
    expects(answer) {
      const waits = world.errands.filter(({ state, newcomer }) => state === 'requested' && !newcomer)
      const must = communityId === home ? waits.map(({ id }) => id) : []
      same('what waits', sorted(rowsOf(answer).map(({ id }) => String(id))), sorted(must))
    },
  }
}

/** 轮到谁. */
export const turns: Verb = (world: World, who, _errand, [, , c]) => {
  const communityId = c % 4 === 0 ? elsewhere : home
  const here = (['zhang', 'li', 'wu', 'he'] as const).filter(one => isRiderHere(world, one))
  return {
    say: `${names[who]}看轮到谁`,
    input: { communityId },
    code: asDesk(who, communityId),
    expects(answer) {
      const must = communityId === home ? here : (['chen'] as const)
      same('who is counted', sorted(rowsOf(answer).map(({ id }) => String(id))), sorted(must.map(idOf)))
    },
  }
}
