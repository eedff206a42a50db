import type { Given, Outside } from '../outside'
import type { Holder } from './cloud'
import { fromThisMachine } from './documents'
import { noTo } from './leave'
import type { Line } from './stage'

/** Temporary files are pictures by the URL under which this page has them. */
type Pictures = Pick<Outside, 'choosePicture' | 'chooseFace' | 'pictureSize' | 'compressPicture'>

async function opened(path: string): Promise<ImageBitmap> {
  return createImageBitmap(await (await fetch(path)).blob())
}

const given = (path: unknown): Given<string> =>
  typeof path === 'string' ? { ok: true, value: path } : { ok: false, no: 'left' }

/** 拍照, 头像: the stage's drawn picture, or a file of this machine. */
export const pictures = (line: Line, holder: Holder): Pictures => ({
  async choosePicture() {
    const no = noTo(holder, 'camera')
    if (no) return { ok: false, no }
    const chosen = await line.ask('photo')
    return given(chosen === 'own' ? (await fromThisMachine('image/*'))?.path : chosen)
  },
  async chooseFace() {
    const chosen = noTo(holder) ? undefined : await line.ask('face')
    return typeof chosen === 'string' && chosen.startsWith('data:image/') ? chosen : undefined
  },
  async pictureSize(path) {
    const { width, height } = await opened(path)
    return { width, height }
  },
  async compressPicture(path, { quality, width, height }) {
    const picture = await opened(path)
    const shrink = Math.min(1, width ? width / picture.width : 1, height ? height / picture.height : 1)
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * shrink)
    canvas.height = Math.round(picture.height * shrink)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return canvas.toDataURL('image/jpeg', quality / 100)
  },
})
