import { sentAway } from '../as'
import { freed, stepsIn } from '../moves'
import { idOf, names, type Who } from '../people'
import { chosen, type Verb } from '../verb'
import { atTheGate, isCarried, type Errand, type World } from '../world'

const asHolder = (world: World, who: Who, errand: Errand, fits: boolean): string =>
  sentAway(world, who, errand, 'holder') ?? (fits ? 'ok' : 'WRONG_STATE')

export const depart: Verb = (world, who, errand) => ({
  say: `${names[who]}出发`,
  input: { id: errand.id },
  code: asHolder(world, who, errand, errand.state === 'accepted'),
  happens() {
    errand.state = 'underway'
    delete errand.risen
    return { errand, told: [['family', 'underway']] }
  },
})

export const handBack: Verb = (world, who, errand, [, , c]) => {
  const goodsAt = c % 4 === 3 ? atTheGate : '食堂'
  const may = asHolder(world, who, errand, isCarried(errand))
  // What he bought and left with somebody is no more told of by giving it back.
  const isLost = may === 'ok' && errand.money !== undefined && goodsAt === atTheGate
  return {
    say: `${names[who]}去不了了，转回，东西在${goodsAt}`,
    input: { id: errand.id, why: '车坏了', goodsAt },
    code: isLost ? 'LAID_OUT' : may,
    happens(at) {
      freed(errand)
      Object.assign(errand, { state: 'requested', waitingSince: at, fellOut: at, saidNo: true, goodsAt })
      const steps = stepsIn(world, errand)
      return {
        errand,
        told: [['desk', 'handedBack'], ['family', 'handedBack'], ...(steps ?? [])],
        ...(steps && { byClock: 'takeOver' }),
      }
    },
  }
}

export const fail: Verb = (world, who, errand, [, , c]) => {
  const goodsAt = c % 3 === 2 ? atTheGate : undefined
  return {
    say: `${names[who]}没送成${goodsAt ? `，东西在${goodsAt}` : ''}`,
    input: { id: errand.id, why: '敲门没人应', ...(goodsAt && { goodsAt }) },
    code: asHolder(world, who, errand, isCarried(errand)),
    happens() {
      Object.assign(errand, { state: 'failed', ...(goodsAt && { goodsAt }) })
      delete errand.offer
      delete errand.door
      delete errand.risen
      return {
        errand,
        told: [
          ['desk', 'failed'],
          ['family', 'failed'],
        ],
      }
    },
  }
}

/** The family's four digits, or others. */
function digitsOf(world: World, errand: Errand, isRight: boolean): string {
  const digits = String(world.record(errand).digits ?? '0000')
  return isRight ? digits : String((Number(digits) + 1) % 10_000).padStart(4, '0')
}

const ways = ['person', 'door', 'right digits', 'wrong digits', 'photo', 'wrong digits', 'wrong digits'] as const

/** Five tries with the family's digits, right or wrong; a sixth is none, and the desk must be asked. */
export const deliver: Verb = (world, who, errand, [, , c]) => {
  const way = chosen(ways, c)
  const isDigits = way === 'right digits' || way === 'wrong digits'
  const how = isDigits ? 'digits' : way
  const may = asHolder(world, who, errand, isCarried(errand))
  const isTry = isDigits && may === 'ok'
  const left = 5 - errand.tries - (isTry ? 1 : 0)
  const wrong = left > 0 ? 'WRONG_DIGITS' : 'ASK_DESK'
  const code = !isTry ? may : way === 'right digits' ? (left >= 0 ? 'ok' : 'ASK_DESK') : wrong
  return {
    say: `${names[who]}送到了：${{ person: '交给本人', door: '放门口', photo: '拍了照', 'right digits': '四位数字', 'wrong digits': '报错了数字' }[way]}`,
    input: {
      id: errand.id,
      how,
      ...(isDigits && { digits: digitsOf(world, errand, way === 'right digits') }),
      ...(way === 'photo' && { photo: world.photoOf(errand, who, 'goods') }),
    },
    code,
    ...(code === 'WRONG_DIGITS' && { detail: { left } }),
    isTry,
    happens(at) {
      Object.assign(errand, { state: 'delivered', deliveredAt: at, photo: way === 'photo' })
      delete errand.risen
      delete errand.goodsAt
      return { errand, told: [['family', 'delivered']] }
    },
  }
}

export const confirm: Verb = (world, who, errand, [, b, c]) => {
  const rider = c % 6 === 0 ? 'li' : c % 3 === 0 ? undefined : errand.rider
  const thanks = b % 2 === 0
  const fits = errand.state === 'delivered' && (rider === undefined || rider === errand.rider)
  return {
    say: `${names[who]}收到了${thanks ? '，谢一声' : ''}`,
    input: { id: errand.id, ...(thanks && { thanks }), ...(rider && { riderId: idOf(rider) }) },
    code: sentAway(world, who, errand, 'family', 'desk') ?? (fits ? 'ok' : 'WRONG_STATE'),
    happens(at) {
      Object.assign(errand, { state: 'confirmed', closedAt: at })
      delete errand.risen
      return { errand, told: thanks && rider ? [[rider, 'thanked']] : [] }
    },
  }
}

/** 来不及了: after the latest time, with a guess. */
export const late: Verb = (world, who, errand) => {
  const isPast = errand.until <= world.now()
  const code = !isCarried(errand) ? 'WRONG_STATE' : isPast ? 'ok' : 'TOO_EARLY'
  return {
    say: `${names[who]}说来不及了`,
    input: { id: errand.id, minutes: 20 },
    code: sentAway(world, who, errand, 'its rider') ?? code,
    happens() {
      errand.risen = 'late'
      return {
        errand,
        told: [
          ['desk', 'saysLate'],
          ['family', 'runsLate'],
        ],
      }
    },
  }
}
