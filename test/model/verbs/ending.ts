import { sentAway } from '../as'
import { names } from '../people'
import type { Verb } from '../verb'

const open = ['requested', 'returned', 'dispatched', 'accepted', 'underway', 'delivered', 'failed', 'disputed']

export const settle: Verb = (world, who, errand) => ({
  say: `${names[who]}给家里回话`,
  input: { id: errand.id, why: '在邻居家' },
  code: sentAway(world, who, errand, 'desk') ?? (errand.state === 'disputed' ? 'ok' : 'WRONG_STATE'),
  happens(at) {
    Object.assign(errand, { state: 'confirmed', closedAt: at })
    delete errand.risen
    return { errand, told: [['family', 'settled']] }
  },
})

export const giveUp: Verb = (world, who, errand) => ({
  say: `${names[who]}认了没送到`,
  input: { id: errand.id, why: '没送到' },
  code: sentAway(world, who, errand, 'desk') ?? (errand.state === 'disputed' ? 'ok' : 'WRONG_STATE'),
  happens() {
    errand.state = 'failed'
    delete errand.offer
    delete errand.door
    return { errand, told: [['family', 'gaveUp']] }
  },
})

export const leave: Verb = (world, who, errand) => ({
  say: `${names[who]}转给社区`,
  input: { id: errand.id },
  code: sentAway(world, who, errand, 'family') ?? (open.includes(errand.state) ? 'ok' : 'WRONG_STATE'),
  happens: () => ({ errand, told: [['desk', 'left']] }),
})

export const called: Verb = (world, who, errand, [, b, c]) => {
  const [id, notice] = [...errand.told][c % Math.max(1, errand.told.size)] ?? []
  const how = b % 3 === 0 ? 'noAnswer' : 'done'
  const waits = notice?.reach === 'call' || notice?.reach === 'noAnswer'
  return {
    say: `${names[who]}打了电话${how === 'done' ? '' : '，没人接'}`,
    input: { id: errand.id, notice: id ?? 'n00000', how },
    code: sentAway(world, who, errand, 'desk') ?? (waits ? 'ok' : 'WRONG_STATE'),
    happens() {
      if (notice) notice.reach = how
      return { errand }
    },
  }
}
