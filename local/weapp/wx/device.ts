import type { Outside } from '../outside'

type Listener = (event: object) => void

/** The phone that is played where none says otherwise; WeChat's bar lies above the window. */
const barHeight = 64

/** The phone itself: its window, its font, its moments. */
export function device(outside: Outside, screen: HTMLElement) {
  const resized = new Set<Listener>()
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
    },
    /** The window has another size now. */
    resize(): void {
      const { windowWidth, windowHeight } = window()
      for (const listener of resized) listener({ size: { windowWidth, windowHeight } })
    },
  }
}
