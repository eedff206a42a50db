import type { ButtonProps } from '@tarojs/components'
import { newName } from './name'
import { madeSmall, upload } from './upload'

const side = 192

/** What makes a button WeChat's own for a 头像: chosen there and checked by WeChat, made small, uploaded. A refusal is no event at all. */
export function faceButton(
  heard: (uploading: Promise<{ fileId: string }>) => void,
): Pick<ButtonProps, 'openType' | 'onChooseAvatar'> {
  const put = async (path: string) => upload(`face/${newName()}.jpg`, await madeSmall(path, side))
  return { openType: 'chooseAvatar', onChooseAvatar: ({ detail }) => heard(put(detail.avatarUrl)) }
}
