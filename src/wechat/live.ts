import Taro from '@tarojs/taro'

interface Sent {
  title: string
  path: string
  imageUrl: string
}

/** 开始时: "成员正在加入，当前 {member_count}/{room_limit} 人". Source: facts/wechat-platform 4.1. */
const templateId = '21B034D08C5615B9889CE362BB957B1EE69A584B'
const wanted = [
  { name: 'member_count', value: '0' },
  { name: 'room_limit', value: '1' },
]

/**
 * The card as it is sent, once WeChat has been told what kind it is: a live one when that comes off, else a plain one. Told before every card,
 * because WeChat keeps what it was told last, and the next card would carry the activity of the one before. WeChat waits three seconds for it.
 */
export async function livened(sent: Sent, live?: () => Promise<string | undefined>): Promise<Sent> {
  const activityId = await live?.().catch(() => undefined)
  // Without `withShareTicket` nobody could show from which group he came; iOS loses it when `isUpdatableMessage` is false.
  const menu = activityId
    ? { isUpdatableMessage: true, activityId, templateInfo: { templateId, parameterList: wanted } }
    : {}
  await Taro.updateShareMenu({ withShareTicket: true, ...menu }).catch(() => undefined)
  return sent
}
