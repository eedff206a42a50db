import { View } from '@tarojs/components'
import type { IconName } from '@/theme/icon-name'
import { Icon } from '../Icon'
import './index.scss'

/** One thing to choose: its word, and where it needs more, a line below and an icon before it. */
export interface Option<T extends string> {
  value: T
  label: string
  hint?: string
  icon?: IconName
}

interface Props<T extends string> {
  options: readonly Option<T>[]
  /** What is chosen; a list where several may be. */
  chosen: T | readonly T[] | undefined
  /** The option that was tapped; for a list, `toggled` makes the next one. */
  onChoose: (value: T) => void
  /** `rows`: one below the other, for a question. `chips`: side by side, for small words. */
  look?: 'rows' | 'chips'
  /** The question, above the options. */
  label?: string
  /** The question, where it is not drawn here. */
  ariaLabel?: string
}

/** The list after a tap: without the value where it was in, with it where it was not. */
export function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter(other => other !== value) : [...list, value]
}

/** 选一选: choose before type. Chosen is a mark and a line, not a colour alone. */
export function Choice<T extends string>(props: Props<T>) {
  const { options, chosen, onChoose, look = 'rows', label, ariaLabel = label } = props
  const many = Array.isArray(chosen)
  const has = (value: T) => (many ? chosen.includes(value) : chosen === value)
  const group = (
    <View className={`choice choice--${look}`} ariaRole={many ? 'group' : 'radiogroup'} ariaLabel={ariaLabel}>
      {options.map(option => (
        <View
          key={option.value}
          className={has(option.value) ? 'choice__option choice__option--on' : 'choice__option'}
          onClick={() => onChoose(option.value)}
          hoverClass="pressed"
          ariaRole={many ? 'checkbox' : 'radio'}
          ariaChecked={has(option.value)}
          ariaLabel={option.label}
        >
          {option.icon ? <Icon name={option.icon} /> : null}
          <View className="choice__words">
            <View className="choice__label">{option.label}</View>
            {option.hint ? <View className="choice__hint">{option.hint}</View> : null}
          </View>
          <View className={many ? 'choice__mark choice__mark--square' : 'choice__mark'}>
            {has(option.value) ? <Icon name="check" /> : null}
          </View>
        </View>
      ))}
    </View>
  )
  if (!label) return group
  return (
    <View className="choice__group">
      <View className="choice__question">{label}</View>
      {group}
    </View>
  )
}
