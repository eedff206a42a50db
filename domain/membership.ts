import { Agreed, type Matter } from './consent'
import { isKeyOf } from './key'
import { area, Id, Moment, moved, plain, text, type Table } from './operation'
import { PhoneNumber } from './person'
import { Compound, Grid } from './place'
import { appointingRoles, calledRoles, clerkRole, departmentRole, deskRole, officeRole } from './role'
import { dayMs } from './time'
import { Group } from './wechat-group'
import * as z from './zod'

/** What one is at the desk. */
export const posts = { secretary: '书记', branch: '小区党支部', grid: '网格员', assistant: '助理' } as const
export const postNames = ['secretary', 'branch', 'grid', 'assistant'] as const satisfies (keyof typeof posts)[]

/** An invitation, and with it what came of it: `ended` when the membership it led to was over. */
export const invitationStates = ['open', 'accepted', 'takenBack', 'ended'] as const
export type InvitationState = (typeof invitationStates)[number]

/** What whoever joins has agreed to. */
export const joinNeeds = ['privacy'] as const satisfies Matter[]

/** A card or a code is good for three days, and for one person. */
export const invitationLastsMs = 3 * dayMs

export const InvitationCode = z.string().check(z.regex(/^\d{8}$/, '是八位数字'))

const wherever = { communityId: Id }

/** Who is to become what. A clerk is called into one shop, one of the desk to the community or to one compound of it. */
export const NewInvitation = z.discriminatedUnion('role', [
  z.strictObject({
    ...wherever,
    role: z.literal(deskRole),
    post: z.enum(postNames, '请选一选请他做什么'),
    compoundId: z.optional(Id),
  }),
  z.strictObject({ ...wherever, role: z.literal(clerkRole), stationId: Id }),
  z.strictObject({ ...wherever, role: z.literal(departmentRole), office: text(20) }),
  z.strictObject({ ...wherever, role: z.literal(officeRole) }),
])
export type NewInvitation = z.infer<typeof NewInvitation>

const Made = z.object({ id: z.string(), code: z.string(), until: Moment })

/** What somebody is or is to become, for words (`whatWords`). */
export const Appointed = z.object({
  role: z.string(),
  post: z.optional(z.string()),
  /** The compound or the shop by name. */
  place: z.optional(z.string()),
  office: z.optional(z.string()),
})
export type Appointed = z.infer<typeof Appointed>

export const Invitation = z.object({
  ...Appointed.shape,
  id: z.string(),
  communityId: z.string(),
  by: z.string(),
  until: Moment,
  code: z.string(),
})
export type Invitation = z.infer<typeof Invitation>

/** An invitation to the one who holds the card or says the code. */
export const Invited = z.object({
  ...Appointed.shape,
  id: z.string(),
  communityId: z.string(),
  community: z.string(),
  by: z.string(),
  until: Moment,
  /** `expired` beside the states. */
  state: z.string(),
  /** He made it himself, and cannot use it. */
  mine: z.boolean(),
  /** It was he who used it. */
  yours: z.boolean(),
})
export type Invited = z.infer<typeof Invited>

export const Colleague = z.object({
  ...Appointed.shape,
  personId: z.string(),
  name: z.string(),
  stationId: z.optional(z.string()),
  /** Whoever asks may take this one off, or is it himself. */
  mayEnd: z.boolean(),
})
export type Colleague = z.infer<typeof Colleague>

/** Somebody came or went: who, as what, by whom, when. */
export const Change = z.object({
  ...Appointed.shape,
  who: z.string(),
  by: z.string(),
  how: z.enum(['accepted', 'ended', 'takenBack']),
  at: Moment,
})
export type Change = z.infer<typeof Change>

/** A community on the subdistrict's desk. */
export const Place = z.object({
  id: z.string(),
  name: z.string(),
  phone: z.string(),
  /** Who is at its desk, by name. */
  desk: z.array(z.string()),
  onDuty: z.optional(z.string()),
  /** False: the subdistrict keeps it out of 互助. */
  helps: z.boolean(),
})
export type Place = z.infer<typeof Place>

const name = text(20)
const compounds = z
  .array(
    z.strictObject({
      id: z.optional(Id),
      name,
      buildings: z.array(text(10)).check(z.minLength(1, '请写有哪些楼'), z.maxLength(60)),
      hasLift: z.boolean(),
    }),
  )
  .check(z.minLength(1, '请至少写一个小区'), z.maxLength(40))
const grids = z
  .array(z.strictObject({ id: z.optional(Id), name, buildings: z.array(text(32)).check(z.maxLength(200)) }))
  .check(z.maxLength(60))
const groups = z
  .array(z.strictObject({ id: z.optional(Id), name, audience: Group.shape.audience }))
  .check(z.maxLength(40))

/** A community as it is written down: what has an id already keeps it. */
export const Settings = z.strictObject({ name, phone: PhoneNumber, compounds, grids, groups })
export type Settings = z.infer<typeof Settings>

const inCommunity = z.strictObject({ communityId: Id })

/** 邀请 and 同事: how desks, shops, departments and the subdistrict get their people, and how they lose them. */
export const membership = area('membership', {
  invite: {
    by: appointingRoles,
    moves: { from: [], to: 'open' },
    input: NewInvitation,
    output: plain(Made),
  },
  /** What is open: those that whoever asks may take back. */
  invitations: { by: appointingRoles, input: inCommunity, output: plain(z.object({ rows: z.array(Invitation) })) },
  takeBack: {
    by: appointingRoles,
    own: ['keeper'],
    moves: { from: ['open'], to: 'takenBack' },
    input: z.strictObject({ id: Id }),
    output: moved,
  },
  /** From a card. */
  invited: { by: ['guest'], input: z.strictObject({ id: Id }), output: plain(Invited) },
  /** From a code that was read out. A write, because tries are counted. */
  find: { by: ['guest'], changes: true, input: z.strictObject({ code: InvitationCode }), output: plain(Invited) },
  accept: {
    by: ['guest'],
    moves: { from: ['open'], to: 'accepted' },
    input: z.strictObject({ id: Id, name: z.optional(text(12)), agreed: z.optional(Agreed) }),
    output: moved,
  },
  colleagues: {
    by: calledRoles,
    input: inCommunity,
    output: plain(z.object({ rows: z.array(Colleague), changes: z.array(Change) })),
  },
  /** He leaves, or is taken off. `to`: he hands his shop on to another of its clerks, who must be one at that moment. */
  end: {
    by: calledRoles,
    moves: { from: ['accepted'], to: 'ended' },
    input: z.strictObject({
      communityId: Id,
      personId: Id,
      role: z.enum(calledRoles),
      stationId: z.optional(Id),
      to: z.optional(Id),
    }),
    output: moved,
  },
  /** 街道: its communities in name order. */
  communities: {
    by: ['subdistrict'],
    input: z.strictObject({}),
    output: plain(z.object({ subdistrict: z.string(), rows: z.array(Place) })),
  },
  community: {
    by: ['dispatcher', 'subdistrict'],
    input: inCommunity,
    output: plain(
      z.object({
        id: z.string(),
        rev: z.string(),
        name: z.string(),
        phone: z.string(),
        helps: z.boolean(),
        auto: z.optional(z.boolean()),
        compounds: z.array(Compound),
        grids: z.array(z.object({ ...Grid.shape, buildings: z.array(z.string()) })),
        groups: z.array(Group),
      }),
    ),
  },
  /** A new one beside `communityId`, of the same subdistrict. */
  addCommunity: {
    by: ['subdistrict'],
    changes: true,
    input: z.strictObject({ communityId: Id, ...Settings.shape }),
    output: plain(z.object({ id: z.string() })),
  },
  changeCommunity: {
    by: ['dispatcher', 'subdistrict'],
    whole: true,
    changes: true,
    input: z.strictObject({ communityId: Id, rev: z.string(), ...Settings.shape }),
    output: moved,
  },
  /** 互助: whether its riders may help in the communities beside it, and theirs here. */
  letHelp: {
    by: ['subdistrict'],
    changes: true,
    input: z.strictObject({ communityId: Id, rev: z.string(), helps: z.boolean() }),
    output: moved,
  },
  /** 自动派单: routine errands of known households go on by themselves after ten minutes, or wait for the desk. */
  automate: {
    by: ['dispatcher', 'subdistrict'],
    whole: true,
    changes: true,
    input: z.strictObject({ communityId: Id, rev: z.string(), auto: z.boolean() }),
    output: moved,
  },
  /** At installation (`npm run appoint`): an invitation for the subdistrict's first officer. No phone can say this. */
  appoint: {
    by: ['clock'],
    moves: { from: [], to: 'open' },
    input: z.strictObject({
      subdistrict: name,
      community: name,
      phone: z.optional(PhoneNumber),
      another: z.optional(z.boolean()),
    }),
    output: plain(
      z.object({
        communityId: z.string(),
        /** Those who are there already. */
        officers: z.array(z.string()),
        invitation: z.optional(Made),
      }),
    ),
  },
} satisfies Table<InvitationState>)

const roleWords = { dispatcher: '书记台', keeper: '店员', department: '部门', subdistrict: '工作人员' } as const

/** As what, in words: 书记, 金星小区网格员, 红色驿站的店员, 住建办. */
export function whatWords({ role, post, place, office: named }: Appointed): string {
  if (named) return named
  const known = postNames.find(one => one === post)
  if (known) return `${place ?? ''}${posts[known]}`
  const word = isKeyOf(roleWords, role) ? roleWords[role] : '同事'
  return place ? `${place}的${word}` : word
}
