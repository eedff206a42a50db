import { Application, tradeNames, type Trade } from '@domain/person'
import * as z from '@domain/zod'

/** What has been filled in so far; empty strings are questions not answered yet. */
export interface Form {
  name: string
  trade: string
  firm: string
  phone: string
  areas: string[]
  advances: '' | 'no' | 'yes'
  agreed: boolean
}
export type Asked = keyof Form

export const emptyForm: Form = { name: '', trade: '', firm: '', phone: '', areas: [], advances: '', agreed: false }

const missing: Partial<Record<Asked, string>> = {
  name: '请写一写怎么称呼您',
  trade: '请选一选您跑哪一行',
  firm: '请写一写您在哪家公司',
  advances: '请选一选',
  agreed: '请先看一看并勾一下',
}

/** The application as the cloud wants it, or what is wrong with it, question by question. */
export function readForm(
  form: Form,
  communityId: string,
): { input: Application } | { wrong: Partial<Record<Asked, string>> } {
  const { advances, ...rest } = form
  const said = {
    ...rest,
    phone: form.phone.replace(/\s/g, ''),
    communityId,
    advances: advances === '' ? undefined : advances === 'yes',
  }
  const read = z.safeParse(Application, said)
  if (read.success) return { input: read.data }
  const wrong: Partial<Record<Asked, string>> = {}
  for (const { path, message } of read.error.issues) {
    const question = questions.find(name => name === path[0])
    if (question && !wrong[question])
      wrong[question] = isEmpty(form[question]) ? (missing[question] ?? message) : message
  }
  return { wrong }
}

const questions = ['name', 'trade', 'firm', 'phone', 'areas', 'advances', 'agreed'] as const satisfies readonly Asked[]
const isEmpty = (value: Form[Asked]): boolean => value === '' || value === false

/** A trade as a value of the form; anything else is no answer yet. */
export const tradeOf = (value: string): Trade | undefined => tradeNames.find(name => name === value)
