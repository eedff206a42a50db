import * as z from '../../zod'

/** 没有就: not bought, something like it, or a call first. */
export const ifNone = { skip: '不买', similar: '买差不多的', call: '打电话问' } as const
export type IfNone = keyof typeof ifNone
export const ifNoneNames = Object.keys(ifNone) as IfNone[]

/** More than this is no errand on foot. */
export const mostLines = 10

/** 代买, a line a thing: 鸡蛋, 10 个. */
export const Shopping = z.object({
  lines: z.array(z.object({ name: z.string(), amount: z.optional(z.string()) })),
  ifNone: z.optional(z.string()),
})
export type Shopping = z.infer<typeof Shopping>

type Line = Shopping['lines'][number]

/** 鸡蛋 10 个. */
export const lineWords = ({ name, amount }: Line): string => [name, amount].filter(Boolean).join(' ')

/** In one line of a list: as many as fit, and how many there are. */
export function linesWords(lines: readonly Line[]): string {
  const whole = lines.map(lineWords).join('、')
  if (whole.length <= 48) return whole
  return `${lines
    .slice(0, 2)
    .map(({ name }) => name)
    .join('、')}等 ${lines.length} 样`
}
