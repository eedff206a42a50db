import { _, collectionOf, isDuplicate } from './cloud'

const leases = collectionOf('leases')

/** Takes a lease by one conditional update, so that two runs of a timer do not work side by side; false when another holds it. */
export async function takeLease(name: string, now: number, forMs: number): Promise<boolean> {
  const { stats } = await leases.where({ _id: name, until: _.lt(now) }).update({ data: { until: now + forMs } })
  if (stats.updated === 1) return true
  try {
    await leases.add({ data: { _id: name, until: now + forMs } })
    return true
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return false
  }
}
