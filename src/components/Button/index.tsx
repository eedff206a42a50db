import { Button as WechatButton, View, type ButtonProps } from '@tarojs/components'
import { useRef, useState, type ReactNode } from 'react'
import type { IconName } from '@/theme/icon-name'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  children: ReactNode
  /** `primary`: the one red button of a screen. `quiet`: a line around it. `text`: words only. */
  look?: 'primary' | 'quiet' | 'text'
  icon?: IconName
  /** What happens on a tap; while its promise is open, further taps are swallowed. */
  onTap?: () => unknown
  busy?: boolean
  disabled?: boolean
  /** Only as wide as its words. */
  inline?: boolean
  ariaLabel?: string
  /** What only WeChat's own button can do: 发到群里 (`share`), a phone number (`getPhoneNumber`). */
  openType?: ButtonProps['openType']
  /** WeChat's answers to an `openType` that asks for a phone number or a face. */
  onGetPhoneNumber?: ButtonProps['onGetPhoneNumber']
  onChooseAvatar?: ButtonProps['onChooseAvatar']
  /** Submits the form it stands in: WeChat gives a nickname it has checked only so. */
  submits?: boolean
}

/** 按钮: at least 48 px high, wraps rather than cuts. */
export function Button(props: Props) {
  const { children, look = 'primary', icon, disabled = false, inline = false, ariaLabel, openType } = props
  const open = useRef(false)
  const [waiting, setWaiting] = useState(false)
  const busy = waiting || props.busy === true

  async function tap() {
    if (busy || disabled || open.current || !props.onTap) return
    open.current = true
    try {
      const answer = props.onTap()
      if (!(answer instanceof Promise)) return
      setWaiting(true)
      await answer
    } finally {
      open.current = false
      setWaiting(false)
    }
  }

  const marks = [
    `button button--${look}`,
    inline && 'button--inline',
    busy && 'button--busy',
    disabled && 'button--off',
  ]
  const className = marks.filter(Boolean).join(' ')
  const inside = (
    <>
      {busy || icon ? <Icon name={busy || !icon ? 'loader' : icon} turning={busy} /> : null}
      <View className="button__words">{children}</View>
    </>
  )
  // WeChat's own button is a button to WeChat, but to no browser.
  const spoken = { ariaRole: 'button', ariaLabel }
  const shared = { className, onClick: tap, hoverClass: busy || disabled ? 'none' : 'pressed', ...spoken }
  if (!openType && !props.submits) return <View {...shared}>{inside}</View>
  return (
    <WechatButton
      {...shared}
      openType={openType}
      formType={props.submits ? 'submit' : undefined}
      onGetPhoneNumber={props.onGetPhoneNumber}
      phoneNumberNoQuotaToast={openType === 'getPhoneNumber' ? false : undefined}
      onChooseAvatar={props.onChooseAvatar}
      disabled={disabled || undefined}
    >
      {inside}
    </WechatButton>
  )
}
