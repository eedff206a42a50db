/** 怎么敲门: what whoever comes should know at the door. */
export const knocks = { long: '多敲一会儿', call: '先打电话', deaf: '耳朵不好' } as const

/** What a relative calls the elder, to choose from. */
export const callings = ['爸爸', '妈妈', '爷爷', '奶奶', '外公', '外婆', '我自己'] as const
