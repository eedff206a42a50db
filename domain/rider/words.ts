/** What a rider can do beside carrying, chosen by himself. */
export const skills = {
  firstAid: '急救',
  drive: '会开车',
  carry: '能扛重物',
  devices: '会用电脑手机',
  sign: '手语',
  repair: '会修东西',
} as const
export type Skill = keyof typeof skills
export const skillNames = Object.keys(skills) as Skill[]

/** What he comes on. */
export const vehicles = { ebike: '电动车', motorbike: '摩托', car: '汽车', tricycle: '三轮', foot: '步行' } as const
export type Vehicle = keyof typeof vehicles
export const vehicleNames = Object.keys(vehicles) as Vehicle[]

/** Papers that run out. */
export const certificateKinds = {
  health: '健康证',
  driving: '驾驶证',
  hailing: '网约车证',
  firstAid: '急救证',
} as const
export type CertificateKind = keyof typeof certificateKinds
export const certificateNames = Object.keys(certificateKinds) as CertificateKind[]

/** Monday is 1, Sunday 7. */
export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** How a community knows a rider: it has seen him, or his firm answers for him. */
export const vouching = { seen: '见过本人', firm: '公司说的' } as const
export type Vouching = keyof typeof vouching

/** A word of a table, or the key as it is when it comes from a newer cloud. */
export const wordOf = (table: Readonly<Record<string, string>>, key: string): string => table[key] ?? key
