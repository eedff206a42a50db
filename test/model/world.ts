import { desk, family, ridersHere, type Home, type Who } from './people'

/** 点单 as the stories know it: nothing but what DESIGN.md section 5 says of it. */
export interface Errand {
  id: string
  home: Home
  kind: 'meal' | 'shopping' | 'medicine'
  /** When it is wanted, epoch ms. */
  from: number
  until: number
  state: string
  /** Who has it, or brought it last. */
  rider?: Who
  /** The day on which it fills a hand of his: its own, or that on which he took it where that was later. */
  handOn?: number
  /** Who is asked: one by name, or everybody here. */
  offer?: { to: Who | 'everybody'; at: number; seen: boolean }
  /** To whom the door stands open: he may take it, or has it in hand. */
  door?: Who | 'everybody'
  /** The community has not telephoned this household yet. */
  newcomer: boolean
  /** Why it rose to the desk. */
  risen?: string
  waitingSince: number
  deliveredAt?: number
  closedAt?: number
  tries: number
  /** It was handed over with a photo. */
  photo: boolean
  card?: { until: number }
  /** Where it is laid out at the door. */
  money?: Money
  /** Who was told what, by the notice's id, and whether it reached him. */
  told: Map<string, Notice>
  /** Whose 消息 it belongs to by name. */
  met: Set<Who>
  /** One line for each thing done: the verb, and who did it. */
  story: { verb: string; who: Who | 'clock' }[]
}

/** 钱: what was laid out and by whose receipt, what was asked for beyond the cap, and who said that it is settled. */
export interface Money {
  isOpen: boolean
  bill?: { fen: number; by?: Who }
  more?: { fen: number; yes: boolean }
  paid: boolean
  received: boolean
}

/** `pool`: those of an open wave, whose phones may ring or not. */
export type Party = 'family' | 'desk' | 'pool' | Who

export interface Notice {
  to: Party
  say: string
  reach: 'waiting' | 'call' | 'read' | 'done' | 'noAnswer'
}

/** A tap that was answered: sent again with its key it must be answered alike. */
export interface Tap {
  who: Who
  verb: string
  input: unknown
  key: string
  answer: unknown
  errand: Errand
  at: number
}

/** The street as a story knows it. */
export interface World {
  errands: Errand[]
  /** Riders who are none any more. */
  gone: Set<Who>
  /** Households that the community knows. */
  known: Set<Home>
  taps: Tap[]
  photo: string
  /** A photo that was taken for it. */
  photoOf(errand: Errand): string
  /** What is stored of it: for what the stories cannot know, the digits and the ids of notices. */
  record(errand: Errand): Readonly<Record<string, unknown>>
  now(): number
  /** When today began. */
  midnight(): number
}

export const minute = 60_000
export const hour = 60 * minute
export const twoDays = 48 * hour

/** What a moment is written down as: the errand's new state, and nothing of who had it where it starts anew. */
export function freed(errand: Errand): void {
  delete errand.rider
  delete errand.offer
  delete errand.door
  delete errand.risen
  delete errand.deliveredAt
  errand.photo = false
  errand.tries = 0
  if (errand.money) errand.money = { isOpen: errand.money.isOpen, paid: false, received: false }
}

/** Brought, or bought all the same, and not settled. */
export const owes = ({ money, deliveredAt, state }: Errand): boolean =>
  money?.isOpen === true && (deliveredAt !== undefined || money.bill !== undefined) && state !== 'cancelled'

export const isFamily = (who: Who): boolean => family.includes(who)
export const isDesk = (who: Who): boolean => desk.includes(who)
export const isRiderHere = (world: World, who: Who): boolean => ridersHere.includes(who) && !world.gone.has(who)

const carried: readonly string[] = ['accepted', 'underway']
export const isCarried = ({ state }: Errand): boolean => carried.includes(state)
/** A day of Beijing, as a number. */
export const dayIn = (at: number): number => Math.floor((at + 8 * hour) / (24 * hour))
/** The day on which this errand, taken now, fills a hand. */
export const handOn = (errand: Errand, now: number): number => dayIn(Math.max(errand.from, now))
/** How many a rider has in hand on a day; two is the most. */
export const inHand = (world: World, who: Who, day: number): number =>
  world.errands.filter(errand => isCarried(errand) && errand.rider === who && errand.handOn === day).length

/** Whom somebody at the desk sees at it: who has it, or who was asked by name. */
export const seenAt = ({ door }: Errand): Who | undefined => (door === 'everybody' ? undefined : door)
export const namedIn = ({ offer }: Errand): Who | undefined =>
  offer === undefined || offer.to === 'everybody' ? undefined : offer.to

/** As what somebody may do a thing: one of the family, of the desk, its rider (or the desk's own person who carries it), or any rider here. */
export type As = 'family' | 'desk' | 'holder' | 'its rider' | 'rider'

const residents: readonly Who[] = ['daughter', 'son', 'cousin']
const desks: readonly Who[] = ['secretary', 'colleague', 'desk-b']

function bears(world: World, who: Who, as: As): boolean {
  const isRider = isRiderHere(world, who) || who === 'chen'
  if (as === 'family') return residents.includes(who)
  if (as === 'desk') return desks.includes(who)
  return as === 'rider' || as === 'its rider' ? isRider : isRider || desks.includes(who)
}

function isAs(world: World, who: Who, errand: Errand, as: As): boolean {
  if (as === 'family') return isFamily(who)
  if (as === 'desk') return isDesk(who)
  if (as === 'rider') return isRiderHere(world, who)
  if (as === 'its rider') return errand.rider === who && isRiderHere(world, who)
  return errand.rider === who && (isDesk(who) || isRiderHere(world, who))
}

/**
 * Nothing when he may do it as one of these. Else why not: it is no business of his, or (he took part in it once) it has gone on without
 * him.
 */
export function sentAway(world: World, who: Who, errand: Errand, ...as: As[]): string | undefined {
  if (!as.some(one => bears(world, who, one))) return 'FORBIDDEN'
  if (as.some(one => isAs(world, who, errand, one))) return undefined
  return errand.story.some(line => line.who === who) ? 'WRONG_STATE' : 'FORBIDDEN'
}
