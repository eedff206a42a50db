import { idOf, names } from '../people'
import type { Choice, Plan, Verb } from '../verb'

/** What only the clock may say: nobody's phone. */
const clockOnly =
  (say: string, more: (choice: Choice) => object): Verb =>
  (_world, who, errand, choice): Plan => ({
    say: `${names[who]}${say}`,
    input: { id: errand.id, ...more(choice) },
    code: 'FORBIDDEN',
  })
export const rise = clockOnly('装作时钟，让它升上去', () => ({}))
export const widen = clockOnly('装作时钟，再问远一点的', () => ({}))
export const resume = clockOnly('装作时钟，说天好了', () => ({}))
export const takeOver = clockOnly('装作时钟，让备用接上', () => ({}))
export const remind = clockOnly('装作时钟，提醒明天的接送', () => ({}))
export const release = clockOnly('装作时钟，把它收回来', () => ({ riderId: idOf('zhang') }))
