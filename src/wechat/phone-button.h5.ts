import * as z from '@domain/zod'
import { refusalHere } from './refusal'
import type { Got } from './face'
import * as stage from './stage'

const Coded = z.object({ code: z.string() })

/** WeChat's own part: a code for the number it knows of this person. */
async function codeOf(openid: string): Promise<Got<string>> {
  const answer = await fetch('/wechat/phone-code', { method: 'POST', headers: { 'x-openid': openid } }).catch(
    () => undefined,
  )
  const said = z.safeParse(Coded, await answer?.json().catch(() => undefined))
  return said.success ? { ok: true, value: said.data.code } : { ok: false, why: 'off' }
}

async function asked(): Promise<Got<string>> {
  const why = refusalHere('phone')
  if (why) return { ok: false, why }
  if ((await stage.ask('phone')) !== true) return { ok: false, why: 'left' }
  return codeOf(await stage.person())
}

/** The stage plays WeChat's button for a 手机号. */
export function phoneButton(heard: (got: Got<string>) => void): { onTap: () => Promise<void> } {
  return { onTap: async () => heard(await asked()) }
}
