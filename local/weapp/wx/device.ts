import type { Outside } from '../outside'
import { answering } from './answer'

type Listener = (event: object) => void

/** The phone that is played where none says otherwise; WeChat's bar lies above the window. */
const barHeight = 64

/** WeChat's 实时日志. */
function logs(outside: Outside) {
  const write =
    (level: string) =>
    (...words: unknown[]) =>
      outside.log(level, words)
  return {
    setFilterMsg: write('filter'),
    addFilterMsg: write('filter'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  }
}

/** The phone itself: its window, its font, its network. */
export function device(outside: Outside, screen: HTMLElement) {
  const resized = new Set<Listener>()
  const reconnected = new Set<Listener>()
  const weakened = new Set<Listener>()
  const status = () => {
    const network = outside.network()
    return { isConnected: network !== 'none', networkType: network === 'none' ? 'none' : 'wifi' }
  }
  const window = () => {
    const windowWidth = screen.clientWidth || 375
    const windowHeight = screen.clientHeight || 603
    return {
      windowWidth,
      windowHeight,
      screenWidth: windowWidth,
      screenHeight: windowHeight + barHeight,
      pixelRatio: 2,
      statusBarHeight: 20,
      screenTop: barHeight,
      safeArea: {
        left: 0,
        right: windowWidth,
        top: 20,
        bottom: windowHeight + barHeight,
        width: windowWidth,
        height: windowHeight + 44,
      },
    }
  }
  const base = () => ({
    SDKVersion: '3.8.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme: 'light',
    fontSizeScaleFactor: outside.fontScale(),
    fontSizeSetting: 16 * outside.fontScale(),
  })
  const machine = { brand: 'devtools', model: 'Xinlin', platform: 'devtools', system: 'iOS 17.0' }
  return {
    api: {
      getWindowInfo: window,
      getAppBaseInfo: base,
      getSystemInfoSync: () => ({ ...window(), ...base(), ...machine }),
      nextTick: (then: () => void) => void Promise.resolve().then(then),
      onWindowResize: (listener: Listener) => void resized.add(listener),
      offWindowResize: (listener: Listener) => void resized.delete(listener),
      getNetworkType: answering('getNetworkType', () => ({ networkType: status().networkType })),
      onNetworkStatusChange: (listener: Listener) => void reconnected.add(listener),
      onNetworkWeakChange: (listener: Listener) => void weakened.add(listener),
      // A new version is fetched by WeChat alone, and here there is none.
      getUpdateManager: () => ({ onUpdateReady: () => undefined, applyUpdate: () => undefined }),
      getRealtimeLogManager: () => logs(outside),
    },
    /** The network is another now. */
    reconnect(): void {
      for (const listener of reconnected) listener(status())
      for (const listener of weakened) listener({ weakNet: outside.network() === 'weak', networkType: 'wifi' })
    },
    /** The window has another size now. */
    resize(): void {
      const { windowWidth, windowHeight } = window()
      for (const listener of resized) listener({ size: { windowWidth, windowHeight } })
    },
  }
}
