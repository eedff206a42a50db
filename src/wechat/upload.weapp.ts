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

/** Numbers of the platform itself are six digits; a dead network has -1, or none. Source: facts/cloudbase.md 9.6. */
const smallestOfPlatform = 100_000

/** How a network that failed is called by WeChat and by the phones below it; a bare `:fail` is one too. */
const lostWords = /request:fail|network|internet|socket|connect|resolve host|interrupt|abort|ERR_|网|连接|:fail\s*$/i

/** A file that cannot go (no leave, no room, too big, not there) is no missing network: it must not be tried for ever. */
function failureOf(fault: unknown): Failure {
  const { errCode, errMsg } = { errCode: undefined, errMsg: '', ...(typeof fault === 'object' ? fault : {}) }
  console.error('upload', errCode, errMsg)
  if (Math.abs(Number(errCode)) >= smallestOfPlatform) return new Failure('BROKEN')
  if (/time-?d? ?out|超时/i.test(errMsg)) return new Failure('TIMED_OUT')
  return new Failure(lostWords.test(errMsg) ? 'OFFLINE' : 'BROKEN')
}

/** Puts a file into the cloud. @throws OFFLINE, TIMED_OUT; BROKEN when it will never go */
export async function upload(cloudPath: string, filePath: string): Promise<{ fileId: string }> {
  try {
    const { fileID } = await cloud().uploadFile({ cloudPath, filePath })
    return { fileId: fileID }
  } catch (fault) {
    throw failureOf(fault)
  }
}
