import { dayMs, dayOf, minuteMs, momentOf } from '../../domain/time'
import type { Kind } from '../../domain/errand/record'
import { wantedOf } from './asks'
import type { Calendar } from './calendar'
import { telephone } from './history'
import type { Home } from './homes'
import { addHouseholdAt, type Homes } from './households'
import { home as stage } from './names'
import { ridersIn } from './roster'
import { handsFor, type Hands } from './trip'

/** A kind, and which of its kind. */
type What = [Kind, number]

/** 金星 this morning, up to 10:07: every state there is, two to wait, a few under way, one or two that need a person. */
export function tellMorning(homes: readonly Home[], today: number, calendar: Calendar, known: Homes): void {
  const day = dayOf(today)
  const at = (clock: string): number => momentOf(day, clock)
  let count = 0

  function open(
    elder: string,
    what: What,
    askedAt: string,
    from: string,
    rider: number,
    daysAgo = 0,
    owes = false,
  ): Hands {
    const found = homes.find(home => home.elder === elder && home.communityId === stage.id)
    if (!found) throw new Error(`nobody is called ${elder}`)
    const back = daysAgo * dayMs
    const openid = ridersIn(stage.id)[rider - 1]?.openid ?? ''
    const when = { from: at(from) - back, until: at(from) - back + 30 * minuteMs }
    const key = `today:${String(++count).padStart(2, '0')}`
    return handsFor(
      {
        key,
        home: found,
        wanted: wantedOf(...what),
        askedAt: at(askedAt) - back,
        when,
        rider: openid,
        second: openid,
        owes,
      },
      calendar,
      known,
    )
  }
  function taken(hands: Hands, named: string, accepted: string, back = 0): void {
    hands.name(at(named) - back)
    hands.see(at(accepted) - back - minuteMs)
    hands.accept(at(accepted) - back)
  }

  // Done today: by the family, by the desk on the telephone, by the clock, and one that was not needed after all.
  const breakfast = open('孙大爷', ['meal', 3], '07:20', '08:30', 5)
  taken(breakfast, '07:24', '07:27')
  breakfast.deliver(at('08:41'))
  breakfast.confirm(at('09:02'), 'good')
  const parcel = open('吴大爷', ['parcel', 0], '07:32', '09:00', 4)
  taken(parcel, '07:36', '07:39')
  parcel.deliver(at('09:12'))
  parcel.confirmByDesk(at('09:38'))
  const twoDays = open('钱大爷', ['shopping', 1], '07:30', '08:30', 6, 2)
  taken(twoDays, '07:33', '07:36', 2 * dayMs)
  twoDays.deliver(at('08:50') - 2 * dayMs, 'neighbour')
  calendar.ring(at('08:50'))
  const shopping = open('许大爷', ['shopping', 3], '07:45', '09:00', 8)
  taken(shopping, '07:49', '07:51')
  shopping.depart(at('08:52'))
  shopping.deliver(at('09:16'), 'family')
  shopping.confirm(at('09:44'), 'good')
  open('何大爷', ['other', 2], '09:03', '11:30', 1).cancel(at('09:08'), '家里人回来了')

  // Stuck: nobody at home, and a family that has something to say.
  const locked = open('冯奶奶', ['parcel', 0], '08:02', '09:00', 9)
  taken(locked, '08:06', '08:09')
  locked.fail(at('09:33'), '敲门没人应，电话也没接')
  const wrong = open('何大爷', ['shopping', 0], '14:05', '16:00', 7, 1)
  taken(wrong, '14:09', '14:12', dayMs)
  wrong.deliver(at('16:18') - dayMs, 'door')
  wrong.dispute(at('09:28'), '少了一壶油')

  // Going: 王奶奶's lunch, asked by telephone; a medicine on its way; a purchase that waits for 收到了 and for its money.
  const lunch = open('王奶奶', ['meal', 1], '09:40', '10:30', 2)
  lunch.name(at('09:43'))
  const medicine = open('郑奶奶', ['medicine', 1], '08:48', '10:00', 6)
  taken(medicine, '08:52', '08:55')
  calendar.on(at('09:46'), play => telephone(play, stage.id, 'today:calls'))
  lunch.accept(at('09:51'))
  medicine.depart(at('09:56'))
  const bag = open('周奶奶', ['shopping', 2], '08:20', '09:30', 3, 0, true)
  taken(bag, '08:24', '08:27')
  bag.look(at('09:20'))
  bag.deliver(at('09:52'))

  // Waiting, and offered: one named and not seen yet, two for whoever passes by.
  open('刘先生', ['parcel', 0], '09:41', '15:00', 1).ask(at('09:47'), '取件码好像少一位，麻烦再看一下')
  open('杨奶奶', ['meal', 2], '09:58', '11:00', 1).name(at('10:04'), 'rider-jinxing-8')
  open('许大爷', ['parcel', 1], '09:59', '14:30', 1).pool(at('10:02'))
  open('李奶奶', ['shopping', 1], '10:00', '14:00', 1).pool(at('10:05'))
  open('赵奶奶', ['meal', 0], '10:03', '11:00', 1)

  // 王女士 has nothing open, and what she asks for again and again.
  for (const [daysAgo, what, from] of [
    [1, ['meal', 0], '10:30'],
    [2, ['meal', 1], '10:30'],
    [3, ['parcel', 0], '15:00'],
  ] satisfies [number, What, string][]) {
    const usual = open('王大爷', what, '09:12', from, 1, daysAgo)
    taken(usual, '09:15', '09:17', daysAgo * dayMs)
    usual.deliver(at(from) + 14 * minuteMs - daysAgo * dayMs)
    usual.confirm(at(from) + 32 * minuteMs - daysAgo * dayMs, 'good')
  }

  // 罗女士 is new: the desk has not telephoned her mother yet.
  const newcomer = homes.find(home => home.newcomer)
  if (newcomer) {
    addHouseholdAt(newcomer, at('09:57'), calendar, known)
    open(newcomer.elder, ['parcel', 1], '10:02', '15:30', 1)
  }
}
