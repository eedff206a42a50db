/**
 * `@tarojs/taro` in the tests of `src`: everything real, but the page hooks, which need a running Taro app. Here a page is shown
 * once, when it mounts; `router.params` are the parameters it was opened with.
 */
import { useEffect } from 'react'

export * from '@tarojs/taro-h5'
export { default } from '@tarojs/taro-h5'

export const router: { path: string; params: Record<string, string> } = { path: '', params: {} }
export const useRouter = () => router

const once = (run: () => void) => useEffect(run, [])
export { once as useLaunch, once as useDidShow, once as useLoad, once as useReady }

const never = () => undefined
export { never as useError, never as useUnhandledRejection, never as usePageNotFound }
export { never as useDidHide, never as useUnload, never as usePullDownRefresh, never as useReachBottom }
export { never as useShareAppMessage, never as useShareTimeline, never as usePageScroll, never as useTabItemTap }
