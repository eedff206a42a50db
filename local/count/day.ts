/**
 * How often a day brings each operation to one community, as the load model has it (facts/performance-reliability.md 2.5): 100 residents and 10
 * riders, of whom 10 and 6 are active, and 5 errands. What is not named happens once in twenty days. The acts of an errand follow from its life;
 * how often somebody looks is assumed: the desk's board stands open and asks again after each change, a rider opens his list five times.
 */
export const perDay: Readonly<Record<string, number>> = {
  // Five errands: one is called off, one wanted again, one lost by somebody who came second.
  'errand.request': 4,
  'errand.request (again)': 1,
  'errand.request (stood in for)': 0.2,
  'errand.cancel': 0.5,
  'errand.riders': 5,
  'errand.propose': 1,
  'errand.dispatch': 5,
  'errand.see': 5,
  'errand.accept': 5,
  'errand.accept (lost)': 1,
  'errand.reveal': 5,
  'errand.depart': 5,
  'errand.deliver': 5,
  'errand.confirm': 4,
  // Looking: a screen asks once for each area that it shows.
  'errand.mine': 15,
  'errand.one': 15,
  'errand.offers': 30,
  'errand.board': 25,
  'errand.calls': 10,
  'errand.inbox': 10,
  'household.news': 5,
  'household.one': 1,
  'household.list': 2,
  'people.community': 10,
  'people.read': 10,
  'people.free': 6,
  'people.takeDuty': 1,
  'study.feed': 16,
  'study.read': 6,
  'study.keep': 18,
  'station.list': 12,
  'station.behind': 6,
  'station.arrive': 6,
  'station.list (keeper)': 2,
  'station.waiting': 4,
  'station.today': 2,
  'station.attest': 1,
}

/** Once in twenty days. */
export const seldom = 0.05
