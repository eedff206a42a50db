import type { Trade } from '../../domain/person'

/** The town does not exist, and says so. */
export const townName = '邻溪镇（虚构）'

/** A community as the seed speaks of it. */
export interface Place {
  id: string
  /** 金星 */
  short: string
  /** 金星社区 */
  name: string
  compounds: { id: string; name: string; buildings: string[]; hasLift: boolean }[]
}

const shorts: Record<string, string> = {
  jinxing: '金星',
  qilong: '骑龙',
  taoting: '陶亭',
  dongli: '东篱',
  xiqiao: '西桥',
  nanshankou: '南山口',
  beita: '北塔',
  shiliuxiang: '石榴巷',
  wutongli: '梧桐里',
  qinghe: '青禾',
  yuntai: '云台',
  liuyin: '柳荫',
  fenglin: '枫林',
  hetang: '荷塘',
  songtao: '松涛',
  huaian: '槐安',
  guixiang: '桂香',
  zhuyuan: '竹园',
  qingquan: '清泉',
  gujing: '古井',
  chenguang: '晨光',
  hechang: '和畅',
  changle: '长乐',
  anlan: '安澜',
}

/** The three that the source document tells most of have several compounds; the others one each: 33 in all. */
const several: Record<string, string[]> = {
  jinxing: ['金星小区', '向阳苑', '纺织厂家属院', '金星新村', '桃李园'],
  qilong: ['骑龙花园', '车站小区', '骑龙新村', '供销社家属院'],
  taoting: ['陶亭小区', '窑上新村', '临水苑'],
}
const endings = ['小区', '花园', '新村', '家园', '苑']
const withLift = ['向阳苑', '桃李园', '骑龙花园', '临水苑']

/** The 24 communities (底数: 24 个村社区单元). */
export const places: Place[] = Object.entries(shorts).map(([key, short], i) => ({
  id: `c-${key}`,
  short,
  name: `${short}社区`,
  compounds: (several[key] ?? [`${short}${endings[i % endings.length]}`]).map((name, n) => ({
    id: `k-${key}-${n + 1}`,
    name,
    buildings: Array.from({ length: 8 - ((i + n) % 3) * 2 }, (_, b) => `${b + 1}号楼`),
    hasLift: withLift.includes(name) || (!several[key] && i % 4 === 0),
  })),
}))

/** The community that the stage shows. */
export const home = placeOf('c-jinxing')

/** @throws Error for an id that is none of the town's */
export function placeOf(id: string): Place {
  const found = places.find(place => place.id === id)
  if (!found) throw new Error(`no community ${id}`)
  return found
}

/** The part of an id after its first letter: `jinxing`. */
export const keyOf = (place: Place): string => place.id.slice('c-'.length)

/** Numbers of a range that the seed keeps to itself, so that nobody's telephone rings. */
export const mobile = (n: number): string => `1390000${String(n).padStart(4, '0')}`
export const landline = (n: number): string => `0858-0000${String(n).padStart(3, '0')}`

export const surnames = [
  ...'赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻柏苏潘葛范彭鲁韦马苗方俞任袁柳唐薛雷贺倪汤罗毕郝安常乐于傅齐康伍余顾孟黄穆萧尹',
]

/** Enterprises that exist nowhere, by trade. */
export const firms: Record<Exclude<Trade, 'other'>, string[]> = {
  takeaway: ['飞燕外卖邻溪站', '小满外卖邻溪站'],
  courier: ['青雀快递邻溪点', '蓝帆快递邻溪点', '同路快递邻溪点'],
  hailing: ['安程出行', '邻里约车'],
  truck: ['众力货运', '顺溪搬运队'],
  media: ['溪畔直播间', '云上集市'],
}
