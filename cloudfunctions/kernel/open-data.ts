import { cloud } from './cloud'

/**
 * The fields of this event that WeChat itself filled (开放数据): a phone can write anything that looks like them, but not the platform's
 * list of them (OPEN_DATA_INFO).
 * Source: local/README.md; wxcloud/reference-sdk-api/utils/Cloud.getWXContext.
 */
export function openDataIn(event: unknown): Readonly<Record<string, unknown>> {
  const given = new Map<string, unknown>(Object.entries(Object(event)))
  return Object.fromEntries(filledKeys().map(key => [key, Object(given.get(key)).data as unknown]))
}

function filledKeys(): string[] {
  const { OPEN_DATA_INFO: info } = cloud.getWXContext() as { OPEN_DATA_INFO?: unknown }
  try {
    const { keys } = Object(typeof info === 'string' ? JSON.parse(info) : info) as { keys?: unknown }
    return Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string') : []
  } catch {
    return []
  }
}
