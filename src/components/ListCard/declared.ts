/**
 * For the config of every page that draws a `ListCard`: `definePageConfig({ navigationBarTitleText: '…', ...listCard })`.
 * Only WeChat wants native components declared.
 */
export const listCard =
  process.env.TARO_ENV === 'weapp' ? { usingComponents: { 'list-card': '@/components/ListCard/native/index' } } : {}
