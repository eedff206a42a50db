import Taro from '@tarojs/taro'
import { ifAllowed } from './allowed'
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

/** Chosen or taken, made small, uploaded. */
export async function photo(name: string): Promise<{ fileId: string } | undefined> {
  const picture = await chosen()
  return picture === undefined ? undefined : upload(`photo/${name}.jpg`, await madeSmall(picture, longestSide))
}
