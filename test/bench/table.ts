import { crowds } from './measure'

/** What was done in a second, and the raw syncs that the disk did in one just before and just after. */
export interface Rate {
  perSecond: number
  raw: number
}

/** The rates of each thing done, by name: one for each crowd. */
export type Rates = Map<string, Rate[]>

/** One row a thing and a way to the database, in Markdown; in brackets what it is to the raw syncs of its own seconds. */
export function tableOf(ways: Record<string, Rates>): string {
  const rows = Object.entries(ways).flatMap(([way, rates]) =>
    [...rates].map(([name, row]) => [`${name}, ${way}`, ...row.map(cellOf)]),
  )
  const raws = Object.values(ways).flatMap(rates => [...rates.values()].flat().map(({ raw }) => raw))
  const head = ['per second (to the raw syncs)', ...crowds.map(callers => `${callers} at once`)]
  const raw = ['raw: 300 bytes, fdatasync', `${Math.round(Math.min(...raws))} to ${Math.round(Math.max(...raws))}`, '']
  return [head, head.map(() => '---'), raw, ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

function cellOf({ perSecond, raw }: Rate): string {
  return `${Math.round(perSecond)} (${(perSecond / raw).toFixed(2)})`
}
