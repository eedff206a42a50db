import { tradeNames, trades } from '@domain/person'
import { skillNames, skills, vehicleNames, vehicles } from '@domain/rider/words'

const optionsOf = <T extends string>(names: readonly T[], words: Readonly<Record<T, string>>) =>
  names.map(value => ({ value, label: words[value] }))

export const tradeOptions = optionsOf(tradeNames, trades)
export const vehicleOptions = optionsOf(vehicleNames, vehicles)
export const skillOptions = optionsOf(skillNames, skills)
export const moneyOptions = [
  { value: 'no', label: '不垫钱' },
  { value: 'yes', label: '可以先垫一点', hint: '当面还您，不超过单子上写的数' },
] as const
export const capOptions = [0, 3, 5, 10, 15].map(most => ({ value: String(most), label: most ? `${most} 单` : '不限' }))
