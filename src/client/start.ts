import Taro, { useError, useLaunch, usePageNotFound, useUnhandledRejection } from '@tarojs/taro'
import { phoneState } from '@/components/Screen/phone-state'
import { wechat } from '@/wechat'
import { askAgain } from './asking'
import { logFault } from './log'
import { paths } from './paths'

/** The network comes and goes: every screen says so, and when it is back asks once for what it shows. */
function followNetwork(): void {
  let before = wechat.network()
  phoneState.set({ network: before })
  wechat.onNetwork(network => {
    phoneState.set({ network })
    const isBack = before === 'none' && network !== 'none'
    before = network
    if (isBack) void askAgain(() => true)
  })
}

/** What the whole app follows from its start: the network, newer versions, and what breaks. Asks for nothing. */
export function useStart(): void {
  useLaunch(() => {
    followNetwork()
    wechat.keepCurrent()
  })
  useError(fault => logFault('app', fault))
  useUnhandledRejection(({ reason }) => logFault('promise', reason))
  // A card of an older version may lead to a page that is no more.
  usePageNotFound(() => void Taro.switchTab({ url: paths.tabHome() }))
}
