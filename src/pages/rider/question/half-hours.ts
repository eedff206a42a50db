/** The parts of a day, each six hours long: a dozen half hours to choose from. */
export const parts = [
  { value: '6', label: '上午' },
  { value: '12', label: '下午' },
  { value: '18', label: '晚上' },
  { value: '0', label: '夜里' },
] as const
export type Part = (typeof parts)[number]['value']

const clock = (half: number): string =>
  `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`

/** The half hours of a part at which one can begin. */
export const beginnings = (part: Part): string[] => Array.from({ length: 12 }, (_, i) => clock(Number(part) * 2 + i))

/** The half hours at which what began then can end: within eight hours, and within the day. */
export function endings(from: string): string[] {
  const first = Number(from.slice(0, 2)) * 2 + (from.endsWith('30') ? 1 : 0) + 1
  return Array.from({ length: Math.min(16, 49 - first) }, (_, i) => clock(first + i))
}
