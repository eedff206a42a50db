import type { Outbox } from '../notice'
import type { Held } from '../safety/held'
import { made } from '../recurring/made'
import { chosen } from './chosen'
import * as z from '../zod'
import { ofBackup } from './backup'
import { ofKind } from './kind'
import { SaidLate } from './late'
import { ofMoney } from './money'

/** 送饭 拿药 代买 取寄快递 接送考生 别的事, with the noun a family uses for what is brought. */
export const kinds = {
  meal: { name: '送饭', noun: '饭', icon: 'utensils' },
  medicine: { name: '拿药', noun: '药', icon: 'pill' },
  shopping: { name: '代买', noun: '东西', icon: 'shopping-basket' },
  parcel: { name: '取寄快递', noun: '快递', icon: 'package' },
  ride: { name: '接送考生', noun: '接送', icon: 'car' },
  other: { name: '别的事', noun: '事', icon: 'hand-helping' },
} as const
export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as Kind[]

export const errandStates = [
  'requested',
  'returned',
  'dispatched',
  'accepted',
  'underway',
  'delivered',
  'confirmed',
  'failed',
  'disputed',
  'cancelled',
] as const
export type ErrandState = (typeof errandStates)[number]

/** States grouped by what they mean to people; every list uses the groups. */
export const stillOpen = [
  'requested',
  'returned',
  'dispatched',
  'accepted',
  'underway',
  'delivered',
  'failed',
  'disputed',
] as const

const over: readonly string[] = ['confirmed', 'cancelled'] satisfies ErrandState[]
/** Going on, as far as this phone can tell: in a state of a newer cloud too, so that nobody loses sight of an errand. */
export const isOpen = ({ state }: { state: string }): boolean => !over.includes(state)

export const inHand = ['accepted', 'underway'] as const
export const isInHand = ({ state }: { state?: string }): boolean => inHand.some(one => one === state)

/** What severe weather holds (天气停派): all that is still to be done. */
export const stoppable = ['requested', 'returned', 'dispatched', 'accepted', 'underway', 'failed'] as const

export const WindowView = z.object({ from: z.number(), until: z.number() })

/** 天气停派, in words and until when, epoch ms. */
export const Stop = z.object({ why: z.string(), until: z.number() })
export type Stop = z.infer<typeof Stop>

/** Already paid; given at the door up to a cap in yuan; or nothing to pay. */
export const Money = z.object({ how: z.enum(['paid', 'atDoor', 'none']), capYuan: z.optional(z.number()) })

/** To whom it was handed: the person, the family, a neighbour, left at the door; a photo; or the family's four digits. */
export const handedTo = { person: '本人', family: '家人', neighbour: '邻居', door: '放在门口' } as const

/** 这一单的经过: one line of what happened, by whom as called, in which role, and when. */
export const Happening = z.object({
  verb: z.string(),
  who: z.string(),
  as: z.string(),
  at: z.number(),
  why: z.optional(z.string()),
  happenedAt: z.optional(z.number()),
})
export type Happening = z.infer<typeof Happening>

/** To whom the errand is offered, in which wave, and until when the desk lets it stand. */
export const Offer = z.object({
  to: z.enum(['rider', 'pool']),
  /** Absent where the desk named somebody of its own choice, and in offers of before there were waves. */
  wave: z.optional(z.string()),
  /** Who opened it: the desk, or by itself the clock. */
  by: z.optional(z.enum(['desk', 'clock'])),
  name: z.optional(z.string()),
  riderId: z.optional(z.string()),
  at: z.number(),
  until: z.number(),
  seenAt: z.optional(z.number()),
})

/**
 * 点单 as any viewer may meet it: everything beyond the first lines is optional, because sight.ts decides per viewer and stage.
 * Door and phone are not fields of an errand at all: they leave the cloud by `reveal` only.
 */
export const Errand = z.object({
  id: z.string(),
  state: z.string(),
  communityId: z.string(),
  my: z.array(z.string()),
  rev: z.optional(z.string()),
  kind: z.optional(z.string()),
  /** The compound's name; `building` is 3号楼. */
  compound: z.optional(z.string()),
  compoundId: z.optional(z.string()),
  building: z.optional(z.string()),
  /** 有电梯 or 6 楼没电梯. */
  stairs: z.optional(z.string()),
  heavy: z.optional(z.boolean()),
  what: z.optional(z.string()),
  ...ofKind,
  /** 去程 and 回程 of one examination: the id of the way there. */
  tripId: z.optional(z.string()),
  pickUp: z.optional(z.string()),
  when: z.optional(WindowView),
  money: z.optional(Money),
  ...ofMoney,
  /** 取餐号, 取药号, 取件码: for the rider who has it. */
  code: z.optional(z.string()),
  note: z.optional(z.string()),
  /** 家里补的: what the family answered when the desk asked. */
  answer: z.optional(z.string()),
  knock: z.optional(z.string()),
  /** What the family calls the elder (爸爸) and what everyone else does (王大爷). */
  calls: z.optional(z.string()),
  elder: z.optional(z.string()),
  householdId: z.optional(z.string()),
  /** True until the community has telephoned a household it does not know yet; only the desk sees such an errand. */
  newcomer: z.optional(z.boolean()),
  /** Named, not pooled: medicine, and a lone elder's door, until the desk lifts it. */
  namedOnly: z.optional(z.boolean()),
  /** 急: why, in the desk's words; nobody else marks it. */
  urgent: z.optional(z.string()),
  /** 天气停派: until when the community dispatches nothing, and why. */
  stop: z.optional(Stop),
  /** 收回: the desk took it back and dispatches it itself, whatever the community's setting says. */
  byHand: z.optional(z.boolean()),
  offer: z.optional(Offer),
  riderId: z.optional(z.string()),
  riderName: z.optional(z.string()),
  ...ofBackup,
  riderTrade: z.optional(z.string()),
  /** 头像 of who is coming: stored as a file, told as a link, to the family alone and while he is on his way. */
  riderFace: z.optional(z.string()),
  /** 车牌, to the family alone and while he is on his way. */
  riderPlate: z.optional(z.string()),
  regularRiderId: z.optional(z.string()),
  /** 网格 of the door. */
  gridId: z.optional(z.string()),
  /** 口令, said first at the door by the rider. */
  word: z.optional(z.string()),
  /** The family's four digits. */
  digits: z.optional(z.string()),
  askedBy: z.optional(z.string()),
  byPhone: z.optional(z.boolean()),
  /** 群里看到的: the desk wrote it down from the group. */
  inGroup: z.optional(z.boolean()),
  /** True when no relative has the app: every step becomes a call on the desk's list. */
  toCall: z.optional(z.boolean()),
  requestedAt: z.optional(z.number()),
  /** Since when it has been waiting to be dispatched: the request, or the last hand-back. */
  waitingSince: z.optional(z.number()),
  acceptedAt: z.optional(z.number()),
  deliveredAt: z.optional(z.number()),
  closedAt: z.optional(z.number()),
  /** The latest notice to each side, so that a list can count what is unread. */
  toldFamilyAt: z.optional(z.number()),
  toldRiderAt: z.optional(z.number()),
  /** What the last side way was about: the question, the reason, the complaint, the answer. */
  why: z.optional(z.string()),
  /** The same as a code of reasons.ts, where one fitted. */
  reason: z.optional(z.string()),
  goodsAt: z.optional(z.string()),
  /** When the phone says that what was told last of it was done (happened.ts). */
  happenedAt: z.optional(z.number()),
  /** 来不及了: what the rider guesses. */
  late: z.optional(SaidLate),
  /** It rose to the desk: the reason in a word, and when. */
  escalated: z.optional(z.object({ why: z.string(), at: z.number() })),
  proof: z.optional(z.object({ how: z.string(), photo: z.optional(z.string()) })),
  rating: z.optional(z.string()),
  thanks: z.optional(z.boolean()),
  confirmedBy: z.optional(z.string()),
  ...chosen,
  timeline: z.optional(z.array(Happening)),
  /** The fields whose words the desk must look at before others read them. */
  waits: z.optional(z.array(z.string())),
  ...made,
})
export type Errand = z.infer<typeof Errand>

/** The fields of the stored record that no viewer is ever given. */
export interface ErrandKept {
  /** Who may be offered it, and after acceptance the rider alone (relation.ts, `asked`). */
  openTo: string[]
  /** `<riderId>#<day>#0` or `#1` while in hand (hands.ts), else the errand's own id: a unique index holds a rider to two of a day (law 11). */
  slot: string
  /** When the clock must look at it next, epoch ms; `never` when it need not. */
  dueAt: number
  digitsTries: number
  /** The tap that was counted last: sent again, it is not another try. */
  digitsTried?: string
  askedById: string
  /** Whose 消息 it belongs to (notice.ts). */
  inboxOf: string[]
  outbox: Outbox
  /** What of it waits for the desk, by the id of its doubt. */
  held?: Readonly<Record<string, Held>>
  /** The live card in a group, until when it may change, and whether WeChat has been told that somebody accepted. */
  card?: { id: string; until: number; turned: boolean }
  /** How many of its notices wait on the desk's list 要打的电话. */
  callsOpen: number
  /** Who is no family of it any more, whatever an instance remembers of him. */
  unbound?: string[]
  /** The latest look at the household's door, epoch ms. */
  lookedAt?: number
  /** Every look at the household's door or at a rider's number, never cut. */
  looks?: { who: string; as: string; of: 'household' | 'rider'; at: number }[]
}

export type ErrandRecord = Omit<Errand, 'my' | 'proposed'> & ErrandKept
