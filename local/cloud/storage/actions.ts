import type { Family } from '../gateway/admin'
import { codeOf, refuse } from '../codes'
import { isRecord } from '../database/values'
import { limits } from '../limits'
import type { Storage } from './storage'

/** The actions `storage.*` of the SDK: upload tickets, links, removal. `url` is the cloud's own. */
export function storageActions(storage: Storage, url: string): Family {
  return async (action, request, _session, meter) => {
    if (action === 'storage.getUploadMetadata') {
      const { token, fileID } = storage.ticket(String(request['path']))
      // The SDK sends this one back in a header, which must be ASCII.
      return {
        data: {
          url: `${url}/storage/put/${token}`,
          token,
          authorization: 'local',
          fileId: fileID,
          cosFileId: encodeURIComponent(fileID),
        },
      }
    }
    if (action === 'storage.batchGetDownloadUrl') {
      const files = listOf(request['file_list'])
      meter.returned += files.length
      return { data: { download_list: await Promise.all(files.map(file => linkTo(file, storage, url))) } }
    }
    if (action === 'storage.batchDeleteFile') {
      return {
        data: {
          delete_list: await Promise.all(
            listOf(request['fileid_list']).map(fileID => removed(String(fileID), storage)),
          ),
        },
      }
    }
    return refuse('NOT_EMULATED', `the action ${action} is not emulated`)
  }
}

function listOf(list: unknown): unknown[] {
  if (!Array.isArray(list) || list.length === 0) return refuse('INVALID_PARAM', 'a list of files is wanted')
  return list.length <= limits.filesPerRequest
    ? list
    : refuse('INVALID_PARAM', `at most ${limits.filesPerRequest} files in one request`)
}

async function linkTo(file: unknown, storage: Storage, url: string): Promise<unknown> {
  const fileID = isRecord(file) ? String(file['fileid']) : ''
  const seconds = isRecord(file) ? file['max_age'] : undefined
  try {
    const token = await storage.link(fileID, typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : undefined)
    return { code: 'SUCCESS', fileID, tempFileURL: `${url}/storage/file/${token}` }
  } catch (error) {
    return { code: codeOf(error), fileID, tempFileURL: '' }
  }
}

async function removed(fileID: string, storage: Storage): Promise<unknown> {
  try {
    await storage.remove(fileID)
    return { code: 'SUCCESS', fileID }
  } catch (error) {
    return { code: codeOf(error), fileID }
  }
}
