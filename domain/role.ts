import { Consent } from './consent'
import { Ledger } from './template'
import { GroupMember } from './group-member'
import { Quiet } from './person'
import * as z from './zod'

/**
 * What a person can be to a community. `guest` is anyone with an OPENID, known or not; `clock` only the platform's timer.
 * Nothing outside this file asks what a role may do: rows name roles, and the questions below are answered from memberships.
 */
export const roles = [
  'guest',
  'resident',
  'rider',
  'dispatcher',
  'keeper',
  'department',
  'subdistrict',
  'clock',
] as const
export type Role = (typeof roles)[number]

/** The roles a community gives; guest and clock are given by nobody. */
export const givenRoles = ['resident', 'rider', 'dispatcher', 'keeper', 'department', 'subdistrict'] as const

/**
 * The roles by what they are for: whoever looks for people in one, or writes one down, says it so. What a role may do is asked of the
 * functions below, never by comparing.
 */
export const deskRole = 'dispatcher' as const satisfies Role
export const riderRole = 'rider' as const satisfies Role
export const residentRole = 'resident' as const satisfies Role
export const clerkRole = 'keeper' as const satisfies Role
export const departmentRole = 'department' as const satisfies Role
export const officeRole = 'subdistrict' as const satisfies Role

export const Membership = z.object({
  communityId: z.string(),
  role: z.enum(givenRoles),
  /** Epoch ms after which the membership no longer counts; absent: until it is taken back. */
  until: z.optional(z.number()),
  /** 书记, 小区党支部, 网格员 or 助理 of a desk, as a key of `posts`. */
  post: z.optional(z.string()),
  /** The one compound that one of the desk looks after; absent: the whole community. */
  compoundId: z.optional(z.string()),
  /** The department by name. */
  office: z.optional(z.string()),
})
export type Membership = z.infer<typeof Membership>

/** 常用: one errand that a household keeps, as its relatives' first screen names it. */
export const Usual = z.object({ id: z.string(), name: z.string() })
export type Usual = z.infer<typeof Usual>

/** A household as its relative knows it: `calls` is what he calls the elder (爸爸), `place` the building in words. */
export const Kin = z.object({
  id: z.string(),
  communityId: z.string(),
  calls: z.string(),
  elder: z.string(),
  place: z.string(),
  /** 常用: what is kept to be asked again, by id and name. */
  usual: z.optional(z.array(Usual)),
})
export type Kin = z.infer<typeof Kin>

/** A person to himself: what every reply carries when it has changed. */
export const Me = z.object({
  id: z.string(),
  /** The name as called (张师傅); empty for a guest. */
  name: z.string(),
  /** Changes with every change of the person; '' for a guest. */
  rev: z.string(),
  memberships: z.array(Membership),
  households: z.array(Kin),
  stations: z.array(z.object({ id: z.string(), communityId: z.string(), name: z.string() })),
  /** 我有空, said by himself: open to offers until then, epoch ms. */
  freeUntil: z.number(),
  /** Notices up to this moment have been read. */
  readAt: z.number(),
  /** When something was last told to him that is not about an errand. */
  toldAt: z.optional(z.number()),
  /** Where he asked to be a rider and how that stands. */
  application: z.optional(
    z.object({ communityId: z.string(), state: z.string(), trade: z.string(), why: z.optional(z.string()) }),
  ),
  trade: z.optional(z.string()),
  /** Compounds he passes anyway. */
  areas: z.optional(z.array(z.string())),
  /** 邻近社区: other communities that he passes. */
  neighbours: z.optional(z.array(z.string())),
  /** 方便的时候 (rider/record.ts), 几点不打扰, and how many errands a week he wants to be asked for. */
  hours: z.optional(z.array(z.object({ days: z.array(z.number()), from: z.string(), until: z.string() }))),
  quiet: z.optional(Quiet),
  weeklyCap: z.optional(z.number()),
  /** 不打扰, also in his hours: until then, epoch ms. */
  restUntil: z.optional(z.number()),
  /** False: 不垫钱, he is not offered what needs money advanced. */
  advances: z.optional(z.boolean()),
  /** 车牌: told to a family while he has its errand. */
  plate: z.optional(z.string()),
  /** 头像: the file in the cloud; a link to it is asked for. */
  face: z.optional(z.string()),
  /** 提醒次数 by template: what decides on the phone whether a tap asks for more. */
  subscribed: z.optional(Ledger),
  /** 同意: what he agreed to, which text and when; what was withdrawn stays in it. */
  consents: z.optional(z.array(Consent)),
  /** 群成员: the groups he was seen to come from, and on which day. */
  groups: z.optional(z.array(GroupMember)),
})
export type Me = z.infer<typeof Me>

export const nobody: Me = {
  id: '',
  name: '',
  rev: '',
  memberships: [],
  households: [],
  stations: [],
  freeUntil: 0,
  readAt: 0,
}

/** Where a record is: of which community, and of what has one the compound. */
export interface Place {
  communityId?: string | undefined
  compoundId?: string | undefined
}

/**
 * The roles this person holds in a community, or where a record of it is; everyone is at least a guest. Who looks after one compound
 * holds his in it and in what belongs to no compound, not in another.
 */
export function rolesIn(me: Me, place: string | Place | undefined, now = 0): Role[] {
  const { communityId, compoundId } = typeof place === 'object' ? place : { communityId: place }
  const given = live(me, now).filter(
    membership =>
      membership.communityId === communityId &&
      (compoundId === undefined || (membership.compoundId ?? compoundId) === compoundId),
  )
  return [...given.map(membership => membership.role), 'guest']
}

/** The communities in which this person holds that role. */
export function scopeOf(me: Me, role: Role, now: number): string[] {
  return live(me, now)
    .filter(membership => membership.role === role)
    .map(membership => membership.communityId)
}

/** The same, but for those in which he looks after one compound of it only. */
export const wholeScopeOf = (me: Me, role: Role, now: number): string[] =>
  scopeOf({ ...me, memberships: me.memberships.filter(({ compoundId }) => compoundId === undefined) }, role, now)

/** The compounds of a community to which he is confined in these roles; nothing when he is in one of them for the whole of it. */
export function confinedTo(me: Me, held: readonly Role[], communityId: string, now: number): string[] | undefined {
  const seats = live(me, now).filter(one => one.communityId === communityId && held.includes(one.role))
  const compounds = seats.flatMap(({ compoundId }) => compoundId ?? [])
  return compounds.length > 0 && compounds.length === seats.length ? compounds : undefined
}

/** True for the desk's role: 书记台. */
export const isOfDesk = (role: string | undefined): boolean => role === deskRole

/** True for a role that is held shop by shop. */
export const isOfShop = (role: Role): boolean => role === clerkRole

/** True for a role that nobody gives and that every community knows. */
export const isEverywhere = (role: Role): boolean => role === 'guest' || role === 'clock'

/** True when somebody acts in the role: a guest is who has a phone, the clock is the platform's timer, every other role is held. */
export function actsAs(me: Me, role: Role, now: number, isTimer: boolean): boolean {
  if (isEverywhere(role)) return (role === 'clock') === isTimer
  return holds(me, role, now)
}

/** Where there must always be somebody in the role: in each community, in each subdistrict, or nowhere. */
const stays: Partial<Record<Role, 'inCommunity' | 'inSubdistrict'>> = {
  [deskRole]: 'inCommunity',
  [officeRole]: 'inSubdistrict',
}
export const mustStay = (role: Role): 'inCommunity' | 'inSubdistrict' | undefined => stays[role]
/** The roles of which somebody must stay. */
export const stayingRoles = roles.filter(role => mustStay(role) !== undefined)

/**
 * The communities beside his own in which this person's relations in a role count as well: those that a rider declared. There he is what
 * his door makes him and nothing else: a row that asks no relation of a rider does not know him.
 */
export const besideOf = (me: Me, role: Role, now: number): string[] =>
  role === riderRole && holds(me, role, now) ? (me.neighbours ?? []) : []

/** True when the person holds the role somewhere. */
export function holds(me: Me, role: Role, now = 0): boolean {
  return live(me, now).some(membership => membership.role === role)
}

function live(me: Me, now: number): Membership[] {
  return me.memberships.filter(membership => membership.until === undefined || membership.until > now)
}

/** The roles one is called into by an invitation. */
export const calledRoles = [deskRole, clerkRole, departmentRole, officeRole] as const

/** 邀请: whom each role may call into a community, and take off again. */
const appoints: Partial<Record<Role, readonly Role[]>> = {
  [deskRole]: [deskRole, clerkRole, departmentRole],
  [clerkRole]: [clerkRole],
  [officeRole]: [officeRole, deskRole, departmentRole],
}

/** The roles that call somebody in. */
export const appointingRoles = roles.filter(role => appoints[role] !== undefined)

/** The roles that somebody in this role may call in. */
export const appointedBy = (role: Role): readonly Role[] => appoints[role] ?? []

/**
 * True when this person may call somebody into that role there: a clerk only into a shop that he keeps himself, who looks after one
 * compound only for that compound.
 */
export function mayAppoint(
  me: Me,
  called: { communityId: string; role: Role; stationId?: string | undefined; compoundId?: string | undefined },
  now: number,
): boolean {
  const { communityId, role, stationId, compoundId } = called
  const keeps = me.stations.some(({ id }) => id === stationId)
  return live(me, now).some(
    own =>
      own.communityId === communityId &&
      appointedBy(own.role).includes(role) &&
      (!isOfShop(own.role) || keeps) &&
      (own.compoundId === undefined || (isOfDesk(role) && own.compoundId === compoundId)),
  )
}

/** True for whom a community has confirmed under the name he bears: people at a door rely on it. */
export function keepsName(me: Me): boolean {
  return me.memberships.some(({ role }) => role !== residentRole)
}
