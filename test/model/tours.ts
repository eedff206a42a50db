import { event, hasErrands, isHere, tap, type Command, type Draw } from './command'
import { leaves, ring, wait } from './events'
import { everybody } from './people'
import type { Play } from './step'
import type { Choice } from './verb'

/** Ways past every verb: each is done by somebody who may, and then tried by somebody who may not. */
const ways = [
  [
    'request 4 0 1, rise, release, one, verify, return, amend, dispatch, see, decline, card, dispatch, accept, reveal, riders, offers',
    'depart, handBack, agree, deliver 0 0 4, photo, ring, called 0 1 1, confirm, dispute, settle, dispute, giveUp, reopen, wait, ring',
    'dispatch, reassign, accept, fail, cancel, request 0 0 1, agree, depart, callOff, request 0 0 1, leave, mine, history, board 0 0 1',
    'calls 0 0 1, inbox 0 0 1, dispatch 0 5 2, leaves, ring',
  ],
  // Two in hand are the most, and five tries.
  [
    'request 0 0 1, request 0 0 1, request 0 0 1, agree 0 1 2, agree 0 1 2, agree 0 1 2, depart',
    'deliver 0 0 3, deliver 0 0 3, deliver 0 0 3, deliver 0 0 3, deliver 0 0 3, deliver 0 0 3, deliver 0 0 2, deliver 0 0 0',
  ],
  [
    'request 0 1 1, dispatch 0 2 2, accept, askMore, allowMore, wait, late, deliver 0 0 0, bill 0 0 0, receipt, accounts 0 0 1',
    'pay 0 1 2, receive 0 1 2',
  ],
  // It goes on by itself until it is taken back; two at once, and somebody who cannot today.
  [
    'request 0 0 1, agree 0 1 2, deliver 0 0 0, confirm, request 0 1 1, wait 11, ring, wait 11, ring, recall, hasten, wait 4, ring, ease',
    'request 0 0 1, dispatchMany 0 0 2, relieve, propose, turns, stop, accept, wait 70, ring, stop, request 0 0 1, goOn, ring',
  ],
  [
    'request 0 3 1, nameBackup, standBy, standDown, dispatch 0 2 2, accept, nameBackup 0 0 2, wait 600, ring, standBy, handBack, depart',
    'widen, resume, takeOver, remind',
  ],
].map(parts => parts.join(', ').split(', '))

/** Walked before the stories, so that however few of them are played every verb was met. */
export const tours = (): Command[][] => ways.map(way => way.flatMap(stopAt))

function stopAt(stop: string): Command[] {
  const [verb = '', ...numbers] = stop.split(' ')
  if (verb === 'ring') return [event(verb, hasErrands, ring)]
  if (verb === 'leaves') return [event(verb, isHere, leaves)]
  if (verb === 'wait') return [event(verb, hasErrands, async play => wait(play, Number(numbers[0] ?? 70)))]
  const [a = 0, b = 2, c = 2] = numbers.map(Number)
  const may: Draw = { fits: true, isHis: false, who: 0, errand: 0, again: 'no', choice: [a, b, c] }
  // Everybody may read his 消息: there nothing but what is said with it can be refused.
  const choice: Choice = verb === 'inbox' ? [0, 0, 0] : [a, b, c]
  return [tap(verb, may), tap(verb, { ...may, fits: false, who: everybody.indexOf('stranger'), choice })]
}

/** Goes a way, each stop by somebody who may. */
export async function walk(play: Play, way: string): Promise<void> {
  for (const stop of way.split(', ')) {
    const [command] = stopAt(stop)
    if (!command?.check(play.world)) throw new Error(`nobody may ${stop} now`)
    await command.run(play.world, play)
  }
}
