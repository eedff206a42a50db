import '@tarojs/components'

interface Aria {
  ariaRole?: string
  ariaLabel?: string
  ariaHidden?: boolean
  ariaLive?: 'off' | 'polite' | 'assertive'
  ariaChecked?: boolean
}

// What config/plugin-templates.cjs adds to the templates and src/components/roles.h5.ts to the browser; Taro's types know half of it.
declare module '@tarojs/components' {
  interface ViewProps extends Aria {}
  interface TextProps extends Aria {}
  interface ButtonProps extends Aria {
    phoneNumberNoQuotaToast?: boolean
  }
  interface ImageProps extends Aria {}
  interface InputProps extends Aria {}
  interface TextareaProps extends Aria {}
}
