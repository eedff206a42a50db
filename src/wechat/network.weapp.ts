import Taro from '@tarojs/taro'
import type { Network } from './face'
import { listeners } from './listeners'

const changed = listeners<Network>()
let current: Network = 'good'
let watching = false

function become(next: Network): void {
  if (next === current) return
  current = next
  changed.tell(next)
}

/** WeChat tells of a lost network and of a weak one apart; a lost one outweighs. */
function watch(): void {
  if (watching) return
  watching = true
  let isConnected = true
  let isWeak = false
  const tell = () => become(isConnected ? (isWeak ? 'weak' : 'good') : 'none')
  Taro.onNetworkStatusChange(status => {
    isConnected = status.isConnected
    tell()
  })
  Taro.onNetworkWeakChange?.(({ weakNet }) => {
    isWeak = weakNet
    tell()
  })
  void Taro.getNetworkType({
    success: ({ networkType }) => {
      isConnected = networkType !== 'none'
      tell()
    },
  })
}

export const network = (): Network => current

export function onNetwork(listener: (network: Network) => void): () => void {
  watch()
  return changed.add(listener)
}
