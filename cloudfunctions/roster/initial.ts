/** The first character of each letter of pinyin in the order of the dictionary; no word begins with i, u or v. */
const firsts = [...'阿八嚓哒妸发旮哈丌咔垃妈拏噢妑七呥仨他屲夕丫帀']
const letters = [...'ABCDEFGHJKLMNOPQRSTWXYZ']
const zh = new Intl.Collator('zh-Hans-CN')

/** The letter a name stands under, as in a telephone book; `#` for what has none. */
export function initialOf(name: string): string {
  const first = [...name][0] ?? ''
  if (/[a-z]/i.test(first)) return first.toUpperCase()
  if (!/\p{Script=Han}/u.test(first)) return '#'
  const after = firsts.findIndex(one => zh.compare(one, first) > 0)
  return letters[(after === -1 ? letters.length : after) - 1] ?? '#'
}

/** What lists in name order are ordered by. */
export const orderOf = (name: string): string => `${initialOf(name)}${name}`
