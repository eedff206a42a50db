import type { Who } from './people'
import type { Happened } from './verb'
import { atTheGate, handOn, isHeld, isRiderHere, type Errand, type Party, type World } from './world'

/** What a moment is written down as: the errand's new state, and nothing of who had it where it starts anew: what the next lays out is open again. */
export function freed(errand: Errand): void {
  delete errand.rider
  delete errand.offer
  delete errand.door
  delete errand.risen
  delete errand.deliveredAt
  errand.photo = false
  errand.tries = 0
  if (errand.money) errand.money = { isOpen: true, paid: false, received: false }
}

/** Who is on his way to buy is asked where the goods are, and what he has bought stays his. */
export function mayBeTaken({ state, money }: Errand, goodsAt: string | undefined): string {
  if (state !== 'underway' || !money) return 'ok'
  return goodsAt === undefined ? 'ASK_BOUGHT' : goodsAt === atTheGate ? 'LAID_OUT' : 'ok'
}

/** Where the goods are, as the desk hears it on the telephone, or does not ask. */
export const heard = (n: number): string | undefined => [undefined, '还在店里', atTheGate, '没拿东西'][n % 4]

/** Who took nothing leaves them where somebody before him did. */
export function lie(errand: Errand, goodsAt: string | undefined): void {
  if (goodsAt !== undefined && (goodsAt !== '没拿东西' || errand.goodsAt === undefined)) errand.goodsAt = goodsAt
}

const told = (...list: [Party, string][]): [Party, string][] => list

/** It is offered to one by name, or to everybody; whoever had it hears it. */
export function offered(errand: Errand, rider: Who | undefined, from: Who | undefined, at: number): Happened {
  freed(errand)
  errand.state = 'dispatched'
  errand.offer = { to: rider ?? 'everybody', ...(!rider && { wave: 'community' }), at, seen: false }
  errand.door = rider ?? 'everybody'
  if (rider) errand.met.add(rider)
  return {
    errand,
    told: [
      ...(from ? told([from, 'reassigned']) : []),
      ...(rider
        ? told([rider, 'offered'], ['family', 'asked'])
        : told(['pool', 'whoPasses'], ['family', 'askedCommunity'])),
    ],
  }
}

/** He has it from now on; who stood by for it stands by no more. */
export function taken(errand: Errand, who: Who, at: number): void {
  Object.assign(errand, { state: 'accepted', rider: who, takenAt: at, handOn: handOn(errand, at), door: who, tries: 0 })
  delete errand.risen
  delete errand.fellOut
  if (errand.backup?.who === who) delete errand.backup
  errand.met.add(who)
}

/** Who stood by for a ride has it at once, if he can and the weather lets him; whoever is told of it, or nothing. */
export function stepsIn(world: World, errand: Errand): [Party, string][] | undefined {
  const { backup, state } = errand
  if (errand.kind !== 'ride' || state !== 'requested' || !backup?.ready || errand.fellOut === undefined)
    return undefined
  if (!isRiderHere(world, backup.who) || isHeld(world, errand)) return undefined
  taken(errand, backup.who, world.now())
  return [
    [backup.who, 'yourTurn'],
    ['family', 'tookOver'],
    ['desk', 'tookOver'],
  ]
}
