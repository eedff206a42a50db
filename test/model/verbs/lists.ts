import { elsewhere, home, homes, idOf, names, type Home, type Who } from '../people'
import { isOffered } from '../sight'
import { callsOf } from '../telephone'
import { rowsOf, same, sorted, type Answer, type Verb } from '../verb'
import { dayIn, heldOn, isDesk, isFamily, isRiderHere, type Errand } from '../world'

const residents: readonly Who[] = ['daughter', 'son', 'cousin']
const line = ({ id, state }: Errand): string => `${id} ${state}`
const lines = (answer: Answer): string[] => sorted(rowsOf(answer).map(row => `${String(row.id)} ${String(row.state)}`))
const must = (errands: readonly Errand[]): string[] => sorted(errands.map(line))

export const mine: Verb = (world, who) => ({
  say: `${names[who]}看我的点单`,
  input: {},
  code: residents.includes(who) ? 'ok' : 'FORBIDDEN',
  expects: answer => same('the errands', lines(answer), must(isFamily(who) ? world.errands : [])),
})

export const history: Verb = (world, who, _errand, [, , c]) => {
  const householdId: Home = c % 2 === 0 ? 'h-father' : 'h-new'
  const mayRead = isFamily(who) || isDesk(who)
  return {
    say: `${names[who]}看${homes[householdId]}家的点单`,
    input: { householdId },
    code: mayRead || who === 'cousin' || who === 'desk-b' ? 'ok' : 'FORBIDDEN',
    expects(answer) {
      same('theirs', lines(answer), must(mayRead ? world.errands.filter(one => one.home === householdId) : []))
    },
  }
}

export const offers: Verb = (world, who) => ({
  say: `${names[who]}看有什么要帮忙`,
  input: {},
  code: isRiderHere(world, who) || who === 'chen' ? 'ok' : 'FORBIDDEN',
  expects: answer => same('the offers', lines(answer), must(world.errands.filter(one => isOffered(world, who, one)))),
})

export const board: Verb = (world, who, _errand, [, , c]) => {
  const communityId = c % 4 === 0 ? elsewhere : home
  const isToday = ({ closedAt }: Errand) => closedAt === undefined || closedAt >= world.midnight()
  return {
    say: `${names[who]}看${communityId === home ? '这里' : '隔壁'}的书记台`,
    input: { communityId },
    code: (communityId === home ? isDesk(who) : who === 'desk-b') ? 'ok' : 'FORBIDDEN',
    expects: answer =>
      same('the board', lines(answer), must(communityId === home ? world.errands.filter(isToday) : [])),
  }
}

export const calls: Verb = (world, who, _errand, [, , c]) => {
  const communityId = c % 4 === 0 ? elsewhere : home
  const waiting = world.errands.flatMap(one => callsOf(one).map(notice => `${one.id} ${notice}`))
  return {
    say: `${names[who]}看${communityId === home ? '这里' : '隔壁'}要打的电话`,
    input: { communityId },
    code: (communityId === home ? isDesk(who) : who === 'desk-b') ? 'ok' : 'FORBIDDEN',
    expects(answer) {
      const is = rowsOf(answer).map(row => `${String(row.id)} ${String(row.notice)}`)
      same('the calls', sorted(is), sorted(communityId === home ? waiting : []))
    },
  }
}

const mostNews = 50

/** Everybody may read his own, and nothing is to be said with it. */
export const inbox: Verb = (world, who, _errand, [, , c]) => ({
  say: `${names[who]}看消息`,
  input: c % 9 === 0 ? { of: 'everybody' } : {},
  code: c % 9 === 0 ? 'BAD_INPUT' : 'ok',
  expects(answer) {
    const isFor = (to: string): boolean =>
      to === who || (to === 'family' && isFamily(who)) || (to === 'desk' && isDesk(who))
    const told = world.errands.flatMap(errand =>
      [...errand.told.values()].flatMap(({ to, say }) => (isFor(to) ? [`${errand.id} ${say}`] : [])),
    )
    const is = rowsOf(answer).map(row => `${String(row.id)} ${String(row.say)}`)
    if (told.length < mostNews) same('the news', sorted(is), sorted(told))
  },
})

export const riders: Verb = (world, who, _errand, [, , c]) => {
  const communityId = c % 5 === 0 ? elsewhere : home
  const mayLook = communityId === home ? isDesk(who) : who === 'desk-b'
  const here = (['zhang', 'li', 'wu', 'he'] as const).filter(one => isRiderHere(world, one))
  const load = (one: Who) => heldOn(world, one, dayIn(world.now())).length
  return {
    say: `${names[who]}看${communityId === home ? '这里' : '隔壁'}有谁`,
    input: { communityId },
    code: mayLook ? 'ok' : 'FORBIDDEN',
    expects(answer) {
      const is = sorted(rowsOf(answer).map(row => `${String(row.id)} ${String(row.inHand)}`))
      const all = communityId === home ? here.map(one => `${idOf(one)} ${load(one)}`) : [`${idOf('chen')} 0`]
      same('who is here and has how many', is, sorted(all))
    },
  }
}
