import { ring } from './call-sheet'
import type { Phone } from './phone'
import type { Trio } from './trio'
import { post, type Story, type World } from './wire'

/** The telephone between the phones and the landline. */
export interface Calls {
  /** 她打电话: rings at the desk, which writes the errand down while she speaks. */
  fromHome(): void
  /** A call from a phone was answered. */
  connected(phone: Phone, number: string): void
}

/** The page of the asking, opened by the desk for a caller (src/client/paths.ts). */
function askingFor(household?: string): string {
  const whom = household === undefined ? '' : `household=${encodeURIComponent(household)}&`
  return `/pages/errand/ask/index?${whom}byPhone=1`
}

/** Connects calls; `story` is what stands on the desk's list now. */
export function connectCalls(world: World, { phones, bringForward }: Trio, story: () => Story): Calls {
  const { elder = '王奶奶', householdId, number: hers } = world.landline ?? {}

  return {
    fromHome() {
      bringForward('desk')
      ring(phones.desk, `${elder}（座机）`, '接起来，替她记一单', () => phones.desk.open(askingFor(householdId)))
    },
    connected(phone, number) {
      if (number === world.deskNumber && phone !== phones.desk) {
        const caller = phone.person().name
        return ring(phones.desk, caller, '打到社区来了，接起来可以替他记一单', () => phones.desk.open(askingFor()))
      }
      const toHer = story().calls.filter(row => row.whom.includes(elder))
      // Several may wait; the desk says what she needs at the door, else what is newest.
      const call = toHer.filter(row => row.sentence.includes('口令')).at(-1) ?? toHer.at(-1)
      const isHers = hers === undefined || number === hers
      if (phone.person().phone === 'desk' && call && isHers) void post('heard', { words: call.sentence })
    },
  }
}
