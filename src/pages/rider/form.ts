import { ticked, type Matter } from '@domain/consent'
import { Application, Declared, type Mine, Vouched } from '@domain/rider/record'
import * as z from '@domain/zod'

/** The questions of an application, one a screen, in this order. */
export const questions = [
  'name',
  'trade',
  'firm',
  'phone',
  'vehicle',
  'areas',
  'neighbours',
  'hours',
  'skills',
  'certificates',
  'advances',
  'agreed',
] as const
export type Question = (typeof questions)[number]

/** What has been answered so far; kept as a draft. */
export const Form = z.object({
  at: z.enum(questions),
  communityId: z.string(),
  name: z.string(),
  trade: z.optional(Vouched.shape.trade),
  firm: z.string(),
  phone: z.string(),
  ...Declared.shape,
  vehicle: z.optional(Declared.shape.vehicle),
  advances: z.optional(Declared.shape.advances),
})
export type Form = z.infer<typeof Form>

export const emptyForm: Form = {
  at: 'name',
  communityId: '',
  name: '',
  firm: '',
  phone: '',
  areas: [],
  neighbours: [],
  hours: [],
  skills: [],
  certificates: [],
}

/** The draft as this community's form: one of an older app is begun anew, and what is of another community's places is left out. */
export function formFrom(draft: unknown, communityId: string): Form {
  const read = z.safeParse(Form, draft)
  const form = read.success ? read.data : emptyForm
  return form.communityId === communityId ? form : { ...form, communityId, areas: [], neighbours: [] }
}

/** The form as he sent it last time, to be put right. */
export function formOf(sent: NonNullable<Mine['application']>): Form {
  const read = z.safeParse(Form, { ...emptyForm, ...sent })
  return read.success ? read.data : emptyForm
}

const missing: Partial<Record<Question, string>> = {
  name: '请写一写怎么称呼您',
  trade: '请选一选您跑哪一行',
  firm: '请写一写您在哪家公司',
  vehicle: '请选一选您怎么来',
  advances: '请选一选',
}

/** What is wrong with one answer, in words; nothing when one can go on. */
export function wrongWith(form: Form, question: Question): string | undefined {
  const { [question]: schema } = { ...Vouched.shape, ...Declared.shape, agreed: z.unknown() }
  const { [question]: given } = { ...answersOf(form), agreed: undefined }
  const read = z.safeParse(schema, given)
  if (read.success) return undefined
  const why = read.error.issues[0]?.message ?? '请看一看'
  return given === '' || given === undefined ? (missing[question] ?? why) : why
}

const answersOf = ({ at: _at, phone, ...rest }: Form) => ({ ...rest, phone: phone.replace(/\s/g, '') })

/** The application as the cloud wants it, or the first question that is not answered well. */
export function applicationOf(form: Form, agreed: readonly Matter[]): Application | Question {
  const read = z.safeParse(Application, { ...answersOf(form), ...(agreed.length > 0 && { agreed: ticked(agreed) }) })
  if (read.success) return read.data
  return questions.find(name => read.error.issues.some(({ path }) => path[0] === name)) ?? 'name'
}
