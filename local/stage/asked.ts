import type { Asked } from '../cloud/index'

/** 微信收到的: something WeChat was asked, as the stage says it. */
export interface ShownAsked {
  openid: string
  /** Epoch ms of the product's clock. */
  at: number
  words: string
  /** Not simply well: it is drawn so that one sees it. */
  isOdd: boolean
  /** The live card in a group that has begun. */
  activity?: string
}

const verdicts = {
  pass: '没有问题',
  review: '要人再看一眼',
  risky: '不能公开',
  unreadable: '没下载到',
} as const

/** Says in one line what WeChat was asked and what it made of it. */
export function shownAsked(asked: Asked): ShownAsked {
  const { openid, at } = asked
  return { openid, at, ...lineOf(asked), ...(asked.what === 'activity' && asked.state === 1 && { activity: asked.id }) }
}

function lineOf(asked: Asked): { words: string; isOdd: boolean } {
  switch (asked.what) {
    case 'text':
      return { words: `查了一段文字：${verdicts[asked.verdict]}`, isOdd: asked.verdict !== 'pass' }
    case 'media': {
      if (asked.verdict === undefined) return { words: '在查一张图片', isOdd: false }
      const unheard = asked.heardBy === undefined ? '，没有人收结果' : ''
      return {
        words: `图片查好了：${verdicts[asked.verdict]}${unheard}`,
        isOdd: asked.verdict !== 'pass' || unheard !== '',
      }
    }
    case 'activity': {
      const { member_count: members = '', room_limit: limit = '' } = asked.parameters
      const words = asked.state === 0 ? `群里的卡片改成：${members}/${limit} 人` : '群里的卡片改成：已开始'
      return { words, isOdd: false }
    }
    case 'phone':
      return asked.errcode === 0
        ? { words: '给了手机号', isOdd: false }
        : { words: '没给手机号：验证码不能用了', isOdd: true }
    case 'group':
      return { words: '从群里的卡片进来', isOdd: false }
    case 'risk':
      return { words: `问了风险：${asked.rank} 级`, isOdd: asked.rank > 0 }
  }
}
