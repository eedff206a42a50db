import { Reader, Writer } from 'protobufjs/minimal'

/** A call to WeChat as the SDK packs it (CommApiData): what kind, and its parameters as JSON. */
export interface WeChatCall {
  /** 0: an open API by name; 2: one of WeChat's inner services. */
  apiType: number
  parameters: Record<string, unknown>
  /** What an inner service is asked, packed once more. */
  inner: Buffer
}

/** Unpacks CommApiData { apiType = 1, openapiData = 2 { pairs = 1 { key = 1, value = 2 } }, svrkitData = 4 { reqData = 2 } }. */
export function readCall(bytes: Uint8Array): WeChatCall {
  const call: WeChatCall = { apiType: 0, parameters: {}, inner: Buffer.alloc(0) }
  walk(Reader.create(bytes), (reader, field) => {
    if (field === 1) call.apiType = reader.int32()
    else if (field === 2)
      walk(Reader.create(reader.bytes()), (data, inner) => inner === 1 && readPair(data.bytes(), call.parameters))
    else if (field === 4)
      walk(Reader.create(reader.bytes()), (data, inner) => {
        if (inner !== 2) return false
        call.inner = Buffer.from(data.bytes())
        return true
      })
    else return false
    return true
  })
  return call
}

function readPair(bytes: Uint8Array, into: Record<string, unknown>): true {
  let key = ''
  let value = Buffer.alloc(0)
  walk(Reader.create(bytes), (reader, field) => {
    if (field === 1) key = reader.string()
    else if (field === 2) value = Buffer.from(reader.bytes())
    else return false
    return true
  })
  const text = value.toString('utf8')
  try {
    into[key] = JSON.parse(text)
  } catch {
    into[key] = text
  }
  return true
}

/** Unpacks ApiGetOpenDataByCloudIdReq { cloudidList = 2 }. */
export function readCloudIds(bytes: Uint8Array): string[] {
  const ids: string[] = []
  walk(Reader.create(bytes), (reader, field) => field === 2 && ids.push(reader.string()) > 0)
  return ids
}

/** Packs ApiGetOpenDataByCloudIdResp { dataList = 1 { cloudId = 1, json = 2 } }. */
export function writeOpenData(list: readonly { cloudID: string }[]): Buffer {
  const writer = Writer.create()
  for (const one of list) {
    writer.uint32((1 << 3) | 2).fork()
    writer.uint32((1 << 3) | 2).string(one.cloudID)
    writer.uint32((2 << 3) | 2).string(JSON.stringify(one))
    writer.ldelim()
  }
  return Buffer.from(writer.finish())
}

/** WeChat's answer as the SDK unpacks it (CommOpenApiResp): data, or the code of why there is none. */
export function writeAnswer(answer: { body: Buffer; contentType: string } | { errorCode: number }): Buffer {
  const writer = Writer.create()
  if ('errorCode' in answer) writer.uint32(3 << 3).int32(answer.errorCode)
  else
    writer
      .uint32((1 << 3) | 2)
      .bytes(answer.body)
      .uint32((2 << 3) | 2)
      .string(answer.contentType)
  return Buffer.from(
    writer
      .uint32(4 << 3)
      .uint32(200)
      .finish(),
  )
}

/** Calls `take` for each field; a field that it does not take is skipped. */
function walk(reader: Reader, take: (reader: Reader, field: number) => boolean): void {
  while (reader.pos < reader.len) {
    const tag = reader.uint32()
    if (!take(reader, tag >>> 3)) reader.skipType(tag & 7)
  }
}
