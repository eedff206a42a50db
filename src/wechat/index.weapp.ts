import Taro from '@tarojs/taro'
import { template } from '@domain/notice'
import { offered, offerShare } from './card'
import type { Located, WeChat } from './face'
import { newName } from './name'
import { photo } from './photo'
import { storage } from './storage'

export type { Card, Change, Located, Stop, Storage, WeChat } from './face'

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

/** 位置: refused by the person (errno 103, 104: the privacy text), or not to be had. */
function whyNot(fault: unknown): Located {
  const said = JSON.stringify(fault) ?? ''
  return { ok: false, why: /auth den|authorize|privacy|"errno":10[34]\b/.test(said) ? 'refused' : 'off' }
}

/** WeChat itself. */
export const wechat: WeChat = {
  offerShare,
  offered,
  storage,
  photo: () => photo(newName()),
  async share(card) {
    offerShare(card)
    return true
  },
  async subscribe() {
    try {
      const answer: object = await Taro.requestSubscribeMessage({ tmplIds: [template.id], entityIds: [] })
      return new Map<string, unknown>(Object.entries(answer)).get(template.id) === 'accept'
    } catch {
      return false
    }
  },
  async scan() {
    try {
      const { result, path } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode', 'wxCode'] })
      return path || result
    } catch {
      return undefined
    }
  },
  async locate() {
    try {
      const place = await Taro.getLocation({ type: 'gcj02', isHighAccuracy: true, highAccuracyExpireTime: 4000 })
      return { ok: true, fix: { lat: place.latitude, lng: place.longitude, accuracyMetres: place.accuracy } }
    } catch (fault) {
      return whyNot(fault)
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
  title: text => void Taro.setNavigationBarTitle({ title: text }),
  acted: nothing,
  onFontScale: never,
  onPerson: never,
  onChanged: never,
  onOpen: never,
  onBack: never,
}
