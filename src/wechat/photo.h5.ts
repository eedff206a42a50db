import { chosenFile } from './chosen-file'
import { madeSmall, upload } from './picture'

const longestSide = 1280

/** Chosen, made small, uploaded. */
export async function photo(name: string): Promise<{ fileId: string } | undefined> {
  const file = await chosenFile('image/*')
  return file && upload(`photo/${name}.jpg`, await madeSmall(file, longestSide))
}
