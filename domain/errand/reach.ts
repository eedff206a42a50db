/** How far ahead a thing may be asked for, and from which hour of the day. */
export interface Reach {
  daysAhead: number
  /** `'07:00'`, Beijing. */
  begins: string
}

const usual: Reach = { daysAhead: 7, begins: '07:00' }
/** A family looks for a driver weeks before an examination, and he sets out before breakfast. */
const exam: Reach = { daysAhead: 60, begins: '05:30' }

/** What the phone offers of each kind; the cloud takes it as long as it has not begun (`refusalOf`). */
export const reachOf = (kind: string | undefined): Reach => (kind === 'ride' ? exam : usual)
