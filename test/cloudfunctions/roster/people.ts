import { trades } from '@domain/person'
import { roster } from '../../../local/seed/roster'

/** A row of a list: 姓名, 电话, 行业, 单位, 社区, 是否党员. */
export type Row = [name: string, phone: string, trade: string, firm: string, community: string, party: string]

export interface Evidence {
  /** The community's list: everybody but those only the firms know. */
  community: Row[]
  firms: Row[]
  /** Row numbers of the firms' sheet in which they differ from the community, by what differs. */
  conflicts: Map<number, 'name' | 'phone' | 'trade' | 'firm'>
  onlyCommunity: string[]
  onlyFirms: string[]
}

const differsIn = ['name', 'phone', 'trade', 'firm'] as const

/**
 * The 426 of the seed on two sheets. Of 426, the community has not the last 6 and the firms have not the first 8; of the 412 both have, 40 differ
 * in one field: every tenth from the fifth on, in turn by name, number, trade and firm.
 */
export function twoSheets(): Evidence {
  const all = roster.map(({ name, trade, firm, partyMember }, i): Row => [
    `${name}${String(i).padStart(3, '0')}`,
    `1390001${String(i).padStart(4, '0')}`,
    trades[trade],
    firm,
    '',
    partyMember ? '是' : '否',
  ])
  const conflicts: Evidence['conflicts'] = new Map()
  const firms = all.slice(8).map((row, i): Row => {
    const field = i % 10 === 5 && i < 400 ? differsIn[Math.floor(i / 10) % 4] : undefined
    if (!field) return row
    // The head is row 1, the first person row 2.
    conflicts.set(i + 2, field)
    const [name, phone, trade, firm, community, party] = row
    if (field === 'name') return [`${name}（小名）`, phone, trade, firm, community, party]
    if (field === 'phone') return [name, phone.replace('1390001', '1390002'), trade, firm, community, party]
    if (field === 'trade') return [name, phone, trade === '货车' ? '快递' : '货车', firm, community, party]
    return [name, phone, trade, `${firm}二站`, community, party]
  })
  return {
    community: all.slice(0, -6),
    firms,
    conflicts,
    onlyCommunity: all.slice(0, 8).map(([name]) => name),
    onlyFirms: all.slice(-6).map(([name]) => name),
  }
}
