import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { wideFromPx } from './wide-from'

/** True on a tablet or a PC, where the desk has room for columns. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => Taro.getWindowInfo().windowWidth >= wideFromPx)
  useEffect(() => {
    const onResize = () => setWide(Taro.getWindowInfo().windowWidth >= wideFromPx)
    Taro.onWindowResize(onResize)
    return () => Taro.offWindowResize(onResize)
  }, [])
  return wide
}
