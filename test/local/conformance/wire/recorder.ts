import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeAnswer } from '../../../../local/cloud/openapi/protobuf'

/** One request as it stood on the wire. */
export interface Heard {
  method: string
  url: string
  headers: Record<string, string>
  body: Buffer
}

/** A server that understands nothing: it notes every request and answers each action with the least that the SDK takes for a success. */
export interface Recorder {
  url: string
  heard: Heard[]
  close(): Promise<void>
}

/** Starts a recorder on a free port. */
export async function startRecorder(): Promise<Recorder> {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    void note(request, response)
  })
  await new Promise<void>(open => server.listen(0, '127.0.0.1', open))
  const address: AddressInfo | string | null = server.address()
  const url = `http://127.0.0.1:${Object(address).port}`
  async function note(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const body = await bodyOf(request)
    heard.push({ method: request.method ?? '', url: request.url ?? '', headers, body })
    const answer = answerTo(request, body, url)
    response.setHeader('content-type', Buffer.isBuffer(answer) ? 'application/octet-stream' : 'application/json')
    response.end(Buffer.isBuffer(answer) ? answer : JSON.stringify(answer))
  }
  return {
    url,
    heard,
    close: () =>
      new Promise(closed => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

function answerTo({ method, url: path = '' }: IncomingMessage, body: Buffer, url: string): unknown {
  if (!path.startsWith('/admin')) return Buffer.from(method === 'PUT' ? '' : 'bytes')
  const text = body.toString('latin1')
  if (!text.startsWith('{')) return writeAnswer({ body: Buffer.from('{"errcode":0}'), contentType: 'application/json' })
  const { action }: Record<string, unknown> = JSON.parse(text)
  return { requestId: 'r', transactionId: 't', data: answers(url)[String(action)] ?? {} }
}

const answers = (url: string): Record<string, unknown> => ({
  'database.insertDocument': { insertedIds: ['a'] },
  'database.getDocument': { list: ['{"_id":"a"}'] },
  'database.modifyDocument': { updated: 1 },
  'database.removeDocument': { deleted: 1 },
  'database.calculateDocument': { total: 1 },
  'database.aggregateDocuments': { list: [] },
  'functions.invokeFunction': { response_data: 'null' },
  'storage.getUploadMetadata': {
    url: `${url}/put`,
    token: 'token',
    authorization: 'authorization',
    fileId: 'cloud://env/a.txt',
    cosFileId: 'cos-file-id',
  },
  'storage.batchGetDownloadUrl': {
    download_list: [{ code: 'SUCCESS', fileID: 'cloud://env/a.txt', tempFileURL: `${url}/file` }],
  },
  'storage.batchDeleteFile': { delete_list: [{ code: 'SUCCESS', fileID: 'cloud://env/a.txt' }] },
})
