import * as z from '../zod'

/** A photo as a phone uploads it. */
export const PhotoFile = z
  .string()
  .check(z.regex(/^cloud:\/\/[\w.-]{1,120}\/photo\/[\w-]{1,80}\.jpg$/, '照片没传好，请再拍一次'))

/** The beginning of the name under which a photo for this errand is uploaded, decided before there is a photo. */
export const photoNameOf = (errandId: string): string => `e-${errandId}-`

const nameIn = (file: string): string => /\/photo\/([^/]+)$/.exec(file)?.[1] ?? ''

/** True for a photo that was taken for this very errand. */
export const isPhotoOf = (file: string, errandId: string): boolean => nameIn(file).startsWith(photoNameOf(errandId))

/** Where a photo for this errand goes. `name`: of its own, made by the phone. */
export const photoPath = (errandId: string, name: string): string => `photo/${photoNameOf(errandId)}${name}.jpg`
