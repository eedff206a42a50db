import Taro from '@tarojs/taro'
import { Failure } from '@domain/failure'
import { ifAllowed } from './allowed'
import { newName } from './name'
import { own } from './own'
import { madeSmall, upload } from './upload'
import { notGiven } from './why'

const longestSide = 1280

async function chosen(): Promise<string | undefined> {
  const got = await ifAllowed(() =>
    Taro.chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['camera', 'album'],
      sizeType: ['compressed'],
    }),
  )
  if (got.ok) return got.value.tempFiles[0]?.tempFilePath
  if (got.why === 'left') return undefined
  throw notGiven(got.why, '相机和相册')
}

/** Chosen or taken, made small, and moved to where WeChat leaves it when the app is killed. */
export async function takePhoto(): Promise<string | undefined> {
  const picture = await chosen()
  return picture === undefined ? undefined : kept(await madeSmall(picture, longestSide))
}

function kept(temporary: string): string {
  try {
    const path = own(`${newName()}.jpg`)
    Taro.getFileSystemManager().saveFileSync(temporary, path)
    return path
  } catch {
    // Full: it can still be sent while the app is open.
    return temporary
  }
}

/** @throws OFFLINE, TIMED_OUT, BROKEN, PHOTO_GONE */
export async function sendPhoto(path: string, cloudPath: string): Promise<{ fileId: string }> {
  try {
    Taro.getFileSystemManager().accessSync(path)
  } catch {
    throw new Failure('PHOTO_GONE')
  }
  return upload(cloudPath, path)
}

export function dropPhoto(path: string): void {
  try {
    Taro.getFileSystemManager().unlinkSync(path)
  } catch {
    // It is gone already.
  }
}
