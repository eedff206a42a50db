/** What stands on 冰箱贴, the A5 page on the elder's fridge (SCREENS.md section 3). It holds no secret: no door, no number but the desk's. */
export interface FridgeSheet {
  /** 要人帮忙，打: the desk's phone, which is read from across the room. */
  call: string
  number: string
  rules: readonly string[]
  /** Under the room for a photo: who usually comes. */
  regular: string
  /** Whose sheet it is. */
  desk: string
  foot: string
}

/** The sheet of a household, by what anybody may know of its community and by who usually comes. */
export function fridgeSheet(community: { name: string; phone: string }, regularRider: string | undefined): FridgeSheet {
  return {
    call: '要人帮忙，打',
    number: community.phone,
    rules: ['来的人会先说口令，对得上再开门', '不转账、不给银行卡、不报验证码'],
    regular: regularRider ? `常来的：${regularRider}` : '常来的：',
    desk: `${community.name} 书记台`,
    foot: '社区组织的无偿志愿服务，不收跑腿费。急病打 120。',
  }
}
