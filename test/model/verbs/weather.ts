import { sentAway } from '../as'
import { elsewhere, home, names, type Who } from '../people'
import type { Happened, Plan, Verb } from '../verb'
import { hour, isDesk, stillToDo, type Errand, type World } from '../world'

const desks: readonly Who[] = ['secretary', 'colleague', 'desk-b']

/** What the weather does to all of them at once; nothing where there is none. */
function all(errands: Errand[], what: (errand: Errand) => Happened): Happened | undefined {
  const [first, ...others] = errands.map(what)
  return first && { ...first, others }
}

const placed = (who: Who, communityId: string): boolean => (communityId === home ? isDesk(who) : who === 'desk-b')

/** 天气停派, for an hour; or for no time at all. */
export const stop: Verb = (world, who, _errand, [, b]): Plan => {
  const communityId = b % 9 === 8 ? elsewhere : home
  const until = world.now() + (b % 9 === 7 ? 0 : hour)
  const may = desks.includes(who) && placed(who, communityId)
  return {
    say: `${names[who]}因为下雨停派一个钟头`,
    input: { communityId, why: '下雨', until },
    code: !may ? 'FORBIDDEN' : until <= world.now() ? 'BAD_INPUT' : 'ok',
    isWide: true,
    happens() {
      if (communityId !== home) return undefined
      world.stopped = until
      return all(world.errands.filter(stillToDo), errand => {
        const { state, rider } = errand
        errand.stop = until
        const carried = (state === 'accepted' || state === 'underway') && rider
        return { errand, told: [...(carried ? [[rider, 'stayPut'] as [Who, string]] : []), ['family', 'stopped']] }
      })
    },
  }
}

/** 恢复派单. */
export const goOn: Verb = (world, who, _errand, [, b]): Plan => {
  const communityId = b % 9 === 8 ? elsewhere : home
  return {
    say: `${names[who]}恢复派单`,
    input: { communityId },
    code: desks.includes(who) && placed(who, communityId) ? 'ok' : 'FORBIDDEN',
    isWide: true,
    happens(at) {
      if (communityId !== home) return undefined
      delete world.stopped
      return all(
        world.errands.filter(errand => stillToDo(errand) && (errand.stop ?? 0) > at),
        errand => {
          errand.stop = at
          return { errand }
        },
      )
    },
  }
}

const atDesk = (world: World, who: Who, errand: Errand, fits: boolean): string =>
  sentAway(world, who, errand, 'desk') ?? (fits ? 'ok' : 'WRONG_STATE')

/** 急. */
export const hasten: Verb = (world, who, errand) => ({
  say: `${names[who]}记作急`,
  input: { id: errand.id, why: '等着吃药' },
  code: atDesk(world, who, errand, stillToDo(errand)),
  happens() {
    errand.urgent = true
    return { errand }
  },
})

export const ease: Verb = (world, who, errand) => ({
  say: `${names[who]}说不急了`,
  input: { id: errand.id },
  code: atDesk(world, who, errand, stillToDo(errand) && errand.urgent),
  happens() {
    errand.urgent = false
    return { errand }
  },
})
