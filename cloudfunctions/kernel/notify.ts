import { cloud } from './cloud'

/**
 * One push by subscription message; false when it reached no phone, whatever the reason (43101: no grant left), because then a person
 * telephones. The inbox has the notice in any case.
 * Source: facts/wechat-platform 3.3.
 */
export async function push(
  touser: string,
  templateId: string,
  page: string,
  data: Record<string, { value: string }>,
): Promise<boolean> {
  try {
    await cloud.openapi.subscribeMessage.send({ touser, templateId, page, data, lang: 'zh_CN' })
    return true
  } catch (error) {
    const code = (error as { errCode?: number }).errCode
    if (code !== 43101) console.error(JSON.stringify({ push: 'failed', code }))
    return false
  }
}
