import type { Town } from './town'
import { sdk } from './town'

/** 云调用 by its name in config.json. */
export function api(name: string, parameters: unknown): Promise<Record<string, unknown>> {
  const [family = '', call = ''] = name.split('.')
  return sdk.openapi[family]?.[call]?.(parameters) ?? Promise.reject(new Error(name))
}

/** A tap in a person's own WeChat. */
export async function tap(
  town: Town,
  openid: string,
  name: string,
  body: unknown = {},
): Promise<Record<string, unknown>> {
  const answer = await fetch(`${town.cloud.url}/wechat/${name}`, {
    method: 'POST',
    headers: { 'x-openid': openid },
    body: JSON.stringify(body),
  })
  return { status: answer.status, ...Object(await answer.json()) }
}
