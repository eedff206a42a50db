import * as z from '../zod'
import type { Errand } from './record'

/** 备用司机: asked, and then ready to go in the driver's place. */
export const backupStates = { asked: '等他答应', ready: '答应了' } as const

/** A ride has a driver and a named backup. */
export const ofBackup = {
  backupId: z.optional(z.string()),
  backupName: z.optional(z.string()),
  backupState: z.optional(z.string()),
  /** The driver gave it back: its backup takes over, unless somebody has it before. */
  fellOutAt: z.optional(z.number()),
  /** The night before, everybody was reminded. */
  remindedAt: z.optional(z.number()),
}

export const isRide = ({ kind }: Pick<Errand, 'kind'>): boolean => kind === 'ride'

/** 两个人都定了: somebody has it, and somebody stands by. */
export const isManned = ({ state, backupState }: Pick<Errand, 'state' | 'backupState'>): boolean =>
  ['accepted', 'underway'].includes(state) && backupState === ('ready' satisfies keyof typeof backupStates)

/** 备用：李师傅（答应了）. */
export function backupWords({ backupName, backupState }: Errand): string | undefined {
  if (!backupName) return undefined
  return `${backupName}（${backupState === 'ready' ? backupStates.ready : backupStates.asked}）`
}
