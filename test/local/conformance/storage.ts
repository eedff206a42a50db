import { fails, type Case, type Family, type Here } from './case'

const put = async ({ sdk, mark }: Here, name: string, content = 'x'): Promise<string> =>
  (await sdk.uploadFile({ cloudPath: `conformance/${mark}/${name}`, fileContent: Buffer.from(content) })).fileID
const read = async ({ sdk }: Here, fileID: string): Promise<Buffer> => (await sdk.downloadFile({ fileID })).fileContent
const link = async ({ sdk }: Here, fileID: string): Promise<string> =>
  (await sdk.getTempFileURL({ fileList: [fileID] })).fileList[0]?.tempFileURL ?? ''

const cases: Case[] = [
  {
    name: 'an uploaded file has an id that ends in its path',
    source: 'official',
    act: here => put(here, 'a.txt'),
    expect: expect.stringMatching(/^cloud:\/\/.+\/conformance\/.+\/a\.txt$/),
  },
  {
    name: 'a file comes back byte for byte',
    source: 'official',
    act: async here => {
      const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 128])
      const { fileID } = await here.sdk.uploadFile({ cloudPath: `conformance/${here.mark}/b.bin`, fileContent: bytes })
      return (await read(here, fileID)).equals(bytes)
    },
    expect: true,
  },
  {
    name: 'a Chinese path is a path',
    source: 'official',
    act: async here => String(await read(here, await put(here, '照片.txt', '桂花'))),
    expect: '桂花',
  },
  {
    name: 'a second upload to a path replaces the first',
    source: 'official',
    act: async here => {
      await put(here, 'a.txt', 'one')
      return String(await read(here, await put(here, 'a.txt', 'two')))
    },
    expect: 'two',
  },
  {
    name: 'uploadFile knows no status: -1',
    source: 'SDK source',
    act: async here =>
      here.sdk.uploadFile({ cloudPath: `conformance/${here.mark}/a.txt`, fileContent: Buffer.from('x') }),
    expect: expect.objectContaining({ statusCode: -1, errMsg: 'uploadFile:ok' }),
  },
  {
    name: 'downloadFile says 200',
    source: 'SDK source',
    act: async here => here.sdk.downloadFile({ fileID: await put(here, 'a.txt') }),
    expect: expect.objectContaining({ statusCode: 200, errMsg: 'downloadFile:ok' }),
  },
  {
    name: 'a temporary link opens the file',
    source: 'official',
    act: async here => (await fetch(await link(here, await put(here, 'a.txt', 'open')))).text(),
    expect: 'open',
  },
  {
    name: 'a link with a maxAge opens it too, and says its age',
    source: 'official',
    act: async here => {
      const fileID = await put(here, 'a.txt', 'open')
      const { fileList } = await here.sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })
      const [file] = fileList
      return [file?.status, await (await fetch(file?.tempFileURL ?? '')).text()]
    },
    expect: [0, 'open'],
  },
  {
    name: 'links of several files come in the order asked for',
    source: 'official',
    act: async here => {
      const files = [await put(here, 'a.txt'), await put(here, 'b.txt')]
      const { fileList } = await here.sdk.getTempFileURL({ fileList: files })
      return fileList.map(({ fileID }, i) => fileID === files[i])
    },
    expect: [true, true],
  },
  {
    name: 'the link of a file that is not there is empty, its status -503003',
    source: 'SDK source',
    act: async here => {
      const fileID = `${await put(here, 'a.txt')}x`
      return (await here.sdk.getTempFileURL({ fileList: [fileID] })).fileList.map(({ status, tempFileURL }) => [
        status,
        tempFileURL,
      ])
    },
    expect: [[-503003, '']],
  },
  {
    name: 'a file that is not there cannot be downloaded',
    source: 'SDK source',
    act: async here => read(here, `${await put(here, 'a.txt')}x`),
    expect: { errCode: expect.any(Number), words: expect.any(String) },
  },
  {
    name: 'a deleted file is gone',
    source: 'official',
    act: async here => {
      const fileID = await put(here, 'a.txt')
      const { fileList } = await here.sdk.deleteFile({ fileList: [fileID] })
      return [fileList[0]?.status, await link(here, fileID)]
    },
    expect: [0, ''],
  },
  {
    name: 'deleting a file that is not there says -503003',
    source: 'SDK source',
    act: async here =>
      (await here.sdk.deleteFile({ fileList: [`${await put(here, 'a.txt')}x`] })).fileList.map(({ status }) => status),
    expect: [-503003],
  },
  {
    name: 'more than fifty files at once are refused by deleteFile',
    source: 'official',
    act: async here => {
      const fileID = await put(here, 'a.txt')
      return here.sdk.deleteFile({ fileList: Array.from({ length: 51 }, () => fileID) })
    },
    expect: { errCode: expect.any(Number), words: expect.any(String) },
  },
  {
    name: 'more than fifty links at once are refused',
    source: 'official',
    act: async here => {
      const fileID = await put(here, 'a.txt')
      return here.sdk.getTempFileURL({ fileList: Array.from({ length: 51 }, () => fileID) })
    },
    expect: { errCode: expect.any(Number), words: expect.any(String) },
  },
  {
    name: 'an empty list of files is refused',
    source: 'SDK source',
    act: here => here.sdk.deleteFile({ fileList: [] }),
    expect: fails(-1),
  },
]

/** 云存储: upload, download, temporary links, deletion. */
export const storage: Family = { name: 'storage', runs: 'anywhere', cases }
