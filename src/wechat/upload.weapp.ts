import Taro from '@tarojs/taro'
import { Failure } from '@domain/failure'
import { cloud } from './cloud'

/** Compressing writes the picture anew, and leaves behind where and when it was taken. `longest`: of its longer side, in px. */
export async function madeSmall(src: string, longest: number): Promise<string> {
  const { width, height } = await Taro.getImageInfo({ src })
  const isWide = width >= height
  const shrunk = isWide ? { compressedWidth: longest } : { compressedHeight: longest }
  const size = Math.max(width, height) <= longest ? {} : shrunk
  const { tempFilePath } = await Taro.compressImage({ src, quality: 70, ...size })
  return tempFilePath
}

/** Puts a file into the cloud. @throws OFFLINE */
export async function upload(cloudPath: string, filePath: string): Promise<{ fileId: string }> {
  try {
    const { fileID } = await cloud().uploadFile({ cloudPath, filePath })
    return { fileId: fileID }
  } catch {
    throw new Failure('OFFLINE')
  }
}
