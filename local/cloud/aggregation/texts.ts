import { evalExpr } from 'mingo/core'
import { refuse } from '../codes'
import type { Computed } from '../query/comparisons'

/** Where a text stands in another, counted in the units that `split` gives; null in null, -1 when it is not there. */
function positionIn(name: string, split: (text: string) => readonly (string | number)[]): Computed {
  return (document, operands, options) => {
    const [text, sought, start = 0, end]: unknown[] = Array.isArray(operands)
      ? operands.map((operand: unknown) => evalExpr(document, operand, options))
      : []
    if (text === undefined || text === null) return null
    if (typeof text !== 'string' || typeof sought !== 'string')
      return refuse('DATABASE_REQUEST_FAILED', `${name} requires a string as the first and second argument`)
    const units = split(text)
    const wanted = split(sought)
    const last = Math.min(units.length, end === undefined ? Infinity : Number(end)) - wanted.length
    for (let at = Number(start); at <= last; at++) if (wanted.every((unit, i) => units[at + i] === unit)) return at
    return -1
  }
}

function cased(turn: (text: string) => string): Computed {
  return (document, operand, options) => {
    const value = evalExpr(document, Array.isArray(operand) && operand.length === 1 ? operand[0] : operand, options)
    return value === undefined || value === null ? '' : turn(String(value))
  }
}

/** Expressions on texts that mingo lacks or that differ: positions, and the case of what is missing. */
export const texts: Readonly<Record<string, Computed>> = {
  $indexOfCP: positionIn('$indexOfCP', text => [...text]),
  $indexOfBytes: positionIn('$indexOfBytes', text => [...Buffer.from(text, 'utf8')]),
  $toUpper: cased(text => text.toUpperCase()),
  $toLower: cased(text => text.toLowerCase()),
}
