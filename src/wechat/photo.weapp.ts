import Taro from '@tarojs/taro'
import { Failure } from '@domain/failure'
import { ifAllowed } from './allowed'
import { cloud } from './cloud'
import { notGiven } from './why'

const longestSide = 1280

/** Compressing writes the picture anew, and leaves behind where and when it was taken. */
async function madeSmall(src: string): Promise<string> {
  const { width, height } = await Taro.getImageInfo({ src })
  const wide = width >= height
  const size =
    Math.max(width, height) <= longestSide
      ? {}
      : wide
        ? { compressedWidth: longestSide }
        : { compressedHeight: longestSide }
  const { tempFilePath } = await Taro.compressImage({ src, quality: 70, ...size })
  return tempFilePath
}

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

/** Chosen or taken, made small, uploaded. */
export async function photo(name: string): Promise<{ fileId: string } | undefined> {
  const picture = await chosen()
  if (picture === undefined) return undefined
  const filePath = await madeSmall(picture)
  try {
    const { fileID } = await cloud().uploadFile({ cloudPath: `photo/${name}.jpg`, filePath })
    return { fileId: fileID }
  } catch {
    throw new Failure('OFFLINE')
  }
}
