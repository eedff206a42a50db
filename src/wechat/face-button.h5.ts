import { refusalHere } from './refusal'
import { newName } from './name'
import * as stage from './stage'
import { madeSmall, upload } from './picture'

const side = 192

async function put(picture: string): Promise<{ fileId: string }> {
  const file = await fetch(picture).then(answer => answer.blob())
  return upload(`face/${newName()}.jpg`, await madeSmall(file, side))
}

/** The stage plays WeChat's choice of a 头像. */
export function faceButton(heard: (uploading: Promise<{ fileId: string }>) => void): { onTap: () => Promise<void> } {
  return {
    async onTap() {
      const picture = refusalHere() ? undefined : await stage.ask('face')
      if (typeof picture === 'string' && picture.startsWith('data:image/')) heard(put(picture))
    },
  }
}
