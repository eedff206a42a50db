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

/** What the app does when WeChat tells it of something; a test tells it. */
export const told: Record<string, (event: unknown) => void> = {}
const hearing = (name: string) => (run: (event: never) => void) => {
  told[name] = event => Reflect.apply(run, undefined, [event])
}
export const useError = hearing('error')
export const useUnhandledRejection = hearing('rejection')
export const usePageNotFound = hearing('pageNotFound')
export { never as useDidHide, never as useUnload, never as usePullDownRefresh, never as useReachBottom }
export { never as useShareAppMessage, never as useShareTimeline, never as usePageScroll, never as useTabItemTap }
