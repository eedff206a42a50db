import { desk, family, ridersHere, type Home, type Who } from './people'

/** 点单 as the stories know it: nothing but what DESIGN.md section 5 says of it. */
export interface Errand {
  id: string
  home: Home
  kind: 'meal' | 'shopping' | 'medicine' | 'ride'
  /** From when until when it is wanted, epoch ms. */
  from: number
  until: number
  state: string
  /** Who has it, or brought it last. */
  rider?: Who
  /** When he had it from. */
  takenAt?: number
  /** The day on which it fills a hand of his: its own, or that on which he took it where that was later. */
  handOn?: number
  /** Who is asked: one by name, or everybody here. */
  offer?: { to: Who | 'everybody'; wave?: 'near' | 'community'; at: number; seen: boolean }
  /** To whom the door stands open: he may take it, or has it in hand. */
  door?: Who | 'everybody' | 'near'
  /** The community has not telephoned this household yet. */
  newcomer: boolean
  /** Why it rose to the desk. */
  risen?: string
  requestedAt: number
  waitingSince: number
  urgent: boolean
  /** Until when the weather holds it. */
  stop?: number
  /** The desk took it back, and gives it out itself. */
  byHand: boolean
  /** Who stands by to drive, and whether he said yes. */
  backup?: { who: Who; ready: boolean }
  /** Somebody has said that he cannot. */
  saidNo?: boolean
  /** When its driver could not any more. */
  fellOut?: number
  /** When everybody was told of tomorrow. */
  reminded?: number
  deliveredAt?: number
  closedAt?: number
  tries: number
  /** Where somebody left what he did not bring. */
  goodsAt?: string
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
  at: number
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
  /** Until when the whole community gives nothing out. */
  stopped?: number
  taps: Tap[]
  /** A photo that he has taken for it: nobody else takes the same. */
  photoOf(errand: Errand, who: Who, of: 'receipt' | 'goods'): string
  /** What is stored of it: for what the stories cannot know, the digits and the ids of notices. */
  record(errand: Errand): Readonly<Record<string, unknown>>
  now(): number
  /** When today began. */
  midnight(): number
}

export const minute = 60_000
export const hour = 60 * minute
export const twoDays = 48 * hour

/** Where somebody leaves what he has bought. */
export const atTheGate = '门卫那里'

/** Brought, or bought all the same, and not settled: nobody begins anew or takes back over it. */
export const owes = ({ money, deliveredAt, state, goodsAt }: Errand): boolean =>
  money?.isOpen === true &&
  (money.bill !== undefined ||
    (deliveredAt !== undefined && state !== 'cancelled') ||
    (state === 'failed' && goodsAt === atTheGate))

/** Called off in his hands less than two days ago. */
export const wasCalledOff = (world: World, { state, rider, closedAt = 0 }: Errand): boolean =>
  state === 'cancelled' && rider !== undefined && closedAt > world.now() - twoDays

export const isFamily = (who: Who): boolean => family.includes(who)
export const isDesk = (who: Who): boolean => desk.includes(who)
export const isRiderHere = (world: World, who: Who): boolean => ridersHere.includes(who) && !world.gone.has(who)

const toDo: readonly string[] = ['requested', 'returned', 'dispatched', 'accepted', 'underway', 'failed']
/** What the weather can hold, and what can be urgent. */
export const stillToDo = ({ state }: Errand): boolean => toDo.includes(state)
export const isHeld = (world: World, { stop }: Errand): boolean => stop !== undefined && stop > world.now()

const carried: readonly string[] = ['accepted', 'underway']
export const isCarried = ({ state }: Errand): boolean => carried.includes(state)
/** A day of Beijing, as a number. */
export const dayIn = (at: number): number => Math.floor((at + 8 * hour) / (24 * hour))
/** The day on which this errand, taken now, fills a hand. */
export const handOn = ({ from }: Errand, now: number): number => dayIn(Math.max(from, now))
/** What a rider has in hand on a day, appointments among them. */
export const heldOn = (world: World, who: Who, day: number): Errand[] =>
  world.errands.filter(errand => isCarried(errand) && errand.rider === who && errand.handOn === day)
/** Two on one day are the most, and an appointment is none. */
export const hasRoom = (world: World, who: Who, errand: Errand): boolean =>
  errand.kind === 'ride' ||
  heldOn(world, who, handOn(errand, world.now())).filter(({ kind }) => kind !== 'ride').length < 2

/** Whom somebody at the desk sees at it: who has it, or who was asked by name. */
export const seenAt = ({ door }: Errand): Who | undefined =>
  door === 'everybody' || door === 'near' ? undefined : door
export const namedIn = ({ offer }: Errand): Who | undefined =>
  offer === undefined || offer.to === 'everybody' ? undefined : offer.to
