import { fieldOrder, type FieldName } from './claim'
import { plainText } from './reading'

/** What a column can be: a field, 社区 (only compared, since a roster is one community's), or nothing. */
export type Column = FieldName | 'community' | 'none'
export const columns: readonly Column[] = [...fieldOrder, 'community', 'none']

const words: readonly (readonly [Column, RegExp])[] = [
  ['partyMember', /党员|政治面貌/],
  ['phone', /电话|手机|联系方式|联系号码|号码$/],
  ['plate', /车牌/],
  ['vehicle', /车辆|车型|交通工具/],
  ['trade', /行业|工种|类别|类型|从业|职业|岗位|身份/],
  ['firm', /单位|企业|公司|站点|平台|所属/],
  ['grid', /网格/],
  ['community', /社区|(^|所在)村/],
  ['name', /姓名|名字|称呼|人员|^名称$/],
]

/** Which column is which, by the words of its head; of two alike the first. What is not recognised is left out. */
export function columnsOf(head: readonly string[]): Column[] {
  const taken = new Set<Column>()
  return head.map(cell => {
    const said = plainText(cell).replace(/[\s:：*]/g, '')
    const found = said === '' ? undefined : words.find(([column, like]) => like.test(said) && !taken.has(column))?.[0]
    if (!found || said.length > 14) return 'none'
    taken.add(found)
    return found
  })
}

/** Titles and remarks stand above the head of a table; so far it is looked for. */
const deepest = 12

/** The row that is the head: the first that says who and one thing more. Nothing when none does. */
export function headRowOf(rows: readonly (readonly string[])[]): number | undefined {
  const at = rows.slice(0, deepest).findIndex(row => {
    const known = columnsOf(row).filter(column => column !== 'none')
    return known.includes('name') && known.length >= 2
  })
  return at === -1 ? undefined : at
}
