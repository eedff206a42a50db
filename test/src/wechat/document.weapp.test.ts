import * as played from './taro'
import type { Documents } from '@/wechat/document-face'

const { called, calls, forget, plays, refuses } = played
const written: unknown[] = []
let documents: Documents
played.has('env', { USER_DATA_PATH: 'http://usr' })
played.has('getFileSystemManager', () => ({ writeFileSync: (...words: unknown[]) => written.push(words) }))
played.has('cloud', {
  init: () => undefined,
  uploadFile: async ({ cloudPath }: { cloudPath: string }) => ({ fileID: `cloud://env/${cloudPath}` }),
})
beforeEach(() => {
  forget()
  jest.isolateModules(() => {
    jest.doMock('@tarojs/taro', () => played)
    documents = require('@/wechat/document') as Documents
  })
})

test('a spreadsheet chosen in a chat goes up under a name of ours, with its own ending', async () => {
  const chosen = { path: 'wxfile://tmp_1', name: '骑手名单.XLSX', size: 20_480, type: 'file', time: 0 }
  plays('chooseMessageFile', async () => ({ tempFiles: [chosen] }))
  const file = await documents.chooseDocument(['csv', 'xlsx'])
  expect(called('chooseMessageFile')).toEqual([{ count: 1, type: 'file', extension: ['csv', 'xlsx'] }])
  expect(file).toMatchObject({ name: '骑手名单.XLSX', size: 20_480 })
  expect(await file?.upload()).toMatch(/^cloud:\/\/env\/sheet\/[\w-]{1,80}\.xlsx$/)
})

test('who turns back has chosen nothing; a privacy text closed says what to do', async () => {
  refuses('chooseMessageFile', { errMsg: 'chooseMessageFile:fail cancel' })
  expect(await documents.chooseDocument(['csv'])).toBeUndefined()
  refuses('chooseMessageFile', { errno: 104 })
  await expect(documents.chooseDocument(['csv'])).rejects.toMatchObject({ code: 'NOT_GIVEN' })
})

test('a document is fetched under its own name and opened with its menu, from which it is sent and printed', async () => {
  plays('downloadFile', async () => ({ statusCode: 200 }))
  plays('openDocument', async () => ({}))
  await documents.openDocument('https://cloud/file', '金星社区底数.xlsx')
  expect(calls).toEqual([
    { name: 'downloadFile', options: { url: 'https://cloud/file', filePath: 'http://usr/金星社区底数.xlsx' } },
    { name: 'openDocument', options: { filePath: 'http://usr/金星社区底数.xlsx', showMenu: true } },
  ])
})

test.each([
  ['no network', () => refuses('downloadFile', { errMsg: 'downloadFile:fail' })],
  ['a link that has expired', () => plays('downloadFile', async () => ({ statusCode: 403 }))],
])('%s opens nothing and says so', async (_, happens) => {
  happens()
  await expect(documents.openDocument('https://cloud/file', 'a.xlsx')).rejects.toMatchObject({ code: 'OFFLINE' })
  expect(called('openDocument')).toEqual([])
})

test('a text is sent as a file into a chat; turning back is no failure', async () => {
  plays('shareFileMessage', async () => ({}))
  await documents.shareText('我的数据.json', '{}')
  expect(written).toEqual([['http://usr/我的数据.json', '{}', 'utf8']])
  expect(called('shareFileMessage')).toEqual([{ filePath: 'http://usr/我的数据.json', fileName: '我的数据.json' }])
  refuses('shareFileMessage', { errMsg: 'shareFileMessage:fail cancel' })
  await documents.shareText('我的数据.json', '{}')
})
