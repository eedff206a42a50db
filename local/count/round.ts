import { errand } from '../../domain/errand'
import { household } from '../../domain/household'
import { membership } from '../../domain/membership'
import { people } from '../../domain/people'
import { privacy } from '../../domain/privacy'
import { recurring } from '../../domain/recurring'
import { rider as volunteer } from '../../domain/rider'
import { roster } from '../../domain/roster'
import { station } from '../../domain/station'
import { study } from '../../domain/study'
import { dayMs, momentOf, dayOf } from '../../domain/time'
import type { Measure, Round } from './measure'

/** What the seed writes beside its data, as far as a round needs it. */
export interface Town {
  day: string
  community: { id: string }
  people: { openid: string; name: string; hats: string[]; communityId: string }[]
  stations: { id: string; code: string; communityId: string; point: { lat: number; lng: number } }[]
}

/** One round of the whole product by the same people: each operation once, in the order a day brings them. */
export async function playRound(measure: Measure, town: Town, round: Round): Promise<void> {
  const communityId = town.community.id
  const worn = (hat: string): string[] =>
    town.people
      .filter(person => person.communityId === communityId && person.hats.includes(hat))
      .map(person => person.openid)
  const [family = ''] = worn('family')
  const [desk = ''] = worn('desk')
  const [rider = '', other = ''] = worn('rider')
  const [keeper = ''] = worn('keeper')
  const run = <O extends Parameters<Measure['run']>[1]>(
    op: O,
    openid: string,
    input: Parameters<typeof measure.run<O>>[3],
    name?: string,
  ) => measure.run(round, op, openid, input, name)

  await run(people.community, 'guest-1', { id: communityId })
  const { rows } = await run(errand.mine, family, {})
  const householdId = rows[0]?.householdId ?? ''
  const clock = round === 'first' ? '09:00' : '09:30'
  const inDays = (days: number) => momentOf(dayOf(Date.parse(`${town.day}T00:00:00Z`) + days * dayMs), clock)
  const whenAt = (from: number) => ({ when: { from, until: from + 1_800_000 } })
  const ask = {
    communityId,
    householdId,
    kind: 'parcel' as const,
    what: '取一个快递',
    // Tomorrow the town's seed has somebody stand in for this household's rider: asked for by itself, below.
    ...whenAt(inDays(2)),
    money: { how: 'none' as const },
  }
  const { id } = await run(errand.request, family, ask)
  await run(errand.board, desk, { communityId })
  const riders = await run(errand.riders, desk, { communityId })
  await run(errand.propose, desk, { communityId, ids: [id] })
  await run(errand.turns, desk, { communityId })
  await run(errand.calls, desk, { communityId })
  const named = town.people.find(person => person.openid === rider)?.name
  const riderId = riders.rows.find(row => row.name === named)?.id ?? ''
  await run(errand.dispatch, desk, { id, communityId, to: { riderId } })
  await run(errand.offers, rider, {})
  await run(errand.see, rider, { id })
  const on = dayOf(ask.when.from)
  await run(errand.accept, rider, { id, on })
  await run(errand.accept, other, { id, on }, 'errand.accept (lost)')
  await run(errand.reveal, rider, { id, householdId })
  await run(errand.depart, rider, { id })
  await run(errand.deliver, rider, { id, how: 'person' })
  await run(errand.one, family, { id })
  await run(errand.confirm, family, { id, rating: 'good', thanks: true })
  await run(errand.inbox, family, {})
  await run(household.looks, family, { id: householdId })
  await run(household.one, family, { id: householdId })
  await run(household.relatives, family, { id: householdId })
  await run(household.news, family, {})
  await run(recurring.list, family, { householdId })
  const { id: unwanted } = await run(errand.request, family, { ...ask, what: '取另一个快递' }, 'errand.request (again)')
  await run(errand.cancel, family, { id: unwanted, why: '不用了' })
  const stoodInFor = { ...ask, ...whenAt(inDays(1)), what: '明天取的快递' }
  await run(errand.request, family, stoodInFor, 'errand.request (stood in for)')
  await run(people.newcomers, desk, { communityId })
  await run(household.list, desk, { communityId })
  await run(household.list, desk, { communityId, find: '王奶奶' }, 'household.list (find)')
  await run(household.reveal, desk, { id: householdId })
  await run(household.untold, desk, { communityId })
  await run(people.takeDuty, desk, { communityId, hours: 8 })
  await run(people.read, family, { at: Date.now() })
  await run(people.free, other, { free: round === 'first' })

  const { rows: lessons } = await run(study.feed, 'guest-1', { communityId })
  const lesson = lessons[0]?.id ?? ''
  await run(study.read, rider, { id: lesson })
  await run(study.keep, rider, { id: lesson, card: 1 })
  await run(study.tally, desk, { id: lesson })
  await run(study.desk, desk, { communityId })
  const { rows: groups } = await run(study.groups, desk, { communityId })
  const cards = [{ heading: '一', body: '不堵楼道' }]
  const { id: draft } = await run(study.write, desk, {
    communityId,
    groupId: groups[0]?.id ?? '',
    title: '防火',
    cards,
  })
  await run(study.send, desk, { id: draft })
  await run(study.shared, desk, { id: draft })
  await run(study.withdraw, desk, { id: draft })

  const { rows: stations } = await run(station.list, 'guest-1', { communityId })
  const doors = town.stations.filter(
    candidate => candidate.communityId === communityId && stations.some(row => row.id === candidate.id && !row.closure),
  )
  const door = doors[round === 'first' ? 0 : 1]
  if (door) {
    await run(station.behind, 'guest-1', { code: door.code })
    await run(station.arrive, 'guest-1', { code: door.code, fix: { ...door.point, accuracyMetres: 10 } })
  }
  await run(volunteer.mine, rider, {})
  await run(volunteer.edit, rider, { advances: round === 'first' })
  await run(volunteer.applicants, desk, { communityId })
  await run(volunteer.list, desk, { communityId })
  await run(volunteer.one, desk, { communityId, id: riderId })
  await run(membership.colleagues, desk, { communityId })
  await run(membership.invitations, desk, { communityId })
  await run(roster.list, desk, { communityId })
  await run(roster.firms, desk, { communityId })
  await run(roster.lists, desk, { communityId })
  await run(roster.mine, rider, { communityId })
  await run(privacy.mine, family, {})

  const keepers = await run(station.list, keeper, { communityId }, 'station.list (keeper)')
  const own = keepers.rows.find(row => row.my.includes('keeper'))
  if (!own) return
  await run(station.one, keeper, { id: own.id })
  await run(station.waiting, keeper, { id: own.id })
  await run(station.today, keeper, { id: own.id })
  await run(station.attest, keeper, { id: own.id, rev: own.rev ?? '' })
}
