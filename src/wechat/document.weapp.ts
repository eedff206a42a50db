import Taro from '@tarojs/taro'
import { Failure } from '@domain/failure'
import { ifAllowed } from './allowed'
import type { Documents } from './document-face'
import type { Got } from './face'
import { newName } from './name'
import { own } from './own'
import { upload } from './upload'
import { notGiven } from './why'

export type { Chosen } from './document-face'

/** What came of it; turning back is no failure, whatever else is said. */
function given<T>(got: Got<T>): T | undefined {
  if (got.ok) return got.value
  if (got.why === 'left') return undefined
  throw notGiven(got.why, '文件')
}

export const chooseDocument: Documents['chooseDocument'] = async endings => {
  const got = given(await ifAllowed(() => Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] })))
  const file = got?.tempFiles[0]
  if (!file) return undefined
  const ending = endings.find(one => file.name.toLowerCase().endsWith(`.${one}`)) ?? endings[0]
  return {
    name: file.name,
    size: file.size,
    upload: async () => (await upload(`sheet/${newName()}.${ending}`, file.path)).fileId,
  }
}

export const openDocument: Documents['openDocument'] = async (url, name) => {
  // Under its own name: what is sent on from the document is called by it.
  const fetched = await Taro.downloadFile({ url, filePath: own(name) }).catch(() => undefined)
  if (fetched?.statusCode !== 200) throw new Failure('OFFLINE')
  given(await ifAllowed(() => Taro.openDocument({ filePath: own(name), showMenu: true })))
}

export const shareText: Documents['shareText'] = async (name, text) => {
  const got = await ifAllowed(async () => {
    Taro.getFileSystemManager().writeFileSync(own(name), text, 'utf8')
    await Taro.shareFileMessage({ filePath: own(name), fileName: name })
  })
  given(got)
}
