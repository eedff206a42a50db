import { useEffect, useState } from 'react'
import { wideFromPx } from './wide-from'

/** True on a tablet or a PC, where the desk has room for columns. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => window.innerWidth >= wideFromPx)
  useEffect(() => {
    const onResize = () => setWide(window.innerWidth >= wideFromPx)
    window.addEventListener('resize', onResize)
    return () => window.removeEventListener('resize', onResize)
  }, [])
  return wide
}
