import { toBuffer } from 'qrcode'
import { limits } from '../limits'
import { textOf, type Api } from './api'

/**
 * wxacode.getUnlimited (小程序码): here a plain QR code of the text `/<page>?scene=<scene>`, which a browser's phone can follow.
 * 40129 for characters that WeChat does not take in a scene, 40169 for a wrong length, 41030 for a page that is none.
 * Source: developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode.
 */
export const unlimitedCode: Api = async parameters => {
  const scene = textOf(parameters['scene'])
  const page = parameters['page'] === undefined ? 'pages/index/index' : textOf(parameters['page'])
  const width = Number(parameters['width'] ?? 430)
  if (scene === '' || scene.length > limits.scene)
    return { errcode: 40169, errmsg: 'invalid length for scene, or the data is not json string' }
  if (!/^[\w!#$&'()*+,/:;=?@\-.~]+$/.test(scene)) return { errcode: 40129, errmsg: 'invalid scene' }
  if (page.startsWith('/') || page.includes('?') || page === '') return { errcode: 41030, errmsg: 'invalid page' }
  if (!(width >= 280 && width <= 1280)) return { errcode: 40097, errmsg: 'invalid args: width' }
  // As WeChat does, what would end the scene early is escaped.
  const text = `/${page}?scene=${scene.replace(/[#&+]/g, encodeURIComponent)}`
  // Rows of black and white gain nothing by a filter, and trying all five took a tenth of the permission matrix.
  const drawn = { type: 'png', width, margin: 2, errorCorrectionLevel: 'M', rendererOpts: { filterType: 0 } } as const
  return { body: await toBuffer(text, drawn), contentType: 'image/png' }
}
