import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Operation } from '@domain/operation'

/** Every folder of cloudfunctions/ is one function. */
export const areas = readdirSync(join(__dirname, '../cloudfunctions')).filter(name => name !== 'kernel')

const isRow = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'by' in value && 'verb' in value && 'area' in value

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** Every row of every area: each has the name of a folder of cloudfunctions/ and of its table in domain/. */
export const everyRow: readonly Operation[] = areas.flatMap(area => {
  const module = require(`@domain/${area}`) as Readonly<Record<string, unknown>>
  const rows = Object.values(Object(module[camel(area)])).filter(isRow)
  if (rows.length === 0) throw new Error(`domain/${area} has no table ${camel(area)}`)
  return rows
})

export const nameOf = ({ area, verb }: Operation): string => `${area}.${verb}`
