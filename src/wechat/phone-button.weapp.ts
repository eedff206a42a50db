import type { ButtonProps } from '@tarojs/components'
import { gaveCode } from './allowed'
import type { Got } from './face'

/** What makes a button WeChat's own for a 手机号; its dialog asks, and `heard` is told the code that the cloud exchanges. */
export function phoneButton(heard: (got: Got<string>) => void): Pick<ButtonProps, 'openType' | 'onGetPhoneNumber'> {
  return { openType: 'getPhoneNumber', onGetPhoneNumber: ({ detail }) => heard(gaveCode(detail)) }
}
