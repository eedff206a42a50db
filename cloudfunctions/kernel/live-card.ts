import { cloud } from './cloud'

/**
 * 动态消息: a card in a group whose line WeChat changes for us during 24 hours. Nothing when there is none to be had; no errand fails
 * for a card.
 * Source: facts/wechat-platform 4.1 (updatableMessage.createActivityId).
 */
export async function newLiveCard(): Promise<{ id: string; until: number } | undefined> {
  try {
    const made = (await cloud.openapi.updatableMessage.createActivityId({})) as {
      activityId: string
      expirationTime: number
    }
    return { id: made.activityId, until: made.expirationTime * 1000 }
  } catch (error) {
    return logged('createActivityId', error)
  }
}

/** From "成员正在加入，当前 0/1 人" to "已开始", from which nothing leads back (state 1 of updatableMessage.setUpdatableMsg). */
export async function turnLiveCard(activityId: string, path: string): Promise<void> {
  const parameterList = [
    { name: 'path', value: path },
    { name: 'version_type', value: 'release' },
  ]
  await cloud.openapi.updatableMessage
    .setUpdatableMsg({ activityId, targetState: 1, templateInfo: { parameterList } })
    .catch((error: unknown) => logged('setUpdatableMsg', error))
}

function logged(what: string, error: unknown): undefined {
  console.error(JSON.stringify({ [what]: 'failed', code: (error as { errCode?: number }).errCode }))
}
