/** 怎么敲门: what whoever comes should know at the door; as many as are true. */
export const knocks = { long: '多敲一会儿', call: '先打电话', deaf: '耳朵不好', dog: '家里有狗' } as const
export type Knock = keyof typeof knocks
export const knockNames = ['long', 'call', 'deaf', 'dog'] as const satisfies Knock[]

/** 多敲一会儿 · 家里有狗; nothing when nothing was said. */
export function knockWords(chosen: readonly Knock[] | undefined): string | undefined {
  return (
    knockNames
      .filter(name => chosen?.includes(name))
      .map(name => knocks[name])
      .join(' · ') || undefined
  )
}

/** What a relative calls the elder, to choose from. */
export const callings = ['爸爸', '妈妈', '爷爷', '奶奶', '外公', '外婆', '我自己'] as const

/** Why the desk removes her record, to choose from. */
export const removalWhys = {
  unwilling: '老人不愿意再留着',
  family: '家里人要求的',
  moved: '搬走了',
  died: '老人不在了',
} as const
export const removalNames = ['unwilling', 'family', 'moved', 'died'] as const satisfies (keyof typeof removalWhys)[]

/** How the elder agreed: 当面, 电话里. */
export const consentWays = { inPerson: '当面', byPhone: '电话里' } as const
