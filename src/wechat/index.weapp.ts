import Taro from '@tarojs/taro'
import { offered, offerShare } from './card'
import type { WeChat } from './face'
import { ifAllowed } from './allowed'
import { log } from './log'
import { network, onNetwork } from './network'
import { keepCurrent } from './version'
import { notGiven } from './why'
import { dropPhoto, sendPhoto, takePhoto } from './photo'
import { storage } from './storage'
import { alwaysAllowed, subscribe } from './subscribe'

export type { Card, Change, Got, Network, Stop, Storage, Subscribed, WeChat, Why } from './face'

declare module '@tarojs/taro' {
  namespace scanCode {
    interface ScanType {
      /** 小程序码: Taro's types do not know it yet. */
      wxCode: unknown
    }
  }
}

const nothing = () => undefined
const never = () => nothing

/** WeChat itself. */
export const wechat: WeChat = {
  offerShare(card) {
    offerShare(card)
    // With its ticket a page opened from a group can learn which group it was.
    void ifAllowed(() => Taro.showShareMenu({ withShareTicket: true }))
  },
  offered,
  storage,
  takePhoto,
  sendPhoto,
  dropPhoto,
  async share(card) {
    offerShare(card)
    return true
  },
  subscribe,
  alwaysAllowed,
  async scan() {
    const got = await ifAllowed(() => Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode', 'wxCode'] }))
    if (got.ok) return got.value.path || got.value.result
    // Some phones say no more than `scanCode:fail` when the person turns back.
    if (got.why === 'left' || got.why === 'off') return undefined
    throw notGiven(got.why, '相机')
  },
  async locate() {
    const got = await ifAllowed(() =>
      Taro.getLocation({ type: 'gcj02', isHighAccuracy: true, highAccuracyExpireTime: 4000 }),
    )
    if (!got.ok) return got
    const { latitude: lat, longitude: lng, accuracy: accuracyMetres } = got.value
    return { ok: true, value: { lat, lng, accuracyMetres } }
  },
  async groupEntry() {
    try {
      // 2.17.3; older libraries know it for group tools only and fail, as outside of a group.
      const answer: object = await Taro.getGroupEnterInfo({})
      return 'cloudID' in answer && typeof answer.cloudID === 'string' ? answer.cloudID : undefined
    } catch {
      return undefined
    }
  },
  async phoneCall(number) {
    // Turned back before dialling: nothing to tell.
    await Taro.makePhoneCall({ phoneNumber: number }).catch(nothing)
  },
  fontScale() {
    const base: object = Taro.getAppBaseInfo()
    const factor = 'fontSizeScaleFactor' in base ? Number(base.fontSizeScaleFactor) : 1
    return Math.min(1.4, Math.max(1, factor || 1))
  },
  agree: async () => (await ifAllowed(async () => Taro.requirePrivacyAuthorize())).ok,
  async openContract() {
    // Nothing to do where it does not open: WeChat shows the same text in its own dialog.
    await ifAllowed(async () => Taro.openPrivacyContract())
  },
  async openSettings() {
    await ifAllowed(() => Taro.openSetting())
  },
  network,
  onNetwork,
  keepCurrent,
  log,
  title: text => void Taro.setNavigationBarTitle({ title: text }),
  acted: nothing,
  onFontScale: never,
  onPerson: never,
  onChanged: never,
  onOpen: never,
  onBack: never,
}
