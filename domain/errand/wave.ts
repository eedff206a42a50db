/** 一轮一轮地问: the regular rider, then the pool wider and wider; after the last it rises to the desk. */
export const waveNames = ['regular', 'near', 'community', 'neighbours'] as const
export type Wave = (typeof waveNames)[number]
/** The waves in which whoever is reached first may take it. */
export const poolWaves = ['near', 'community', 'neighbours'] as const satisfies Wave[]
export type PoolWave = (typeof poolWaves)[number]

/** Whom a wave asks, in the words of families and desks. */
export const askedIn: Record<PoolWave, string> = {
  near: '附近的师傅',
  community: '整个社区的师傅',
  neighbours: '邻近社区的师傅',
}

/** The waves that come after this one, or all of them. */
export const wavesAfter = (wave?: Wave): Wave[] => waveNames.slice(wave === undefined ? 0 : waveNames.indexOf(wave) + 1)
