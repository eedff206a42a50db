import { Input, Textarea, View, type InputProps } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../Icon'
import './index.scss'

/** What is typed, which decides the keyboard: words, a telephone number, a number, several lines, or a name that WeChat offers and checks. */
export type Typed = 'text' | 'phone' | 'number' | 'long' | 'nickname'

const keyboards: Record<Exclude<Typed, 'long'>, InputProps['type']> = {
  text: 'text',
  phone: 'number',
  number: 'digit',
  nickname: 'nickname',
}

interface Props {
  label: string
  value?: string
  onInput?: (value: string) => void
  onBlur?: () => void
  onFocus?: () => void
  typed?: Typed
  /** An example, never the question: it vanishes with the first letter. */
  placeholder?: string
  hint?: string
  /** What is wrong and what to do, under the field. */
  error?: string
  maxLength?: number
  /** Another control in the place of the input, such as a `Choice`. */
  children?: ReactNode
}

/** 一项: a question with its answer below, and what is wrong with it below that. */
export function Field(props: Props) {
  const { label, value = '', onInput, typed = 'text', placeholder, hint, error, maxLength = 100, children } = props
  const shared = {
    className: error ? 'field__input field__input--wrong' : 'field__input',
    value,
    placeholder,
    placeholderClass: 'field__placeholder',
    maxlength: maxLength,
    cursorSpacing: 24,
    ariaLabel: label,
    onInput: (event: { detail: { value: string } }) => onInput?.(event.detail.value),
    onBlur: props.onBlur,
    onFocus: props.onFocus,
  }
  const input =
    typed === 'long' ? (
      <Textarea {...shared} autoHeight />
    ) : (
      <Input {...shared} type={keyboards[typed]} name={typed === 'nickname' ? typed : undefined} />
    )
  return (
    <View className="field">
      <View className="field__label">{label}</View>
      {hint ? <View className="field__hint">{hint}</View> : null}
      {children ?? input}
      <View className="field__slot">
        {error ? (
          <View className="field__error" ariaRole="alert">
            <Icon name="triangle-alert" />
            <View className="field__words">{error}</View>
          </View>
        ) : null}
      </View>
    </View>
  )
}
