import type { Outside } from '../outside'
import { answering, number, taken, text, type Said } from './answer'
import { refusals } from './words'

const words = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** What WeChat asks the person: a code, a place, a number, a permission, a picture; `isTapped`: he has his finger on the screen just now. */
export const person = (outside: Outside, isTapped: () => boolean) => ({
  scanCode: answering('scanCode', async () => {
    const result = taken(await outside.scan())
    return { result, path: result.startsWith('/') ? result.slice(1) : '', scanType: 'QR_CODE', charSet: 'utf-8' }
  }),
  getLocation: answering('getLocation', async () => {
    const { lat, lng, accuracyMetres } = taken(await outside.locate())
    return { latitude: lat, longitude: lng, accuracy: accuracyMetres }
  }),
  makePhoneCall: answering('makePhoneCall', async ({ phoneNumber }) => {
    if (!(await outside.dial(text(phoneNumber)))) throw refusals.left
    return undefined
  }),
  requestSubscribeMessage(said?: Said) {
    const isAsked = isTapped()
    return answering('requestSubscribeMessage', async ({ tmplIds }) => {
      if (!isAsked) throw refusals.untapped
      return taken(await outside.subscribe(words(tmplIds)))
    })(said)
  },
  getSetting: answering('getSetting', () => {
    const { scopes, messages, always } = outside.setting()
    const itemSettings = Object.fromEntries(always.map(id => [id, 'accept']))
    return { authSetting: scopes, subscriptionsSetting: { mainSwitch: messages, itemSettings } }
  }),
  openSetting: answering('openSetting', async () => {
    await outside.openSettings()
    return { authSetting: outside.setting().scopes }
  }),
  requirePrivacyAuthorize: answering('requirePrivacyAuthorize', async () => {
    taken(await outside.agree())
    return undefined
  }),
  openPrivacyContract: answering('openPrivacyContract', () => outside.openContract().then(() => undefined)),
  getGroupEnterInfo: answering('getGroupEnterInfo', async () => ({
    cloudID: taken(await outside.groupEntry()),
    encryptedData: '',
    iv: '',
  })),
  chooseMedia: answering('chooseMedia', async () => {
    const tempFilePath = taken(await outside.choosePicture())
    return { type: 'image', tempFiles: [{ tempFilePath, fileType: 'image' }] }
  }),
  getImageInfo: answering('getImageInfo', ({ src }) => outside.pictureSize(text(src))),
  compressImage: answering('compressImage', async ({ src, quality, compressedWidth, compressedHeight }) => {
    const to = { quality: number(quality) ?? 80, width: number(compressedWidth), height: number(compressedHeight) }
    return { tempFilePath: await outside.compressPicture(text(src), to) }
  }),
})
