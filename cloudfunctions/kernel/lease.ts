import { _, collectionOf, isDuplicate } from './cloud'

const leases = collectionOf('leases')

/**
 * Takes a lease by one conditional update, so that two runs of a timer do not work side by side. Answers until when it holds (epoch ms),
 * which is also what gives it back; nothing when another holds it.
 */
export async function takeLease(name: string, now: number, forMs: number): Promise<number | undefined> {
  const until = now + forMs
  const { stats } = await leases.where({ _id: name, until: _.lt(now) }).update({ data: { until } })
  if (stats.updated === 1) return until
  try {
    await leases.add({ data: { _id: name, until } })
    return until
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return undefined
  }
}

/** Gives a lease back when the work is done, unless it has run out and another has taken it since. */
export async function endLease(name: string, until: number): Promise<void> {
  await leases.where({ _id: name, until }).update({ data: { until: 0 } })
}
