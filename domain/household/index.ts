import { Agreed } from '../consent'
import { area, Cursor, Id, Moment, moved, one, OnlyId, page, plain, text, type Table } from '../operation'
import * as z from '../zod'
import { Binding, type BindingState } from './binding'
import { EditHousehold, Household, NewHousehold } from './record'
import { Revealed } from './revealed'
import { substituting } from './substituting'
import { told } from './told'
import { removalNames } from './words'

/** 绑定码 as it is typed. */
export const BindingCode = z.string().check(z.regex(/^\d{6}$/, '是六位数字'))

/** 谁看过我家地址: who looked, as what, when, and for which errand, if for one. */
export const Look = z.object({
  id: z.string(),
  errandId: z.optional(z.string()),
  what: z.optional(z.string()),
  who: z.string(),
  as: z.string(),
  at: Moment,
})
export type Look = z.infer<typeof Look>

/** In whose name the desk says yes or parts two; a relative speaks for himself. */
const Speaking = z.strictObject({ id: Id, said: z.optional(z.enum(['elder', 'desk'])) })

const theirs = { by: ['resident', 'dispatcher'], own: ['family'] } as const satisfies Partial<Table[string]>

/** 家里老人: whom errands are for, who is bound to them, and who has looked. */
export const household = {
  ...told,
  ...substituting,
  ...area('household', {
    add: { by: ['guest'], changes: true, input: NewHousehold, output: one('household', Household) },
    /** By the elder's name, the building or the end of a phone; last touched first. */
    list: {
      by: ['dispatcher'],
      input: z.strictObject({ communityId: Id, find: z.optional(text(20)), after: z.optional(Cursor) }),
      output: page('household', Household),
    },
    one: { ...theirs, input: OnlyId, output: one('household', Household) },
    edit: { ...theirs, changes: true, input: EditHousehold, output: moved },
    /** 常来的师傅: offered first what this household asks for; without one, nobody is. */
    regular: {
      by: ['dispatcher'],
      changes: true,
      input: z.strictObject({ id: Id, rev: z.string(), riderId: z.optional(Id) }),
      output: moved,
    },
    /** 看号码（家里会看到记录）, without an errand: written down before it is answered. */
    reveal: { ...theirs, changes: true, input: OnlyId, output: plain(Revealed) },
    looks: {
      ...theirs,
      input: z.strictObject({ id: Id, after: z.optional(Cursor) }),
      output: plain(z.object({ rows: z.array(Look), next: z.optional(z.string()) })),
    },
    /** 家里人: who is bound, and who asks to be. */
    relatives: { ...theirs, input: OnlyId, output: page('binding', Binding) },
    /** 绑定码, for one more relative; a new one takes the place of the old. */
    code: { ...theirs, changes: true, input: OnlyId, output: plain(z.object({ code: z.string(), until: Moment })) },
    /** Whoever types a code only asks. */
    ask: {
      by: ['guest'],
      moves: { from: ['asked', 'refused', 'ended'], to: 'asked' },
      input: z.strictObject({
        communityId: Id,
        code: BindingCode,
        calls: text(12),
        /** What he is called himself; asked of one the cloud does not know yet. */
        myName: z.optional(text(12)),
        /** 老人知道，也同意. */
        consent: z.literal(true, '请先征得老人同意，再勾一下'),
        /** What he ticks for himself (consent/): the privacy text, the first time. */
        agreed: z.optional(Agreed),
      }),
      output: plain(z.object({ until: Moment })),
    },
    bind: { ...theirs, moves: { from: ['asked'], to: 'bound' }, input: Speaking, output: moved },
    refuse: { ...theirs, moves: { from: ['asked'], to: 'refused' }, input: Speaking, output: moved },
    /** Oneself, or by the desk: at the elder's word or its own. */
    unbind: {
      by: ['resident', 'dispatcher'],
      own: ['relative'],
      moves: { from: ['bound'], to: 'ended' },
      input: Speaking,
      output: moved,
    },
    /** 删掉这家的记录, because she or hers want it, or nobody lives there any more: for good, once none of its errands is open. */
    remove: {
      by: ['dispatcher'],
      changes: true,
      input: z.strictObject({ id: Id, why: z.enum(removalNames, '请选一个原因') }),
      output: moved,
    },
    /** 冰箱贴: an A5 page for the elder's fridge, as a file to print. */
    sheet: { ...theirs, input: OnlyId, output: plain(z.object({ url: z.string(), name: z.string() })) },
  } satisfies Table<BindingState>),
}

/** What the cloud itself writes; no phone can call it. */
export const founding = area('household', {
  /** Whoever writes a household down is its first relative. */
  found: { by: ['guest'], moves: { from: [], to: 'bound' }, input: OnlyId, output: moved },
  /** Whoever is bound to a household, or asks to be, when its record is removed. */
  close: { by: ['dispatcher'], moves: { from: ['asked', 'bound'], to: 'ended' }, input: OnlyId, output: moved },
} satisfies Table<BindingState>)
