import type { Outside } from '../outside'
import { answering, number, text, turnedBack } from './answer'

const words = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** What WeChat asks the person: a code, a place, a number, a permission, a picture. */
export const person = (outside: Outside) => ({
  scanCode: answering('scanCode', async () => {
    const result = (await outside.scan()) ?? turnedBack()
    return { result, path: result.startsWith('/') ? result.slice(1) : '', scanType: 'QR_CODE', charSet: 'utf-8' }
  }),
  getLocation: answering('getLocation', async () => {
    const located = await outside.locate()
    if (!located.ok) throw new Error(located.why === 'refused' ? 'auth deny' : 'system error')
    const { lat, lng, accuracyMetres } = located.fix
    return { latitude: lat, longitude: lng, accuracy: accuracyMetres }
  }),
  makePhoneCall: answering('makePhoneCall', async ({ phoneNumber }) => {
    if (!(await outside.dial(text(phoneNumber)))) turnedBack()
    return undefined
  }),
  requestSubscribeMessage: answering('requestSubscribeMessage', async ({ tmplIds }) => {
    const templates = words(tmplIds)
    const said = (await outside.subscribe(templates)) ? 'accept' : 'reject'
    return Object.fromEntries(templates.map(id => [id, said]))
  }),
  chooseMedia: answering('chooseMedia', async () => {
    const tempFilePath = (await outside.choosePicture()) ?? turnedBack()
    return { type: 'image', tempFiles: [{ tempFilePath, fileType: 'image' }] }
  }),
  getImageInfo: answering('getImageInfo', ({ src }) => outside.pictureSize(text(src))),
  compressImage: answering('compressImage', async ({ src, quality, compressedWidth, compressedHeight }) => {
    const to = { quality: number(quality) ?? 80, width: number(compressedWidth), height: number(compressedHeight) }
    return { tempFilePath: await outside.compressPicture(text(src), to) }
  }),
})
