import { madeSmall, upload } from './picture'

const longestSide = 1280

function chosen(): Promise<File | undefined> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.style.display = 'none'
    const done = (file: File | undefined) => {
      input.remove()
      resolve(file)
    }
    input.addEventListener('change', () => done(input.files?.[0]))
    input.addEventListener('cancel', () => done(undefined))
    document.body.append(input)
    input.click()
  })
}

/** Chosen, made small, uploaded. */
export async function photo(name: string): Promise<{ fileId: string } | undefined> {
  const file = await chosen()
  return file && upload(`photo/${name}.jpg`, await madeSmall(file, longestSide))
}
