import { errand } from '@domain/errand'
import { hourMs } from '@domain/time'
import { a, lunch, morning, personId, type Town } from '../town'
import { everyone, rolesOf } from '../kernel/everyone'
import { why, type About, type Samples } from '../kernel/samples'
import type { Thing } from '../kernel/thing'

const to = { riderId: personId('li') }
/** Who has it or was asked, as the desk saw it: he is named, or nothing is done behind his back. */
const from = ({ id, record, communityId }: About) => {
  const [, asked] = /"person:(\w+)"/.exec(JSON.stringify(record.openTo)) ?? []
  return { id, communityId, ...(asked && { from: asked }) }
}
const unsent = ({ id, record }: About) => {
  const riderId: unknown = record.riderId ?? Object(record.offer).riderId
  return { id, why, ...(riderId !== undefined && { riderId }) }
}

export const samples: Samples = {
  request: {
    of: 'household',
    own: ['family'],
    input: ({ id, communityId }) => ({ ...lunch, communityId, householdId: id, byPhone: true }),
  },
  return: { of: 'errand', input: ({ id }) => ({ id, why }), but: ['WRONG_STATE'] },
  verify: {
    of: 'errand',
    input: ({ id, record }) => ({ id, householdId: record.householdId }),
    but: ['WRONG_STATE'],
  },
  dispatch: {
    of: 'errand',
    input: about => ({ ...from(about), to, lifted: true }),
    but: ['CALL_FIRST'],
  },
  reassign: { of: 'errand', input: about => ({ ...from(about), to, lifted: true }) },
  agree: { of: 'errand', input: about => ({ ...from(about), by: 'self' }), but: ['CALL_FIRST', 'WRONG_STATE'] },
  dispatchMany: {
    of: 'community',
    input: ({ communityId }) => ({ communityId, list: [{ id: 'r-none', ...to }] }),
  },
  relieve: {
    of: 'community',
    input: ({ communityId }) => ({ communityId, ...to, absent: 'ill', list: [] }),
    // 李师傅 is a rider of one community.
    but: ['NOT_FOUND'],
  },
  recall: {
    of: 'errand',
    input: about => {
      const { communityId: _communityId, ...rest } = from(about)
      return rest
    },
  },
  hasten: { of: 'errand', input: ({ id }) => ({ id, why }), but: ['WRONG_STATE'] },
  ease: {
    of: 'errand',
    input: ({ id }) => ({ id }),
    but: ['WRONG_STATE'],
    never: 'none is urgent here; waves.test.ts',
  },
  stop: {
    of: 'community',
    input: ({ communityId }) => ({ communityId, why: '暴雨', until: morning + hourMs }),
  },
  release: { of: 'errand', input: ({ id, record }) => ({ id, riderId: record.riderId ?? 'p' }) },
  leave: { of: 'errand', input: ({ id }) => ({ id }), but: ['WRONG_STATE'] },
  decline: { of: 'errand', input: ({ id }) => ({ id, why }), but: ['WRONG_STATE'] },
  cancel: { of: 'errand', input: unsent },
  callOff: { of: 'errand', input: unsent },
  // A newcomer's errand is the desk's alone to see.
  one: { of: 'errand', input: ({ id }) => ({ id }), but: ['FORBIDDEN'] },
  late: { of: 'errand', input: ({ id }) => ({ id, minutes: 10 }), but: ['TOO_EARLY', 'WRONG_STATE'] },
  deliver: { of: 'errand', input: ({ id }) => ({ id, how: 'person' }) },
  reveal: {
    of: 'errand',
    input: ({ id, record }) => ({ id, householdId: record.householdId }),
    but: ['WRONG_STATE'],
  },
  see: { of: 'errand', input: ({ id }) => ({ id }), but: ['WRONG_STATE'] },
  called: {
    of: 'errand',
    input: ({ id, record }) => ({ id, notice: Object.keys(Object(record.outbox))[0] ?? 'n00000', how: 'done' }),
    but: ['WRONG_STATE'],
  },
  history: { of: 'household', own: ['family'], input: ({ id }) => ({ householdId: id }) },
  // One of them has both hands full by what he carries here.
  accept: { of: 'errand', input: ({ id }) => ({ id }), but: ['HANDS_FULL'] },
  nameBackup: {
    of: 'errand',
    input: ({ id, communityId, record }) => ({
      id,
      communityId,
      ...to,
      ...(record.backupId ? { from: record.backupId } : {}),
    }),
    but: ['CALL_FIRST', 'WRONG_STATE'],
  },
  standBy: { of: 'errand', input: ({ id }) => ({ id }), but: ['WRONG_STATE'] },
  standDown: { of: 'errand', input: ({ id }) => ({ id, why }), but: ['WRONG_STATE'] },
  bill: { of: 'errand', input: ({ id }) => ({ id, fen: 100 }), but: ['WRONG_STATE', 'OVER_CAP'] },
  askMore: {
    of: 'errand',
    input: ({ id }) => ({ id, fen: 100 }),
    but: ['WRONG_STATE'],
    never: 'nothing here is paid at the door and still under way; money.test.ts',
  },
  allowMore: {
    of: 'errand',
    input: ({ id }) => ({ id, fen: 100 }),
    but: ['WRONG_STATE'],
    never: 'nothing here is paid at the door and still under way; money.test.ts',
  },
  pay: { of: 'errand', input: ({ id }) => ({ id, fen: 1250 }), but: ['WRONG_STATE'] },
  receive: { of: 'errand', input: ({ id }) => ({ id, fen: 1250 }), but: ['WRONG_STATE'] },
  receipt: {
    of: 'errand',
    own: ['family', 'rider'],
    input: ({ id }) => ({ id }),
    but: ['NOT_FOUND', 'FORBIDDEN'],
  },
  photo: {
    of: 'errand',
    own: ['family', 'rider'],
    input: ({ id }) => ({ id }),
    // Two hours after it was brought it is the rider's no more.
    but: ['NOT_FOUND', 'FORBIDDEN'],
  },
}

const ridersHere = everyone.flatMap(one => (rolesOf(one, a).includes('rider') && one.openid ? [one.openid] : []))
const toZhang = { to: { riderId: personId('zhang') } }
const toLi = { to, shown: [personId('zhang'), personId('li')], because: 'family' as const }

/** An errand in every state, played by the people of the town; the ended ones first, because a rider has two hands. */
export async function things(town: Town): Promise<Thing[]> {
  const made: Thing[] = []
  const keep = (id: string, state: string, belongs: Thing['belongs'], which?: string) =>
    made.push({
      kind: 'errand',
      collection: 'errands',
      id,
      state,
      belongs: { family: ['daughter', 'moved-away'], ...belongs },
      ...(which && { which }),
    })
  const ask = async (more: object = {}) => (await town.as('daughter')(errand.request, { ...lunch, ...more })).id
  const dispatched = async (offer: object = toZhang, more: object = {}) => {
    const id = await ask({ note: '放门口小桌', code: '8842', ...more })
    await town.as('desk')(errand.dispatch, { id, communityId: a, to: 'pool', ...offer })
    return id
  }
  const declined = async () => {
    const id = await dispatched(toLi)
    await town.as('li')(errand.decline, { id, why: '轮胎没气了' })
    await town.as('desk')(errand.dispatch, { id, communityId: a, ...toZhang })
    await town.as('zhang')(errand.accept, { id })
    return id
  }
  const lines = [{ name: '鸡蛋', amount: '十个' }, { name: '牛奶' }]
  const shopping = { kind: 'shopping', shopping: { lines, ifNone: 'call' } }
  const accepted = async (rider: string, offer: object, more: object = {}) => {
    const id = await dispatched(offer, more)
    await town.as(rider)(errand.accept, { id })
    return id
  }
  const delivered = async () => {
    const id = await accepted('zhang', toZhang)
    await town.as('zhang')(errand.deliver, { id, how: 'photo', photo: await town.file(`photo/e-${id}-mark-1.jpg`) })
    return id
  }
  const his = { rider: ['zhang'], asked: ['zhang'], tookPart: ['zhang'] }

  keep(await delivered(), 'delivered', his)
  const long = await delivered()
  await town.set('errands', long, { deliveredAt: town.cloud.clock.now() - 3 * hourMs })
  keep(long, 'delivered', his, 'three hours ago')
  const confirmed = await delivered()
  await town.as('daughter')(errand.confirm, { id: confirmed, rating: 'poor', thanks: true })
  keep(confirmed, 'confirmed', his)
  const owing = await accepted('zhang', toZhang, { money: { how: 'atDoor', capYuan: 20 } })
  await town.as('zhang')(errand.deliver, { id: owing, how: 'person' })
  const receipt = await town.file(`photo/e-${owing}-mark-2.jpg`)
  await town.as('zhang')(errand.bill, { id: owing, fen: 1250, receipt })
  await town.as('daughter')(errand.confirm, { id: owing })
  keep(owing, 'confirmed', his, 'not settled')
  const disputed = await delivered()
  await town.as('daughter')(errand.dispute, { id: disputed, why: '汤洒了一半' })
  keep(disputed, 'disputed', his)
  const failed = await accepted('zhang', toZhang)
  await town.as('zhang')(errand.fail, { id: failed, why: '敲门没人应', goodsAt: '在社区门卫那里' })
  keep(failed, 'failed', { rider: ['zhang'], tookPart: ['zhang'] })
  const cancelled = await ask()
  await town.as('daughter')(errand.cancel, { id: cancelled, why: '自己做了' })
  keep(cancelled, 'cancelled', {})
  const underway = await accepted('li', toLi, shopping)
  await town.as('li')(errand.depart, { id: underway })
  keep(underway, 'underway', { rider: ['li'], asked: ['li'], tookPart: ['li'] })
  const belated = await accepted('li', toLi)
  const { from: begun } = lunch.when
  await town.set('errands', belated, { when: { from: begun - 2 * hourMs, until: begun - hourMs } })
  keep(belated, 'accepted', { rider: ['li'], asked: ['li'], tookPart: ['li'] }, 'after its latest time')
  keep(await declined(), 'accepted', { ...his, tookPart: ['li', 'zhang'] })
  for (const state of ['accepted', 'underway']) {
    const id = await ask()
    await town.as('colleague')(errand.agree, { id, communityId: a, by: 'self' })
    if (state === 'underway') await town.as('colleague')(errand.depart, { id })
    keep(id, state, { carrier: ['colleague'] }, 'by the desk itself')
  }
  const called = await dispatched()
  const { outbox } = (await town.stored('errands', called)) ?? {}
  const [first] = Object.entries(Object(outbox))
  await town.set('errands', called, {
    outbox: Object.fromEntries([[first?.[0], { ...Object(first?.[1]), reach: 'call' }]]),
    callsOpen: 1,
  })
  keep(called, 'dispatched', { asked: ['zhang'] })
  keep(await dispatched({}), 'dispatched', { asked: ridersHere }, 'to everybody')
  const medicine = { kind: 'medicine', health: true, what: '降压药两盒' }
  keep(await dispatched(toZhang, medicine), 'dispatched', { asked: ['zhang'] }, 'medicine')
  const ride = { kind: 'ride', ride: { place: '第一中学', leg: 'there', ticketAt: '在书包里' } }
  const backedUp = await dispatched(toZhang, ride)
  await town.as('desk')(errand.nameBackup, { id: backedUp, communityId: a, ...to })
  keep(backedUp, 'dispatched', { asked: ['zhang'], backup: ['li'] }, 'with a backup')
  const doubted = await dispatched(toZhang, { what: '[[review]] 两斤肉' })
  keep(doubted, 'dispatched', { asked: ['zhang'] }, 'with words that wait')
  const returned = await ask()
  await town.as('desk')(errand.return, { id: returned, why: '老人吃得了辣吗' })
  keep(returned, 'returned', {})
  keep(await ask(), 'requested', {})
  const { id: newcomers } = await town.as('cousin')(errand.request, { ...lunch, householdId: 'h-new', note: '头一回' })
  keep(newcomers, 'requested', { family: ['cousin'] }, 'of a newcomer')
  return made
}
