import type { Errand } from './record'

/** From where an errand is read. */
export type Side = 'family' | 'rider' | 'desk' | 'passerby'

/** The side a viewer reads from: his relation to it, else the desk's hat, else a passer-by's. */
export function sideOf(errand: Errand, isDesk: boolean): Side {
  if (errand.my.includes('family')) return 'family'
  if (errand.my.includes('rider') || errand.my.includes('backup')) return 'rider'
  if (isDesk) return 'desk'
  return errand.my.includes('asked') ? 'rider' : 'passerby'
}
