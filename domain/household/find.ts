/** A household as far as it is found by. */
interface Findable {
  elder: string
  compound: string
  building: string
  phones: readonly { number: string }[]
}

/** The longest piece of a text that is kept to be found by. */
const longest = 4

const piecesOf = (text: string): string[] =>
  [...text].flatMap((_, from, all) =>
    Array.from({ length: Math.min(longest, all.length - from) }, (__, i) => all.slice(from, from + i + 1).join('')),
  )

const beginningsOf = (text: string): string[] => [...text].map((_, i, all) => all.slice(0, i + 1).join(''))

/** Phones are found by their last three or four digits, and are kept apart from the numbers of buildings. */
const endOf = (digits: string): string => `#${digits.slice(-longest)}`

/** What a household is found by: any part of its elder's or compound's name, the beginning of its building, the end of its phones. */
export function keysOf({ elder, compound, building, phones }: Findable): string[] {
  const ends = phones.flatMap(({ number }) => {
    const digits = number.replace(/\D/g, '')
    return [endOf(digits), endOf(digits.slice(-3))]
  })
  return [...new Set([...piecesOf(elder), ...piecesOf(compound), ...beginningsOf(building), ...ends])]
}

/** What must be among a household's keys to fit what was typed: 王奶奶, 3号楼, 金星小区3号楼, 尾号 0501. Nothing for what says nothing. */
export function wantedKeys(typed: string): string[] {
  const said = typed.replace(/尾号|电话|[-－\s]/g, '')
  if (/^\d{3,}$/.test(said)) return [endOf(said)]
  const parts = said.match(/\d+[^\d]*|[^\d]+/g) ?? []
  return [...new Set(parts.flatMap(part => endsOf(part.replace(/[^\p{L}\p{N}]/gu, ''))))]
}

/** A longer text is found by its beginning and its end. */
function endsOf(part: string): string[] {
  const letters = [...part]
  return letters.length === 0 ? [] : [letters.slice(0, longest).join(''), letters.slice(-longest).join('')]
}
