import { personIdOf } from '../../cloudfunctions/kernel/hash'

/** Everybody of the stories, by the OPENID of his phone. */
export const names = {
  daughter: '王女士',
  son: '王先生',
  cousin: '表哥',
  secretary: '李书记',
  colleague: '陈书记',
  'desk-b': '赵书记',
  zhang: '张师傅',
  li: '李师傅',
  wu: '吴师傅',
  he: '何师傅',
  chen: '陈师傅',
  stranger: '路人',
} as const
export type Who = keyof typeof names

export const everybody = Object.keys(names).filter((name): name is Who => name in names)
export const idOf = (who: Who): string => personIdOf(who)
const byId = new Map(everybody.map(who => [idOf(who), who]))
/** Who a stored id is; nobody of the stories when it is another's. */
export const whoIs = (id: unknown): Who | undefined => byId.get(String(id))

export const home = 'c-jinxing'
export const elsewhere = 'c-qilong'

/** 两个家: one that the community knows, and one that nobody has telephoned yet. */
export const homes = { 'h-father': '王大爷', 'h-new': '赵奶奶' } as const
export type Home = keyof typeof homes

/** 一方: as what each of them takes part; `cousin` was one of the family once, `chen` and `desk-b` belong to the next community. */
export const family: readonly Who[] = ['daughter', 'son']
export const desk: readonly Who[] = ['secretary', 'colleague']
export const ridersHere: readonly Who[] = ['zhang', 'li', 'wu', 'he']
export const outsiders: readonly Who[] = ['desk-b', 'chen', 'stranger', 'cousin']
/** 不垫钱. */
export const laysOutNothing: readonly Who[] = ['wu']
