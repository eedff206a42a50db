import { schema } from '@domain/schema'

type Row = Readonly<Record<string, unknown>> & { _id: string }

const sdk = () => require('wx-server-sdk') as typeof import('wx-server-sdk')

/** Everything that is stored, past all sight, by collection. */
export async function everything(): Promise<Record<string, Row[]>> {
  const database = sdk().database({ throwOnNotFound: false } as object)
  const found: Record<string, Row[]> = {}
  for (const name of Object.keys(schema)) {
    const { data } = (await database
      .collection(name)
      .where({ _id: database.command.gt('') })
      .limit(1000)
      .get()) as { data: Row[] }
    found[name] = data
  }
  return found
}

/** Where in the whole store these marks stand: `errands r123 timeline`. */
export async function traces(marks: readonly string[]): Promise<string[]> {
  return Object.entries(await everything()).flatMap(([name, rows]) =>
    rows.flatMap(row =>
      Object.entries(row).flatMap(([field, value]) =>
        marks.some(mark => JSON.stringify(value).includes(mark)) ? [`${name} ${row._id} ${field}`] : [],
      ),
    ),
  )
}

/** A file as a phone puts it. @returns its fileID */
export async function upload(cloudPath: string): Promise<string> {
  const { fileID } = (await sdk().uploadFile({ cloudPath, fileContent: Buffer.from('jpg') })) as { fileID: string }
  return fileID
}

export async function stands(fileID: string): Promise<boolean> {
  const { fileList } = (await sdk().getTempFileURL({ fileList: [fileID] })) as { fileList: { tempFileURL: string }[] }
  return fileList[0]?.tempFileURL !== ''
}
